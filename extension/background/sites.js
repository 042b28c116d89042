// Keeps the browser's list of pages that are scanned unasked in step with the reader's choice.
// Must not ask for permission: only the popup and the options may, on the reader's own click.
import { CONTENT } from './tabs.js';

const ID = 'always-on';

/** @param {string} origin such as `https://news.example` */
const pattern = (origin) => `${origin.replace(/:\d+$/, '')}/*`;

/** @param {string} match */
const granted = (match) => chrome.permissions.contains({ origins: [match] }).catch(() => false);

/** @param {import('../types').Settings} settings */
async function wanted(settings) {
  if (settings.policy === 'everywhere') {
    return { matches: ['http://*/*', 'https://*/*'], excludeMatches: settings.never.map(pattern) };
  }
  const matches = [];
  for (const origin of settings.always) if (await granted(pattern(origin))) matches.push(pattern(origin));
  return { matches: [...new Set(matches)], excludeMatches: [] };
}

/** @param {import('../types').Settings} settings */
async function apply(settings) {
  const { matches, excludeMatches } = await wanted(settings);
  const [now] = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (!matches.length) {
    if (now) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  /** @type {chrome.scripting.RegisteredContentScript} */
  const script = { id: ID, js: CONTENT, matches, excludeMatches, allFrames: true, runAt: 'document_idle', persistAcrossSessions: true };
  const same = (/** @type {string[] | undefined} */ a, /** @type {string[]} */ b) => (a ?? []).join() === b.join();
  if (!now) await chrome.scripting.registerContentScripts([script]);
  else if (!same(now.matches, matches) || !same(now.excludeMatches, excludeMatches) || !same(now.js, CONTENT)) {
    await chrome.scripting.updateContentScripts([script]);
  }
}

/** @type {Promise<void>} one change at a time, so that two cannot register twice */
let last = Promise.resolve();

/** @returns {Promise<void>} */
export function reconcile() {
  last = last.then(async () => apply(await globalThis.hearsay.settings.read())).catch((error) => console.warn('hearsay: sites', error));
  return last;
}
