// The page stays the page's own: its document, text, layout, clicks, keys and network.
import assert from 'node:assert/strict';

const ALL = ['story.html', 'strict.html', 'breaks.html', 'dark.html', 'dense.html', 'narrow.html', 'hostile.html', 'columns.html', 'sidebar.html', 'scroller.html'];

/** @type {import('../run.mjs').Test[]} */
export default [
  ...ALL.map((path) => /** @type {import('../run.mjs').Test} */ ([
    `${path}: document, text and layout are what they were`, async (s) => {
      const v = await s.visit(path);
      const before = { document: await v.document(), text: await v.page.evaluate(() => document.body.innerText), layout: await v.layout() };
      await v.marked();
      const badge = (await v.badges()).find((one) => one.finding);
      await v.inContent((finding) => globalThis.hearsay.card.open(String(finding)), badge?.finding ?? null);
      assert.equal(await v.document(), before.document);
      assert.equal(await v.page.evaluate(() => document.body.innerText), before.text);
      assert.equal(await v.layout(), before.layout);
      const hosts = await v.page.evaluate(() => [...document.querySelectorAll('hearsay-marks')].map((one) => [one.parentNode === document.documentElement, one.shadowRoot]));
      assert.deepEqual(hosts, [[true, null]]);
    },
  ])),

  ['the strictest policy hears of no violation', async (s) => {
    const v = await s.visit('strict.html');
    await v.page.evaluate(() => {
      /** @type {any} */ (window).violations = [];
      document.addEventListener('securitypolicyviolation', (event) => /** @type {any} */ (window).violations.push(event.violatedDirective));
    });
    await v.marked();
    const badge = (await v.badges())[0];
    await v.inContent((finding) => globalThis.hearsay.card.open(String(finding)), badge.finding ?? null);
    await v.shot('strict');
    assert.deepEqual(await v.page.evaluate(() => /** @type {any} */ (window).violations), []);
    assert.ok(!s.pages?.requests.includes('/violation'));
  }],

  ['off leaves nothing behind', async (s) => {
    const v = await s.visit('story.html');
    const before = await v.document();
    await v.marked();
    await s.set({ mode: 'off' });
    await v.until('nothing shown', () => !globalThis.hearsay.page.showing && !globalThis.hearsay.overlay.host());
    assert.equal(await v.page.evaluate(() => document.querySelectorAll('hearsay-marks').length), 0);
    assert.equal(await v.page.evaluate(() => CSS.highlights.size), 0);
    assert.equal(await v.page.evaluate(() => document.adoptedStyleSheets.length), 0);
    assert.equal(await v.document(), before);
  }],

  ['a click on a link follows the link', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    await v.page.click('#link');
    assert.equal(await v.page.evaluate(() => location.hash), '#norway');
    assert.equal(await v.card(), null);
  }],

  ['a click that the page takes for itself opens no card', async (s) => {
    const v = await s.visit('keys.html');
    await v.marked();
    await v.click(await v.wordsOf('cue', 'claims'));
    assert.equal(await v.card(), null);
  }],

  ['a text selection stays a selection', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const box = await v.wordsOf('claim-cue', 'alleged');
    await v.page.mouse.move(box.x + 1, box.y + box.height / 2);
    await v.page.mouse.down();
    await v.page.mouse.move(box.x + box.width + 60, box.y + box.height / 2, { steps: 4 });
    await v.page.mouse.up();
    assert.match(await v.page.evaluate(() => String(getSelection())), /lleged/);
    assert.equal(await v.card(), null);
  }],

  ['a page that throws the host out gets it back once', async (s) => {
    const v = await s.visit('thief.html');
    await v.marked();
    await v.until('the host', () => globalThis.hearsay.overlay.host()?.isConnected);
    assert.equal(await v.page.evaluate(() => /** @type {any} */ (window).taken), true);
    assert.ok((await v.badges()).length > 0);
  }],

  ['Escape is kept from the page only while a card is open', async (s) => {
    const v = await s.visit('keys.html');
    await v.marked();
    await v.page.keyboard.press('Escape');
    const badge = (await v.badges()).find((one) => one.finding);
    assert.ok(badge);
    await v.click(badge);
    await v.until('a card', () => globalThis.hearsay.card.current());
    await v.page.keyboard.press('Escape');
    await v.until('no card', () => !globalThis.hearsay.card.current());
    assert.deepEqual(await v.page.evaluate(() => /** @type {any} */ (window).heard), ['Escape']);
  }],

  ['nothing was asked of any machine, and of this one only the pages themselves', async (s) => {
    s.asked.length = 0;
    const before = s.pages?.requests.length ?? 0;
    const v = await s.visit('story.html');
    await v.marked();
    const popup = await v.popup();
    await popup.click('#layers .state .switch');
    await v.page.bringToFront();
    await v.until('no states', () => !globalThis.hearsay.page.marks.some((mark) => mark.layer === 'state'));
    const own = s.asked.filter((url) => !url.startsWith(String(s.started?.base)) && !url.startsWith('data:'));
    assert.deepEqual(own.map((url) => new URL(url).pathname).filter((path) => path !== '/favicon.ico'), ['/story.html']);
    assert.deepEqual(s.pages?.requests.slice(before).filter((path) => path !== '/favicon.ico'), ['/story.html']);
  }],
];
