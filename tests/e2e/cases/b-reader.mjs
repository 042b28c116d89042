// The reader's own ways to look at a page: darkened, in forced colours, zoomed, by touch, in a reader view.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { Session } from '../harness.mjs';

/** @typedef {import('../harness.mjs').Visit} Visit */

/** The colours of a screenshot's pixels, by place. @param {Buffer} png */
function pixels(png) {
  const width = png.readUInt32BE(16);
  const channels = png[25] === 6 ? 4 : 3;
  const parts = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const out = Buffer.alloc((raw.length / (stride + 1)) * stride);
  for (let y = 0; y * (stride + 1) < raw.length; y += 1) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? out[y * stride + x - channels] : 0;
      const up = y ? out[(y - 1) * stride + x] : 0;
      const corner = y && x >= channels ? out[(y - 1) * stride + x - channels] : 0;
      const guess = left + up - corner;
      const [a, b, c] = [left, up, corner].map((one) => Math.abs(guess - one));
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
      out[y * stride + x] = raw[y * (stride + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth][filter];
    }
  }
  return (/** @type {number} */ x, /** @type {number} */ y) => [...out.subarray(y * stride + x * channels, y * stride + x * channels + 3)];
}

/** @param {number[]} colour */
function luminance(colour) {
  const [r, g, b] = colour.map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** @param {number[]} a @param {number[]} b */
function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** The colour within a rectangle that differs most from its corner's, and the corner's. @param {ReturnType<typeof pixels>} at @param {{x: number, y: number, width: number, height: number}} box */
function extremes(at, box) {
  const ground = at(Math.round(box.x), Math.round(box.y));
  let best = ground;
  for (let y = Math.ceil(box.y); y < box.y + box.height; y += 1) {
    for (let x = Math.ceil(box.x); x < box.x + box.width; x += 1) {
      const colour = at(x, y);
      if (contrast(colour, ground) > contrast(best, ground)) best = colour;
    }
  }
  return { ground, best };
}

/** As seen on the screen: every badge on its ground, its letter on the badge, and an underline under the words. @param {Visit} v */
async function readable(v) {
  const at = pixels(Buffer.from(await v.page.screenshot()));
  for (const badge of (await v.badges()).filter(({ kind, y }) => !/tick|more/.test(kind) && y > 0 && y < 700)) {
    const outside = at(Math.round(badge.x + badge.width / 2), Math.round(badge.y - 3));
    const inside = { x: badge.x + 3, y: badge.y + 3, width: badge.width - 6, height: badge.height - 6 };
    const { ground, best } = extremes(at, inside);
    assert.ok(contrast(ground, outside) >= 3, `badge ${badge.text}: ${ground} on ${outside}`);
    assert.ok(contrast(ground, best) >= 4.5, `letter ${badge.text}: ${best} on ${ground}`);
  }
  const box = await v.wordsOf('state');
  const under = { x: box.x, y: box.y + box.height * 0.86, width: box.width, height: 8 };
  const { ground, best } = extremes(at, under);
  assert.ok(contrast(ground, best) >= 3, `underline: ${best} on ${ground}`);
}

/** @type {import('../run.mjs').Test[]} */
export default [
  ...['story.html', 'dark.html', 'inverted.html#html', 'inverted.html#body', 'inverted.html#main'].map((path) => /** @type {import('../run.mjs').Test} */ ([
    `${path}: badges, letters and underlines have contrast as they are seen`, async (s) => {
      const v = await s.visit(path);
      await v.marked();
      await v.shot(`seen-${path.replace(/\W/g, '-')}`);
      await readable(v);
    },
  ])),

  ['forced colours: badges have a frame and a letter, and the words their underline', async (s) => {
    const forced = new Session(s.kind, { shots: `shots/${s.kind}` });
    try {
      // Firefox takes its reader's colours from preferences that hold for the whole browser
      await forced.open({ prefs: { 'browser.display.document_color_use': 2, 'browser.display.use_system_colors': false, 'browser.display.background_color': '#000000', 'browser.display.foreground_color': '#ffffff' } });
      const v = await forced.visit('story.html');
      if (s.kind === 'chrome') {
        const client = await v.page.createCDPSession();
        await client.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }, { name: 'prefers-color-scheme', value: 'dark' }] });
      }
      assert.ok(await v.page.evaluate(() => matchMedia('(forced-colors: active)').matches));
      await v.marked();
      await v.shot('forced');
      assert.ok(!(await v.inContent(() => CSS.highlights.has('hearsay-claim-scope-dark') || CSS.highlights.has('hearsay-claim-scope-light'))), 'a scope is filled');
      const at = pixels(Buffer.from(await v.page.screenshot()));
      for (const badge of (await v.badges()).filter(({ kind, y }) => !/tick/.test(kind) && y > 0 && y < 700)) {
        const { ground, best } = extremes(at, { x: badge.x + 3, y: badge.y + 3, width: badge.width - 6, height: badge.height - 6 });
        assert.ok(contrast(ground, best) >= 4.5, `letter ${badge.text}: ${best} on ${ground}`);
      }
      const box = await v.wordsOf('state');
      const { ground, best } = extremes(at, { x: box.x, y: box.y + box.height * 0.86, width: box.width, height: 8 });
      assert.ok(contrast(ground, best) >= 3, `underline: ${best} on ${ground}`);
    } finally {
      await forced.close();
    }
  }],

  ['zoomed by the browser: badges stand beside their lines and over no words', async (s) => {
    for (const factor of [1.5, 0.67]) {
      const v = await s.visit('story.html');
      await s.inExtension((tabId, zoom) => chrome.tabs.setZoom(tabId, zoom), v.tabId, factor);
      await v.marked();
      await v.until('badges beside their lines', () => {
        const { view, blocks } = globalThis.hearsay.page;
        const shown = /** @type {HTMLElement[]} */ ([...globalThis.hearsay.overlay.root().querySelectorAll('.badge[data-finding]:not([hidden])')]);
        return shown.length > 0 && shown.every((one) => {
          const badge = view?.badges.find(({ finding }) => finding === one.dataset.finding);
          const line = badge && globalThis.hearsay.anchor.range(blocks[badge.block], badge.start, badge.end)?.getClientRects()[0];
          const box = one.getBoundingClientRect();
          return line && Math.abs(line.y + line.height / 2 - box.y - box.height / 2) < 6;
        });
      });
      assert.deepEqual(await v.overText(), []);
      await v.shot(`zoom-${factor}`);
      await s.inExtension((tabId) => chrome.tabs.setZoom(tabId, 0), v.tabId);
    }
  }],

  ['on a phone a tap on marked words opens their card, within the window', async (s) => {
    const size = { width: 360, height: 700 };
    const v = await s.visit('narrow.html', size);
    if (s.kind === 'chrome') await v.page.setViewport({ ...size, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
    await v.marked();
    assert.ok((await v.badges()).every(({ kind }) => kind.includes('tick')));
    const box = await v.wordsOf('claim-cue');
    await v.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await v.until('a card', () => globalThis.hearsay.overlay.root().querySelector('.card h2'));
    const card = await v.card();
    assert.ok(card && card.x >= 0 && card.x + card.width <= size.width && card.y >= 0 && card.y + card.height <= size.height, JSON.stringify(card));
    assert.ok(await v.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page can be pushed sideways');
    await v.shot('phone');
    // a tap beside it closes it
    await v.page.touchscreen.tap(180, card.y > 350 ? 20 : 680);
    await v.until('no card', () => !globalThis.hearsay.card.current());
  }],

  ['a reader view is the browser’s own page, and says so', async (s) => {
    if (s.kind === 'chrome') return; // its reading mode stands beside the page, which stays as it is
    const address = `about:reader?url=${encodeURIComponent(`${s.pages?.url}story.html`)}`;
    const before = await s.inExtension(async () => (await chrome.tabs.query({})).map(({ id }) => id));
    await s.inFirefox(`(async () => {
      const tab = gBrowser.addTrustedTab(${JSON.stringify(address)});
      await new Promise((done) => tab.addEventListener('TabAttrModified', () => gBrowser.getBrowserForTab(tab).currentURI.spec.startsWith('about:reader') && done()));
    })()`);
    const tabId = await s.inExtension(async (known) => (await chrome.tabs.query({})).find(({ id }) => !known.includes(id))?.id ?? -1, before);
    const state = await s.inExtension((id) => chrome.runtime.sendMessage({ type: 'reach', tabId: id }), tabId);
    assert.ok(['browser-page', 'blocked'].includes(state.code), state.code);
    assert.match(state.text, /^[A-Z].{15,}[.!?]$/s);
    await s.inExtension((id) => chrome.tabs.remove(id), tabId);
  }],
];
