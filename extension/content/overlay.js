// The one element Hearsay adds to a page: a host with a closed shadow root, above everything.
// Must not know what is drawn in it; whatever the page's styles say must not reach it.
(() => {
  const H = globalThis.hearsay;
  if (H.overlay) return;

  const NAME = 'hearsay-marks';
  /** A page that keeps taking the host away is left alone after this many times. */
  const PATIENCE = 20;
  /** The host is this wide: what it measures on screen tells how the page scales it. */
  const RULER = 100;

  const BASE = `
:host{all:initial!important;display:block!important;position:absolute!important;inset:auto!important;top:0!important;left:0!important;
width:${RULER}px!important;height:1px!important;margin:0!important;padding:0!important;border:0!important;background:none!important;
overflow:visible!important;opacity:1!important;visibility:visible!important;transform:none!important;filter:none!important;clip-path:none!important;
contain:none!important;pointer-events:none!important;z-index:2147483647!important;color-scheme:normal!important}
:host(.away){display:none!important}
*,*::before,*::after{box-sizing:border-box}
#all{font:13.5px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;letter-spacing:normal;text-align:left;direction:ltr}
#live{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button{font:inherit;color:inherit;background:none;border:0;margin:0;padding:0;cursor:pointer;text-align:inherit}
button:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
[hidden]{display:none!important}
@media print{:host{display:none!important}}`;

  /** @type {HTMLElement | null} */
  let host = null;
  /** @type {ShadowRoot | null} */
  let shadow = null;
  /** @type {CSSStyleSheet | null} */
  let theme = null;
  /** @type {MutationObserver | null} */
  let guard = null;
  let returns = 0;
  let away = false;

  function attach() {
    if (!host) return;
    document.documentElement.append(host);
    try {
      host.showPopover();
    } catch {
      // no top layer here: the highest z-index has to do
    }
  }

  function build() {
    // a copy left by an earlier version of the extension, whose scripts can no longer tidy up
    for (const old of document.querySelectorAll(NAME)) old.remove();
    host = document.createElement(NAME);
    host.setAttribute('popover', 'manual');
    shadow = host.attachShadow({ mode: 'closed' });
    const base = new CSSStyleSheet();
    base.replaceSync(BASE);
    theme = new CSSStyleSheet();
    shadow.adoptedStyleSheets = [base, theme];
    const all = document.createElement('div');
    all.id = 'all';
    for (const name of ['outline', 'badges', 'card']) {
      const part = document.createElement('div');
      part.id = name;
      all.append(part);
    }
    const live = document.createElement('div');
    live.id = 'live';
    live.setAttribute('role', 'status');
    live.setAttribute('aria-live', 'polite');
    all.append(live);
    shadow.append(all);
    attach();
    returns = 0;
    guard = new MutationObserver(() => {
      if (!host || host.isConnected || returns >= PATIENCE) return;
      returns += 1;
      attach();
    });
    guard.observe(document, { childList: true });
    guard.observe(document.documentElement, { childList: true });
    return shadow;
  }

  const root = () => shadow ?? build();

  H.overlay = {
    root,
    host: () => host,
    layer(name) {
      const found = root().getElementById(name);
      if (!found) throw new Error(`no layer ${name}`);
      return found;
    },
    /** From window pixels to the host's own, whatever zoom or transform the page has put on it. */
    toLocal() {
      const box = host?.getBoundingClientRect() ?? new DOMRect();
      const k = box.width > 0 ? box.width / RULER : 1;
      return { x: (client) => (client - box.left) / k, y: (client) => (client - box.top) / k, k };
    },
    hide(hidden) {
      if (hidden === away || !host) return;
      away = hidden;
      // a class on our own host: `hidden` would be an attribute that page styles may answer to
      host.classList.toggle('away', hidden);
    },
    theme(palette, size) {
      root();
      const { light, dark } = H.palette.css(palette);
      theme?.replaceSync(`.light{${light}}.dark{${dark}}#all{--size:${size}}${H.sheets.join('')}`);
    },
    announce(text) {
      const live = root().getElementById('live');
      if (live) live.textContent = text;
    },
    remove() {
      guard?.disconnect();
      host?.remove();
      host = shadow = theme = guard = null;
      away = false;
    },
  };
  H.sheets = [];
})();
