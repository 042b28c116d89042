// How much room there is beside a line of text, and whether something of the page covers it.
// Must only measure: nothing is drawn or moved here.
(() => {
  const H = globalThis.hearsay;
  if (H.margins) return;

  /** @typedef {{left: number, right: number, top: number, bottom: number, element: Element}} Box in document pixels */

  /** Share of a font's size between the top of its box and that of its tallest letters; fonts have 0.14 to 0.2. */
  const FREE = 0.14;

  /** @type {Element[]} */
  let elements = [];
  /** @type {Box[] | null} */
  let boxes = null;
  /** @type {WeakMap<import('../types').Block, {lines: DOMRect[], dx: number, dy: number, columns: boolean, rtl: boolean, letters: number, tight: boolean}>} */
  let shapes = new WeakMap();

  /** Rectangles of everything that fills space, measured once until the layout changes. */
  function filled() {
    if (boxes) return boxes;
    boxes = [];
    for (const element of elements) {
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2) continue;
      boxes.push({ left: box.left + scrollX, right: box.right + scrollX, top: box.top + scrollY, bottom: box.bottom + scrollY, element });
    }
    for (const block of H.page.blocks) {
      for (const line of textLines(block)) {
        boxes.push({ left: line.left + scrollX, right: line.right + scrollX, top: line.top + scrollY, bottom: line.bottom + scrollY, element: block.element });
      }
    }
    return boxes;
  }

  /** @param {import('../types').Block} block */
  function textLines(block) {
    const whole = H.anchor.range(block, 0, block.text.length);
    if (!whole) return [];
    const rects = H.anchor.rects(whole);
    return rects.length > 400 ? [whole.getBoundingClientRect()] : rects;
  }

  /** @param {Element} element */
  function inColumns(element) {
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
      const { columnCount, columnWidth } = getComputedStyle(at);
      if (columnCount !== 'auto' || columnWidth !== 'auto') return true;
    }
    return false;
  }

  /** The block's lines, kept relative to its element so that scrolling does not spoil them. @param {import('../types').Block} block */
  function shapeOf(block) {
    let shape = shapes.get(block);
    if (!shape) {
      const box = block.element.getBoundingClientRect();
      const style = getComputedStyle(block.segments[0].node.parentElement ?? block.element);
      shape = {
        letters: parseFloat(style.fontSize) * FREE,
        tight: H.anchor.tight(block),
        lines: textLines(block),
        dx: box.left,
        dy: box.top,
        columns: inColumns(block.element),
        rtl: style.direction === 'rtl',
      };
      shapes.set(block, shape);
    }
    return shape;
  }

  /** @param {Element} outer @param {Element} inner through shadow roots */
  function holds(outer, inner) {
    for (let at = /** @type {Node | null} */ (inner); at; at = at instanceof ShadowRoot ? at.host : at.parentNode) if (at === outer) return true;
    return false;
  }

  /** @param {number} x @param {number} y */
  const under = (x, y) => document.elementsFromPoint(x, y).find((element) => element !== H.overlay.host()) ?? null;

  H.margins = {
    reset(ink) {
      elements = ink;
      boxes = null;
      shapes = new WeakMap();
    },

    /**
     * Where badges of a line stand: the edge of its column, and the free pixels beyond it.
     * @param {import('../types').Block} block
     * @param {DOMRect} line of the mark, in window pixels
     */
    edge(block, line) {
      const shape = shapeOf(block);
      const box = block.element.getBoundingClientRect();
      const moveX = box.left - shape.dx;
      const moveY = box.top - shape.dy;
      const middle = (line.top + line.bottom) / 2;
      let left = line.left;
      let right = line.right;
      let lineEnd = line;
      for (const one of shape.lines) {
        const top = one.top + moveY;
        const same = middle > top && middle < one.bottom + moveY;
        const here = { left: one.left + moveX, right: one.right + moveX };
        // in columns only lines over or under this one share its edge
        if (shape.columns && (here.right < line.left || here.left > line.right) && !same) continue;
        if (shape.columns && same && (here.left > right + 16 || here.right < left - 16)) continue;
        left = Math.min(left, here.left);
        right = Math.max(right, here.right);
        if (same && here.right > lineEnd.right) lineEnd = new DOMRect(here.left, top, here.right - here.left, one.height);
      }
      const side = shape.rtl ? /** @type {const} */ ('right') : /** @type {const} */ ('left');
      const x = side === 'left' ? left : right;
      const docX = x + scrollX;
      const top = middle + scrollY - 9;
      const bottom = middle + scrollY + 9;
      let limit = side === 'left' ? 0 : document.documentElement.clientWidth + scrollX;
      for (const other of filled()) {
        if (other.bottom <= top || other.top >= bottom || holds(other.element, block.element)) continue;
        if (side === 'left' && other.right <= docX + 1 && other.right > limit) limit = other.right;
        if (side === 'right' && other.left >= docX - 1 && other.left < limit) limit = other.left;
      }
      return { x, free: Math.abs(docX - limit), side, lineEnd: { right: lineEnd.right, free: lineEnd.top + shape.letters, tight: shape.tight } };
    },

    /** Whether a line is hidden: out of its scroller, or under a sticky header or a layer of the page. */
    covered(block, line) {
      const x = line.left + Math.min(4, line.width / 2);
      const y = (line.top + line.bottom) / 2;
      for (let at = block.element.parentElement; at && at !== document.body && at !== document.documentElement; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
        const box = at.getBoundingClientRect();
        if (y < box.top || y > box.bottom || x < box.left || x > box.right) return true;
      }
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return false;
      const top = under(x, y);
      if (!top || holds(block.element, top) || holds(top, block.element)) return false;
      for (let at = /** @type {Element | null} */ (top); at && !holds(at, block.element); at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.position === 'fixed' || style.position === 'sticky') return true;
        const alpha = /rgba\(.*,\s*([\d.]+)\)/.exec(style.backgroundColor)?.[1] ?? '1';
        if (Number(alpha) > 0.5 && style.visibility === 'visible') return true;
      }
      return false;
    },

    /** Whether a point beside the text is empty, as far as the page shows. */
    clear(block, x, y) {
      if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return true;
      const top = under(x, y);
      if (!top || holds(top, block.element)) return true;
      for (let at = /** @type {Element | null} */ (top); at && !holds(at, block.element); at = at.parentElement) {
        if (at.matches('a,button,img,svg,video,iframe,canvas,input,object,embed')) return false;
        const style = getComputedStyle(at);
        if (style.position === 'fixed' || style.position === 'sticky' || style.backgroundImage !== 'none') return false;
      }
      return true;
    },
  };
})();
