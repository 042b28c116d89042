// A row of radio buttons, as the popup and the options page have them.
// Must not know a setting.

/**
 * Drawn once: what is drawn anew under the reader's finger loses the focus. Later calls only set what is chosen.
 * @param {HTMLElement} parent @param {string} name @param {readonly (readonly [string, string])[]} values value and words of each
 * @param {string} now @param {(value: string) => void} then
 */
export function choices(parent, name, values, now, then) {
  for (const [value, text] of parent.querySelector('input') ? [] : values) {
    const input = Object.assign(document.createElement('input'), { type: 'radio', name, value });
    input.addEventListener('change', () => then(value));
    const words = document.createElement('span');
    words.textContent = text;
    const made = document.createElement('label');
    made.append(input, words);
    parent.append(made);
  }
  for (const input of parent.querySelectorAll('input')) input.checked = input.value === now;
}
