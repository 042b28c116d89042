// The popup: scans the open page, counts what was found, and sets what is shown and where.
// Must not word anything itself: sentences are the engine's or the language file's.
import { choices } from '../shared/choices.js';

const { settings: store } = globalThis.hearsay;
const LETTERS = { state: 'S', official: 'O', sourcing: 'A', claim: '?' };

/** @param {string} key */
const t = (key) => chrome.i18n.getMessage(key);
/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {string} [className] @param {...(Node | string)} children
 */
function el(tag, className = '', ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** @type {import('../types').Settings} */
let settings;
/** @type {import('../types').PageState | null} */
let state = null;
/** @type {chrome.tabs.Tab | undefined} */
let tab;

/** The tab the popup stands over; `?tab=` names one where the popup is a page of its own. */
async function findTab() {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return chrome.tabs.get(named);
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  return active;
}

/** @param {string} code @returns {import('../types').PageState} */
const refusal = (code) => ({ code, text: t(`status_${code.replaceAll('-', '_')}`), summary: null, hidden: false });

async function read() {
  if (tab?.id === undefined) return refusal('no-tab');
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const answer = await chrome.runtime.sendMessage({ type: 'reach', tabId: tab.id });
      if (answer) return answer;
    } catch {
      // the background was stopped while it worked: asking again starts it again
    }
  }
  return refusal('no-background');
}

/** @param {Partial<import('../types').Settings>} change */
const set = (change) => store.write(change);

function drawModes() {
  const modes = byId('modes');
  const values = store.MODES.map((mode) => /** @type {const} */ ([mode, t(`mode_${mode}`)]));
  choices(modes, 'mode', values, settings.mode, (mode) => void set({ mode: /** @type {typeof settings.mode} */ (mode) }));
  modes.setAttribute('aria-label', t('popup_mode'));
}

/** @param {string} label @param {(on: boolean) => void} then @param {Node[]} before */
function row(label, then, before) {
  const input = el('input', 'switch');
  input.type = 'checkbox';
  input.setAttribute('role', 'switch');
  input.addEventListener('change', () => then(input.checked));
  return el('label', 'row', ...before, el('span', 'name grow', label), el('span', 'count'), input);
}

/** The layers' controls, made once: a key press must not take the control under it away. */
function makeLayers() {
  const rows = store.LAYERS.map((layer) => {
    const tile = el('span', `tile ${layer}`, LETTERS[layer]);
    tile.setAttribute('aria-hidden', 'true');
    const on = (/** @type {boolean} */ checked) => void set({ layers: { ...settings.layers, [layer]: checked } });
    return el('li', layer, row(t(`layer_${layer}`), on, [tile]));
  });
  const hedges = row(t('layer_hedge'), (checked) => void set({ hedges: checked }), []);
  hedges.classList.add('under');
  const focus = el('fieldset', 'focus', el('span', 'soft', t('focus_on')));
  focus.setAttribute('aria-label', t('focus_on'));
  byId('layers').append(...rows, el('li', 'hedge', hedges), el('li', 'focusing', focus));
}

function drawLayers() {
  const list = byId('layers');
  list.hidden = settings.mode === 'classroom';
  byId('panel').textContent = t(settings.mode === 'classroom' ? 'popup_sheet' : 'popup_panel');
  if (!list.childElementCount) makeLayers();
  const counts = state?.summary?.counts;
  for (const layer of /** @type {const} */ ([...store.LAYERS, 'hedge'])) {
    const item = /** @type {HTMLElement} */ (list.querySelector(`li.${layer}`));
    /** @type {HTMLElement} */ (item.querySelector('.count')).textContent = String(counts?.[layer] ?? '');
    /** @type {HTMLInputElement} */ (item.querySelector('input')).checked = layer === 'hedge' ? settings.hedges : settings.layers[layer];
  }
  const focusing = /** @type {HTMLElement} */ (list.querySelector('li.focusing'));
  focusing.hidden = settings.mode !== 'focus';
  const values = store.LAYERS.map((layer) => /** @type {const} */ ([layer, t(`layer_${layer}`)]));
  const focus = /** @type {HTMLElement} */ (focusing.querySelector('.focus'));
  choices(focus, 'focus', values, settings.focus, (layer) => void set({ focus: /** @type {typeof settings.focus} */ (layer) }));
}

