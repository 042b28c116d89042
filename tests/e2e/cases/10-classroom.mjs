// A class guesses how closely each source can be known, and is told when it has guessed.
import assert from 'node:assert/strict';

/** @typedef {import('../harness.mjs').Visit} Visit */

/** @param {import('../harness.mjs').Session} s @param {string} [path] */
async function lesson(s, path = 'lesson.html') {
  await s.set({ mode: 'classroom' });
  const v = await s.visit(path);
  await v.marked();
  await v.until('a badge', () => globalThis.hearsay.overlay.root().querySelector('.badge.unguessed'));
  return v;
}

/** The steps as the story has them, in reading order. @param {Visit} v */
async function steps(v) {
  const all = await v.inContent(() => {
    const { page } = globalThis.hearsay;
    return Promise.all((page.view?.classroom?.statements ?? []).map(async ({ finding }) => [finding, Number((await page.card(finding))?.letter)]));
  });
  return /** @type {Record<string, number>} */ (Object.fromEntries(all));
}

/** @param {Visit} v @param {string} finding @param {number} step */
async function guess(v, finding, step) {
  await v.inContent((id) => globalThis.hearsay.card.open(id), finding);
  await v.until('the question', () => globalThis.hearsay.overlay.root().querySelector('.steps input'));
  const boxes = await v.inContent((n) => {
    const root = globalThis.hearsay.overlay.root();
    return [`.steps input[value="${n}"]`, '.card form button'].map((one) => {
      const { x, y, width, height } = /** @type {Element} */ (root.querySelector(one)).getBoundingClientRect();
      return { x, y, width, height };
    });
  }, step);
  for (const box of boxes) await v.click(box);
  await v.until('the verdict', () => globalThis.hearsay.overlay.root().querySelector('.verdict'));
}

const verdict = (/** @type {Visit} */ v) => v.inContent(() => [...globalThis.hearsay.overlay.root().querySelectorAll('.verdict p')].map((one) => one.textContent));

