// Everybody can use every surface: axe finds nothing, and the reader's own settings are obeyed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** @typedef {import('puppeteer-core').Page} Page */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe objects to, in words. @param {Page} page @returns {Promise<string[]>} */
async function objections(page) {
  await page.bringToFront();
  await page.evaluate(AXE);
  return page.evaluate(async (rules) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, { runOnly: { type: 'tag', values: rules } });
    return violations.flatMap((/** @type {any} */ one) => one.nodes.map((/** @type {any} */ node) => `${one.id}: ${node.html.slice(0, 120)} (${node.any[0]?.message ?? ''})`));
  }, RULES);
}

/**
 * What axe objects to in the overlay. It does not see into a closed root: the same elements and styles are
 * laid on a page of their own.
 * @param {import('../harness.mjs').Session} s @param {import('../harness.mjs').Visit} v @param {string} path
 */
async function overlay(s, v, path) {
  const copy = await v.inContent(() => {
    const root = globalThis.hearsay.overlay.root();
    return {
      html: /** @type {Element} */ (root.getElementById('all')).outerHTML,
      css: [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).filter((rule) => !rule.startsWith(':host')).join('\n'),
    };
  });
  const blank = await s.visit('empty.html');
  await blank.page.evaluate(({ html, css }, ground) => {
    document.title = 'The parts of the overlay';
    document.body.style.background = ground;
    const style = document.createElement('style');
    style.textContent = css;
    document.head.append(style);
    document.body.innerHTML = `<main><h1 style="color:${ground === '#fff' ? '#000' : '#fff'}">Overlay</h1>${html}</main>`;
    for (const one of document.querySelectorAll('.card')) /** @type {HTMLElement} */ (one).style.animation = 'none';
  }, copy, path === 'dark.html' ? '#14161a' : '#fff');
  return objections(blank.page);
}

/** @param {import('../harness.mjs').Session} session @param {string} path */
async function ownPage(session, path) {
  const page = await session.started?.open(path);
  assert.ok(page);
  session.watch(page);
  return page;
}

