// Shows the extension at work on the sample story: in a window where there is a display, else as a
// picture beside the ledger in the terminal. Must not test anything; it waits and shows.
//
// usage: node tests/run-sample.mjs chrome|firefox HEARSAY_COMMAND
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './browser.mjs';
import { Session } from './e2e/harness.mjs';
import { serve } from './serve.mjs';

const [kind, command] = process.argv.slice(2);
if ((kind !== 'chrome' && kind !== 'firefox') || !command) {
  console.error('usage: node tests/run-sample.mjs chrome|firefox HEARSAY_COMMAND');
  process.exit(2);
}
const FOLDER = `dist/test-${kind}/sample`;
const SAMPLE = 'story.html';
const WINDOW = { width: 1000, height: 1120 };

/** Opens a window and stays until the reader closes it. @param {'chrome' | 'firefox'} browser */
async function show(browser) {
  const site = await serve(FOLDER);
  const running = await start(browser, { extension: `dist/test-${browser}`, headless: false });
  try {
    // What the popup's “always on this site” does, for the one site there is here.
    const popup = await running.open('popup/popup.html');
    await popup.evaluate((origin) => chrome.storage.local.set({ always: [origin] }), site.url.slice(0, -1));
    await popup.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0);
    const page = await running.browser.newPage();
    await page.goto(site.url + SAMPLE);
    await popup.close();
    await page.waitForFunction(() => CSS.highlights.size > 0);
    console.log(`The sample story is open in ${browser}, with its marks. Close the browser to end this.`);
    await new Promise((closed) => running.browser.once('disconnected', closed));
  } finally {
    await running.close();
    await site.close();
  }
}

/** Takes a picture of the marked story with one card open. @param {'chrome' | 'firefox'} browser */
async function picture(browser) {
  const session = new Session(browser);
  const file = resolve(`dist/sample-${browser}.png`);
  try {
    await session.open();
    const visit = await session.visit('sample', WINDOW);
    await visit.marked();
    await visit.click(await visit.wordsOf('claim-cue'));
    await visit.until('the card, faded in', () =>
      globalThis.hearsay.card.current() && globalThis.hearsay.overlay.root().getAnimations().every((one) => one.playState === 'finished'));
    await visit.page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
  } finally {
    await session.close();
  }
  return file;
}

if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
  await show(kind);
} else {
  const file = await picture(kind);
  spawnSync(command, ['scan', `${FOLDER}/${SAMPLE}`], { stdio: 'inherit' });
  console.log(`\nThere is no display, so ${kind} ran without one. What it showed: ${pathToFileURL(file)}`);
}
