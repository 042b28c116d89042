// What every browser test stands on: pages served here, a browser with the test build, and eyes in it.
// Must not need a hook in the extension: it looks where an extension page of ours may look.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../browser.mjs';
import { serve } from '../serve.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const here = import.meta.dirname;
const root = join(here, '..', '..');

/** Policies that real papers send, and the strictest one there is. @param {string} path @returns {Record<string, string>} */
function headers(path) {
  if (path.startsWith('/strict')) {
    return { 'content-security-policy': "default-src 'none'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /violation" };
  }
  return {};
}

/** What most test pages share stands once, in `parts`, where a page says `<!--#name-->`. @param {Buffer} body @param {string} path */
function assemble(body, path) {
  if (!path.endsWith('.html')) return body;
  return Buffer.from(body.toString('utf8').replace(/<!--#(\w+)-->/g, (_, name) => readFileSync(join(here, 'parts', `${name}.html`), 'utf8').trim()));
}

/** Time in which a condition has to come true. */
const PATIENCE = 15_000;

export class Session {
  /**
   * @param {import('../browser.mjs').Kind} kind
   * @param {{folder?: string, shots?: string} & NonNullable<Parameters<typeof serve>[1]>} [options]
   *   another folder of pages, and how to serve it
   */
  constructor(kind, { folder = join(here, 'pages'), shots = `shots/${kind}`, ...serving } = {}) {
    this.kind = kind;
    this.folder = folder;
    this.serving = { headers, change: assemble, ...serving };
    this.shots = join(root, 'dist', shots);
    /** @type {string[]} addresses asked for by any page, worker or extension page */
    this.asked = [];
    this.count = 0;
    /** @type {Set<Page>} */
    this.opened = new Set();
  }

  /** @param {{extension?: string, prefs?: Record<string, unknown>}} [options] */
  async open({ extension = join(root, 'dist', `test-${this.kind}`), prefs = {} } = {}) {
    mkdirSync(this.shots, { recursive: true });
    this.pages = await serve(this.folder, this.serving);
    this.sample = await serve(join(root, 'extension', 'sample'));
    this.started = await start(this.kind, {
      extension,
      viewport: { width: 1160, height: 800 },
      args: this.kind === 'firefox' ? ['--remote-allow-system-access'] : ['--hide-scrollbars'],
      prefs,
    });
    this.browser = this.started.browser;
    this.helper = await this.started.open('options/options.html');
    this.watch(this.helper);
  }

  async close() {
    await this.browser?.close();
    await this.pages?.close();
    await this.sample?.close();
  }

  /** Closes what a test left open. */
  async closePages() {
    for (const page of (await this.browser?.pages()) ?? []) if (page !== this.helper && this.opened.has(page)) await page.close();
    this.opened.clear();
  }

  /** @param {Page} page */
  watch(page) {
    this.opened.add(page);
    page.on('request', (request) => this.asked.push(request.url()));
  }

  /**
   * Opens a test page in a tab of its own. A query makes its tab findable.
   * @param {string} path under tests/e2e/pages, or `sample`
   * @param {{width: number, height: number}} [viewport]
   * @param {{settle?: boolean}} [options] wait until the page's own scripts have come to rest
   */
  async visit(path, viewport = { width: 1160, height: 800 }, { settle = false } = {}) {
    this.count += 1;
    const base = path === 'sample' ? `${this.sample?.url}story.html` : `${this.pages?.url}${path}`;
    const [address, hash] = base.split('#');
    const url = `${address}?n=${this.count}${hash ? `#${hash}` : ''}`;
    const page = await /** @type {import('puppeteer-core').Browser} */ (this.browser).newPage();
    this.watch(page);
    await page.setViewport(viewport);
    await page.goto(url, { timeout: 30_000 });
    await page.bringToFront();
    const visit = new Visit(this, page, await this.tabOf(`?n=${this.count}`));
    if (settle) await visit.settle();
    return visit;
  }

  /** @param {string} part of its address @returns {Promise<number>} */
  async tabOf(part) {
    const id = await this.inExtension((wanted) => chrome.tabs.query({}).then((tabs) => tabs.find((tab) => tab.url?.includes(wanted))?.id ?? -1), part);
    return /** @type {number} */ (id);
  }

  /**
   * Runs in an extension page.
   * @template {unknown[]} A @template R
   * @param {(...args: A) => R} fn @param {A} args @returns {Promise<Awaited<R>>}
   */
  inExtension(fn, ...args) {
    return /** @type {any} */ (this.helper).evaluate(fn, ...args);
  }

  /** @param {Partial<import('../../extension/types').Settings>} change */
  async set(change) {
    await this.inExtension((values) => chrome.storage.local.set(values), change);
  }

  /** As after a fresh install. */
  async reset() {
    await this.inExtension(() => chrome.storage.local.clear());
  }

  /** Runs in the browser's own window, Firefox only. @param {string} expression @returns {Promise<any>} */
  async inFirefox(expression) {
    const { connection } = /** @type {any} */ (this.browser);
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { context } = tree.result.contexts.find((/** @type {{url: string}} */ one) => one.url.includes('browser.xhtml'));
    const answer = await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (answer.result.type === 'exception') throw new Error(answer.result.exceptionDetails.text);
    return answer.result.result.value;
  }

  /** Ends the background as the browser does when it has been idle. */
  async killBackground() {
    if (this.kind === 'firefox') {
      return this.inFirefox(`WebExtensionPolicy.getByID('${this.started?.id}').extension.terminateBackground({ ignoreDevToolsAttached: true })`);
    }
    const target = this.browser?.targets().find((one) => one.type() === 'service_worker');
    const worker = await target?.worker();
    await worker?.close();
  }
}

/** One page in one tab, with the extension's view of it. */
export class Visit {
  /** @param {Session} session @param {Page} page @param {number} tabId */
  constructor(session, page, tabId) {
    this.session = session;
    this.page = page;
    this.tabId = tabId;
  }

  /**
   * Runs in the world of the content scripts, as any code of the extension may.
   * @template {unknown[]} A @template R
   * @param {(...args: A) => R} fn @param {A} args @returns {Promise<Awaited<R>>}
   */
  inContent(fn, ...args) {
    return this.run(String(fn), args);
  }

  /** @param {string} fn @param {unknown[]} args @returns {Promise<any>} */
  run(fn, args) {
    // written out as source: an extension page may not make a function from text
    const source = `(async () => {
      const [{ result, error }] = await chrome.scripting.executeScript({
        target: { tabId: ${this.tabId} }, func: ${fn}, args: ${JSON.stringify(args)} });
      if (error) throw error;
      return result;
    })()`;
    return /** @type {any} */ (this.session.helper).evaluate(source);
  }

  /**
   * Waits in the content scripts' world until `fn` gives something true, and gives it back.
   * @template {unknown[]} A @template R
   * @param {string} what @param {(...args: A) => R} fn @param {A} args @returns {Promise<Awaited<R>>}
   */
  async until(what, fn, ...args) {
    const end = performance.now() + PATIENCE;
    for (;;) {
      // an element cannot leave its page: that it is there is all that is asked
      const found = await this.run(`async (...args) => { const found = await (${fn})(...args); return found !== null && typeof found === 'object' ? true : found; }`, args).catch((error) => {
        if (performance.now() > end) throw error;
        return null;
      });
      if (found) return /** @type {any} */ (found);
      if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    }
  }

  /** A real press of the toolbar's button, which opens the popup and scans the page. */
  async pressToolbar() {
    const { session } = this;
    if (session.kind === 'chrome') {
      const extension = [...(await /** @type {any} */ (session.browser).extensions()).values()].find((one) => one.id === session.started?.id);
      await extension.triggerAction(this.page);
      return;
    }
    await session.inFirefox(`(() => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${session.started?.id}');
      ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    })()`);
  }

  /** The popup as a page of its own, reading this tab. */
  async popup() {
    const page = await /** @type {any} */ (this.session.started).open(`popup/popup.html?tab=${this.tabId}`);
    this.session.watch(page);
    await page.setViewport({ width: 344, height: 520 });
    await page.waitForFunction(() => document.querySelectorAll('#layers .switch').length === 5);
    return page;
  }

  /** Scans without the toolbar: the message the popup sends. @returns {Promise<import('../../extension/types').PageState>} */
  async scan() {
    return /** @type {any} */ (await this.session.inExtension((tabId) => chrome.runtime.sendMessage({ type: 'reach', tabId }), this.tabId));
  }

  /** Waits for two frames, so that what was asked to be drawn is drawn. */
  async frames() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))));
  }

  /** Waits until the page has let its document and layout alone for a while; a restless one is taken as it is. */
  async settle() {
    for (let quiet = 0, tries = 0; quiet < 3 && tries < 40; tries += 1) {
      const before = (await this.document()) + (await this.layout());
      await this.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      quiet = (await this.document()) + (await this.layout()) === before ? quiet + 1 : 0;
    }
  }

  /** Scans and waits for marks. */
  async marked() {
    const state = await this.scan();
    await this.until('marks', () => globalThis.hearsay?.page?.showing);
    return state;
  }

  /** Every badge that is drawn. */
  badges() {
    return this.inContent(() =>
      [...globalThis.hearsay.overlay.root().querySelectorAll('.badge')]
        .filter((one) => !(/** @type {HTMLElement} */ (one).hidden))
        .map((one) => {
          const box = one.getBoundingClientRect();
          const { finding, findings } = /** @type {HTMLElement} */ (one).dataset;
          return { text: one.textContent, finding, findings, kind: one.className, name: one.getAttribute('aria-label'), x: box.x, y: box.y, width: box.width, height: box.height };
        }));
  }

  /** Every badge, once two frames leave all of them where they are: what is clicked at must not move. */
  async badgesAtRest() {
    let now = JSON.stringify(await this.badges());
    for (let before = ''; before !== now; now = JSON.stringify(await this.badges())) {
      before = now;
      await this.frames();
    }
    return /** @type {Awaited<ReturnType<Visit['badges']>>} */ (JSON.parse(now));
  }

  /** What the open card says, or null. */
  card() {
    return this.inContent(() => {
      const card = /** @type {HTMLElement | null} */ (globalThis.hearsay.overlay.host() && globalThis.hearsay.overlay.root().querySelector('.card'));
      if (!card) return null;
      const box = card.getBoundingClientRect();
      return { text: card.innerText, title: card.querySelector('h2')?.innerText ?? '', x: box.x, y: box.y, width: box.width, height: box.height };
    });
  }

  /** What is marked: the words of every mark with its style. @returns {Promise<{style: string, text: string, finding: string, ground: string}[]>} */
  marks() {
    return this.inContent(() => globalThis.hearsay.page.marks.map(({ style, range, finding, ground }) => ({ style, text: String(range), finding, ground })));
  }

  /** Clicks in the middle of something. @param {{x: number, y: number, width: number, height: number}} box */
  async click({ x, y, width, height }) {
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Where the words of the first mark of a style are drawn. @param {string} style @param {string} [text] */
  async wordsOf(style, text = '') {
    const box = await this.inContent((wanted, words) => {
      const mark = globalThis.hearsay.page.marks.find((one) => one.style === wanted && String(one.range).includes(words));
      const rect = mark?.range.getClientRects()[0];
      return rect ? { x: rect.x, y: rect.y, width: rect.width, height: rect.height } : null;
    }, style, text);
    if (!box) throw new Error(`no words marked ${style} ${text}`);
    return box;
  }

  /** The page's own document as text, our host left out. */
  document() {
    return this.page.evaluate(() => {
      const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
      for (const ours of copy.querySelectorAll('hearsay-marks')) ours.remove();
      return copy.outerHTML;
    });
  }

  /** Rectangles of all of the page's own elements. */
  layout() {
    return this.page.evaluate(() =>
      JSON.stringify([...document.querySelectorAll('*')].filter((one) => one.localName !== 'hearsay-marks').map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [one.localName, x, y, width, height];
      })));
  }

  /** Badges that lie over letters of the page. @returns {Promise<string[]>} */
  overText() {
    return this.inContent(() => {
      const rects = globalThis.hearsay.page.blocks.flatMap((block) => {
        const range = globalThis.hearsay.anchor.range(block, 0, block.text.length);
        return range ? globalThis.hearsay.anchor.rects(range) : [];
      });
      const shown = [...globalThis.hearsay.overlay.root().querySelectorAll('.badge')].filter((one) => !(/** @type {HTMLElement} */ (one).hidden));
      return shown.flatMap((one) => {
        const box = one.getBoundingClientRect();
        // letters stand a little inside the box of their line: a tick may use just that strip above them
        const tick = one.classList.contains('tick');
        const hit = rects.find((line) => {
          const [above, below] = tick ? [line.height * 0.125, 1] : [2, 2];
          return box.left < line.right - 0.5 && box.right > line.left + 0.5 && box.top < line.bottom - below && box.bottom > line.top + above;
        });
        return hit ? [`${one.textContent} at ${Math.round(box.x)},${Math.round(box.y)}`] : [];
      });
    });
  }

  /** @param {string} name @returns {Promise<string>} its file */
  async shot(name) {
    const file = join(this.session.shots, `${name}.png`);
    await this.page.bringToFront();
    await this.page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
    return file;
  }

  async close() {
    await this.page.close();
  }
}