/** @type {import('../run.mjs').Test[]} */
export default [
  ['shows statements alone, and gives no step away', async (s) => {
    const v = await lesson(s);
    const badges = await v.badges();
    assert.ok(badges.length >= 4);
    assert.deepEqual([...new Set(badges.map((one) => one.text))], ['·']);
    assert.ok(badges.every((one) => !/\d/.test(one.name ?? '')), 'a badge’s name tells a number');
    assert.ok((await v.marks()).every((mark) => mark.style === 'source' || mark.style === 'cue'));
    await v.click(badges[0]);
    await v.until('the question', () => globalThis.hearsay.overlay.root().querySelectorAll('.steps input').length === 7);
    const asked = await v.inContent(() => ({ words: globalThis.hearsay.page.view?.classroom?.ask, card: /** @type {HTMLElement} */ (globalThis.hearsay.overlay.root().querySelector('.card')).innerText }));
    assert.ok(asked.words && asked.card.includes(asked.words));
    assert.equal(await v.inContent(() => globalThis.hearsay.overlay.root().querySelector('.imvain, .chain')), null);
    await v.shot('class-question');
  }],

  ['tells the story’s step, why, and the score, when a step is guessed', async (s) => {
    const v = await lesson(s);
    const truth = await steps(v);
    const [first, second] = (await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.map((one) => one.finding))) ?? [];
    await guess(v, first, truth[first]);
    const lines = await v.inContent(() => globalThis.hearsay.page.view?.classroom);
    assert.deepEqual(await verdict(v), [lines?.statements[0].verdict, lines?.score]);
    assert.ok(lines?.statements[0].right);
    await v.until('its card', () => globalThis.hearsay.overlay.root().querySelector('.imvain'));
    const wrong = truth[second] === 7 ? 1 : 7;
    await guess(v, second, wrong);
    const after = await v.inContent(() => globalThis.hearsay.page.view?.classroom);
    assert.equal(after?.statements[1].right, false);
    assert.match(String(after?.score), /^1 .* 2 /);
    const badge = (await v.badges()).find((one) => one.finding === second);
    assert.equal(badge?.text, String(truth[second]));
    assert.match(badge?.kind ?? '', /wrong/);
    await v.shot('class-answer');
  }],

  ['can be gone through with the keyboard alone, and each guess is announced once', async (s) => {
    const v = await lesson(s);
    const all = (await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.map((one) => one.finding))) ?? [];
    await v.inContent(() => {
      const live = /** @type {Element} */ (globalThis.hearsay.overlay.root().getElementById('live'));
      /** @type {any} */ (globalThis).heard = [];
      new MutationObserver(() => /** @type {any} */ (globalThis).heard.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    });
    await v.until('the scan announced', () => /** @type {any} */ (globalThis).heard.length === 1 || globalThis.hearsay.overlay.root().getElementById('live')?.textContent);
    const before = await v.inContent(() => /** @type {any} */ (globalThis).heard.length);
    await v.inContent((id) => globalThis.hearsay.badges.focus(id), all[0]);
    await v.page.keyboard.press('Enter');
    await v.until('the first step has the focus', () => /** @type {HTMLInputElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.type === 'radio');
    for (const [at, finding] of all.entries()) {
      await v.until(`question ${at}`, (id) => globalThis.hearsay.card.current() === id && /** @type {HTMLInputElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.type === 'radio', finding);
      // arrows and the step's own number choose alike
      await v.page.keyboard.press(at % 2 ? '5' : 'ArrowDown');
      await v.page.keyboard.press('Enter');
      await v.until('the verdict', () => globalThis.hearsay.overlay.root().querySelector('.verdict'));
      await v.until('the focus in the card', () => globalThis.hearsay.overlay.root().activeElement?.classList.contains('card'));
      if (at + 1 < all.length) {
        await v.page.keyboard.press('Tab');
        await v.page.keyboard.press('Enter');
      }
    }
    assert.equal(await v.inContent(() => globalThis.hearsay.overlay.root().querySelector('.verdict button')), null);
    const heard = await v.until('all announced', (count) => /** @type {any} */ (globalThis).heard.length >= count && JSON.stringify(/** @type {any} */ (globalThis).heard), before + all.length);
    assert.equal(JSON.parse(String(heard)).length, before + all.length);
    await v.page.keyboard.press('Escape');
    await v.until('no card', () => !globalThis.hearsay.card.current());
    await v.until('the badge has the focus', (id) => /** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.dataset.finding === id, String(all.at(-1)));
  }],

  ['a check without a step asks for one', async (s) => {
    const v = await lesson(s);
    const [first] = (await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.map((one) => one.finding))) ?? [];
    await v.inContent((id) => globalThis.hearsay.card.open(id), first);
    await v.until('the question', () => globalThis.hearsay.overlay.root().querySelector('.steps input'));
    await v.inContent(() => /** @type {HTMLElement} */ (globalThis.hearsay.overlay.root().querySelector('.card form button')).click());
    await v.until('the first step has the focus', () => /** @type {HTMLInputElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.value === '1');
    assert.equal(await v.inContent(() => globalThis.hearsay.overlay.root().querySelector('.verdict')), null);
  }],

  ['what was guessed stays while the page grows, and goes with the page', async (s) => {
    const v = await lesson(s);
    const truth = await steps(v);
    const last = (await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.map((one) => one.finding)))?.at(-1) ?? '';
    await guess(v, last, truth[last]);
    await v.page.evaluate(() => { location.hash = 'garden'; });
    await v.page.evaluate(() => document.querySelector('.byline')?.insertAdjacentHTML('afterend', '<p>The mayor of the town said on Friday that the road to the cape would stay open until the first snow falls.</p>'));
    await v.until('the grown page', (count) => (globalThis.hearsay.page.view?.classroom?.statements.length ?? 0) > count, (await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.length)) ?? 0);
    assert.deepEqual(await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.map((one) => one.guess !== null)), [false, ...Object.keys(truth).map((one) => one === last)]);
    await v.page.reload();
    await v.marked();
    assert.ok(await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.every((one) => one.guess === null)));
    assert.ok(!JSON.stringify(await s.inExtension(() => chrome.storage.local.get(null))).includes('road to the cape'));
  }],

  ['the popup tells the score instead of the counts, and starts again', async (s) => {
    const v = await lesson(s);
    const truth = await steps(v);
    const [first] = Object.keys(truth);
    await guess(v, first, truth[first]);
    const popup = await v.popup();
    await popup.waitForSelector('#ledger button', { visible: true });
    const seen = await popup.evaluate(() => ({ layers: /** @type {HTMLElement} */ (document.querySelector('#layers')).hidden, score: document.querySelector('#ledger p')?.textContent }));
    assert.deepEqual(seen, { layers: true, score: await v.inContent(() => globalThis.hearsay.page.view?.classroom?.score) });
    await popup.bringToFront();
    await popup.click('#ledger button');
    await popup.waitForFunction((/** @type {string} */ score) => document.querySelector('#ledger p')?.textContent !== score, { polling: 50 }, seen.score);
    await v.page.bringToFront();
    await v.until('all unguessed', () => globalThis.hearsay.page.view?.classroom?.statements.every((one) => one.guess === null));
  }],

  ['the panel is a worksheet, and the ledger when it is asked for', async (s) => {
    const v = await lesson(s);
    const truth = await steps(v);
    const [first] = Object.keys(truth);
    await guess(v, first, truth[first]);
    const panel = await s.started?.open(`panel/panel.html?tab=${v.tabId}`);
    assert.ok(panel);
    s.watch(panel);
    await panel.bringToFront();
    await panel.waitForSelector('.hs-statements li');
    const sheet = await panel.evaluate(() => [...document.querySelectorAll('.hs-statements li')].map((one) => one.className));
    assert.deepEqual(sheet, Object.keys(truth).map((one) => (one === first ? 'right' : 'unguessed')));
    assert.equal(await panel.evaluate(() => document.querySelector('.hs-voices, .hs-findings')), null);
    await panel.click('[data-reveal]');
    await panel.waitForSelector('.hs-voices');
  }],

  ['other modes are as they were', async (s) => {
    const v = await lesson(s);
    await s.set({ mode: 'badges' });
    await v.until('steps on the badges', () => [...globalThis.hearsay.overlay.root().querySelectorAll('.badge.sourcing')].some((one) => /^\d$/.test(one.textContent ?? '')));
    assert.ok(await v.inContent(() => globalThis.hearsay.page.marks.some((mark) => mark.layer === 'official')));
  }],
];
