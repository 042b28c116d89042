// What is in a card: the finding, whose hands it came through, the five lines, why it was marked.
// Must not word or judge anything: every sentence is the engine's or the language file's.
(() => {
  const H = globalThis.hearsay;
  if (H.face) return;

  H.sheets.push(`
.card h2{margin:0;font-size:1.1em;font-weight:700;display:flex;gap:8px;align-items:center}
.tile{flex:none;min-width:18px;height:18px;padding:0 4px;border-radius:4px;background:var(--c);color:var(--on);font-size:11px;line-height:18px;text-align:center;font-weight:700}
.card p{margin:3px 0 0;color:var(--soft)}
.facts{margin:6px 0 0;padding:0;list-style:none}
.chain{display:flex;flex-wrap:wrap;align-items:center;row-gap:6px;margin:12px 0 0;padding:0;list-style:none}
.chain li{display:flex;align-items:center;min-width:0}
.chain span{padding:2px 9px;border:1px solid var(--line);border-radius:7px;font-weight:600;font-size:.96em;overflow-wrap:anywhere}
.chain .arrow{flex:none;width:22px;height:9px;margin:0 2px;padding:0;border:0;border-radius:0;color:var(--soft)}
.chain .last{color:var(--c);border-color:var(--c)}
.imvain{display:grid;grid-template-columns:auto 1fr;gap:3px 10px;margin:12px 0 0}
.imvain dt{color:var(--soft);font-weight:600}.imvain dd{margin:0}
.why{margin-top:10px;padding:8px 10px;border-radius:8px;background:var(--wash)}
.why p{color:var(--ink);margin:0 0 3px}.why code{font:12px ui-monospace,"DejaVu Sans Mono",monospace;color:var(--soft)}
.acts{display:flex;flex-wrap:wrap;gap:2px 14px;margin-top:10px;padding-top:8px;border-top:1px solid var(--line)}
.acts button{padding:4px 0;min-height:24px;color:var(--link)}
.acts button:hover{text-decoration:underline}
@media (forced-colors:active){.tile{forced-color-adjust:none;background:ButtonFace;color:ButtonText;border:1px solid ButtonText;line-height:16px}}`);

  /** Longer than this, a link names the first words and the last alone: so many of each. */
  const ENDS = 5;

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

  /** @param {import('../types').Card} content */
  function chainOf(content) {
    const chain = el('ol', 'chain');
    chain.setAttribute('aria-label', t('card_chain'));
    for (const [at, { label, last }] of content.chain.entries()) {
      chain.append(el('li', '', ...(at ? [arrow()] : []), el('span', last ? 'last' : '', label)));
    }
    return chain;
  }

  /** @param {import('../types').Card} content @param {string} id @param {() => void} moved @param {boolean} keyboard */
  function fill(content, id, moved, keyboard) {
    /** @type {Node[]} */
    const parts = [];
    const title = el('h2', '', el('span', 'tile', content.letter), el('span', '', content.title));
    title.id = 'title';
    parts.push(title);
    if (content.why) parts.push(el('p', '', content.why));
    if (content.facts.length) parts.push(el('ul', 'facts', ...content.facts.map((fact) => el('li', '', fact))));
    if (content.chain.length > 1) parts.push(chainOf(content));
    if (content.imvain.length) {
      parts.push(el('dl', 'imvain', ...content.imvain.flatMap(({ key, value }) => [el('dt', '', key), el('dd', '', value)])));
    }
    if (content.reply) {
      const reply = el('p', 'reply', content.reply);
      reply.style.marginTop = '8px';
      parts.push(reply);
    }
    const sentences = [content.rejected, content.sure].filter(Boolean);
    const why = el('div', 'why', ...sentences.map((one) => el('p', '', one)), el('code', '', content.rule_id));
    why.hidden = true;
    const acts = el('div', 'acts');
    const others = content.same_voice.filter((one) => one !== id && H.page.rangesOf(one).length);
    if (others.length) acts.append(action(t('card_same_voice', [String(others.length)]), () => void H.card.open(nextOf(id, others), { keyboard })));
    const whyButton = action(t('card_why'), () => {
      why.hidden = !why.hidden;
      whyButton.setAttribute('aria-expanded', String(!why.hidden));
      moved();
    });
    whyButton.setAttribute('aria-expanded', 'false');
    const copyButton = action(t('card_copy'), () => {
      copyButton.textContent = copy(content) ? t('card_copied') : t('card_not_copied');
    });
    acts.append(whyButton, copyButton, action(t('card_not_right'), () => void leaveOut(id, keyboard)));
    return [...parts, why, acts];
  }

  /** Takes a mark away for good, unless the reader thinks again. @param {string} id @param {boolean} keyboard */
  async function leaveOut(id, keyboard) {
    const at = H.page.rangesOf(id)[0]?.getBoundingClientRect() ?? new DOMRect();
    H.card.close({ refocus: false });
    const back = await H.page.except(id);
    await H.page.rest();
    if (!back || !H.overlay.host()) return;
    H.card.say(t('card_left_out'), at, { label: t('card_undo'), keyboard, then: () => {
      H.card.close({ refocus: false });
      void back();
    } });
  }

  /** The voice's next place after this one, going round. @param {string} id @param {string[]} others */
  function nextOf(id, others) {
    const order = H.page.marks.map((mark) => mark.finding);
    const here = order.indexOf(id);
    return others.find((one) => order.indexOf(one) > here) ?? others[0];
  }

  /** A link that shows the words: whole, or from the first to the last where they are many. @param {string} quote */
  function fragment(quote) {
    const words = quote.split(/\s+/).filter(Boolean);
    if (!words.length) return '';
    const write = (/** @type {string[]} */ some) => encodeURIComponent(some.join(' ')).replaceAll('-', '%2D');
    const long = words.length > 2 * ENDS || quote.includes('\n');
    return `#:~:text=${long ? `${write(words.slice(0, ENDS))},${write(words.slice(-ENDS))}` : write(words)}`;
  }

  /** @param {import('../types').Card} content */
  function copy(content) {
    const lines = [
      `“${content.quote}”`,
      content.title,
      content.why,
      ...content.facts,
      content.chain.length > 1 ? content.chain.map((one) => one.label).join(' → ') : '',
      ...content.imvain.map(({ key, value }) => `${key}: ${value}`),
      content.reply ?? '',
      location.href.replace(/#.*/, '') + fragment(content.quote),
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

  H.face = { el, action, fill };
})();
