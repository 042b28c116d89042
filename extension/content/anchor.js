// From a place in a block's text to a Range of the page, and whether the ground there is light or dark.
// Must not know what a mark means.
(() => {
  const H = globalThis.hearsay;
  if (H.anchor) return;

  /**
   * The segment that holds a unit of the block's text, or the last one before it.
   * @param {import('../types').Segment[]} segments
   * @param {number} unit
   */
  function segmentAt(segments, unit) {
    let low = 0;
    let high = segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (segments[middle].at <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * A live Range over `[start, end)`, which follows the page's own edits. Null when the page has
   * taken the text away since it was collected.
   * @param {import('../types').Block} block
   * @param {number} start
   * @param {number} end
   */
  function range(block, start, end) {
    const { segments } = block;
    if (!segments.length || end <= start) return null;
    let first = segmentAt(segments, start);
    // a start in the white space between two runs belongs to the next one
    if (start >= segments[first].at + segments[first].length && first + 1 < segments.length) first += 1;
    const from = segments[first];
    const to = segments[segmentAt(segments, end - 1)];
    if (!from.node.isConnected || !to.node.isConnected) return null;
    const made = document.createRange();
    try {
      made.setStart(from.node, from.offset + Math.min(Math.max(start - from.at, 0), from.length));
      made.setEnd(to.node, to.offset + Math.min(end - to.at, to.length));
    } catch {
      return null;
    }
    return made.collapsed ? null : made;
  }

  /** @param {string} colour as computed, `rgb(r, g, b)` or `rgba(r, g, b, a)` */
  function parse(colour) {
    const [r, g, b, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    if (colour.startsWith('color(')) return { light: (r * 0.2126 + g * 0.7152 + b * 0.0722) * 255, alpha: a };
    if (/^(?:ok)?l(?:ab|ch)/.test(colour)) return { light: (colour.startsWith('ok') ? r : r / 100) * 255, alpha: 1 };
    return { light: r * 0.2126 + g * 0.7152 + b * 0.0722, alpha: a };
  }

  /** @param {Element} element @returns {Element | null} */
  function parentOf(element) {
    const root = element.parentElement ? null : element.getRootNode();
    return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }

  /** A filter that turns dark to light, as extensions and sites put on a whole page or on the pictures in it. */
  const INVERTS = /invert\((?:1|0?\.[5-9]\d*|(?:100|[5-9]\d(?:\.\d+)?)%)\)|url\([^)]*(?:dark|invert)/i;

  /** Firefox lays the root's filter over the top layer too, where our badges are; Chromium does not. Only there is this property known. */
  const ROOT_FILTERS_TOP_LAYER = CSS.supports('-moz-appearance', 'none');

  /** The element whose styles the browser paints over the whole window. */
  function canvasOwner() {
    const { backgroundColor, backgroundImage } = getComputedStyle(document.documentElement);
    return parse(backgroundColor).alpha || backgroundImage !== 'none' ? document.documentElement : document.body;
  }

  /**
   * What a reader sees under a block's text: the grounds that its ancestors paint, laid over each other,
   * each turned over by the filters above it. Where there is a picture, or nothing at all, the text's own
   * colour tells, which the page chose to be read there. What is drawn under a filter has to be chosen
   * for the other ground.
   * @param {import('../types').Block} block
   * @returns {import('../types').Grounds}
   */
  function grounds(block) {
    if (block.grounds) return block.grounds;
    const canvas = canvasOwner();
    let byText = parse(getComputedStyle(block.element).color).light > 140 ? 0 : 255;
    let light = 0;
    let through = 1;
    let turned = false;
    /** @param {Element} element */
    const lay = (element) => {
      const style = getComputedStyle(element);
      const paint = parse(style.backgroundColor);
      light += through * paint.alpha * paint.light;
      through *= 1 - paint.alpha;
      if (style.backgroundImage === 'none' || through < 0.1) return;
      light += through * byText;
      through = 0;
    };
    for (let at = /** @type {Element | null} */ (block.element); at; at = parentOf(at)) {
      if (at === document.documentElement) lay(canvas);
      else if (at !== canvas) lay(at);
      if (!INVERTS.test(getComputedStyle(at).filter)) continue;
      turned = !turned;
      light = (1 - through) * 255 - light;
      byText = 255 - byText;
    }
    const dark = light + through * byText < 128;
    const rootTurns = ROOT_FILTERS_TOP_LAYER && INVERTS.test(getComputedStyle(document.documentElement).filter);
    /** @param {boolean} is @returns {import('../types').Ground} */
    const named = (is) => (is ? 'dark' : 'light');
    return (block.grounds = { own: named(dark !== turned), overlay: named(dark !== rootTurns) });
  }

  /** From a line's baseline to the letters of the next, in pixels, that a double underline needs. */
  const ROOM = 8.5;
  /** Height of the tallest letters, and of a line whose height is `normal`, as shares of the font's size. */
  const TALL = 0.76;
  const NORMAL = 1.17;

  /** Whether a block's lines stand so close that an underline has to be thin. @param {import('../types').Block} block */
  function tight(block) {
    if (block.tight === undefined) {
      const style = getComputedStyle(block.segments[0]?.node.parentElement ?? block.element);
      const size = parseFloat(style.fontSize) || 16;
      block.tight = (parseFloat(style.lineHeight) || size * NORMAL) - size * TALL < ROOM;
    }
    return block.tight;
  }

  /**
   * Scrolls to words that are out of sight, and leaves alone what is seen.
   * @param {Range} made
   * @param {number} edge how near to the window's edge counts as out of sight, in pixels
   */
  function reveal(made, edge) {
    const box = made.getClientRects()[0];
    if (!box || (box.top >= edge && box.bottom <= innerHeight - edge / 2)) return;
    // the parent of the words, since a range cannot be scrolled to
    made.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  H.anchor = {
    range,
    grounds,
    tight,
    reveal,
    rects: (made) => [...made.getClientRects()].filter((box) => box.width > 0 && box.height > 0),
  };
})();