/** @type {import('../run.mjs').Test[]} */
export default [
  ['axe objects to nothing in the popup', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const popup = await v.popup();
    await popup.waitForFunction(() => /\d/.test(document.querySelector('#layers .state .count')?.textContent ?? ''), { polling: 50 });
    assert.deepEqual(await objections(popup), []);
    await s.set({ mode: 'focus' });
    await popup.waitForSelector('input[name=focus]');
    assert.deepEqual(await objections(popup), []);
  }],

  ['axe objects to nothing in the options', async (s) => {
    await s.set({ always: ['https://news.example'], exceptions: [{ rule_id: 'claim.alleged', quote: 'the alleged theft', cue: 'alleged' }], own_lists: { names: [{ text: 'Marta Lund', kind: 'expert', state: 'NOR' }], silence: ['Turkey'] } });
    const options = await ownPage(s, 'options/options.html');
    await options.waitForSelector('#own-silence button');
    await options.screenshot({ path: /** @type {`${string}.png`} */ (`${s.shots}/options.png`), fullPage: true });
    assert.deepEqual(await objections(options), []);
  }],

  ['axe objects to nothing in the panel', async (s) => {
    const v = await s.visit('sample');
    await v.marked();
    const panel = await ownPage(s, `panel/panel.html?tab=${v.tabId}`);
    await panel.setViewport({ width: 360, height: 1200 });
    await panel.waitForSelector('#panel.hs-panel section');
    await panel.screenshot({ path: /** @type {`${string}.png`} */ (`${s.shots}/panel.png`) });
    assert.deepEqual(await objections(panel), []);
  }],

  ['axe objects to nothing in the worksheet of a class', async (s) => {
    await s.set({ mode: 'classroom' });
    const v = await s.visit('lesson.html');
    await v.marked();
    await v.inContent(() => globalThis.hearsay.page.engine('lesson', { guesses: [] }));
    const panel = await ownPage(s, `panel/panel.html?tab=${v.tabId}`);
    await panel.setViewport({ width: 360, height: 1200 });
    await panel.waitForSelector('.hs-statements li');
    assert.deepEqual(await objections(panel), []);
  }],

  ['axe objects to nothing in the question before wiping', async (s) => {
    const options = await ownPage(s, 'options/options.html');
    await options.waitForSelector('#policy input');
    await options.bringToFront();
    await options.click('#wipe');
    await options.waitForSelector('dialog[open]');
    assert.deepEqual(await objections(options), []);
  }],

  ...['standard', 'contrast', 'apart', 'mono'].flatMap((palette) => ['story.html', 'dark.html'].map((path) => /** @type {import('../run.mjs').Test} */ ([
    `${path}, ${palette}: axe objects to nothing in badges and card`, async (s) => {
      await s.set({ palette: /** @type {any} */ (palette) });
      const v = await s.visit(path);
      await v.marked();
      const badge = (await v.badges()).find((one) => one.kind.includes('claim'));
      await v.inContent((finding) => globalThis.hearsay.card.open(String(finding)), badge?.finding ?? null);
      assert.deepEqual(await overlay(s, v, path), []);
    },
  ]))),

  ...['lesson.html', 'dark.html'].map((path) => /** @type {import('../run.mjs').Test} */ ([
    `${path}: axe objects to nothing in the classroom’s question and answer`, async (s) => {
      await s.set({ mode: 'classroom' });
      const v = await s.visit(path);
      await v.marked();
      const [first] = (await v.inContent(() => globalThis.hearsay.page.view?.classroom?.statements.map((one) => one.finding))) ?? [];
      await v.inContent((id) => globalThis.hearsay.card.open(id), first);
      await v.until('the question', () => globalThis.hearsay.overlay.root().querySelector('.steps input'));
      assert.deepEqual(await overlay(s, v, path), []);
      await v.page.bringToFront();
      await v.inContent(() => {
        const root = globalThis.hearsay.overlay.root();
        /** @type {HTMLInputElement} */ (root.querySelector('.steps input[value="1"]')).click();
        /** @type {HTMLElement} */ (root.querySelector('.card form button')).click();
      });
      await v.until('the verdict', () => globalThis.hearsay.overlay.root().querySelector('.verdict'));
      assert.deepEqual(await overlay(s, v, path), []);
    },
  ])),

  ['badges and card of a story from right to left stand at the right', async (s) => {
    const v = await s.visit('rtl.html');
    await v.marked();
    const right = await v.page.evaluate(() => document.querySelector('p')?.getBoundingClientRect().right ?? 0);
    const all = await v.badges();
    assert.ok(all.length > 0 && all.every((one) => one.x >= right), 'a badge stands left of the text’s right edge');
    assert.deepEqual(await v.overText(), []);
    await v.shot('rtl');
  }],

  ['what the keyboard is on has a visible frame, in the margin and in the card', async (s) => {
    for (const path of ['story.html', 'dark.html']) {
      const v = await s.visit(path);
      await v.marked();
      await s.inExtension((tabId) => chrome.tabs.sendMessage(tabId, { to: 'page', type: 'step', by: 1 }), v.tabId);
      await v.until('focus', () => globalThis.hearsay.overlay.root().activeElement);
      await v.page.keyboard.press('ArrowDown');
      const frame = () => v.inContent(() => {
        const on = /** @type {Element} */ (globalThis.hearsay.overlay.root().activeElement);
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(on);
        return { what: on.className, style: outlineStyle, width: parseFloat(outlineWidth), colour: outlineColor };
      });
      const badge = await frame();
      assert.ok(badge.style === 'solid' && badge.width >= 2, JSON.stringify(badge));
      await v.shot(`focus-${path.replace('.html', '')}`);
      await v.page.keyboard.press('Enter');
      await v.until('a card', () => globalThis.hearsay.overlay.root().activeElement?.classList.contains('card'));
      await v.page.keyboard.press('Tab');
      const act = await frame();
      assert.ok(act.style === 'solid' && act.width >= 2, JSON.stringify(act));
    }
  }],

  ['nothing of ours is printed', async (s) => {
    if (s.kind === 'firefox') return; // its driver cannot show a page as if printed
    const v = await s.visit('story.html');
    await v.marked();
    await v.page.emulateMediaType('print');
    assert.equal(await v.inContent(() => globalThis.hearsay.overlay.host()?.getBoundingClientRect().width), 0);
  }],

  ['a reader who asks for less motion gets none', async (s) => {
    if (s.kind === 'firefox') return; // its driver cannot set what the reader asks for
    const v = await s.visit('story.html');
    await v.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await v.marked();
    const badge = (await v.badges()).find((one) => one.finding);
    await v.inContent((finding) => globalThis.hearsay.card.open(String(finding)), badge?.finding ?? null);
    assert.equal(await v.inContent(() => getComputedStyle(/** @type {Element} */ (globalThis.hearsay.overlay.root().querySelector('.card'))).animationName), 'none');
  }],

  ['the larger size makes badges and cards larger', async (s) => {
    await s.set({ size: 1.4 });
    const v = await s.visit('story.html');
    await v.marked();
    const all = await v.badges();
    assert.ok(all.some((one) => Math.abs(one.height - 18 * 1.4) < 0.5));
    assert.deepEqual(await v.overText(), []);
    await v.shot('large');
  }],
];
