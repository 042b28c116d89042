// The popup counts, and what it sets shows at once on every open page.
import assert from 'node:assert/strict';

/** @type {import('../run.mjs').Test[]} */
export default [
  ['the toolbar opens the popup with the counts of the page', async (s) => {
    if (s.kind === 'firefox') return; // its popup cannot be looked into; the next test opens it as a page
    const v = await s.visit('sample');
    const opened = s.browser?.waitForTarget((target) => target.url().endsWith('/popup/popup.html'));
    await v.pressToolbar();
    const popup = await (await opened)?.asPage();
    assert.ok(popup);
    await popup.waitForFunction(() => /\d/.test(document.querySelector('#layers .state .count')?.textContent ?? ''));
    await popup.close();
  }],

  ['shows counts, ledger and coverage in the engine’s words', async (s) => {
    const v = await s.visit('sample');
    const { summary } = await v.marked();
    const popup = await v.popup();
    await popup.waitForFunction(() => /\d/.test(document.querySelector('#layers .state .count')?.textContent ?? ''));
    const seen = await popup.evaluate(() => ({
      counts: [...document.querySelectorAll('#layers .count')].map((one) => Number(one.textContent)),
      lines: [...document.querySelectorAll('#ledger p')].map((one) => one.textContent),
      coverage: document.querySelector('#coverage')?.textContent,
      status: document.querySelector('#status')?.textContent,
    }));
    assert.ok(summary);
    const { state, official, sourcing, claim, hedge } = summary.counts;
    assert.deepEqual(seen, { counts: [state, official, sourcing, claim, hedge], lines: summary.lines, coverage: summary.coverage, status: '' });
    await popup.screenshot({ path: /** @type {`${string}.png`} */ (`${s.shots}/popup.png`) });
  }],

  ['each layer’s switch takes its marks away and brings them back', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const popup = await v.popup();
    for (const layer of /** @type {const} */ (['state', 'official', 'sourcing', 'claim'])) {
      const has = (/** @type {string} */ name) => globalThis.hearsay.page.marks.some((mark) => mark.layer === name);
      await v.until(`${layer} shown`, has, layer);
      await popup.bringToFront();
      await popup.click(`#layers .${layer} .switch`);
      await v.page.bringToFront();
      await v.until(`${layer} gone`, (name) => !globalThis.hearsay.page.marks.some((mark) => mark.layer === name), layer);
      assert.ok(!(await v.badges()).some((one) => one.kind.includes(layer)));
      await popup.bringToFront();
      await popup.click(`#layers .${layer} .switch`);
      await v.page.bringToFront();
      await v.until(`${layer} back`, has, layer);
    }
  }],

  ['arrow keys walk through the modes, and the control keeps the focus', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const popup = await v.popup();
    await popup.bringToFront();
    await popup.focus('#modes input:checked');
    for (const key of /** @type {const} */ (['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft'])) {
      // where the reader stands, not what is checked: a late answer of the storage may still be drawn
      const before = await popup.evaluate(() => /** @type {HTMLInputElement} */ (document.activeElement).value);
      await popup.keyboard.press(key);
      await popup.waitForFunction(async (/** @type {string} */ old) => {
        const at = /** @type {HTMLInputElement} */ (document.activeElement);
        const stored = (await globalThis.hearsay.settings.read()).mode;
        return at.name === 'mode' && at.checked && at.value !== old && at.value === stored;
      }, {}, before);
    }
  }],

  ['each mode shows on every open page at once', async (s) => {
    const pages = [await s.visit('sample'), await s.visit('story.html')];
    for (const v of pages) await v.marked();
    const popup = await pages[0].popup();
    /** @param {string} mode */
    const choose = async (mode) => {
      await popup.bringToFront();
      await popup.click(`#modes input[value=${mode}]`);
    };
    await choose('underline');
    for (const v of pages) {
      await v.page.bringToFront();
      await v.until('no badges', () => globalThis.hearsay.page.settings.mode === 'underline' && globalThis.hearsay.page.showing && !globalThis.hearsay.overlay.root().querySelector('.badge'));
    }
    await choose('focus');
    for (const v of pages) {
      await v.page.bringToFront();
      await v.until('one layer', () => globalThis.hearsay.page.settings.mode === 'focus' && globalThis.hearsay.page.marks.length > 0 && globalThis.hearsay.page.marks.every((mark) => mark.layer === 'sourcing'));
      await v.until('the rest dim', () => CSS.highlights.has('hearsay-dim-light'));
      await v.shot(`focus-${pages.indexOf(v)}`);
    }
    await popup.bringToFront();
    await popup.waitForSelector('input[name=focus][value=claim]', { visible: true });
    await popup.click('input[name=focus][value=claim]');
    for (const v of pages) await v.until('another layer', () => globalThis.hearsay.page.marks.length > 0 && globalThis.hearsay.page.marks.every((mark) => mark.layer === 'claim'));
    await choose('off');
    for (const v of pages) await v.until('nothing', () => !globalThis.hearsay.page.showing && CSS.highlights.size === 0);
    await choose('badges');
    for (const v of pages) {
      await v.page.bringToFront();
      await v.until('badges', () => globalThis.hearsay.page.showing && globalThis.hearsay.overlay.root().querySelector('.badge'));
    }
  }],

  ['“always on this site” registers the site and takes it back', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const popup = await v.popup();
    await popup.bringToFront();
    await popup.waitForSelector('#always:not([hidden])');
    await popup.click('#always .switch');
    await popup.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts())[0]?.matches?.join() === 'http://127.0.0.1/*');
    await popup.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('#always .switch')).checked);
    await popup.click('#always .switch');
    await popup.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0);
  }],

  ['the toggle key hides the marks of this page only, and shows them again', async (s) => {
    const pages = [await s.visit('sample'), await s.visit('story.html')];
    for (const v of pages) await v.marked();
    await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'toggle' }), pages[0].tabId);
    await pages[0].until('hidden', () => !globalThis.hearsay.page.showing);
    assert.ok(await pages[1].inContent(() => globalThis.hearsay.page.showing));
    await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'toggle' }), pages[0].tabId);
    await pages[0].until('shown', () => globalThis.hearsay.page.showing);
  }],

  ['settings that make no sense are the defaults', async (s) => {
    await s.inExtension(() => chrome.storage.local.set({ mode: 'loud', layers: 7, always: 'x', size: 99, focus: null }));
    const v = await s.visit('story.html');
    await v.marked();
    assert.deepEqual(await v.inContent(() => globalThis.hearsay.page.settings), await s.inExtension(() => globalThis.hearsay.settings.DEFAULTS));
  }],
];
