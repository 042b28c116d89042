// Text that comes into sight after the scan, in every way that pages have, and the quiet when all is off.
import assert from 'node:assert/strict';

const WAYS = { Portugal: 'fades in', Finland: 'is shown by its own style', Estonia: 'unfolds', Latvia: 'is shown by a ticked box', Lithuania: 'stands in details that open', Poland: 'comes in a shadow root attached late' };

/** @type {import('../run.mjs').Test[]} */
export default [
  ...Object.entries(WAYS).map(([name, way]) => /** @type {import('../run.mjs').Test} */ ([
    `text that ${way} is marked when it is seen, and not before`, async (s) => {
      const v = await s.visit('late.html');
      await v.marked();
      assert.ok(!(await v.marks()).some(({ text }) => text === name), `${name} is marked though nobody sees it`);
      await v.page.evaluate((which) => /** @type {any} */ (window).show[which](), name);
      await v.until(name, (wanted) => globalThis.hearsay.page.marks.some((mark) => String(mark.range) === wanted), name);
      assert.deepEqual(await v.overText(), []);
    },
  ])),

  ['a page that keeps itself out of sight has no marks until it shows itself', async (s) => {
    const v = await s.visit('late.html#hush');
    const { code } = await v.scan();
    assert.equal(code, 'empty');
    assert.equal(await v.page.evaluate(() => document.querySelectorAll('hearsay-marks').length), 0);
    await v.page.evaluate(() => document.documentElement.classList.remove('hush'));
    await v.until('marks', () => globalThis.hearsay.page.showing);
  }],

  ['a page that darkens under the marks gets the marks of a dark page', async (s) => {
    const v = await s.visit('story.html');
    await v.marked();
    assert.ok((await v.marks()).every((mark) => mark.ground === 'light'));
    await v.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'html, body { background: #181a1b !important; color: #e8e6e3 !important; }';
      document.head.append(style);
    });
    await v.until('dark marks', () => globalThis.hearsay.page.marks.every((mark) => mark.ground === 'dark'));
    await v.shot('darkened');
  }],

  ['a large frame that comes late is read too', async (s) => {
    const v = await s.visit('empty.html');
    await v.scan();
    await v.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = 'story.html';
      frame.width = '800';
      frame.height = '600';
      document.body.append(frame);
    });
    await v.page.waitForFunction(() => document.querySelector('iframe')?.contentDocument?.querySelector('hearsay-marks'), { timeout: 15_000 });
  }],

  ['off: no observer, timer, listener or frame is left', async (s) => {
    const v = await s.visit('redraw.html');
    // counted from before our scripts come: the content scripts' world has its own copies of these
    await v.inContent(() => {
      /** @type {any} */
      const world = globalThis;
      const live = (world.live = { observers: new Set(), timers: new Set(), listeners: new Set() });
      for (const kind of [MutationObserver, ResizeObserver]) {
        const { observe, disconnect } = /** @type {any} */ (kind.prototype);
        /** @type {any} */ (kind.prototype).observe = function watch(/** @type {any[]} */ ...args) {
          live.observers.add(this);
          return observe.apply(this, args);
        };
        /** @type {any} */ (kind.prototype).disconnect = function unwatch() {
          live.observers.delete(this);
          return disconnect.call(this);
        };
      }
      const { setTimeout: set, clearTimeout: clear, requestAnimationFrame: ask, cancelAnimationFrame: drop } = globalThis;
      world.setTimeout = (/** @type {() => void} */ then, /** @type {number} */ wait) => {
        const id = set(() => { live.timers.delete(id); then(); }, wait);
        live.timers.add(id);
        return id;
      };
      world.clearTimeout = (/** @type {any} */ id) => { live.timers.delete(id); clear(id); };
      world.requestAnimationFrame = (/** @type {any} */ then) => {
        const id = ask((now) => { live.timers.delete(`f${id}`); then(now); });
        live.timers.add(`f${id}`);
        return id;
      };
      world.cancelAnimationFrame = (/** @type {any} */ id) => { live.timers.delete(`f${id}`); drop(id); };
    });
    await v.marked();
    await v.page.click('#edit');
    await v.until('the new word', () => globalThis.hearsay.page.marks.some((mark) => String(mark.range) === 'Ireland'));
    assert.ok(await v.inContent(() => /** @type {any} */ (globalThis).live.observers.size > 0));
    await s.set({ mode: 'off' });
    await v.until('nothing shown', () => !globalThis.hearsay.page.showing && !globalThis.hearsay.overlay.host());
    await v.page.click('#redraw');
    await v.until('no observer and no timer', () => {
      const { observers, timers } = /** @type {any} */ (globalThis).live;
      return observers.size + timers.size === 0;
    });
    assert.equal(await v.page.evaluate(() => CSS.highlights.size + document.adoptedStyleSheets.length), 0);
  }],
];
