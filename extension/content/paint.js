// Underlines and tints the marks through CSS.highlights, one style a layer and ground.
// Must not touch the page's elements, and must leave nothing behind when cleared.
(() => {
  const H = globalThis.hearsay;
  if (H.paint) return;

  const PREFIX = 'hearsay-';
  /** Later ones lie over earlier ones: a tint under an underline, a cue over its source. */
  const ORDER = ['dim', 'claim-scope', 'source', 'cue', 'state', 'official', 'hedge', 'claim-cue'];
  /** Light or dark ground, and lines that leave an underline little room. */
  const KINDS = ['light', 'dark', 'light-tight', 'dark-tight'];

  // Firefox cannot walk CSS.highlights from here, so what is ours is kept here
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {Set<Document | ShadowRoot>} */
  const dressed = new Set();
  /** @type {CSSStyleSheet | null} */
  let sheet = null;
  let sheetFor = '';
  /** @type {import('../types').PlacedMark[]} */
  let shown = [];

  /** @param {ShadowRoot[]} roots @param {import('../types').Settings} settings */
  function dress(roots, settings) {
    if (!sheet || sheetFor !== settings.palette) {
      undress();
      sheet = new CSSStyleSheet();
      sheet.replaceSync(H.palette.css(settings.palette).marks);
      sheetFor = settings.palette;
    }
    for (const root of [document, ...roots]) {
      // a page that sets its own list has dropped ours
      if (![...root.adoptedStyleSheets].includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      dressed.add(root);
    }
  }

  function undress() {
    for (const root of dressed) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    dressed.clear();
    sheet = null;
  }

  function clear() {
    for (const name of names) CSS.highlights.delete(name);
    names.clear();
    shown = [];
    undress();
  }

  H.paint = {
    show(marks, dim, roots, settings) {
      dress(roots, settings);
      shown = marks;
      /** @type {Map<string, Range[]>} */
      const lists = new Map();
      /** @param {string} name @param {Range} range */
      const add = (name, range) => {
        const list = lists.get(name);
        if (list) list.push(range);
        else lists.set(name, [range]);
      };
      for (const { range, ground } of dim) add(`dim-${ground}`, range);
      // with the reader's own colours Chromium fills every highlight: a paragraph's worth of scope would drown the rest
      const forced = matchMedia('(forced-colors: active)').matches;
      for (const { style, own, tight, range } of marks) if (!forced || style !== 'claim-scope') add(`${style}-${own}${tight ? '-tight' : ''}`, range);
      const wanted = new Set();
      for (const [priority, style] of ORDER.entries()) {
        for (const kind of KINDS) {
          const ranges = lists.get(`${style}-${kind}`);
          if (!ranges) continue;
          const highlight = new Highlight(...ranges);
          highlight.priority = priority;
          wanted.add(`${PREFIX}${style}-${kind}`);
          CSS.highlights.set(`${PREFIX}${style}-${kind}`, highlight);
        }
      }
      for (const name of names) if (!wanted.has(name)) CSS.highlights.delete(name);
      names.clear();
      for (const name of wanted) names.add(name);
    },

    clear,

    /** The most telling finding whose words are drawn at a point of the window. */
    at(x, y) {
      const shadowRoots = [...dressed].filter((root) => root instanceof ShadowRoot);
      const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots });
      if (!caret) return null;
      let best = null;
      for (const mark of shown) {
        if (!mark.range.startContainer.isConnected || mark.range.startContainer.getRootNode() !== caret.offsetNode.getRootNode()) continue;
        if (!mark.range.isPointInRange(caret.offsetNode, caret.offset)) continue;
        // a caret is found beside the text too: only the letters themselves count
        if (!H.anchor.rects(mark.range).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)) continue;
        const rank = ORDER.indexOf(mark.style);
        if (!best || rank > best.rank) best = { rank, finding: mark.finding };
      }
      return best?.finding ?? null;
    },
  };
})();
