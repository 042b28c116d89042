// A story is found and marked, by the toolbar and unasked, and nothing of it is anybody else's matter.
import assert from 'node:assert/strict';

/** @type {import('../run.mjs').Test[]} */
export default [
  ['is installed under its own name', async (s) => {
    const manifest = await s.inExtension(() => chrome.runtime.getManifest());
    assert.equal(manifest.name, 'Hearsay: who says so?');
    assert.ok(!manifest.web_accessible_resources);
  }],

  ['a press of the toolbar scans the sample story', async (s) => {
    const v = await s.visit('sample');
    await v.pressToolbar();
    await v.until('marks', () => globalThis.hearsay?.page?.showing);
    const styles = new Set((await v.marks()).map((mark) => mark.style));
    for (const style of ['state', 'official', 'source', 'cue', 'claim-cue']) assert.ok(styles.has(style), `no ${style} in ${[...styles]}`);
    await v.shot('sample');
  }],

  ['the toolbar counts the strong claims', async (s) => {
    const v = await s.visit('sample');
    const { summary } = await v.marked();
    assert.ok(summary && summary.strong_claims > 0);
    const text = await s.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), v.tabId);
    assert.equal(text, String(summary.strong_claims));
  }],

  ['a site that is always on is scanned when it opens', async (s) => {
    await s.set({ always: ['http://127.0.0.1'] });
    await s.helper?.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1, { polling: 50 });
    const v = await s.visit('story.html');
    await v.until('marks', () => globalThis.hearsay?.page?.showing);
    await s.set({ always: [] });
    await s.helper?.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0, { polling: 50 });
    const after = await s.visit('story.html');
    assert.equal(await after.inContent(() => typeof globalThis.hearsay), 'undefined');
  }],

  ['only visible words of the story are marked', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const words = (await v.marks()).map((mark) => mark.text).join(' | ');
    for (const wanted of ['Norway', 'Denmark', 'alleged', 'reportedly']) assert.ok(words.includes(wanted), `${wanted} is not in ${words}`);
    for (const not of ['Portugal', 'Spain', 'Italy', 'France']) assert.ok(!words.includes(not), `${not} is in ${words}`);
  }],

  ['words split by elements, line ends and soft hyphens are read whole', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const blocks = await v.inContent(() => globalThis.hearsay.page.blocks.map((block) => block.text));
    assert.ok(blocks.some((text) => text.startsWith('A Danish survey drone') && text.includes('the Norwegian government said, hours after the two countries')), blocks.join('\n'));
    assert.ok(blocks.some((text) => text.startsWith('Norwegian Foreign Minister Anna Berg said')));
    const official = (await v.marks()).find((mark) => mark.style === 'official');
    assert.match(official?.text ?? '', /Foreign Minister Anna Berg/);
  }],

  ...['divs.html', 'breaks.html', 'dense.html', 'columns.html', 'shadow.html'].map((path) => /** @type {import('../run.mjs').Test} */ ([
    `finds the story of ${path}`, async (s) => {
      const v = await s.visit(path);
      const { code } = await v.marked();
      assert.equal(code, 'ok');
      const words = (await v.marks()).map((mark) => mark.text).join(' | ');
      for (const wanted of ['Norway', 'alleged', 'reportedly', 'Erik Holm']) assert.ok(words.includes(wanted), `${wanted} is not in ${words}`);
      await v.shot(path.replace('.html', ''));
    },
  ])),

  ['light and dark are told by the page and not by the system', async (s) => {
    const light = await s.visit('story.html');
    await light.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]).catch(() => {});
    await light.marked();
    assert.ok((await light.marks()).every((mark) => mark.ground === 'light'));
    const dark = await s.visit('dark.html');
    await dark.marked();
    assert.ok((await dark.marks()).every((mark) => mark.ground === 'dark'));
    await dark.shot('dark');
  }],

  ['hedges are marked only when asked for', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    assert.ok(!(await v.marks()).some((mark) => mark.style === 'hedge'));
    await s.set({ hedges: true });
    await v.until('a hedge', () => globalThis.hearsay.page.marks.some((mark) => mark.style === 'hedge'));
  }],

  ['one polite announcement is made for a scan, and none for a change of look', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const first = await v.until('words', () => globalThis.hearsay.overlay.root().querySelector('[aria-live=polite]')?.textContent);
    assert.match(String(first), /Hearsay/);
    await v.inContent(() => {
      const live = /** @type {Element} */ (globalThis.hearsay.overlay.root().querySelector('[aria-live=polite]'));
      /** @type {any} */ (globalThis).said = 0;
      new MutationObserver(() => { /** @type {any} */ (globalThis).said += 1; }).observe(live, { childList: true, characterData: true, subtree: true });
    });
    await s.set({ layers: { state: false, official: true, sourcing: true, claim: true } });
    await v.until('no states', () => !globalThis.hearsay.page.marks.some((mark) => mark.layer === 'state'));
    assert.equal(await v.inContent(() => /** @type {any} */ (globalThis).said), 0);
  }],
];
