// Badges stand in the margin, beside their line, never over words, and every one can be reached.
import assert from 'node:assert/strict';

/** @typedef {import('../harness.mjs').Visit} Visit */

/** Badges that lie over each other. @param {Visit} v */
async function collisions(v) {
  const all = await v.badges();
  return all.flatMap((a, i) => all.slice(i + 1).filter((b) => a.x < b.x + b.width - 0.5 && b.x < a.x + a.width - 0.5 && a.y < b.y + b.height - 0.5 && b.y < a.y + a.height - 0.5).map((b) => `${a.text} and ${b.text}`));
}

/** @type {import('../run.mjs').Test[]} */
export default [
  ...['sample', 'story.html', 'dark.html', 'dense.html', 'narrow.html', 'columns.html', 'sidebar.html', 'breaks.html', 'hostile.html', 'scaled.html', 'zoomed.html', 'scroller.html'].map((path) => /** @type {import('../run.mjs').Test} */ ([
    `${path}: badges are drawn, over no words and not over each other`, async (s) => {
      const v = await s.visit(path, path === 'narrow.html' ? { width: 360, height: 700 } : undefined);
      await v.marked();
      await v.until('badges', () => globalThis.hearsay.overlay.root().querySelector('.badge:not([hidden])'));
      await v.shot(`badges-${path.replace('.html', '')}`);
      assert.deepEqual(await v.overText(), []);
      assert.deepEqual(await collisions(v), []);
    },
  ])),

  ['badges are squares of 18 pixels in the margin, one on a line with a count of the rest', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const lines = (/** @type {{y: number, finding?: string}[]} */ all) => {
      /** @type {Map<number, number>} */
      const count = new Map();
      for (const { y, finding } of all) if (finding) count.set(Math.round(y), (count.get(Math.round(y)) ?? 0) + 1);
      return [...count.values()];
    };
    const all = await v.badges();
    for (const one of all) assert.equal(one.height, 18);
    for (const one of all.filter(({ text }) => text?.length === 1)) assert.equal(one.width, 18);
    assert.equal(Math.max(...lines(all)), 1);
    assert.ok(all.some((one) => one.findings && /^\+\d$/.test(one.text ?? '')), 'no count of the rest');
    await s.set({ per_line: 3 });
    await v.until('more of them', () => globalThis.hearsay.overlay.root().querySelector('.badge.official:not([hidden])'));
    const more = lines(await v.badges());
    assert.ok(Math.max(...more) > 1 && Math.max(...more) <= 3, String(more));
    assert.deepEqual(await v.overText(), []);
    await v.shot('three-a-line');
  }],

  ['where a margin holds one square, it stands for its line and leads to all of it', async (s) => {
    const v = await s.visit('slim.html');
    await v.marked();
    const one = (await v.badges()).find(({ kind }) => /many/.test(kind));
    assert.ok(one?.findings, 'no badge stands for several');
    assert.ok(one.findings.split(' ').includes(String(one.finding)));
    assert.ok(String(one.name).includes(String(one.findings.split(' ').length - 1)), String(one.name));
    await v.shot('slim');
    await v.click(one);
    const rows = await v.until('a list', () => globalThis.hearsay.overlay.root().querySelectorAll('.rows button').length);
    assert.equal(rows, one.findings.split(' ').length);
  }],

  ['between tight lines ticks and underlines keep off the letters', async (s) => {
    const v = await s.visit('tight.html', { width: 700, height: 900 });
    await v.marked();
    const all = await v.badges();
    assert.ok(all.every(({ kind }) => kind.includes('tick')));
    assert.ok(all.filter(({ height }) => height === 2).length > 3, JSON.stringify(all));
    assert.deepEqual(await v.overText(), []);
    assert.ok(await v.inContent(() => globalThis.hearsay.page.marks.every((mark) => mark.tight === (mark.range.startContainer.parentElement?.localName === 'p'))));
    await v.shot('tight');
  }],

  ['the claim stands nearest to its line', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const all = await v.badges();
    const claim = all.find(({ kind }) => kind.includes('claim'));
    assert.ok(claim);
    for (const one of all.filter(({ y }) => Math.abs(y - claim.y) < 2)) assert.ok(one.x <= claim.x || one.kind.includes('claim'));
  }],

  ['where there is no margin each line has a tick, and its words open the card', async (s) => {
    const v = await s.visit('narrow.html', { width: 360, height: 700 });
    await v.marked();
    const all = await v.badges();
    assert.ok(all.length > 0);
    for (const one of all) {
      assert.match(one.kind, /tick/);
      assert.equal(one.height, 3);
    }
    await v.click(await v.wordsOf('claim-cue'));
    assert.ok(await v.until('a card', () => globalThis.hearsay.card.current()));
    await v.shot('narrow-card');
    const card = await v.card();
    assert.ok(card && card.x >= 0 && card.x + card.width <= 360);
  }],

  ...['story.html', 'hostile.html', 'scaled.html', 'zoomed.html', 'scroller.html'].map((path) => /** @type {import('../run.mjs').Test} */ ([
    `${path}: a real click on a badge of each kind opens its card`, async (s) => {
      await s.set({ per_line: 3 });
      const v = await s.visit(path, { width: 1160, height: 1300 });
      await v.marked();
      const kinds = ['state', 'official', 'sourcing', 'claim'];
      for (const kind of kinds) {
        const badge = (await v.badgesAtRest()).find((one) => one.kind.includes(kind) && one.finding);
        if (path === 'scroller.html' && !badge) continue; // out of the box's sight
        assert.ok(badge, `no badge of kind ${kind}`);
        await v.click(badge);
        assert.equal(await v.until('a card', () => globalThis.hearsay.card.current()), badge.finding);
        await v.page.keyboard.press('Escape');
        await v.until('no card', () => !globalThis.hearsay.card.current());
      }
    },
  ])),

  ['a folded count lists what it holds', async (s) => {
    const v = await s.visit('dense.html');
    await v.marked();
    const fold = (await v.badges()).find((one) => one.findings);
    assert.ok(fold, 'nothing is folded on a dense page');
    await v.click(fold);
    const card = await v.card();
    assert.equal(card?.text.trim().split('\n').length, fold.findings?.split(' ').length === undefined ? 0 : 2 * fold.findings.split(' ').length);
    await v.shot('fold');
    await v.inContent(() => /** @type {HTMLElement} */ (globalThis.hearsay.overlay.root().querySelector('.rows button')).click());
    assert.equal(await v.until('a card', () => globalThis.hearsay.card.current()), fold.findings?.split(' ')[0]);
  }],

  ['badges step aside for a modal dialog and come back', async (s) => {
    const v = await s.visit('modal.html');
    await v.marked();
    assert.ok((await v.badges()).every(({ width }) => width > 0));
    await v.page.evaluate(() => document.querySelector('dialog')?.showModal());
    await v.until('badges away', () => globalThis.hearsay.overlay.host()?.getBoundingClientRect().width === 0);
    await v.page.click('#shut');
    await v.until('badges back', () => Number(globalThis.hearsay.overlay.host()?.getBoundingClientRect().width) > 0);
  }],

  ['badges go with their line in a box that scrolls, and not beyond it', async (s) => {
    const v = await s.visit('scroller.html');
    await v.marked();
    const inside = (/** @type {{y: number, height: number}} */ one) => one.y + one.height / 2 >= 60 && one.y + one.height / 2 <= 480;
    assert.ok((await v.badges()).every(inside));
    const first = (await v.badges())[0];
    await v.page.evaluate(() => document.querySelector('#box')?.scrollTo(0, 200));
    await v.until('badges moved', (finding, y) => {
      const badge = globalThis.hearsay.overlay.root().querySelector(`[data-finding="${finding}"]`);
      return /** @type {HTMLElement} */ (badge).hidden || Math.abs(badge?.getBoundingClientRect().y ?? 0 - y) > 10;
    }, first.finding ?? '', first.y);
    await v.until('badges placed', () => [...globalThis.hearsay.overlay.root().querySelectorAll('.badge')].some((one) => !(/** @type {HTMLElement} */ (one).hidden)));
    assert.ok((await v.badges()).every(inside));
  }],

  ['badges do not lie over a header that stays', async (s) => {
    const v = await s.visit('sticky.html');
    await v.marked();
    await v.page.evaluate(() => scrollTo(0, 330));
    await v.until('a settled page', () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
    await v.shot('sticky');
    const over = (await v.badges()).filter((one) => one.y + 9 > 0 && one.y + 9 < 88);
    assert.deepEqual(over, []);
  }],

  ['pointing at a badge shows its name and frames its words', async (s) => {
    await s.set({ per_line: 3 });
    const v = await s.visit('story.html');
    await v.marked();
    const badge = (await v.badgesAtRest()).find((one) => one.kind.includes('official'));
    assert.ok(badge);
    await v.page.mouse.move(badge.x + 9, badge.y + 9);
    assert.equal(await v.until('its name', () => globalThis.hearsay.overlay.root().querySelector('.tip')?.textContent), badge.name);
    assert.ok(await v.inContent(() => globalThis.hearsay.overlay.root().querySelectorAll('.frame.official').length));
    await v.shot('tip');
    await v.page.mouse.move(900, 20);
    await v.until('it gone', () => !globalThis.hearsay.overlay.root().querySelector('.tip, .frame'));
  }],

  ['the keyboard walks the badges in reading order and opens a card', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const order = await v.inContent(() => {
      const { view } = globalThis.hearsay.page;
      return [...(view?.badges ?? [])].sort((a, b) => a.block - b.block || a.start - b.start || b.importance - a.importance).map((one) => one.finding);
    });
    const focused = () => v.inContent(() => /** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.dataset.finding ?? null);
    await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'step', by: 1 }), v.tabId);
    const first = await v.until('focus', () => /** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.dataset.finding);
    const start = order.indexOf(String(first));
    assert.ok(start >= 0);
    for (let i = 1; i < order.length; i += 1) {
      await v.page.keyboard.press('ArrowDown');
      assert.equal(await focused(), order[(start + i) % order.length]);
    }
    await v.page.keyboard.press('Enter');
    const open = await v.until('a card', () => globalThis.hearsay.card.current());
    assert.equal(open, await v.inContent(() => globalThis.hearsay.card.current()));
    assert.ok(await v.inContent(() => globalThis.hearsay.overlay.root().activeElement?.classList.contains('card')));
    await v.page.keyboard.press('Escape');
    await v.until('no card', () => !globalThis.hearsay.card.current());
    assert.equal(await focused(), open);
  }],

  ['Tab reaches one badge only', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    assert.equal(await v.inContent(() => globalThis.hearsay.overlay.root().querySelectorAll('.badge[tabindex="0"]').length), 1);
  }],
];
