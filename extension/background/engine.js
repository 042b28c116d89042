// The engine, started when first asked and kept for as long as the background lives.
// Must not keep anything of a page: every request carries all it needs.
import init, { scan_page } from '../engine/hearsay.js';

/** @type {Promise<unknown> | null} */
let ready = null;

/**
 * @param {import('../types').PageInput} page
 * @param {{ui_lang: string, hedges: boolean, own_lists?: unknown}} options
 * @returns {Promise<import('../types').PageView>}
 */
export async function scan(page, options) {
  ready ??= init();
  try {
    await ready;
  } catch (error) {
    ready = null; // the next request tries afresh
    throw error;
  }
  return scan_page(page, options);
}

/** The language the engine words its sentences in. */
export const uiLanguage = () => chrome.i18n.getUILanguage().split('-')[0];