function drawState() {
  const ok = state?.code === 'ok' && state.summary;
  byId('status').textContent = state === null ? t('status_reading') : state.code === 'ok' ? '' : state.text || t(state.hidden ? 'status_hidden' : 'status_off');
  if (state?.hidden) {
    const again = el('button', '', t('popup_show_again'));
    again.addEventListener('click', async () => {
      await chrome.runtime.sendMessage({ type: 'toggle', tabId: tab?.id });
      await refresh();
    });
    byId('status').append(' ', again);
  }
  const ledger = byId('ledger');
  const lesson = settings.mode === 'classroom' ? state?.lesson : null;
  const lines = lesson ? [lesson.score] : settings.mode === 'classroom' ? [] : (state?.summary?.lines ?? []);
  ledger.hidden = !ok || !lines.length;
  ledger.replaceChildren(...lines.map((line) => el('p', '', line)));
  if (lesson) {
    const again = el('button', '', lesson.again);
    again.addEventListener('click', async () => {
      if (tab?.id !== undefined) await chrome.tabs.sendMessage(tab.id, { to: 'page', type: 'again' }).catch(() => {});
      await refresh();
    });
    ledger.append(again);
  }
  const coverage = byId('coverage');
  coverage.hidden = !ok || settings.mode === 'classroom';
  coverage.textContent = state?.summary?.coverage ?? '';
}

/** The site of the tab, where a content script may run at all. */
function siteOf() {
  try {
    const { origin, protocol } = new URL(tab?.url ?? '');
    return /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}

/** @param {string} site */
const pattern = (site) => ({ origins: [`${site.replace(/:\d+$/, '')}/*`] });

async function drawAlways() {
  const site = siteOf();
  const label = byId('always');
  label.hidden = site === null;
  if (site === null) return;
  const input = /** @type {HTMLInputElement} */ (label.querySelector('input'));
  input.setAttribute('role', 'switch');
  /** @type {HTMLElement} */ (label.querySelector('span')).textContent = t('popup_always');
  const allowed = await chrome.permissions.contains(pattern(site));
  input.checked = allowed && (settings.policy === 'everywhere' ? !settings.never.includes(site) : settings.always.includes(site));
  input.onchange = () => void always(site, input.checked);
}

/** @param {string} site @param {boolean} on */
async function always(site, on) {
  const without = (/** @type {string[]} */ list) => list.filter((one) => one !== site);
  // Firefox closes the popup for its question: the wish is written first, and counts once allowed
  const wish = { always: on ? [...without(settings.always), site] : without(settings.always), never: on ? without(settings.never) : settings.policy === 'everywhere' ? [...without(settings.never), site] : settings.never };
  const written = set(wish);
  if (!on) return written;
  // asked within the click itself, or the browser will not ask the reader
  const allowed = await chrome.permissions.request(pattern(site));
  await written;
  if (!allowed) await set({ always: without(settings.always) });
}

function draw() {
  document.documentElement.dataset.palette = settings.palette;
  drawModes();
  drawLayers();
  drawState();
  void drawAlways();
}

async function refresh() {
  state = await read();
  draw();
}

/** The browser opens its side only within the click itself. */
function preparePanel() {
  const { sidePanel, sidebarAction } = /** @type {any} */ (chrome);
  const button = byId('panel');
  button.hidden = !sidePanel?.open && !sidebarAction?.open; // Firefox for Android has neither
  button.addEventListener('click', () => {
    const opened = sidePanel ? sidePanel.open({ windowId: tab?.windowId }) : sidebarAction.open();
    Promise.resolve(opened).then(() => close(), () => {});
  });
}

async function start() {
  document.documentElement.lang = t('language');
  settings = await store.read();
  tab = await findTab();
  const options = byId('options');
  options.textContent = t('popup_options');
  options.addEventListener('click', () => void chrome.runtime.openOptionsPage());
  preparePanel();
  draw();
  store.onChange((changed) => {
    settings = changed;
    void refresh();
  });
  await refresh();
  // the tab's address is known once the reader's click has opened the page to us
  tab = await findTab();
  draw();
}

void start();
export {};
