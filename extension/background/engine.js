// The engine, started when first asked and kept for as long as the background lives.
// Must not keep anything of a page: every request carries all it needs.
import init, { card_of_page, classroom_of_page, finding_at, scan_page, states } from '../engine/hearsay.js';

/** @type {Promise<unknown> | null} */
let ready = null;

async function begin() {
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
  await begin();
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
  await begin();
  return card_of_page(page, options, finding);
}

/**
 * The finding that answers for a passage of a block, or nothing.
 * @param {import('../types').PageInput} page
 * @param {import('../types').EngineOptions} options
 * @param {[block: number, start: number, end: number]} passage UTF-16 within the block's text
 * @returns {Promise<string | undefined>}
 */
export async function who(page, options, [block, start, end]) {
  await begin();
  return finding_at(page, options, block, start, end);
}

/**
 * What a class has guessed of a page, and what is left.
 * @param {import('../types').PageInput} page
 * @param {import('../types').EngineOptions} options
 * @returns {Promise<import('../types').Lesson>}
 */
export async function lesson(page, options) {
  await begin();
  return classroom_of_page(page, options);
}

/** Codes and names of the states the engine knows. @returns {Promise<[string, string][]>} */
export async function stateNames() {
  await begin();
  return states(uiLanguage());
}

/** The language the engine words its sentences in: that of the language file which the browser chose. */
export const uiLanguage = () => chrome.i18n.getMessage('language');
