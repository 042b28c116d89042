// Starts a real Chromium or Firefox with the extension installed, and keeps the browser at home:
// it reaches this machine and nothing else. Must not know what the extension does.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';

/** @typedef {'chrome' | 'firefox'} Kind */

/** A fixed address for the extension's own pages in Firefox, which has no other way to learn it. */
const FIREFOX_UUID = '5b1f1a6e-6d0c-4c8e-9d6a-3f2b7c1e8a90';
const FIREFOX_ID = 'hearsay@hearsay.example';

export const CHROME_ARGS = [
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  ...(sandboxable() ? [] : ['--no-sandbox']),
];

/** Chromium's own sandbox does not start for root, nor, on Ubuntu, out of a folder of ours. */
function sandboxable() {
  const setting = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  const restricted = existsSync(setting) && readFileSync(setting, 'utf8').trim() === '1';
  return process.getuid?.() !== 0 && !(restricted && process.env.HEARSAY_CHROME?.includes('/.tools/'));
}

const CLOSED_PORT = 9;
const FIREFOX_PREFS = {
  'app.update.enabled': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
  'extensions.webextOptionalPermissionPrompts': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': CLOSED_PORT,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': CLOSED_PORT,
  'network.proxy.socks': '127.0.0.1',
  'network.proxy.socks_port': CLOSED_PORT,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': 'data:,',
};

// Without it Firefox refuses to be sent to a moz-extension page.
const FIREFOX_ARGS = ['--remote-allow-system-access'];

/**
 * The browser's program: what the build script found, else the usual names.
 * @param {Kind} kind
 * @returns {string}
 */
export function program(kind) {
  const given = kind === 'chrome' ? process.env.HEARSAY_CHROME : process.env.HEARSAY_FIREFOX;
  const names = kind === 'chrome' ? ['chromium', 'google-chrome'] : ['firefox-esr', 'firefox'];
  for (const name of given ? [given] : names) {
    const found = spawnSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' });
    if (found.status === 0) return found.stdout.trim();
  }
  throw new Error(`no ${kind} found: run ./build.sh test, which says what to install`);
}

/**
 * @typedef {object} Started
 * @property {Kind} kind
 * @property {import('puppeteer-core').Browser} browser
 * @property {string} id the extension's
 * @property {string} base where the extension's own pages are, with a slash at its end
 * @property {(path: string) => Promise<import('puppeteer-core').Page>} open one of them, in a new tab
 * @property {() => Promise<void>} close
 */

/**
 * @param {Kind} kind
 * @param {object} options
 * @param {string} options.extension the unpacked extension's folder
 * @param {boolean} [options.headless]
 * @param {string[]} [options.args] more arguments for the browser
 * @param {Record<string, unknown>} [options.prefs] more preferences, Firefox only
 * @param {{width: number, height: number} | null} [options.viewport] null follows the window
 * @returns {Promise<Started>}
 */
export async function start(kind, { extension, headless = true, args = [], prefs = {}, viewport = null }) {
  const common = { executablePath: program(kind), headless, defaultViewport: viewport };
  const browser = await puppeteer.launch(
    kind === 'chrome'
      ? { ...common, browser: 'chrome', pipe: true, enableExtensions: true, args: [...CHROME_ARGS, ...args] }
      : { ...common, browser: 'firefox', extraPrefsFirefox: { ...FIREFOX_PREFS, ...prefs }, args: [...FIREFOX_ARGS, ...args] },
  );
  const id = await browser.installExtension(resolve(extension));
  const base = kind === 'chrome' ? `chrome-extension://${id}/` : `moz-extension://${FIREFOX_UUID}/`;
  return {
    kind,
    browser,
    id,
    base,
    async open(path) {
      const page = await browser.newPage();
      // Firefox never reports a moz-extension page as loaded, though it is: wait for the page itself.
      await page.goto(base + path, kind === 'firefox' ? { waitUntil: [] } : {});
      await page.waitForFunction(() => document.readyState === 'complete');
      return page;
    },
    close: () => browser.close(),
  };
}
