// The engine, started when first asked and kept for as long as the background lives.
// Must not keep anything of a page: every request carries all it needs.
import init, { card_of_page, classroom_of_page, scan_page, states } from '../engine/hearsay.js';

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

/**
 * What a class has guessed of a page, and what is left.
 * @param {import('../types').PageInput} page
 * @param {import('../types').EngineOptions} options
 * @returns {Promise<import('../types').Lesson>}
 */
export async function lesson(page, options) {
  await start();
  return classroom_of_page(page, options);
}

/** Codes and names of the states the engine knows. @returns {Promise<[string, string][]>} */
export async function stateNames() {
  await start();
  return states(uiLanguage());
}

/** The language the engine words its sentences in: that of the language file which the browser chose. */
export const uiLanguage = () => chrome.i18n.getMessage('language');
