// Collects the page's visible text in blocks, with how each looks and where each character stands.
// Must not judge what is the story, and must not change the page.
(() => {
  const H = globalThis.hearsay;
  if (H.page) return;

  /** Page text is read up to this many UTF-16 units; the engine says so when there is more. */
  const CAP = 5_000_000;
  const DEEPEST = 1500;
  const SKIP = new Set(
    'script style noscript template textarea input select option datalist button svg canvas video audio iframe object embed math head meter progress rt rp'.split(' '),
  );
  /** What fills a margin without being text. */
  const INK = new Set('img svg canvas video iframe object embed button input select textarea'.split(' '));
  /** @type {Record<string, string>} */
  const ROLES = {
    main: 'main', article: 'article', nav: 'nav', aside: 'aside', header: 'header', footer: 'footer', figure: 'figure',
    navigation: 'nav', complementary: 'complementary', banner: 'header', contentinfo: 'footer',
  };
  // soft hyphens and zero-width marks are not letters of a word
  const RUN = /[^ \t\n\r\f\u00ad\u200b\u200c\u200d\u2060\ufeff]+|[\u00ad\u200b\u200c\u200d\u2060\ufeff]+/g;
  const DROP_CAP = /^["“‘']?\p{Lu}$/u;
  const INVISIBLE = /^[\u00ad\u200b\u200c\u200d\u2060\ufeff]/;

  /**
   * @param {Element} element
   * @returns {ShadowRoot | null}
   */
  function shadowOf(element) {
    if (element.shadowRoot) return element.shadowRoot;
    if (!element.localName.includes('-')) return null;
    // closed roots: Firefox lends content scripts a property, Chrome a function
    const { openOrClosedShadowRoot: root } = /** @type {any} */ (element);
    if (root !== undefined) return root;
    const { dom } = /** @type {any} */ (chrome);
    try {
      return dom?.openOrClosedShadowRoot(element) ?? null;
    } catch {
      return null;
    }
  }

  /** @param {Element} element @param {CSSStyleDeclaration} style */
  function clippedAway(element, style) {
    const out = style.position === 'absolute' || style.position === 'fixed';
    if (style.overflowX === 'visible' && style.overflowY === 'visible' && !out) return false;
    const box = element.getBoundingClientRect();
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      // a body of no height still shows what overflows it
      if ((box.width < 2 || box.height < 2) && element !== document.body && element !== document.documentElement) return true;
    }
    return out && (box.right + scrollX <= 0 || box.bottom + scrollY <= 0) && box.width > 0;
  }

  /** Below this share of opacity nothing can be read. */
  const FAINT = 0.05;

  /** Whether an element's text can be seen, as far as it says itself. @param {Element} element */
  function isShown(element, style = getComputedStyle(element)) {
    return style.display !== 'none' && Number(style.opacity) >= FAINT && /** @type {any} */ (style).contentVisibility !== 'hidden';
  }

  /** A drop cap floats, yet it begins its word. @param {Element} element @param {CSSStyleDeclaration} style */
  const isDropCap = (element, style) => style.float !== 'none' && (element.textContent ?? '').trim().length <= 2;

  class Collector {
    constructor() {
      /** @type {import('../types').Block[]} */
      this.blocks = [];
      /** @type {import('../types').PageBlock[]} */
      this.features = [];
      /** @type {ShadowRoot[]} */
      this.roots = [];
      /** @type {Element[]} */
      this.ink = [];
      this.total = 0;
      /** @type {Map<Element | null, number>} */
      this.containers = new Map();
      /** @type {Map<Element, string>} */
      this.ownHints = new Map();
      /** @type {Element} the block under way */
      this.element = document.body;
      this.text = '';
      /** @type {import('../types').Segment[]} */
      this.segments = [];
      this.links = 0;
      this.gap = '';
      /** @type {{text: string, segments: import('../types').Segment[]} | null} */
      this.cap = null;
    }

    /** Ends the block under way. @param {Element} next */
    flush(next) {
      if (DROP_CAP.test(this.text)) {
        this.cap = { text: this.text, segments: this.segments };
      } else if (this.segments.length) {
        this.takeCap();
        this.blocks.push({ element: this.element, text: this.text, segments: this.segments });
        this.features.push(this.describe());
        this.total += this.text.length;
      }
      this.element = next;
      this.text = this.gap = '';
      this.segments = [];
      this.links = 0;
    }

    /** Gives a first letter that was drawn large, in a box of its own, back to the word it begins. */
    takeCap() {
      const { cap } = this;
      this.cap = null;
      if (!cap || !/^\p{Ll}/u.test(this.text)) return;
      for (const segment of this.segments) segment.at += cap.text.length;
      this.segments.unshift(...cap.segments);
      this.text = cap.text + this.text;
    }

    /** @param {string} gap */
    space(gap) {
      if (!this.segments.length) return;
      if (gap === '\n' && this.gap === '\n') this.flush(this.element);
      else if (gap === '\n' || !this.gap) this.gap = gap;
    }

    /** @param {Text} node @param {boolean} keepLines @param {boolean} inLink */
    append(node, keepLines, inLink) {
      const data = node.data;
      let last = 0;
      RUN.lastIndex = 0;
      for (let run = RUN.exec(data); run; run = RUN.exec(data)) {
        if (run.index > last) this.gaps(data.slice(last, run.index), keepLines);
        last = RUN.lastIndex;
        if (INVISIBLE.test(run[0])) continue;
        if (this.gap) {
          this.text += this.gap;
          this.gap = '';
        }
        this.segments.push({ at: this.text.length, length: run[0].length, node, offset: run.index });
        this.text += run[0].replaceAll('\u00a0', ' ');
        if (inLink) this.links += run[0].length;
      }
      if (data.length > last) this.gaps(data.slice(last), keepLines);
    }

    /** @param {string} white @param {boolean} keepLines */
    gaps(white, keepLines) {
      const lines = keepLines ? white.split('\n').length - 1 : 0;
      if (lines === 0) this.space(' ');
      for (let i = 0; i < lines; i += 1) this.space('\n');
    }

    /**
     * @param {Node} node
     * @param {{block: Element, keepLines: boolean, inLink: boolean, shown: boolean, depth: number}} at
     */
    walk(node, at) {
      if (this.total + this.text.length > CAP) return;
      if (node.nodeType === Node.TEXT_NODE) {
        if (at.shown) this.append(/** @type {Text} */ (node), at.keepLines, at.inLink);
        return;
      }
      if (node.nodeType !== Node.ELEMENT_NODE || at.depth > DEEPEST) return;
      const element = /** @type {Element} */ (node);
      const tag = element.localName;
      if (tag === 'br') return this.space('\n');
      if (INK.has(tag)) this.ink.push(element);
      if (SKIP.has(tag) || element === H.overlay?.host()) return;
      if (element.getAttribute('aria-hidden') === 'true' || /** @type {HTMLElement} */ (element).isContentEditable) return;
      const style = getComputedStyle(element);
      if (!isShown(element, style)) return;
      if (clippedAway(element, style)) return;

      const inline = style.display.startsWith('inline') || style.display.startsWith('ruby') || style.display === 'contents' || isDropCap(element, style);
      const inner = {
        block: inline ? at.block : element,
        keepLines: style.whiteSpace.startsWith('pre') || style.whiteSpace === 'break-spaces',
        inLink: at.inLink || (tag === 'a' && element.hasAttribute('href')),
        shown: style.visibility === 'visible',
        depth: at.depth + 1,
      };
      if (!inline) this.flush(element);
      for (const child of this.childrenOf(element)) this.walk(child, inner);
      if (!inline) this.flush(at.block);
    }

    /** The children as they are drawn: through shadow roots, slots and folded details. @param {Element} element */
    childrenOf(element) {
      const root = shadowOf(element);
      if (root) {
        this.roots.push(root);
        return root.childNodes;
      }
      if (element.localName === 'slot') {
        const given = /** @type {HTMLSlotElement} */ (element).assignedNodes();
        if (given.length) return given;
      }
      if (element.localName === 'details' && !(/** @type {HTMLDetailsElement} */ (element).open)) {
        return [...element.children].filter((child) => child.localName === 'summary').slice(0, 1);
      }
      return element.childNodes;
    }

    /** @returns {import('../types').PageBlock} */
    describe() {
      const first = this.segments[0];
      const last = this.segments[this.segments.length - 1];
      const range = document.createRange();
      range.setStart(first.node, first.offset);
      range.setEnd(last.node, last.offset + last.length);
      const box = range.getBoundingClientRect();
      const style = getComputedStyle(first.node.parentElement ?? this.element);
      const parent = this.element.parentElement;
      let container = this.containers.get(parent);
      if (container === undefined) this.containers.set(parent, (container = this.containers.size));
      return {
        text: this.text,
        tag: this.element.localName,
        role: this.role(),
        hints: this.hints(),
        link_chars: this.links,
        size: parseFloat(style.fontSize) || 0,
        weight: parseFloat(style.fontWeight) || 400,
        x: Math.round(box.x + scrollX),
        y: Math.round(box.y + scrollY),
        w: Math.round(box.width),
        h: Math.round(box.height),
        container,
        list: this.element.closest('li') !== null,
      };
    }

    role() {
      for (let at = /** @type {Element | null} */ (this.element); at; at = up(at)) {
        const role = ROLES[at.getAttribute('role') ?? ''] ?? ROLES[at.localName];
        if (role) return role;
      }
      return '';
    }

    hints() {
      /** @type {string[]} */
      const words = [];
      let at = /** @type {Element | null} */ (this.element);
      for (let i = 0; i < 5 && at; i += 1, at = up(at)) {
        let own = this.ownHints.get(at);
        if (own === undefined) {
          own = `${at.getAttribute('class') ?? ''} ${at.id ?? ''}`.toLowerCase().trim().replace(/\s+/g, ' ');
          this.ownHints.set(at, own);
        }
        if (own) words.push(own);
      }
      return words.join(' ').slice(0, 200);
    }
  }

  /** @param {Element} element @returns {Element | null} */
  function up(element) {
    if (element.parentElement) return element.parentElement;
    const root = element.getRootNode();
    return root instanceof ShadowRoot ? root.host : null;
  }

  /** @param {string} selector */
  const metaOf = (selector) => (document.querySelector(selector)?.getAttribute('content') ?? '').slice(0, 500);

  /** Author and publisher as the page tells search engines. */
  function linkedData() {
    /** @type {string[]} */
    const authors = [];
    let publisher = '';
    /** @param {any} value */
    const names = (value) => [value].flat().map((one) => (typeof one === 'string' ? one : one?.name)).filter((one) => typeof one === 'string');
    for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
      const text = script.textContent ?? '';
      if (text.length > 500_000) continue;
      try {
        const data = JSON.parse(text);
        for (const item of [data, data?.['@graph']].flat(2)) {
          if (!/Article|Report|Posting/.test(String(item?.['@type'] ?? ''))) continue;
          authors.push(...names(item.author));
          publisher ||= names(item.publisher)[0] ?? '';
        }
      } catch {
        // a page's broken data is no data
      }
    }
    return { jsonld_author: [...new Set(authors)].slice(0, 20), jsonld_publisher: publisher };
  }

  H.collect = () => {
    const collector = new Collector();
    const body = document.body;
    if (body && isShown(document.documentElement)) {
      collector.walk(body, { block: body, keepLines: false, inLink: false, shown: true, depth: 0 });
      collector.flush(body);
    }
    return {
      page: {
        url: location.href,
        title: document.title,
        lang: document.documentElement.lang,
        meta: {
          site_name: metaOf('meta[property="og:site_name"]'),
          author: metaOf('meta[name="author"], meta[property="article:author"]'),
          headline: metaOf('meta[property="og:title"]'),
          description: metaOf('meta[name="description"], meta[property="og:description"]'),
          og_type: metaOf('meta[property="og:type"]'),
          ...linkedData(),
        },
        blocks: collector.features,
      },
      blocks: collector.blocks,
      roots: collector.roots,
      ink: collector.ink,
    };
  };
})();
