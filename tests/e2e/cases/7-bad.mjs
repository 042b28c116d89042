// What cannot be read gets a plain sentence, and nothing breaks.
import assert from 'node:assert/strict';

/** @typedef {import('../harness.mjs').Session} Session */

/** What the popup says of a tab. @param {Session} s @param {number} tabId */
async function saidOf(s, tabId) {
  const popup = await s.started?.open(`popup/popup.html?tab=${tabId}`);
  assert.ok(popup);
  s.watch(popup);
  const reading = await s.inExtension(() => chrome.i18n.getMessage('status_reading'));
  await popup.waitForFunction((wait) => ![wait, ''].includes(document.querySelector('#status')?.textContent ?? ''), {}, reading);
  return popup.evaluate(() => document.querySelector('#status')?.textContent ?? '');
}

/** @param {Session} s @param {string} key */
const message = (s, key) => s.inExtension((name) => chrome.i18n.getMessage(name), key);
const SENTENCE = /^[A-Z].{15,}[.!?]$/s;

/** @type {import('../run.mjs').Test[]} */
export default [
  ...['empty.html', 'index.html', 'huge.html'].map((path) => /** @type {import('../run.mjs').Test} */ ([
    `${path}: says why there are no marks`, async (s) => {
      const v = await s.visit(path);
      const { code, text } = await v.scan();
      assert.equal(code, { 'empty.html': 'empty', 'index.html': 'no-story', 'huge.html': 'too-long' }[path]);
      assert.match(text, SENTENCE);
      assert.equal(await saidOf(s, v.tabId), text);
      assert.equal(await v.page.evaluate(() => document.querySelectorAll('hearsay-marks').length), 0);
    },
  ])),

  ['a picture: says so', async (s) => {
    const v = await s.visit('picture.png');
    assert.equal(await saidOf(s, v.tabId), await message(s, 'status_image'));
  }],

  ['a PDF: says so', async (s) => {
    const v = await s.visit('paper.pdf');
    assert.equal(await saidOf(s, v.tabId), await message(s, 'status_pdf'));
  }],

  ['a page of the browser’s own: says so', async (s) => {
    const tabId = await s.inExtension(async () => (await chrome.tabs.getCurrent())?.id ?? -1);
    assert.equal(await saidOf(s, tabId), await message(s, 'status_browser_page'));
  }],

  ['no tab at all: says so', async (s) => {
    const state = await s.inExtension(() => chrome.runtime.sendMessage({ type: 'reach', tabId: 999_999_999 }));
    assert.match(state.text, SENTENCE);
  }],

  ['a background that was stopped starts again and answers', async (s) => {
    const v = await s.visit('redraw.html');
    await v.marked();
    await s.killBackground();
    await v.page.click('#edit');
    await v.until('the new word', () => globalThis.hearsay.page.marks.some((mark) => String(mark.range) === 'Ireland'));
    await s.killBackground();
    const other = await s.visit('story.html');
    const { code } = await other.marked();
    assert.equal(code, 'ok');
  }],

  ['messages nobody should send change nothing', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const before = await v.marks();
    await s.inExtension(async (tabId) => {
      for (const junk of [null, 7, {}, { to: 'page' }, { to: 'page', type: 'constructor' }, { to: 'page', type: 'go', finding: 'zz' }]) {
        await chrome.tabs.sendMessage(tabId, junk).catch(() => {});
      }
      await Promise.race([chrome.runtime.sendMessage({ type: 'nonsense' }).catch(() => {}), Promise.resolve()]);
    }, v.tabId);
    assert.deepEqual(await v.marks(), before);
  }],
];
