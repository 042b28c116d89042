// A second language is whole: a French reader meets no English but the story's own.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Session } from '../harness.mjs';

const root = join(import.meta.dirname, '..', '..', '..');

/** Every message of the extension's language file. @param {string} lang @returns {Record<string, {message: string}>} */
const messages = (lang) => JSON.parse(readFileSync(join(root, 'extension', '_locales', lang, 'messages.json'), 'utf8'));

/** What the engine says in English, without what is filled in. */
const ENGINE = readFileSync(join(root, 'src', 'view', 'messages', 'en.txt'), 'utf8');

/** Whole English messages, long enough not to be a French word too. */
function english() {
  const fr = messages('fr');
  const own = Object.entries(messages('en')).filter(([key, { message }]) => fr[key].message !== message).map(([, { message }]) => message);
  const engine = ENGINE.split('\n').filter((line) => line.includes(' = ')).map((line) => line.slice(line.indexOf(' = ') + 3));
  return new Set([...own, ...engine].filter((one) => one.length > 9 && !/[{$]/.test(one)));
}

/** The texts of a page of ours, piece by piece. @param {import('puppeteer-core').Page} page */
const texts = (page) =>
  page.evaluate(() => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walk.nextNode()) found.push(walk.currentNode.textContent?.trim() ?? '');
    for (const one of document.querySelectorAll('[aria-label],[title],[placeholder]')) found.push(one.getAttribute('aria-label') ?? '', one.getAttribute('title') ?? '');
    return found.filter(Boolean);
  });

/** @type {import('../run.mjs').Test[]} */
export default [
  ['popup, options, panel, cards and classroom speak French alone', async (s) => {
    const extension = mkdtempSync(join(tmpdir(), 'hearsay-fr-'));
    cpSync(join(root, 'dist', `test-${s.kind}`), extension, { recursive: true });
    // the browser of the test speaks English: French is put in the place of the language it looks for
    cpSync(join(extension, '_locales', 'fr', 'messages.json'), join(extension, '_locales', 'en', 'messages.json'));
    const french = new Session(s.kind, { shots: `shots/${s.kind}-fr` });
    try {
      await french.open({ extension });
      const forbidden = english();
      /** @param {string} where @param {string[]} seen */
      const clean = (where, seen) => assert.deepEqual(seen.filter((one) => forbidden.has(one)), [], where);
      const v = await french.visit('sample', { width: 1160, height: 1200 });
      await v.marked();
      const popup = await v.popup();
      await popup.waitForFunction(() => /\d/.test(document.querySelector('#layers .state .count')?.textContent ?? ''), { polling: 50 });
      clean('popup', await texts(popup));
      assert.equal(await popup.evaluate(() => document.documentElement.lang), 'fr');
      for (const path of ['options/options.html', `panel/panel.html?tab=${v.tabId}`]) {
        const page = await french.started?.open(path);
        assert.ok(page);
        await page.waitForFunction(() => document.querySelectorAll('#own-state option').length > 150 || document.querySelector('.hs-voices'), { polling: 50 });
        clean(path, await texts(page));
      }
      await v.page.bringToFront();
      for (const badge of (await v.badges()).filter((one) => one.finding)) {
        await v.inContent((id) => globalThis.hearsay.card.open(String(id)), badge.finding ?? null);
        const card = await v.inContent(() => [...globalThis.hearsay.overlay.root().querySelectorAll('.card *')].filter((one) => !one.childElementCount).map((one) => one.textContent ?? ''));
        clean(`card of ${badge.name}`, card);
      }
      const state = (await v.badges()).find((one) => one.kind.includes('state'));
      assert.match(state?.name ?? '', /État : /);
      await french.set({ mode: 'classroom' });
      await v.until('the lesson', () => globalThis.hearsay.page.view?.classroom);
      clean('lesson', (await v.inContent(() => { const now = globalThis.hearsay.page.view?.classroom; return now ? [now.title, now.ask, now.score, ...now.steps.map((one) => one.label)] : []; })));
    } finally {
      await french.close();
      rmSync(extension, { recursive: true, force: true });
    }
  }],

  ['what the stores and the browser show of the extension fits and is there in both', async () => {
    for (const lang of ['en', 'fr']) {
      const all = messages(lang);
      assert.ok(all.manifest_description.message.length <= 132, `${lang}: ${all.manifest_description.message.length}`);
      assert.ok(all.manifest_name.message.length <= 45);
      assert.equal(all.language.message, lang);
    }
  }],
];
