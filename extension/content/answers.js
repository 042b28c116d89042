// What a page answers to the background, the popup and the panel: its state, the next mark, whose words these are.
// Must not scan or draw: it asks `main` and `card`, once the page has come to rest.
(() => {
  const H = globalThis.hearsay;
  const { page } = H;
  if (!page || H.answers) return;
  H.answers = true;

  /** Where the first selected words stand: a block, and UTF-16 within its text. @param {Range} range */
  function placeOf(range) {
    for (const [block, { segments }] of page.blocks.entries()) {
      let start = -1;
      let end = -1;
      for (const { at, length, node, offset } of segments) {
        if (!range.intersectsNode(node)) continue;
        const from = node === range.startContainer ? Math.max(range.startOffset, offset) : offset;
        const to = node === range.endContainer ? Math.min(range.endOffset, offset + length) : offset + length;
        if (to <= from) continue;
        if (start < 0) start = at + from - offset;
        end = at + to - offset;
      }
      if (start >= 0) return { block, start, end };
    }
    return null;
  }

  /** The finding after or before the open card's, where there are no badges to walk. @param {1 | -1} by */
  function beside(by) {
    const order = [...new Set(page.marks.map((mark) => mark.finding))];
    const at = order.indexOf(H.card.current() ?? '');
    return order.at(at < 0 ? (by > 0 ? 0 : -1) : (at + by) % order.length) ?? null;
  }

  /** @param {string} key @param {DOMRect} at */
  function say(key, at) {
    H.overlay.theme(page.settings.palette, page.settings.size);
    H.card.say(chrome.i18n.getMessage(key), at);
  }

  /** @type {Record<string, (message: any) => unknown>} */
  const ANSWERS = {
    state: page.state,
    toggle: page.toggle,
    async step({ by }) {
      await page.rest();
      const finding = H.badges.step(by) ?? beside(by);
      if (finding && !H.badges.focus(finding)) await H.card.open(finding, { keyboard: true });
      return { finding };
    },
    async go({ finding }) {
      await page.rest();
      await H.card.open(finding);
      return { finding };
    },
    async who() {
      await page.rest();
      const selection = getSelection();
      if (!selection?.rangeCount) return {};
      const range = selection.getRangeAt(0);
      const place = placeOf(range);
      const finding = place && page.view ? ((await page.engine('who', place))?.finding ?? null) : null;
      if (!finding) say('who_nobody', range.getBoundingClientRect());
      else if (!page.rangesOf(finding).length) say('who_off', range.getBoundingClientRect());
      else await H.card.open(finding);
      return { finding };
    },
    /** What the panel reads the story from. */
    async view() {
      await page.rest();
      return { input: page.input(), guesses: H.classroom.guesses() ?? null, url: location.href, title: document.title };
    },
    /** A class starts afresh. */
    async again() {
      H.card.close({ refocus: false });
      H.classroom.forget();
      await page.scan();
      return page.state();
    },
  };

  chrome.runtime.onMessage.addListener((message, _sender, reply) => {
    if (message?.to !== 'page' || !Object.hasOwn(ANSWERS, message.type)) return;
    const answer = ANSWERS[message.type];
    Promise.resolve(answer(message)).then(reply, () => reply(null));
    return true;
  });
})();
