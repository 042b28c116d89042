// Starts the built background with no more of the browser than Firefox for Android has, and scans a story.
// Must not start a browser: what is missing on phones is left out of `chrome` here.
//
// usage: node tests/phone.mjs DIR
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dir = resolve(process.argv[2] ?? 'dist/firefox');
/** @type {((message: unknown, sender: unknown, reply: (answer: any) => void) => unknown)[]} */
const listeners = [];
const heard = { addListener() {} };

/** @type {any} */
const world = globalThis;
// no commands, contextMenus, sidebarAction or sidePanel, and an action without a badge
world.chrome = {
  action: {},
  i18n: { getUILanguage: () => 'en-GB', getMessage: (/** @type {string} */ key) => key },
  permissions: { onAdded: heard, onRemoved: heard, contains: async () => false },
  runtime: {
    onInstalled: heard,
    onStartup: heard,
    onMessage: { addListener: (/** @type {typeof listeners[0]} */ one) => listeners.push(one) },
  },
  scripting: { getRegisteredContentScripts: async () => [] },
  storage: { local: { get: async () => ({}), set: async () => {} }, onChanged: heard },
  tabs: {},
};
// the engine's file stands beside its script, as in the extension
world.fetch = async (/** @type {URL} */ url) => new Response(readFileSync(fileURLToPath(url)), { headers: { 'content-type': 'application/wasm' } });

await import(pathToFileURL(`${dir}/background.js`).href);
const blocks = [
  { text: 'Denmark says its drone was lost', tag: 'h1' },
  { text: 'Denmark said on Monday that a survey drone had been lost off the coast of Norway, and that nobody was hurt.', tag: 'p' },
  { text: 'The alleged attack has not been explained, officials in Iceland said at a meeting with reporters in Oslo.', tag: 'p' },
];
const view = await new Promise((done) => {
  for (const listener of listeners) listener({ type: 'scan', page: { title: 'Denmark says its drone was lost', blocks }, hedges: false }, { tab: { id: 1 }, frameId: 0 }, done);
});
assert.equal(view?.status.code, 'ok');
assert.ok(view.marks.length > 3 && view.badges.length > 2);
