// The reader's options as one file: what goes out, and whether a file may come in.
// Must not take a part of a file: what does not fit anywhere in it keeps all of it out.
import { Unreadable, parse } from './json.js';

const { settings: store } = globalThis.hearsay;

/** @typedef {(string | number)[]} Path */
/** Where a value does not fit; null where it does. @typedef {(value: any, path: Path) => Path | null} Fits */

/** @param {(value: any) => boolean} test @returns {Fits} */
const such = (test) => (value, path) => (test(value) ? null : path);
/** @param {readonly string[]} values */
const oneOf = (values) => such((value) => values.includes(value));
/** @param {Fits} fits @returns {Fits} */
const listOf = (fits) => (value, path) => {
  if (!Array.isArray(value)) return path;
  for (const [index, one] of value.entries()) {
    const bad = fits(one, [...path, index]);
    if (bad) return bad;
  }
  return null;
};
/** An object with these keys and no others; any may be left out but those named. @param {Record<string, Fits>} shape @param {string[]} [needed] @returns {Fits} */
const record = (shape, needed = []) => (value, path) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return path;
  if (needed.some((name) => !Object.hasOwn(value, name))) return path;
  for (const [name, one] of Object.entries(value)) {
    const bad = Object.hasOwn(shape, name) ? shape[name](one, [...path, name]) : [...path, name];
    if (bad) return bad;
  }
  return null;
};
const yesNo = such((value) => typeof value === 'boolean');
const words = such((value) => typeof value === 'string');
const someWords = such((value) => typeof value === 'string' && value.trim() !== '');
const site = such((value) => typeof value === 'string' && /^https?:\/\/[\w.-]+(:\d+)?$/.test(value));
const verb = such((value) => typeof value === 'string' && isVerb(value));
const { NAME_KINDS, OUTLET_KINDS, STANCES } = store;

/** A verb in its plain form, its irregular forms after slashes. @param {string} text */
export const isVerb = (text) => /^\p{L}[\p{L}-]*(\/\p{L}[\p{L}-]*){0,2}$/u.test(text);

const LISTS = record({
  names: listOf(record({ text: someWords, kind: oneOf(NAME_KINDS), state: words }, ['text'])),
  outlets: listOf(record({ text: someWords, kind: oneOf(OUTLET_KINDS), state: words }, ['text'])),
  cues: listOf(record({ text: verb, stance: oneOf(STANCES) }, ['text'])),
  silence: listOf(someWords),
});

const FILE = record({
  hearsay: such((value) => value === 1),
  mode: oneOf(store.MODES),
  focus: oneOf(store.LAYERS),
  layers: record(Object.fromEntries(store.LAYERS.map((layer) => [layer, yesNo]))),
  hedges: yesNo,
  policy: oneOf(['ask', 'everywhere']),
  always: listOf(site),
  never: listOf(site),
  exceptions: listOf(record({ rule_id: words, quote: words, cue: words, example: words }, ['rule_id', 'quote', 'cue'])),
  own_lists: (value, path) => (value === null ? null : LISTS(value, path)),
  palette: oneOf(store.PALETTES),
  size: such((value) => value >= 0.75 && value <= 2),
}, ['hearsay']);

/** What to show of a value that does not fit. @param {any} value @param {Path} path */
function shown(value, path) {
  const found = path.reduce((inner, step) => inner?.[step], value);
  const known = typeof found === 'object' || found === undefined ? path.at(-1) : found;
  return String(known ?? '').slice(0, 60);
}

/**
 * What a file holds, or the sentence that says why it is left out.
 * @param {string} text
 * @returns {{known: Partial<import('../types').Settings>} | {key: string, values: string[]}}
 */
export function read(text) {
  let found;
  try {
    found = parse(text);
  } catch (error) {
    if (error instanceof Unreadable) return { key: 'options_import_bad', values: [String(error.line)] };
    throw error;
  }
  const { value, lineOf } = found;
  if (/** @type {any} */ (value)?.hearsay !== 1) return { key: 'options_import_other', values: [] };
  const bad = FILE(value, []);
  if (bad) return { key: 'options_import_unfit', values: [String(lineOf(bad)), shown(value, bad)] };
  const { hearsay: _version, ...known } = /** @type {any} */ (value);
  return { known };
}

/** Offers a text as a file. @param {string} name @param {string} text @param {string} type */
export function offer(name, text, type) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** @param {string} name @param {Partial<import('../types').Settings>} part */
export const save = (name, part) => offer(name, `${JSON.stringify({ hearsay: 1, ...part }, null, 2)}\n`, 'application/json');
