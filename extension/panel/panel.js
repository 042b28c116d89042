// The ledger beside the page. The engine draws it, here, from the text that the page's script collected.
// Must not judge or word anything: it asks the page in front, and passes on what the reader chooses.
import init, { render_panel } from '../engine/hearsay.js';

const { settings: store } = globalThis.hearsay;

/** @param {string} key */
const t = (key) => chrome.i18n.getMessage(key);
/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** @type {number | undefined} */
let tabId;
/** @type {Promise<unknown> | null} */
let engine = null;
/** Answers may come out of order; only that to the last question counts. */
let asked = 0;

/** What the panel was last drawn from. */
let drawn = '';
/** The ledger with all steps was asked for while the class still guesses. */
let revealed = false;

/** @returns {Promise<{input: import('../types').PageInput | null, guesses: import('../types').Guess[] | null, title: string} | null>} */
async function front() {
  // `?tab=` names a tab where the panel is a page of its own
  const named = Number(new URLSearchParams(location.search).get('tab'));
  const [tab] = named ? [{ id: named }] : await chrome.tabs.query({ active: true, currentWindow: true });
  tabId = tab?.id;
  try {
    return tabId === undefined ? null : await chrome.tabs.sendMessage(tabId, { to: 'page', type: 'view' });
  } catch {
    return null; // no script of ours is in this tab
  }
}

async function read() {
  asked += 1;
  const mine = asked;
  const [page, settings] = await Promise.all([front(), store.read(), (engine ??= init())]);
  if (mine !== asked) return;
  document.documentElement.dataset.palette = settings.palette;
  byId('title').textContent = page?.title || t('name');
  byId('status').textContent = page?.input ? '' : t('panel_nothing');
  // what is drawn already stays: a page that moves reports itself often, and the reader may be about to click
  const now = JSON.stringify([page?.input, page?.guesses, revealed, settings]);
  if (now === drawn) return;
  drawn = now;
  const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest('#panel button, #panel input'));
  const [kind, value] = Object.entries(focused?.dataset ?? {})[0] ?? [];
  byId('panel').replaceChildren();
  const options = { ui_lang: t('language'), hedges: settings.hedges, own_lists: settings.own_lists, exceptions: settings.exceptions };
  if (page?.guesses && !revealed) Object.assign(options, { guesses: page.guesses });
  if (page?.input) render_panel(byId('panel'), page.input, options);
  // a story read anew does not take the reader's place away
  if (kind) /** @type {HTMLElement | null} */ (document.querySelector(`#panel [data-${kind}="${value}"]`))?.focus();
}

/** @param {object} message */
const tell = (message) => {
  if (tabId !== undefined) chrome.tabs.sendMessage(tabId, { to: 'page', ...message }).catch(() => {});
};

document.documentElement.lang = t('language');
document.title = t('name');
byId('panel').addEventListener('hearsay-go', (event) => tell({ type: 'go', finding: /** @type {CustomEvent} */ (event).detail }));
byId('panel').addEventListener('hearsay-step', (event) => tell({ type: 'step', by: /** @type {CustomEvent} */ (event).detail }));
byId('panel').addEventListener('hearsay-reveal', () => {
  revealed = true;
  void read();
});
chrome.tabs.onActivated.addListener(() => {
  revealed = false;
  void read();
});
chrome.runtime.onMessage.addListener((message) => {
  if (message?.type === 'shown') void read();
});
store.onChange(() => void read());
void read();
