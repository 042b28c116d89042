// What every part of the options page is made with: its words, its lists, its choices.
// Must not know a setting.

import { choices as radios } from '../shared/choices.js';

/** @param {string} key @param {string[]} [values] */
export const t = (key, values) => chrome.i18n.getMessage(key, values);
/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
export const byId = (id) => /** @type {T} */ (document.getElementById(id));
/** What is chosen in a select. @param {string} id */
export const chosen = (id) => /** @type {HTMLSelectElement} */ (byId(id)).value;
/** Tells the reader what became of what was asked for. @param {string} text */
export const say = (text) => void (byId('said').textContent = text);

/**
 * One line of a list with the button that takes it away.
 * @param {string} text @param {string} what how the button names it @param {() => void} remove @param {string} [about] set small beside the words
 */
export function entry(text, what, remove, about = '') {
  const item = document.createElement('li');
  const words = document.createElement('span');
  words.textContent = text;
  if (about) {
    const small = document.createElement('small');
    small.className = 'soft';
    small.textContent = about;
    words.append(small);
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'remove';
  button.textContent = '×';
  button.setAttribute('aria-label', t('options_remove', [what]));
  button.addEventListener('click', () => {
    // the list is drawn anew without this line: the focus goes to the next one's button
    const at = [...(item.parentElement?.children ?? [])].indexOf(item);
    const list = item.parentElement?.id ?? '';
    remove();
    const unsubscribe = new MutationObserver(() => {
      unsubscribe.disconnect();
      const buttons = byId(list).querySelectorAll('button');
      (buttons[Math.min(at, buttons.length - 1)] ?? byId(list).closest('section')?.querySelector('h2'))?.focus();
    });
    unsubscribe.observe(byId(list), { childList: true });
  });
  item.append(words, button);
  return item;
}

/** @param {string} id @param {HTMLElement[]} items */
export function list(id, items) {
  const none = document.createElement('li');
  none.className = 'soft';
  none.textContent = t('options_none');
  byId(id).replaceChildren(...(items.length ? items : [none]));
}

/** @param {string} id @param {string} label @param {readonly (readonly [string, string])[]} values @param {string} now @param {(value: string) => void} then */
export function choices(id, label, values, now, then) {
  byId(id).setAttribute('aria-label', label);
  radios(byId(id), id, values, now, then);
}

/** @param {HTMLSelectElement} select @param {readonly (readonly [string, string])[]} values value and words of each */
export function fillSelect(select, values) {
  const now = select.value;
  select.replaceChildren(...values.map(([value, words]) => new Option(words, value)));
  if (values.some(([value]) => value === now)) select.value = now;
}
