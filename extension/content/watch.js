// Tells when the page's text or layout has changed, once the page has come to rest.
// Must not poll, must not see our own host, and must leave no observer behind when stopped.
(() => {
  const H = globalThis.hearsay;
  if (H.watch) return;

  /** Rest in milliseconds after which a change counts as done, and the longest wait for it. */
  const REST = 250;
  const LONGEST = 1500;

  /** @type {{text(): void, layout(): void} | null} */
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

  const texts = new MutationObserver((changes) => {
    for (const change of changes) {
      if (isOurs(change.target)) continue;
      if (change.type === 'attributes') {
        // a style changes with every frame of an animation: it can move marks, seldom text
        tell?.layout();
        if (change.attributeName !== 'style' && change.target.textContent?.trim()) textSoon();
      } else if (change.type === 'characterData' || ![...change.addedNodes, ...change.removedNodes].every(isOurs)) {
        textSoon();
        tell?.layout();
      }
    }
  });
  const sizes = new ResizeObserver(() => tell?.layout());

  /** @type {MutationObserverInit} */
  const ALL = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ['class', 'style', 'hidden', 'open', 'aria-hidden'] };

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
      addEventListener('resize', () => tell?.layout(), { signal });
      document.addEventListener('fullscreenchange', () => tell?.layout(), { signal });
      addEventListener('toggle', () => tell?.layout(), { capture: true, signal });
      addEventListener('popstate', textSoon, { signal });
      addEventListener('hashchange', () => tell?.layout(), { signal });
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
    },
  };
})();
