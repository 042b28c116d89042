// The options: sites, look, own lists, marks called not right, and all of it out to a file, in again, or gone.
// Must not change anything a bad file or a refused permission did not fully allow.
import { offer, read, save } from './file.js';
import { drawOwn, startOwn } from './own.js';
import { byId, choices, chosen, entry, fillSelect, list, say, t } from './parts.js';

const { settings: store } = globalThis.hearsay;

/** @param {string} site */
const pattern = (site) => ({ origins: [`${site.replace(/:\d+$/, '')}/*`] });
const EVERYWHERE = { origins: ['http://*/*', 'https://*/*'] };

/** @type {import('../types').Settings} */
let settings;

/** @param {'ask' | 'everywhere'} policy */
async function setPolicy(policy) {
  if (policy === 'everywhere' && !(await chrome.permissions.request(EVERYWHERE))) {
    say(t('options_denied'));
    return draw();
  }
  await store.write({ policy });
}

function draw() {
  choices('policy', t('options_sites'), [['ask', t('options_sites_ask')], ['everywhere', t('options_sites_everywhere')]], settings.policy, (value) => void setPolicy(value === 'everywhere' ? 'everywhere' : 'ask'));
  for (const which of /** @type {const} */ (['always', 'never'])) {
    list(which, settings[which].map((site) => entry(site, site, () => void store.write({ [which]: settings[which].filter((one) => one !== site) }))));
  }
  choices('palette', t('options_palette'), store.PALETTES.map((name) => /** @type {const} */ ([name, t(`options_palette_${name}`)])), settings.palette, (value) => {
    const palette = store.PALETTES.find((name) => name === value);
    if (palette) void store.write({ palette });
  });
  document.documentElement.dataset.palette = settings.palette;
  /** @type {HTMLInputElement} */ (byId('size')).value = String(settings.size);
  byId('size-now').textContent = `${Math.round(settings.size * 100)} %`;
  /** @type {HTMLInputElement} */ (byId('per-line')).value = byId('per-line-now').textContent = String(settings.per_line);
  drawOwn(settings);
  const { exceptions } = settings;
  list('exceptions', exceptions.map((one) => entry(one.quote || one.cue, one.cue, () => void store.write({ exceptions: exceptions.filter((other) => other !== one) }), one.rule_id)));
  byId('examples').toggleAttribute('disabled', !exceptions.length);
}

/** @param {SubmitEvent} event */
async function add(event) {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (byId('site'));
  const which = chosen('which') === 'never' ? 'never' : 'always';
  let site;
  try {
    const url = new URL(/^https?:\/\//.test(field.value) ? field.value : `https://${field.value}`);
    if (!/^[\w-]+(\.[\w-]+)*$/.test(url.hostname)) throw new Error('host');
    site = url.origin;
  } catch {
    return say(t('options_site_bad'));
  }
  if (which === 'always' && !(await chrome.permissions.request(pattern(site)))) return say(t('options_denied'));
  const other = which === 'always' ? 'never' : 'always';
  await store.write({ [which]: [...settings[which].filter((one) => one !== site), site], [other]: settings[other].filter((one) => one !== site) });
  field.value = '';
  say('');
}

/** The marks called not right as the rules' files write examples of what a rule must leave alone. */
function examples() {
  /** @type {Map<string, Set<string>>} */
  const byRule = new Map();
  for (const { rule_id, example, quote } of settings.exceptions) {
    byRule.set(rule_id, (byRule.get(rule_id) ?? new Set()).add(example || quote));
  }
  const rules = [...byRule].map(([rule, lines]) => [`rule ${rule}`, ...[...lines].map((line) => `no    ${line}`)].join('\n'));
  return `${rules.join('\n\n')}\n`;
}

/** @param {File} file */
async function load(file) {
  const found = read(await file.text());
  if ('key' in found) return say(t(found.key, found.values));
  await store.write(found.known);
  say(t('options_imported'));
}

async function start() {
  document.documentElement.lang = t('language');
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.getAttribute('data-t') ?? '');
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', t(element.getAttribute('data-label') ?? ''));
  document.title = t('options_title');
  settings = await store.read();
  fillSelect(byId('which'), [['always', t('options_always')], ['never', t('options_never')]]);
  draw();
  store.onChange((changed) => {
    settings = changed;
    draw();
  });
  void startOwn(() => settings);
  byId('add').addEventListener('submit', (event) => void add(/** @type {SubmitEvent} */ (event)));
  const size = /** @type {HTMLInputElement} */ (byId('size'));
  size.addEventListener('input', () => (byId('size-now').textContent = `${Math.round(Number(size.value) * 100)} %`));
  size.addEventListener('change', () => void store.write({ size: Number(size.value) }));
  const perLine = /** @type {HTMLInputElement} */ (byId('per-line'));
  perLine.addEventListener('input', () => (byId('per-line-now').textContent = perLine.value));
  perLine.addEventListener('change', () => void store.write({ per_line: Number(perLine.value) }));
  byId('export').addEventListener('click', () => save('hearsay-options.json', settings));
  byId('lists').addEventListener('click', () => save('hearsay-lists.json', { own_lists: settings.own_lists }));
  byId('examples').addEventListener('click', () => offer('hearsay-not-right.rules', examples(), 'text/plain'));
  const file = /** @type {HTMLInputElement} */ (byId('file'));
  for (const button of document.querySelectorAll('.import')) button.addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    if (file.files?.[0]) await load(file.files[0]);
    file.value = '';
  });
  const wipe = /** @type {HTMLDialogElement} */ (byId('sure'));
  byId('wipe').addEventListener('click', () => wipe.showModal());
  wipe.addEventListener('close', async () => {
    if (wipe.returnValue !== 'wipe') return;
    wipe.returnValue = '';
    await chrome.storage.local.clear();
    say(t('options_wiped'));
  });
}

void start();
