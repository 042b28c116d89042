// The background: hands page text to the engine, brings the scripts into pages, answers the browser.
// Must register every listener before anything is awaited, and must remember nothing between events.
import './shared/settings.js';
import { card, lesson, scan, stateNames, uiLanguage, who } from './background/engine.js';
import { reconcile } from './background/sites.js';
import { reach, reachFrames, tell } from './background/tabs.js';

const { settings } = globalThis.hearsay;
const MENU = 'who';
const CLAIM = '#b34a00';

/** The toolbar shows how many strong claims the page holds. @param {number | undefined} tabId @param {number} count */
function count(tabId, count) {
  if (tabId === undefined) return;
  const text = count > 0 ? String(count) : '';
  // the tab may be gone by now, and a browser for phones has no such badge
  void chrome.action.setBadgeText?.({ tabId, text })?.catch(() => {});
  void chrome.action.setBadgeBackgroundColor?.({ tabId, color: CLAIM })?.catch(() => {});
}

/** @param {boolean} hedges @param {import('./types').Guess[]} [guesses] @returns {Promise<import('./types').EngineOptions>} */
async function options(hedges, guesses) {
  const { own_lists: own, exceptions } = await settings.read();
  return { ui_lang: uiLanguage(), hedges, exceptions, ...(own ? { own_lists: own } : {}), ...(guesses ? { guesses } : {}) };
}

/** @typedef {{tab?: {id?: number}, frameId?: number}} Sender */

/** @type {Record<string, (message: any, sender: Sender) => Promise<unknown>>} */
const ANSWERS = {
  async scan({ page, hedges, guesses }, sender) {
    const view = await scan(page, await options(hedges, guesses));
    // a frame without a story does not undo what the page counts
    if (sender.frameId === 0 || view.summary.strong_claims) count(sender.tab?.id, view.summary.strong_claims);
    return view;
  },
  // an answer of its own: nothing at all means that the background has stopped
  card: async ({ page, hedges, finding }) => ({ card: await card(page, await options(hedges), finding) }),
  who: async ({ page, hedges, block, start, end }) => ({ finding: await who(page, await options(hedges), [block, start, end]) }),
  lesson: async ({ page, hedges, guesses }) => lesson(page, await options(hedges, guesses)),
  states: () => stateNames(),
  async off(_message, sender) {
    count(sender.tab?.id, 0);
    return true;
  },
  frames: (_message, sender) => reachFrames(sender.tab?.id),
  reach: ({ tabId }) => reach(tabId),
  toggle: ({ tabId }) => tell(tabId, { type: 'toggle' }, {}),
};

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (message?.to === 'page' || !Object.hasOwn(ANSWERS, message?.type)) return;
  const answer = ANSWERS[message.type];
  answer(message, sender).then(reply, (error) => {
    console.warn('hearsay', error);
    reply(null);
  });
  return true;
});

chrome.commands?.onCommand.addListener((command, tab) => {
  if (command === 'panel') return openPanel(tab);
  if (tab?.id === undefined) return;
  void onCommand(command, tab.id);
});

/** @param {string} command @param {number} tabId */
async function onCommand(command, tabId) {
  if (command === 'toggle') {
    // where nothing was shown yet, showing is the toggle
    if (!(await tell(tabId, { type: 'toggle' }, {}))) await reach(tabId);
  } else {
    await reach(tabId);
    const step = { type: 'step', by: command === 'next' ? 1 : -1 };
    if (!(await tell(tabId, step))?.finding) await tell(tabId, step, {});
  }
}

/** Must run within the key press itself: a browser opens its side only on the reader's gesture. @param {chrome.tabs.Tab | undefined} tab */
function openPanel(tab) {
  const { sidePanel, sidebarAction } = /** @type {any} */ (chrome);
  if (sidePanel && tab) void sidePanel.open({ windowId: tab.windowId });
  else void sidebarAction?.toggle();
}

chrome.contextMenus?.onClicked.addListener((info, tab) => {
  if (info.menuItemId !== MENU || tab?.id === undefined) return;
  const { id } = tab;
  void reach(id).then(() => tell(id, { type: 'who' }, { frameId: info.frameId ?? 0 }));
});

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus?.removeAll(() => {
    chrome.contextMenus.create({ id: MENU, title: chrome.i18n.getMessage('menu_who'), contexts: ['selection'] });
  });
  void reconcile();
});
chrome.runtime.onStartup.addListener(() => void reconcile());
chrome.permissions.onAdded.addListener(() => void reconcile());
chrome.permissions.onRemoved.addListener(() => void reconcile());
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && ('always' in changes || 'never' in changes || 'policy' in changes)) void reconcile();
});
