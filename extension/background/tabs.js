// Reaches the page of a tab: asks the scripts there, or brings them in first.
// Must not read the page itself, and must end in a plain sentence where the browser says no.

/** In the order in which each relies on the ones before it. */
export const CONTENT = [
  'shared/settings.js',
  'content/collect.js',
  'content/anchor.js',
  'content/palette.js',
  'content/paint.js',
  'content/overlay.js',
  'content/margins.js',
  'content/outline.js',
  'content/badges.js',
  'content/face.js',
  'content/classroom.js',
  'content/card.js',
  'content/watch.js',
  'content/main.js',
  'content/answers.js',
];

/** Chromium refuses now and then just after the click that allows it; a moment later it agrees. */
const TRIES = [0, 60, 150, 400, 900];

/** How long the frames of a page without a story may take to answer, in milliseconds. */
const FRAMES_LATE = 1500;

const OWN_PAGE = /^(?:about|chrome|chrome-extension|chrome-search|devtools|edge|brave|moz-extension|resource|view-source|vivaldi|opera):/;

/** @typedef {import('../types').PageState} PageState */

/** @param {string} code @returns {PageState} */
export const refusal = (code) => ({
  code,
  text: chrome.i18n.getMessage(`status_${code.replaceAll('-', '_')}`),
  summary: null,
  hidden: false,
});

/**
 * @param {number} tabId
 * @param {{type: string} & Record<string, unknown>} message
 * @param {{frameId?: number}} [where] the page itself, or with `{}` its frames too
 * @returns {Promise<any>} null when nobody is there to answer
 */
export async function tell(tabId, message, where = { frameId: 0 }) {
  try {
    return await chrome.tabs.sendMessage(tabId, { to: 'page', ...message }, where);
  } catch {
    return null;
  }
}

/** @param {number} tabId */
async function inject(tabId) {
  let failure;
  for (const wait of TRIES) {
    if (wait) await new Promise((done) => setTimeout(done, wait));
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: CONTENT });
      // frames come after, unwaited: one that never finishes loading would keep the page from its reader
      return { frames: chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: CONTENT }).catch(() => []) };
    } catch (error) {
      failure = error;
      if (OWN_PAGE.test((await urlOf(tabId)) || 'http:')) break;
    }
  }
  throw failure;
}

/** Brings the scripts into frames that came late; where they are already they do nothing. @param {number | undefined} tabId */
export async function reachFrames(tabId) {
  if (tabId === undefined) return false;
  await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: CONTENT }).catch(() => []);
  return true;
}

/** @param {number} tabId */
async function urlOf(tabId) {
  try {
    return (await chrome.tabs.get(tabId)).url ?? '';
  } catch {
    return '';
  }
}

/**
 * Scans the page of a tab, or says why not.
 * @param {number} tabId
 * @returns {Promise<PageState>}
 */
export async function reach(tabId) {
  const there = await tell(tabId, { type: 'state' });
  if (there) return withFrames(tabId, there);
  let injected;
  try {
    injected = await inject(tabId);
  } catch {
    const url = await urlOf(tabId);
    if (OWN_PAGE.test(url)) return refusal('browser-page');
    if (/\.pdf(?:$|[?#])/i.test(url)) return refusal('pdf');
    if (url.startsWith('file:')) return refusal('file');
    return refusal('blocked');
  }
  return withFrames(tabId, (await tell(tabId, { type: 'state' })) ?? refusal('blocked'), injected.frames);
}

/**
 * Where the page itself holds no story, a frame of it may.
 * @param {number} tabId
 * @param {PageState} own
 * @param {Promise<unknown>} [injected] into the frames
 * @returns {Promise<PageState>}
 */
async function withFrames(tabId, own, injected = Promise.resolve()) {
  if (own.code !== 'no-story' && own.code !== 'empty') return own;
  const target = { tabId, allFrames: true };
  const asked = injected.then(() => chrome.scripting.executeScript({ target, injectImmediately: true, func: () => globalThis.hearsay?.page?.state() ?? null }));
  const late = new Promise((done) => setTimeout(() => done([]), FRAMES_LATE));
  const answers = /** @type {{result?: any}[]} */ (await Promise.race([asked.catch(() => []), late]));
  return answers.map(({ result }) => result).find((state) => state?.code === 'ok') ?? own;
}
