// The reader's own lists and exceptions work on the page at once, go out as files and come in again.
import assert from 'node:assert/strict';

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {import('../harness.mjs').Session} s @returns {Promise<Page>} */
async function options(s) {
  const page = await s.started?.open('options/options.html');
  assert.ok(page);
  s.watch(page);
  await page.bringToFront();
  await page.waitForFunction(() => document.querySelectorAll('#own-state option').length > 150, { polling: 50 });
  // what is offered as a file is kept instead of saved
  await page.evaluate(() => {
    /** @type {any} */ (window).offered = [];
    HTMLAnchorElement.prototype.click = function () { /** @type {any} */ (window).offered.push(this.download); };
    const make = URL.createObjectURL;
    URL.createObjectURL = (/** @type {any} */ blob) => { void blob.text().then((/** @type {string} */ text) => /** @type {any} */ (window).offered.push(text)); return make(blob); };
  });
  return page;
}

/** @param {Page} page @param {string} list @param {string} text @param {{kind?: string, state?: string}} [more] */
async function add(page, list, text, { kind, state } = {}) {
  await page.bringToFront();
  await page.select('#own-list', list);
  await page.type('#own-text', text);
  if (kind) await page.select('#own-kind', kind);
  if (state) await page.select('#own-state', state);
  await page.click('#own-add button');
}

/** @param {Page} page @param {string} id */
const listed = (page, id) => page.evaluate((name) => [...document.querySelectorAll(`#${name} li span`)].map((one) => one.textContent), id);

/** @param {Page} page @param {string} button @returns {Promise<[string, string]>} name and text */
async function offered(page, button) {
  await page.evaluate(() => void (/** @type {any} */ (window).offered = []));
  await page.click(button);
  await page.waitForFunction(() => /** @type {any} */ (window).offered.length === 2, { polling: 50 });
  return page.evaluate(() => /** @type {any} */ (window).offered);
}

