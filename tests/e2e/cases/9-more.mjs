// The rest a reader may turn to: the menu, the panel, the options, and no way to spoil them.
import assert from 'node:assert/strict';

/** @param {import('../harness.mjs').Session} s @param {string} path */
async function ownPage(s, path) {
  const page = await s.started?.open(path);
  assert.ok(page);
  s.watch(page);
  await page.bringToFront();
  return page;
}

/** Gives a file to the options as if the reader had chosen it. @param {import('puppeteer-core').Page} page @param {string} text */
const importFile = (page, text) =>
  page.evaluate((content) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#file'));
    const files = new DataTransfer();
    files.items.add(new File([content], 'options.json'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  }, text);

/** @type {import('../run.mjs').Test[]} */
export default [
  ['“who says this?” on selected words opens the card of their source', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const found = await v.inContent(() => {
      const mark = globalThis.hearsay.page.marks.find((one) => one.style === 'cue');
      getSelection()?.selectAllChildren(/** @type {Node} */ (mark?.range.startContainer.parentElement));
      return Boolean(mark);
    });
    assert.ok(found);
    await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'who' }), v.tabId);
    const open = await v.until('a card', () => globalThis.hearsay.card.current());
    assert.match(String(open), /^a/);
  }],

  ['“who says this?” on quoted words alone opens the card of who said them', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    await v.page.evaluate(() => {
      const node = /** @type {Text} */ (document.createTreeWalker(/** @type {Element} */ (document.querySelector('#minister')), NodeFilter.SHOW_TEXT, (one) => (one.textContent?.includes('papers') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP)).nextNode());
      const at = node.data.indexOf('papers');
      getSelection()?.setBaseAndExtent(node, at, node, at + 6);
    });
    const { finding } = await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'who' }), v.tabId);
    await v.until('a card', (id) => globalThis.hearsay.card.current() === id, finding);
    assert.ok((await v.marks()).some((mark) => mark.finding === finding && mark.text === 'told'));
    await s.set({ layers: { state: true, official: true, sourcing: false, claim: true } });
    await v.until('no statements', () => !globalThis.hearsay.page.marks.some((mark) => mark.layer === 'sourcing'));
    await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'who' }), v.tabId);
    await v.until('a sentence', () => globalThis.hearsay.overlay.root().querySelector('.card'));
    assert.equal((await v.card())?.text.trim(), await s.inExtension(() => chrome.i18n.getMessage('who_off')));
  }],

  ['“who says this?” on words of nobody says so', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    await v.inContent(() => getSelection()?.selectAllChildren(/** @type {Node} */ (document.querySelector('.byline'))));
    await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'who' }), v.tabId);
    await v.until('a card', () => globalThis.hearsay.overlay.root().querySelector('.card'));
    assert.equal((await v.card())?.text.trim(), await s.inExtension(() => chrome.i18n.getMessage('who_nobody')));
  }],

  ['next and previous go round all marks, without badges too', async (s) => {
    await s.set({ mode: 'underline' });
    const v = await s.visit('story.html');
    await v.marked();
    const step = (/** @type {number} */ by) => s.inExtension((tabId, to) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'step', by: to }), v.tabId, by);
    const first = (await step(1)).finding;
    const second = (await step(1)).finding;
    assert.ok(first && second && first !== second);
    assert.equal((await step(-1)).finding, first);
    assert.equal(await v.inContent(() => globalThis.hearsay.card.current()), first);
  }],

  ['the panel goes to the finding that is chosen in it', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const panel = await ownPage(s, `panel/panel.html?tab=${v.tabId}`);
    await panel.waitForSelector('#panel [data-finding]');
    const finding = await panel.evaluate(() => {
      const button = /** @type {HTMLElement} */ (document.querySelector('#panel [data-finding]'));
      button.click();
      return button.dataset.finding;
    });
    await v.page.bringToFront();
    await v.until('its card', (id) => globalThis.hearsay.card.current() === id, finding ?? '');
  }],

  ['the panel saves what it shows as annotations, as a table and as text', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const panel = await ownPage(s, `panel/panel.html?tab=${v.tabId}`);
    await panel.waitForSelector('#panel [data-export]');
    /** @param {string} format */
    const saved = async (format) => {
      await panel.evaluate((name) => {
        const w = /** @type {any} */ (window);
        w.saved = [];
        w.make ??= URL.createObjectURL;
        URL.createObjectURL = (/** @type {any} */ blob) => { void blob.text().then((/** @type {string} */ text) => w.saved.push(text)); return w.make.call(URL, blob); };
        HTMLAnchorElement.prototype.click = function () {};
        /** @type {HTMLElement} */ (document.querySelector(`[data-export=${name}]`)).click();
      }, format);
      await panel.waitForFunction(() => /** @type {any} */ (window).saved.length === 1, { polling: 50 });
      return panel.evaluate(() => String(/** @type {any} */ (window).saved[0]));
    };
    const page = JSON.parse(await saved('annotations'));
    assert.equal(page['@context'], 'http://www.w3.org/ns/anno.jsonld');
    const findings = await v.inContent(() => new Set(globalThis.hearsay.page.marks.map((mark) => mark.finding)).size);
    assert.equal(page.items.length, findings);
    // each annotation finds its words again in the text that was scanned, by quotation and by position
    const text = await v.inContent(() => {
      const { view, blocks } = globalThis.hearsay.page;
      return (view?.story ?? []).reduce((text, { block, start }) => text.padEnd(start, '\n') + blocks[block].text, '');
    });
    for (const { target: { source, selector: [quote, position] } } of page.items) {
      assert.ok(source.startsWith(s.pages?.url ?? '?'));
      assert.equal(text.slice(position.start, position.end), quote.exact);
      assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
    }
    const table = await saved('csv');
    assert.equal(table.split('\r\n').filter(Boolean).length, findings + 1);
    assert.match(await saved('markdown'), /^# Who says what: Norway and Denmark/);
  }],

  ['the panel draws who accuses whom, each voice’s share, and steps from mark to mark', async (s) => {
    const v = await s.visit('charges.html');
    await v.marked();
    const panel = await ownPage(s, `panel/panel.html?tab=${v.tabId}`);
    await panel.waitForSelector('.hs-map');
    const seen = await panel.evaluate(() => ({
      map: [...document.querySelectorAll('.hs-map li')].map((one) => one.firstChild?.textContent),
      arrows: [...document.querySelectorAll('.hs-graph path')].map((one) => one.getAttribute('class')),
      shares: [...document.querySelectorAll('.hs-voices > ul > li')].map((one) => [one.querySelector('.part')?.getAttribute('width'), /^\d+/.exec(one.querySelector('.hs-share')?.textContent ?? '')?.[0]]),
      chains: [...document.querySelectorAll('.hs-hands')].map((one) => [...one.children].map((hand) => hand.textContent).join(' → ')),
    }));
    assert.deepEqual(seen.map, ['Finland accuses Estonia. Estonia denies it.', 'Latvia accuses Russia.']);
    assert.deepEqual(seen.arrows, ['denied', '']);
    assert.ok(seen.shares.length > 4 && seen.shares.every(([bar, words]) => bar === words), JSON.stringify(seen.shares));
    assert.ok(seen.chains.includes('The Gulf Ledger → BNS → a harbour pilot'), seen.chains.join('; '));
    const order = await v.inContent(() => [...new Set(globalThis.hearsay.page.view?.badges.map((one) => one.finding))].length);
    assert.ok(order > 5);
    await panel.click('[data-step="1"]');
    await v.page.bringToFront();
    const first = await v.until('a badge with the focus', () => /** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.dataset.finding);
    await panel.bringToFront();
    await panel.click('[data-step="1"]');
    await v.page.bringToFront();
    await v.until('the next one', (was) => (/** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.root().activeElement)?.dataset.finding ?? was) !== was, first);
    await panel.bringToFront();
    await panel.evaluate(() => { window.print = () => { document.title = 'printed'; }; });
    await panel.click('[data-print]');
    assert.equal(await panel.title(), 'printed');
  }],

  ['the panel keeps what was filtered when the story is read anew', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    const panel = await ownPage(s, `panel/panel.html?tab=${v.tabId}`);
    await panel.waitForSelector('[data-layer=state]');
    await panel.click('[data-layer=state]');
    await panel.waitForFunction(() => getComputedStyle(/** @type {Element} */ (document.querySelector('.is-state'))).display === 'none', { polling: 50 });
    await panel.evaluate(() => void (/** @type {any} */ (window).old = document.querySelector('.hs-findings')));
    await v.page.evaluate(() => document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>The harbour master said on Friday that the coast road would stay open for the rest of the week.</p>'));
    await panel.waitForFunction(() => document.querySelector('.hs-findings') && document.querySelector('.hs-findings') !== /** @type {any} */ (window).old, { polling: 50 });
    const seen = await panel.evaluate(() => ({
      checked: /** @type {HTMLInputElement} */ (document.querySelector('[data-layer=state]')).checked,
      shown: getComputedStyle(/** @type {Element} */ (document.querySelector('.is-state'))).display,
      focus: /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.layer,
    }));
    assert.deepEqual(seen, { checked: false, shown: 'none', focus: 'state' });
  }],

  ['the toolbar shows how many strong claims the page holds', async (s) => {
    const v = await s.visit('story.html');
    const { summary } = await v.marked();
    const badge = () => s.inExtension((tabId) => chrome.action.getBadgeText({ tabId }), v.tabId);
    assert.ok(summary?.strong_claims);
    assert.equal(await badge(), String(summary.strong_claims));
    await s.set({ mode: 'off' });
    await v.until('nothing', () => !globalThis.hearsay.page.showing);
    await s.helper?.waitForFunction(async (tabId) => (await chrome.action.getBadgeText({ tabId })) === '', { polling: 50 }, v.tabId);
  }],

  ['“everywhere but where I say no” reads pages unasked, and leaves the named sites alone', async (s) => {
    await s.set({ policy: 'everywhere' });
    const registered = async () => (await chrome.scripting.getRegisteredContentScripts())[0];
    await s.helper?.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts())[0]?.matches?.length === 2, { polling: 50 });
    const v = await s.visit('story.html');
    await v.until('marks without a click', () => globalThis.hearsay?.page?.showing);
    await s.set({ never: [new URL(s.pages?.url ?? '').origin] });
    await s.helper?.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts())[0]?.excludeMatches?.length === 1, { polling: 50 });
    assert.deepEqual((await s.inExtension(registered)).excludeMatches, ['http://127.0.0.1/*']);
    const other = await s.visit('story.html');
    await other.page.waitForFunction(() => document.readyState === 'complete');
    assert.equal(await other.inContent(() => globalThis.hearsay === undefined), true);
    await s.set({ policy: 'ask', never: [] });
    await s.helper?.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 0, { polling: 50 });
  }],

  ['a bad file is refused with a sentence that names the line', async (s) => {
    const options = await ownPage(s, 'options/options.html');
    await options.waitForSelector('#policy input');
    const before = await s.inExtension(() => chrome.storage.local.get(null));
    for (const [text, key, values] of /** @type {const} */ ([
      ['{\n  "hearsay": 1,\n  "mode" "off"\n}', 'options_import_bad', ['3']],
      ['{"something": "else"}', 'options_import_other', []],
      ['null', 'options_import_other', []],
    ])) {
      await importFile(options, text);
      const wanted = await s.inExtension((name, list) => chrome.i18n.getMessage(name, list), key, [...values]);
      await options.waitForFunction((sentence) => document.querySelector('#said')?.textContent === sentence, { polling: 50 }, wanted);
    }
    assert.deepEqual(await s.inExtension(() => chrome.storage.local.get(null)), before);
  }],

  ['a good file is taken', async (s) => {
    const options = await ownPage(s, 'options/options.html');
    await options.waitForSelector('#policy input');
    await importFile(options, JSON.stringify({ hearsay: 1, mode: 'underline', size: 1.2, always: ['https://news.example'] }));
    await options.waitForFunction(() => document.querySelector('#always li span')?.textContent === 'https://news.example', { polling: 50 });
    const settings = await s.inExtension(() => globalThis.hearsay.settings.read());
    assert.equal(settings.mode, 'underline');
    assert.equal(settings.size, 1.2);
  }],

  ['wiping leaves nothing', async (s) => {
    await s.set({ mode: 'underline', exceptions: [{ rule_id: 'x', quote: 'y', cue: 'z' }] });
    const options = await ownPage(s, 'options/options.html');
    await options.waitForSelector('#exceptions button');
    await options.click('#wipe');
    await options.click('#sure button[value=""]');
    assert.notDeepEqual(await s.inExtension(() => chrome.storage.local.get(null)), {}, 'asked first');
    await options.click('#wipe');
    await options.click('#sure button[value="wipe"]');
    await options.waitForFunction(async () => Object.keys(await chrome.storage.local.get(null)).length === 0, { polling: 50 });
  }],

  ['every sentence there is in English is there in French', async (s) => {
    const keys = await s.inExtension(async () => {
      const read = async (/** @type {string} */ language) => Object.keys(await (await fetch(chrome.runtime.getURL(`_locales/${language}/messages.json`))).json()).sort();
      return [await read('en'), await read('fr')];
    });
    assert.deepEqual(keys[0], keys[1]);
  }],
];
