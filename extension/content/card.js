// Stands the card of one finding beside its words, and takes it away again.
// Must not know what is in a card: `face` fills it, and `classroom` where there is something to guess.
(() => {
  const H = globalThis.hearsay;
  if (H.card) return;

  const WIDTH = 350;
  const EDGE = 8;

  const { el, action } = H.face;

  H.sheets.push(`
.card{position:absolute;width:${WIDTH}px;max-width:calc(100vw - ${2 * EDGE}px);overflow:auto;overscroll-behavior:contain;padding:14px 16px 10px;border-radius:12px;pointer-events:auto;
background:var(--paper);color:var(--ink);border:1px solid var(--line);box-shadow:var(--shade);font-size:calc(13.5px*var(--size));z-index:2}
.card.state{--c:var(--state)}.card.official{--c:var(--official)}.card.sourcing{--c:var(--sourcing)}.card.claim{--c:var(--claim)}
.rows{margin:8px 0 0;padding:0;list-style:none}
.rows button{display:flex;gap:8px;align-items:center;width:100%;padding:4px 2px;border-radius:6px}
.rows button:hover{background:var(--wash)}
.rows .state{--c:var(--state)}.rows .official{--c:var(--official)}.rows .sourcing{--c:var(--sourcing)}.rows .claim{--c:var(--claim)}
.card:focus{outline:none}
@media (prefers-reduced-motion:no-preference){.card{animation:in .12s ease-out}@keyframes in{from{opacity:0;transform:translateY(4px)}}}
@media (forced-colors:active){.card{border:2px solid CanvasText}}`);

  /** @type {HTMLElement | null} */
  let card = null;
  /** @type {string | null} */
  let finding = null;
  /** @type {(() => DOMRect[]) | null} what the card must not cover */
  let beside = null;
  let byKeyboard = false;
  /** A card comes a moment after it is asked for; only the last one asked for is shown. */
  let asked = 0;

  /** @param {string} key @param {string[]} [values] */
  const t = (key, values) => chrome.i18n.getMessage(key, values);

  /**
   * @param {Node[]} content
   * @param {{className: string, label?: string, keyboard: boolean, near: () => DOMRect[]}} how
   */
  function show(content, how) {
    const layer = H.overlay.layer('card');
    layer.replaceChildren();
    card = el('div', `card ${how.className}`, ...content);
    card.setAttribute('role', 'dialog');
    if (how.label) card.setAttribute('aria-label', how.label);
    else card.setAttribute('aria-labelledby', 'title');
    card.tabIndex = -1;
    card.addEventListener('keydown', trap);
    layer.append(card);
    beside = how.near;
    byKeyboard = how.keyboard;
    place();
    addEventListener('keydown', escape, true);
    addEventListener('pointerdown', outside, true);
    if (byKeyboard) (card.querySelector('input') ?? card).focus({ preventScroll: true });
  }

  /** Keys meant for the card are not the page's shortcuts. @param {KeyboardEvent} event */
  const trap = (event) => {
    if (event.key !== 'Escape') event.stopPropagation();
  };
  /** @param {KeyboardEvent} event */
  function escape(event) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    close({ refocus: byKeyboard });
  }
  /** @param {Event} event */
  function outside(event) {
    if (event.composedPath()[0] !== H.overlay.host()) close({ refocus: false });
  }

  /** @param {string} id @param {{keyboard?: boolean}} [options] */
  async function open(id, { keyboard = false } = {}) {
    const marked = () => H.page.marks.find((one) => one.finding === id);
    const at = marked();
    if (!at) return;
    asked += 1;
    const mine = asked;
    H.anchor.reveal(at.range, 0);
    H.badges.go(id);
    const question = H.classroom.question(id);
    let content = null;
    try {
      if (!question) content = await H.page.card(id);
    } catch {
      if (mine === asked) say(t('status_no_background'), at.range.getBoundingClientRect());
      return;
    }
    const mark = marked();
    if ((!content && !question) || !mark || mine !== asked) return;
    finding = id;
    show(question ?? [...H.classroom.verdict(id), ...(content ? H.face.fill(content, id, place, keyboard) : [])], {
      className: `${mark.layer} ${mark.ground}`,
      keyboard,
      near: () => H.page.rangesOf(id).flatMap(H.anchor.rects),
    });
    H.outline.hold(id);
    H.badges.expanded(id);
  }

  /** @param {{refocus?: boolean}} [options] */
  function close({ refocus = byKeyboard } = {}) {
    asked += 1;
    if (!card) return;
    const was = finding;
    card = finding = beside = null;
    H.overlay.layer('card').replaceChildren();
    removeEventListener('keydown', escape, true);
    removeEventListener('pointerdown', outside, true);
    H.outline.hold(null);
    H.badges.expanded(null);
    if (refocus && was) H.badges.focus(was);
  }

  /** Below its words, else above, else beside; only where none of these fits, over them. */
  function place() {
    if (!card || !beside) return;
    const rects = beside().filter((box) => box.bottom > -50 && box.top < innerHeight + 50);
    if (!rects.length) {
      card.style.visibility = 'hidden';
      return;
    }
    const to = H.overlay.toLocal();
    const width = document.documentElement.clientWidth || innerWidth;
    const left = Math.min(...rects.map((box) => box.left));
    const right = Math.max(...rects.map((box) => box.right));
    const top = Math.min(...rects.map((box) => box.top));
    const bottom = Math.max(...rects.map((box) => box.bottom));
    card.style.maxHeight = `${(innerHeight - 2 * EDGE) / to.k}px`;
    const own = { width: card.offsetWidth * to.k, height: card.offsetHeight * to.k };
    let x = Math.max(EDGE, Math.min(rects[0].left, width - own.width - EDGE));
    let y = bottom + 8;
    if (y + own.height > innerHeight - EDGE) {
      if (top - 8 - own.height >= EDGE) y = top - 8 - own.height;
      else {
        y = Math.max(EDGE, innerHeight - own.height - EDGE);
        if (right + 12 + own.width <= width - EDGE) x = right + 12;
        else if (left - 40 - own.width >= EDGE) x = left - 40 - own.width;
      }
    }
    card.style.visibility = '';
    card.style.left = `${to.x(x)}px`;
    card.style.top = `${to.y(y)}px`;
  }

  H.card = {
    open,
    close,
    place,
    current: () => finding,
    list(findings, at) {
      const rows = el('ul', 'rows');
      for (const id of findings) {
        const badge = H.page.view?.badges.find((one) => one.finding === id);
        if (!badge) continue;
        const row = action('', () => void open(id, { keyboard: byKeyboard }));
        row.className = badge.layer;
        row.append(el('span', 'tile', badge.label), el('span', '', badge.name));
        rows.append(el('li', '', row));
      }
      close({ refocus: false });
      const ground = H.page.marks.find((mark) => mark.finding === findings[0])?.ground ?? 'light';
      show([rows], { className: ground, label: t('badges_on_line'), keyboard: true, near: fixed(at) });
    },
    say,
  };

  /** @param {string} text @param {DOMRect} at @param {{label: string, keyboard: boolean, then: () => void}} [act] */
  function say(text, at, act) {
    close({ refocus: false });
    const ground = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    const button = act && action(act.label, act.then);
    show([el('p', '', text), ...(button ? [el('div', 'acts', button)] : [])], { className: ground, label: t('name'), keyboard: act?.keyboard ?? false, near: fixed(at) });
  }

  /** A place on the page as it moves with scrolling. @param {DOMRect} at */
  function fixed(at) {
    const x = at.left + scrollX;
    const y = at.top + scrollY;
    return () => [new DOMRect(x - scrollX, y - scrollY, at.width, at.height)];
  }
})();