/** Gives a file to the options as if the reader had chosen it. @param {Page} page @param {string} text */
const load = (page, text) =>
  page.evaluate((content) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#file'));
    const files = new DataTransfer();
    files.items.add(new File([content], 'options.json'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  }, text);

/** @param {import('../harness.mjs').Session} s @param {Page} page @param {string} key @param {string[]} [values] */
async function said(s, page, key, values = []) {
  const wanted = await s.inExtension((name, list) => chrome.i18n.getMessage(name, list), key, values);
  assert.ok(wanted, key);
  await page.waitForFunction((sentence) => document.querySelector('#said')?.textContent === sentence, { polling: 50 }, wanted);
}

/** @type {import('../run.mjs').Test[]} */
export default [
  ['a name that is added is marked on the open page, and unmarked when it is removed', async (s) => {
    const v = await s.visit('lesson.html');
    await v.marked();
    const marked = () => globalThis.hearsay.page.marks.some((mark) => mark.style === 'official' && String(mark.range) === 'Marta Lund');
    assert.equal(await v.inContent(marked), false);
    const page = await options(s);
    await add(page, 'names', 'Marta Lund', { kind: 'official', state: 'NOR' });
    await said(s, page, 'own_added', ['Marta Lund']);
    await page.waitForSelector('#own-names button');
    await v.page.bringToFront();
    await v.until('the name marked', marked);
    await v.inContent((id) => globalThis.hearsay.card.open(String(id)), await v.inContent(() => globalThis.hearsay.page.marks.find((mark) => String(mark.range) === 'Marta Lund' && mark.style === 'official')?.finding ?? ''));
    await v.until('its card', () => globalThis.hearsay.card.current());
    assert.match((await v.card())?.text ?? '', /Norway/);
    await page.bringToFront();
    await page.click('#own-names button');
    await page.waitForFunction(() => !document.querySelector('#own-names button'), { polling: 50 });
    assert.equal((await s.inExtension(() => globalThis.hearsay.settings.read())).own_lists, null);
    await v.page.bringToFront();
    await v.until('the name unmarked', () => !globalThis.hearsay.page.marks.some((mark) => mark.style === 'official' && String(mark.range) === 'Marta Lund'));
  }],

  ['an outlet and a verb that are added make a statement of a sentence', async (s) => {
    const v = await s.visit('lesson.html');
    await v.marked();
    assert.ok(!(await v.marks()).some((mark) => mark.text.includes('grouched')));
    const page = await options(s);
    await add(page, 'outlets', 'Harbour Gazette', { kind: 'state-media', state: 'NOR' });
    await page.waitForSelector('#own-outlets button');
    await add(page, 'cues', 'grouch', { kind: 'neutral' });
    await page.waitForSelector('#own-cues button');
    await v.page.bringToFront();
    await v.until('the verb marked', () => globalThis.hearsay.page.marks.some((mark) => mark.style === 'cue' && String(mark.range) === 'grouched'));
    const finding = (await v.marks()).find((mark) => mark.text === 'grouched')?.finding ?? '';
    const card = await v.inContent((id) => globalThis.hearsay.page.card(id), finding);
    assert.equal(card?.chain.at(-1)?.label, 'Harbour Gazette');
    assert.equal(card?.chain.at(-1)?.kind, 'state-media');
  }],

  ['words that are silenced are marked nowhere', async (s) => {
    const v = await s.visit('lesson.html');
    await v.marked();
    assert.ok((await v.marks()).some((mark) => mark.text === 'Norway'));
    const page = await options(s);
    await add(page, 'silence', 'norway');
    await page.waitForSelector('#own-silence button');
    await v.page.bringToFront();
    await v.until('Norway unmarked', () => globalThis.hearsay.page.showing && !globalThis.hearsay.page.marks.some((mark) => String(mark.range) === 'Norway'));
  }],

  ['what cannot be added is told in a sentence, and nothing is added', async (s) => {
    const page = await options(s);
    await page.select('#own-list', 'names');
    await page.click('#own-add button');
    await said(s, page, 'own_bad_empty');
    await add(page, 'cues', 'point out that');
    await said(s, page, 'own_bad_verb');
    assert.equal((await s.inExtension(() => globalThis.hearsay.settings.read())).own_lists, null);
  }],

  ['the lists go out as one file, and come in as they went out', async (s) => {
    const own_lists = { names: [{ text: 'Marta Lund', kind: 'expert', state: 'NOR' }], outlets: [{ text: 'Lakewire', kind: 'wire' }], cues: [{ text: 'bleat', stance: 'distancing' }], silence: ['Turkey'] };
    await s.set({ own_lists, mode: 'underline' });
    const page = await options(s);
    await page.waitForSelector('#own-silence button');
    const [name, text] = await offered(page, '#lists');
    assert.equal(name, 'hearsay-lists.json');
    assert.deepEqual(JSON.parse(text), { hearsay: 1, own_lists });
    await s.reset();
    await page.waitForFunction(() => !document.querySelector('#own-silence button'), { polling: 50 });
    await s.set({ mode: 'focus' });
    await load(page, text);
    await said(s, page, 'options_imported');
    const settings = await s.inExtension(() => globalThis.hearsay.settings.read());
    assert.deepEqual(settings.own_lists, own_lists);
    assert.equal(settings.mode, 'focus', 'what the file does not hold is left alone');
    assert.deepEqual(await listed(page, 'own-silence'), ['Turkey']);
  }],

  ['a file with anything that does not fit is left out whole, and its line is named', async (s) => {
    await s.set({ own_lists: { silence: ['Turkey'] } });
    const before = await s.inExtension(() => chrome.storage.local.get(null));
    const page = await options(s);
    for (const [text, line, what] of /** @type {const} */ ([
      ['{\n "hearsay": 1,\n "own_lists": {\n  "names": [\n   {"text": "A B", "kind": "expert"},\n   {"text": "C D", "kind": "bird"}\n  ]\n }\n}', '6', 'bird'],
      ['{\n "hearsay": 1,\n "own_lists": {"silense": ["x"]}\n}', '3', 'silense'],
      ['{\n "hearsay": 1,\n "mode": "underline",\n "size": "huge"\n}', '4', 'huge'],
      ['{\n "hearsay": 1,\n "own_lists": {\n  "cues": [\n   {"text": "point out that"}\n  ]}}', '5', 'point out that'],
      ['{\n "hearsay": 1,\n "always": ["news.example"]}', '3', 'news.example'],
    ])) {
      await load(page, text);
      await said(s, page, 'options_import_unfit', [line, what]);
    }
    for (const [text, line] of /** @type {const} */ ([['{\n "hearsay": 1,\n}', '3'], ['{"hearsay": 1}\n\nmore', '3'], ['', '1'], ['{\n"hearsay": 1, "mode": "un\nderline"}', '2'], ['[\n'.repeat(40), '18']])) {
      await load(page, text);
      await said(s, page, 'options_import_bad', [line]);
    }
    assert.deepEqual(await s.inExtension(() => chrome.storage.local.get(null)), before);
  }],

  ['a mark called not right stands in the options, goes out as an example for its rule, and comes back', async (s) => {
    const v = await s.visit('lesson.html');
    await v.marked();
    const finding = (await v.marks()).find((mark) => mark.text === 'claims' && mark.style === 'claim-cue')?.finding ?? '';
    const rule = (await v.inContent((id) => globalThis.hearsay.page.card(id), finding))?.rule_id;
    await v.inContent((id) => globalThis.hearsay.page.except(id).then(() => true), finding);
    const gone = () => globalThis.hearsay.page.showing && !globalThis.hearsay.page.marks.some((mark) => mark.style === 'claim-cue' && String(mark.range) === 'claims');
    await v.until('the mark gone', gone);
    const page = await options(s);
    await page.waitForSelector('#exceptions button');
    const [name, text] = await offered(page, '#examples');
    assert.equal(name, 'hearsay-not-right.rules');
    assert.equal(text, `rule ${rule}\nno    Norway claims that the cable to the mainland was cut on purpose.\n`);
    await page.click('#exceptions button');
    await page.waitForFunction(() => !document.querySelector('#exceptions button'), { polling: 50 });
    await v.page.bringToFront();
    await v.until('the mark back', () => globalThis.hearsay.page.marks.some((mark) => mark.style === 'claim-cue' && String(mark.range) === 'claims'));
  }],
];
