// Shows the extension at work on the sample story: in a window where there is a display, else as a
// screenshot beside the ledger in the terminal. Must not test anything; it waits and shows.
//
// usage: node tests/run-sample.mjs chrome|firefox HEARSAY_COMMAND
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { start } from './browser.mjs';
import { serve } from './serve.mjs';

const [browserName, command] = process.argv.slice(2);
if (!['chrome', 'firefox'].includes(browserName) || !command) {
  console.error('usage: node tests/run-sample.mjs chrome|firefox HEARSAY_COMMAND');
  process.exit(2);
}
const kind = /** @type {import('./browser.mjs').Kind} */ (browserName);
const visible = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const FOLDER = `dist/test-${kind}/sample`;
const SAMPLE = 'story.html';
const WINDOW = { width: 1100, height: 1150 };

const site = await serve(FOLDER);
const running = await start(kind, {
  extension: `dist/test-${kind}`,
  headless: !visible,
  viewport: visible ? null : WINDOW,
});
try {
  // What the popup's “always on this site” does, for the one site there is here.
  const popup = await running.open('popup/popup.html');
  await popup.evaluate(async (origin) => {
    await chrome.storage.local.set({ always: [origin] });
  }, site.url.slice(0, -1));
  await popup.waitForFunction(async () => (await chrome.scripting.getRegisteredContentScripts()).length > 0);

  const page = await running.browser.newPage();
  await page.goto(`${site.url}${SAMPLE}`);
  await popup.close();
  await page.waitForFunction(() => CSS.highlights.size > 0);
  if (visible) {
    console.log(`The sample story is open in ${kind}, with its marks. Close the browser to end this.`);
    await new Promise((closed) => running.browser.once('disconnected', closed));
  } else {
    const picture = resolve(`dist/sample-${kind}.png`);
    // Two frames: the marks are painted and the badges placed.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.screenshot({ path: /** @type {`${string}.png`} */ (picture) });
    spawnSync(command, ['scan', `${FOLDER}/${SAMPLE}`], { stdio: 'inherit' });
    console.log(`\nThere is no display, so ${kind} ran without one. What it showed: ${pathToFileURL(picture)}`);
  }
} finally {
  await running.close();
  await site.close();
}
