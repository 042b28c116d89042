// The card says what the engine said, stands beside its words, and goes when it should.
import assert from 'node:assert/strict';

/** @typedef {import('../harness.mjs').Visit} Visit */

/** @param {Visit} v @param {string} kind */
async function openKind(v, kind) {
  const badge = (await v.badges()).find((one) => one.kind.includes(kind) && one.finding);
  assert.ok(badge, `no badge of kind ${kind}`);
  await v.click(badge);
  await v.until('a card', () => globalThis.hearsay.card.current());
  return String(badge.finding);
}

/** @type {import('../run.mjs').Test[]} */
export default [
  ...['state', 'official', 'sourcing', 'claim'].map((kind) => /** @type {import('../run.mjs').Test} */ ([
    `${kind}: shows title, why, chain, the five lines and the reply`, async (s) => {
      const v = await s.visit('sample', { width: 1160, height: 1500 });
      await v.marked();
      const finding = await openKind(v, kind);
      const content = await v.inContent((id) => globalThis.hearsay.page.card(id), finding);
      const card = await v.card();
      assert.ok(content && card);
      for (const part of [content.title, content.why, ...content.imvain.flatMap(({ key, value }) => [key, value]), content.reply ?? '']) {
        assert.ok(card.text.replace(/\s+/g, ' ').includes(part.replace(/\s+/g, ' ')), `${part} is not in ${card.text}`);
      }
      await v.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]).catch(() => {});
      await v.shot(`card-${kind}`);
    },
  ])),

  ['is 350 pixels wide and lies beside its words, not over them', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    for (const badge of (await v.badges()).filter((one) => one.finding && one.y > 0 && one.y < 780)) {
      await v.click(badge);
      await v.until('its card', (finding) => globalThis.hearsay.card.current() === finding, badge.finding ?? '');
      const card = await v.card();
      assert.equal(card?.width, 350);
      const over = await v.inContent((finding) => {
        const box = /** @type {Element} */ (globalThis.hearsay.overlay.root().querySelector('.card')).getBoundingClientRect();
        return globalThis.hearsay.page.rangesOf(finding).flatMap(globalThis.hearsay.anchor.rects).filter((one) => one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top).length;
      }, badge.finding ?? '');
      assert.equal(over, 0, `the card of ${badge.name} lies over its words`);
      await v.page.keyboard.press('Escape');
      await v.until('no card', () => !globalThis.hearsay.card.current());
    }
  }],

  ['a click on marked words opens it, a click outside closes it', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    await v.click(await v.wordsOf('claim-cue', 'alleged'));
    await v.until('a card', () => globalThis.hearsay.card.current());
    await v.page.mouse.click(1100, 30);
    await v.until('no card', () => !globalThis.hearsay.card.current());
  }],

  ['opens after the browser has stopped the background', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    await s.killBackground();
    const finding = await openKind(v, 'sourcing');
    assert.ok((await v.card())?.title);
    assert.equal(await v.inContent(() => globalThis.hearsay.card.current()), finding);
  }],

  ['a second click on its badge closes it', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    await openKind(v, 'claim');
    const badge = (await v.badges()).find((one) => one.kind.includes('claim') && one.finding);
    assert.ok(badge);
    await v.click(badge);
    await v.until('no card', () => !globalThis.hearsay.card.current());
  }],

  ['says the rule when asked why', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const finding = await openKind(v, 'claim');
    const content = await v.inContent((id) => globalThis.hearsay.page.card(id), finding);
    await v.inContent(() => /** @type {HTMLElement} */ (globalThis.hearsay.overlay.root().querySelector('.acts [aria-expanded]')).click());
    const card = await v.card();
    assert.ok(content && card?.text.includes(content.sure) && card.text.includes(content.rule_id));
    await v.shot('card-why');
  }],

  ['goes to where the same voice speaks again', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const finding = await v.inContent(async () => {
      for (const { finding: id } of globalThis.hearsay.page.view?.badges ?? []) {
        const card = await globalThis.hearsay.page.card(id);
        if (card?.same_voice.some((one) => one !== id && globalThis.hearsay.page.rangesOf(one).length)) return id;
      }
      return null;
    });
    assert.ok(finding, 'no voice speaks twice in the sample');
    await v.inContent((id) => globalThis.hearsay.card.open(id), finding);
    await v.inContent(() => /** @type {HTMLElement} */ (globalThis.hearsay.overlay.root().querySelector('.acts button')).click());
    await v.until('the other card', (id) => globalThis.hearsay.card.current() !== id, finding);
    const other = await v.inContent(() => globalThis.hearsay.card.current());
    assert.ok(other);
    const seen = await v.inContent((id) => globalThis.hearsay.page.rangesOf(String(id)).some((range) => range.getBoundingClientRect().top >= 0 && range.getBoundingClientRect().bottom <= innerHeight), other);
    assert.ok(seen);
  }],

  ['“not right?” hides the mark here and after a reload', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const finding = await openKind(v, 'claim');
    const before = (await v.marks()).filter((mark) => mark.finding === finding).map((mark) => mark.text);
    await v.inContent(() => /** @type {HTMLElement} */ (globalThis.hearsay.overlay.root().querySelector('.acts button:last-child')).click());
    const gone = (/** @type {string} */ id) => !globalThis.hearsay.page.rangesOf(id).length;
    await v.until('the mark gone', gone, finding);
    // it can be taken back where it was done
    await v.until('the way back', (words) => globalThis.hearsay.overlay.root().querySelector('.card .acts')?.textContent === words, await s.inExtension(() => chrome.i18n.getMessage('card_undo')));
    const press = (/** @type {string} */ which) => v.inContent((one) => /** @type {HTMLElement} */ (globalThis.hearsay.overlay.root().querySelector(one)).click(), which);
    await press('.card .acts button');
    await v.until('the mark back', (id) => globalThis.hearsay.page.rangesOf(id).length > 0, finding);
    await v.inContent((id) => globalThis.hearsay.card.open(id), finding);
    await v.until('its card', (id) => globalThis.hearsay.card.current() === id, finding);
    await press('.acts button:last-child');
    await v.until('the mark gone again', gone, finding);
    await v.page.reload();
    await v.marked();
    assert.deepEqual((await v.marks()).filter((mark) => mark.finding === finding), []);
    assert.ok(before.length);
  }],

  ['copies as text with a link to the words', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const finding = await openKind(v, 'claim');
    await v.inContent(() => addEventListener('copy', () => {}));
    // what reaches the clipboard is read where it is given
    await v.page.evaluate(() => {
      /** @type {any} */ (window).heardCopy = 0;
      document.addEventListener('copy', () => { /** @type {any} */ (window).heardCopy += 1; });
    });
    const copy = await v.inContent(() => {
      const button = /** @type {HTMLElement} */ ([...globalThis.hearsay.overlay.root().querySelectorAll('.acts button')].at(-2));
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x, y, width, height };
    });
    await v.click(copy);
    const words = await v.until('a copy', (label) => {
      const button = /** @type {HTMLElement} */ ([...globalThis.hearsay.overlay.root().querySelectorAll('.acts button')].at(-2));
      return button.textContent !== label && button.textContent;
    }, await s.inExtension(() => chrome.i18n.getMessage('card_copy')));
    assert.equal(words, await s.inExtension(() => chrome.i18n.getMessage('card_copied')));
    assert.equal(await v.page.evaluate(() => /** @type {any} */ (window).heardCopy), 0);
    assert.ok(finding);
  }],
];
