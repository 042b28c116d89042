// The card of one finding: what was marked, who says it through whose hands, and why.
// Must not word or judge anything: every sentence is the engine's or the language file's.
(() => {
  const H = globalThis.hearsay;
  if (H.card) return;

  const WIDTH = 350;
  const EDGE = 8;

  H.sheets.push(`
.card{position:absolute;width:${WIDTH}px;max-width:calc(100vw - ${2 * EDGE}px);overflow:auto;overscroll-behavior:contain;padding:14px 16px 10px;border-radius:12px;pointer-events:auto;
background:var(--paper);color:var(--ink);border:1px solid var(--line);box-shadow:var(--shade);font-size:calc(13.5px*var(--size));z-index:2}
.card.state{--c:var(--state)}.card.official{--c:var(--official)}.card.sourcing{--c:var(--sourcing)}.card.claim{--c:var(--claim)}
.card h2{margin:0;font-size:1.1em;font-weight:700;display:flex;gap:8px;align-items:center}
.tile{flex:none;min-width:18px;height:18px;padding:0 4px;border-radius:4px;background:var(--c);color:var(--on);font-size:11px;line-height:18px;text-align:center;font-weight:700}
.card p{margin:3px 0 0;color:var(--soft)}
.chain{display:flex;flex-wrap:wrap;align-items:center;row-gap:6px;margin:12px 0 0;padding:0;list-style:none}
.chain li{display:flex;align-items:center;min-width:0}
.chain span{padding:2px 9px;border:1px solid var(--line);border-radius:7px;font-weight:600;font-size:.96em;overflow-wrap:anywhere}
.chain .arrow{flex:none;width:22px;height:9px;margin:0 2px;padding:0;border:0;border-radius:0;color:var(--soft)}
.chain .last{color:var(--c);border-color:var(--c)}
.imvain{display:grid;grid-template-columns:auto 1fr;gap:3px 10px;margin:12px 0 0}
.imvain dt{color:var(--soft);font-weight:600}.imvain dd{margin:0}
.why{margin-top:10px;padding:8px 10px;border-radius:8px;background:var(--wash)}
.why p{color:var(--ink)}.why p+p{color:var(--soft)}.why code{font:12px ui-monospace,"DejaVu Sans Mono",monospace;color:var(--soft)}
.acts{display:flex;flex-wrap:wrap;gap:2px 14px;margin-top:10px;padding-top:8px;border-top:1px solid var(--line)}
.acts button{padding:4px 0;min-height:24px;color:var(--link)}
.acts button:hover{text-decoration:underline}
.rows{margin:8px 0 0;padding:0;list-style:none}
.rows button{display:flex;gap:8px;align-items:center;width:100%;padding:4px 2px;border-radius:6px}
.rows button:hover{background:var(--wash)}
.rows .state{--c:var(--state)}.rows .official{--c:var(--official)}.rows .sourcing{--c:var(--sourcing)}.rows .claim{--c:var(--claim)}
.card:focus{outline:none}
@media (prefers-reduced-motion:no-preference){.card{animation:in .12s ease-out}@keyframes in{from{opacity:0;transform:translateY(4px)}}}
@media (forced-colors:active){.card{border:2px solid CanvasText}.tile{forced-color-adjust:none;background:ButtonFace;color:ButtonText;border:1px solid ButtonText;line-height:16px}}`);

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
   * @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag
   * @param {string} className
   * @param {(Node | string)[]} children
   */
  function el(tag, className = '', ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** @param {string} label @param {() => void} then */
  function action(label, then) {
    const button = el('button', '', label);
    button.type = 'button';
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      then();
    });
    return button;
  }

  function arrow() {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'arrow');
    svg.setAttribute('viewBox', '0 0 22 9');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M0 4.5H20M16 1l4.5 3.5L16 8');
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', 'currentColor');
    svg.append(path);
    return svg;
  }

  /** @param {import('../types').Card} content @param {string} id */
  function fill(content, id) {
    /** @type {Node[]} */
    const parts = [];
    const title = el('h2', '', el('span', 'tile', content.letter), el('span', '', content.title));
    title.id = 'title';
    parts.push(title);
    if (content.why) parts.push(el('p', '', content.why));
    if (content.chain.length > 1) {
      const chain = el('ol', 'chain');
      chain.setAttribute('aria-label', t('card_chain'));
      for (const [at, { label, last }] of content.chain.entries()) {
        chain.append(el('li', '', ...(at ? [arrow()] : []), el('span', last ? 'last' : '', label)));
      }
      parts.push(chain);
    }
    if (content.imvain.length) {
      parts.push(el('dl', 'imvain', ...content.imvain.flatMap(({ key, value }) => [el('dt', '', key), el('dd', '', value)])));
    }
    if (content.reply) {
      const reply = el('p', 'reply', content.reply);
      reply.style.marginTop = '8px';
      parts.push(reply);
    }
    const why = el('div', 'why', el('p', '', content.rule_text), ...(content.rejected ? [el('p', '', content.rejected)] : []), el('code', '', content.rule_id));
    why.hidden = true;
    const acts = el('div', 'acts');
    const others = content.same_voice.filter((one) => one !== id && H.page.rangesOf(one).length);
    if (others.length) acts.append(action(t('card_same_voice', [String(others.length)]), () => void open(nextOf(id, others), { keyboard: byKeyboard })));
    const whyButton = action(t('card_why'), () => {
      why.hidden = !why.hidden;
      whyButton.setAttribute('aria-expanded', String(!why.hidden));
      place();
    });
    whyButton.setAttribute('aria-expanded', 'false');
    const copyButton = action(t('card_copy'), () => {
      copyButton.textContent = copy(content) ? t('card_copied') : t('card_not_copied');
    });
    acts.append(whyButton, copyButton, action(t('card_not_right'), () => {
      close({ refocus: false });
      void H.page.except(id);
    }));
    return [...parts, why, acts];
  }

  /** The voice's next place after this one, going round. @param {string} id @param {string[]} others */
  function nextOf(id, others) {
    const order = H.page.marks.map((mark) => mark.finding);
    const here = order.indexOf(id);
    return others.find((one) => order.indexOf(one) > here) ?? others[0];
  }

  /** @param {import('../types').Card} content */
  function copy(content) {
    const fragment = content.quote ? `#:~:text=${encodeURIComponent(content.quote.slice(0, 200)).replaceAll('-', '%2D')}` : '';
    const lines = [
      `“${content.quote}”`,
      content.title,
      content.why,
      content.chain.length > 1 ? content.chain.map((one) => one.label).join(' → ') : '',
      ...content.imvain.map(({ key, value }) => `${key}: ${value}`),
      content.reply ?? '',
      location.href.replace(/#.*/, '') + fragment,
    ];
    const text = lines.filter(Boolean).join('\n');
    let done = false;
    // the clipboard API is missing on plain http; this way works on both, without touching the selection
    /** @param {ClipboardEvent} event */
    const give = (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      event.clipboardData?.setData('text/plain', text);
      done = true;
    };
    addEventListener('copy', give, { capture: true, once: true });
    document.execCommand('copy');
    removeEventListener('copy', give, { capture: true });
    return done;
  }

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
    if (byKeyboard) card.focus({ preventScroll: true });
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
    const place = marked();
    if (!place) return;
    asked += 1;
    const mine = asked;
    H.anchor.reveal(place.range, 0);
    H.badges.go(id);
    let content;
    try {
      content = await H.page.card(id);
    } catch {
      if (mine === asked) say(t('status_no_background'), place.range.getBoundingClientRect());
      return;
    }
    const mark = marked();
    if (!content || !mark || mine !== asked) return;
    finding = id;
    show(fill(content, id), {
      className: `${content.layer} ${mark.ground}`,
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

  /** @param {string} text @param {DOMRect} at */
  function say(text, at) {
    close({ refocus: false });
    const ground = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
    show([el('p', '', text)], { className: ground, label: t('name'), keyboard: false, near: fixed(at) });
  }

  /** A place on the page as it moves with scrolling. @param {DOMRect} at */
  function fixed(at) {
    const x = at.left + scrollX;
    const y = at.top + scrollY;
    return () => [new DOMRect(x - scrollX, y - scrollY, at.width, at.height)];
  }
})();
