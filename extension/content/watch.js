// Tells when the page's text or layout has changed, once the page has come to rest.
// Must not poll, must not see our own host, and must leave no observer behind when stopped.
(() => {
  const H = globalThis.hearsay;
  if (H.watch) return;

  /** Rest in milliseconds after which a change counts as done, and the longest wait for it. */
  const REST = 250;
  const LONGEST = 1500;

  /** @type {Parameters<import('../types').Hearsay['watch']['start']>[0] | null} */
  let tell = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let since = 0;
  /** @type {AbortController | null} */
  let listeners = null;

  function textSoon() {
    const now = performance.now();
    if (!timer) since = now;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      tell?.text();
    }, Math.max(0, Math.min(REST, since + LONGEST - now)));
  }

  /** @param {Node} node */
  const isOurs = (node) => node === H.overlay.host();

  /** What an element's own style says that takes its text out of sight. */
  const HIDES = /display:\s*none|visibility:\s*(?:hidden|collapse)|opacity:\s*0(?:\.0\d*)?(?![.\d])|height:\s*0(?:px)?(?![.\d])|content-visibility:\s*hidden/i;
  /** Properties whose transition may end with text in sight that was not. */
  const SHOWS = /^(?:opacity|visibility|display|content-visibility|(?:max-|block-)?(?:height|size)|grid-template-rows|transform|clip-path)$/;

  /** @param {MutationRecord} change */
  function attribute({ attributeName, oldValue, target }) {
    // a style changes with every frame of an animation: it always may move marks, but seldom shows or hides text
    tell?.layout();
    const shows = attributeName !== 'style' || HIDES.test(oldValue ?? '') !== HIDES.test(/** @type {Element} */ (target).getAttribute('style') ?? '');
    if (shows && target.textContent?.trim()) textSoon();
  }

  const texts = new MutationObserver((changes) => {
    for (const change of changes) {
      if (isOurs(change.target)) continue;
      if (change.type === 'attributes') {
        attribute(change);
      } else if (change.type === 'characterData' || ![...change.addedNodes, ...change.removedNodes].every(isOurs)) {
        textSoon();
        tell?.layout();
      }
    }
  });

  /** Sizes as they were last seen: an observer reports once for each new start. @type {WeakMap<Element, string>} */
  let known = new WeakMap();
  const sizes = new ResizeObserver((entries) => {
    tell?.layout();
    let changed = false;
    for (const { target, contentRect } of entries) {
      const before = known.get(target);
      const now = `${contentRect.width} ${contentRect.height}`;
      known.set(target, now);
      changed ||= before !== undefined && before !== now;
    }
    // a style sheet that came late, a shadow root attached, a box ticked: text can come without any mutation
    if (changed) textSoon();
  });
  const colours = [matchMedia('(prefers-color-scheme: dark)'), matchMedia('(forced-colors: active)')];

  /** @type {MutationObserverInit} */
  const ALL = {
    childList: true, characterData: true, subtree: true, attributes: true, attributeOldValue: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden', 'slot'],
  };

  H.watch = {
    start(then, roots) {
      tell = then;
      texts.disconnect();
      sizes.disconnect();
      listeners?.abort();
      listeners = new AbortController();
      const { signal } = listeners;
      texts.observe(document, ALL);
      for (const root of roots) texts.observe(root, ALL);
      sizes.observe(document.documentElement);
      if (document.body) sizes.observe(document.body);
      for (const parent of new Set(H.page.blocks.slice(0, 400).map((block) => block.element.parentElement))) if (parent) sizes.observe(parent);
      addEventListener('scroll', (event) => {
        if (event.target === document) H.badges.schedule();
        else tell?.layout();
      }, { capture: true, passive: true, signal });
      const both = () => {
        textSoon();
        tell?.layout();
      };
      addEventListener('resize', both, { signal });
      document.addEventListener('fullscreenchange', () => tell?.layout(), { signal });
      // what unfolds without a mutation: details, popovers, a ticked box, an address, a sheet that has come
      for (const name of ['toggle', 'change']) addEventListener(name, both, { capture: true, signal });
      // of all events only this one never reaches the window
      document.addEventListener('load', ({ target }) => {
        if (target instanceof HTMLLinkElement) both();
        else if (target instanceof HTMLIFrameElement) tell?.frame(target);
      }, { capture: true, signal });
      addEventListener('hashchange', both, { signal });
      addEventListener('transitionend', ({ propertyName }) => SHOWS.test(propertyName) && both(), { capture: true, signal });
      addEventListener('animationend', both, { capture: true, signal });
      for (const query of colours) query.addEventListener('change', both, { signal });
      addEventListener('popstate', textSoon, { signal });
      // pushState has no event of its own, but moves the navigation's current entry
      /** @type {any} */ (globalThis).navigation?.addEventListener('currententrychange', textSoon, { signal });
      document.fonts?.addEventListener('loadingdone', () => tell?.layout(), { signal });
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      tell = null;
      texts.disconnect();
      sizes.disconnect();
      listeners?.abort();
      listeners = null;
      known = new WeakMap();
    },
  };
})();
