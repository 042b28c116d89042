// The engine, started when first asked and kept for as long as the background lives.
// Must not keep anything of a page: every request carries all it needs.
import init, { card_of_page, scan_page } from '../engine/hearsay.js';

/** @type {Promise<unknown> | null} */
let ready = null;

async function start() {
  ready ??= init();
  try {
    await ready;
  } catch (error) {
    ready = null; // the next request tries afresh
    throw error;
  }
}

/**
 * @param {import('../types').PageInput} page
 * @param {import('../types').EngineOptions} options
 * @returns {Promise<import('../types').PageView>}
 */
export async function scan(page, options) {
  await start();
  return scan_page(page, options);
}

/**
 * The card of one finding, or null where the page has none of that name.
 * @param {import('../types').PageInput} page
 * @param {import('../types').EngineOptions} options
 * @param {string} finding
 * @returns {Promise<import('../types').Card | null>}
 */
export async function card(page, options, finding) {
  await start();
  return card_of_page(page, options, finding);
}

/** The language the engine words its sentences in. */
export const uiLanguage = () => chrome.i18n.getUILanguage().split('-')[0];
