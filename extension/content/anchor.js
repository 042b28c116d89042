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

  /**
   * By the first ancestor that paints a ground; where that is a picture or nothing at all, by the
   * text's own colour, which the page chose to be read there.
   * @param {import('../types').Block} block
   * @returns {import('../types').Ground}
   */
  function ground(block) {
    if (block.ground) return block.ground;
    /** @type {import('../types').Ground} */
    let found = parse(getComputedStyle(block.element).color).light > 140 ? 'dark' : 'light';
    for (let at = /** @type {Element | null} */ (block.element); at; at = parentOf(at)) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') break;
      const { light, alpha } = parse(style.backgroundColor);
      if (alpha < 0.5) continue;
      found = light < 128 ? 'dark' : 'light';
      break;
    }
    block.ground = found;
    return found;
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
    ground,
    reveal,
    rects: (made) => [...made.getClientRects()].filter((box) => box.width > 0 && box.height > 0),
  };
})();
