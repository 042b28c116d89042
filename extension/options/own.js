// The reader's own lists: names, outlets, verbs of saying, and words that are never marked.
// Must not judge what is written: whether a word is known is for the engine.
import { isVerb } from './file.js';
import { byId, chosen, entry, fillSelect, list, say, t } from './parts.js';

const { settings: store } = globalThis.hearsay;

/** @typedef {'names' | 'outlets' | 'cues' | 'silence'} List */
/** @typedef {import('../types').OwnLists} OwnLists */

/** @type {List[]} */
const LISTS = ['names', 'outlets', 'cues', 'silence'];
/** What an entry of each list may be, and how that is called in the language file. */
const KINDS = { names: store.NAME_KINDS, outlets: store.OUTLET_KINDS, cues: store.STANCES, silence: [] };

/** @type {[code: string, name: string][]} in the reader's language */
let states = [];

/** @param {string} kind */
const kindName = (kind) => t(`own_kind_${kind.replaceAll('-', '_')}`);
/** @param {string | undefined} code */
const stateName = (code) => states.find(([known]) => known === code)?.[1] ?? code ?? '';
/** @param {unknown} one */
const textOf = (one) => (typeof one === 'string' ? one : (/** @type {import('../types').OwnEntry} */ (one).text));

/** @param {OwnLists | null} lists @param {List} which @returns {any[]} */
const of = (lists, which) => lists?.[which] ?? [];

/** @param {import('../types').Settings} settings @param {List} which @param {any[]} entries */
function write(settings, which, entries) {
  const lists = { ...settings.own_lists, [which]: entries };
  const empty = LISTS.every((one) => of(lists, one).length === 0);
  return store.write({ own_lists: empty ? null : lists });
}

/** @param {any} one @param {List} which */
function about(one, which) {
  if (which === 'silence') return '';
  const kind = kindName((which === 'cues' ? one.stance : one.kind) || KINDS[which][0]);
  return one.state ? t('own_kind_of_state', [kind, stateName(one.state)]) : kind;
}

/** @param {import('../types').Settings} settings */
export function drawOwn(settings) {
  for (const which of LISTS) {
    const entries = of(settings.own_lists, which);
    list(`own-${which}`, entries.map((one) =>
      entry(textOf(one), textOf(one), () => void write(settings, which, entries.filter((other) => other !== one)), about(one, which))));
  }
}

/** What the form asks for an entry of the chosen list. */
function shape() {
  const which = /** @type {List} */ (chosen('own-list'));
  const kinds = KINDS[which];
  fillSelect(byId('own-kind'), kinds.map((kind) => [kind, kindName(kind)]));
  byId('own-kind').parentElement?.toggleAttribute('hidden', kinds.length === 0);
  byId('own-state').parentElement?.toggleAttribute('hidden', which !== 'names' && which !== 'outlets');
  byId('own-hint').textContent = t(`own_hint_${which}`);
}

/** @param {() => import('../types').Settings} settings */
export async function startOwn(settings) {
  const answer = await chrome.runtime.sendMessage({ type: 'states' }).catch(() => null);
  states = answer ?? [];
  fillSelect(byId('own-list'), LISTS.map((which) => [which, t(`own_add_${which}`)]));
  fillSelect(byId('own-state'), [['', t('own_no_state')], ...states]);
  shape();
  byId('own-list').addEventListener('change', shape);
  byId('own-add').addEventListener('submit', (event) => {
    event.preventDefault();
    const which = /** @type {List} */ (chosen('own-list'));
    const field = /** @type {HTMLInputElement} */ (byId('own-text'));
    const text = field.value.trim().replace(/\s+/g, ' ');
    if (!text) return say(t('own_bad_empty'));
    if (which === 'cues' && !isVerb(text)) return say(t('own_bad_verb'));
    const kind = chosen('own-kind');
    const state = chosen('own-state');
    /** @type {any} */
    const made = which === 'silence' ? text : which === 'cues' ? { text, stance: kind } : { text, kind, ...(state ? { state } : {}) };
    const others = of(settings().own_lists, which).filter((one) => textOf(one) !== text);
    void write(settings(), which, [...others, made]);
    field.value = '';
    field.focus();
    say(t('own_added', [text]));
  });
  drawOwn(settings());
}
