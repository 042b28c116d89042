// The options: sites, look, marks called not right, and all of it out to a file, in again, or gone.
// Must not change anything a bad file or a refused permission did not fully allow.
const { settings: store } = globalThis.hearsay;

/** @param {string} key @param {string[]} [values] */
const t = (key, values) => chrome.i18n.getMessage(key, values);
/** @template {HTMLElement} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (document.getElementById(id));
/** @param {string} text */
const say = (text) => void (byId('said').textContent = text);
/** @param {string} site */
const pattern = (site) => ({ origins: [`${site.replace(/:\d+$/, '')}/*`] });
const EVERYWHERE = { origins: ['http://*/*', 'https://*/*'] };
const PALETTES = /** @type {const} */ (['standard', 'contrast']);

/** @type {import('../types').Settings} */
let settings;

/** @param {string} text @param {string} what @param {() => void} remove */
function entry(text, what, remove) {
  const item = document.createElement('li');
  const words = document.createElement('span');
  words.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = '×';
  button.setAttribute('aria-label', t('options_remove', [what]));
  button.addEventListener('click', remove);
  item.append(words, button);
  return item;
}

/** @param {string} id @param {HTMLElement[]} items */
function list(id, items) {
  const none = document.createElement('li');
  none.className = 'soft';
  none.textContent = t('options_none');
  byId(id).replaceChildren(...(items.length ? items : [none]));
}

/** @param {string} id @param {string} label @param {readonly (readonly [string, string])[]} values @param {string} now @param {(value: string) => void} then */
function choices(id, label, values, now, then) {
  byId(id).setAttribute('aria-label', label);
  byId(id).replaceChildren(
    ...values.map(([value, text]) => {
      const input = Object.assign(document.createElement('input'), { type: 'radio', name: id, value, checked: value === now });
      input.addEventListener('change', () => then(value));
      const made = document.createElement('label');
      made.append(input, text);
      return made;
    }),
  );
}

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
  const select = /** @type {HTMLSelectElement} */ (byId('which'));
  select.replaceChildren(new Option(t('options_always'), 'always'), new Option(t('options_never'), 'never'));
  select.setAttribute('aria-label', t('options_sites'));
  byId('site').setAttribute('aria-label', t('options_site_label'));
  choices('palette', t('options_palette'), PALETTES.map((name) => /** @type {const} */ ([name, t(`options_palette_${name}`)])), settings.palette, (value) => {
    const palette = PALETTES.find((name) => name === value);
    if (palette) void store.write({ palette });
  });
  /** @type {HTMLInputElement} */ (byId('size')).value = String(settings.size);
  list('exceptions', settings.exceptions.map((one) => entry(one.quote || one.cue, one.cue, () => void store.write({ exceptions: settings.exceptions.filter((other) => other !== one) }))));
}

/** @param {SubmitEvent} event */
async function add(event) {
  event.preventDefault();
  const field = /** @type {HTMLInputElement} */ (byId('site'));
  const which = /** @type {HTMLSelectElement} */ (byId('which')).value === 'never' ? 'never' : 'always';
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

function save() {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify({ hearsay: 1, ...settings }, null, 2)}\n`], { type: 'application/json' }));
  link.download = 'hearsay-options.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The line a parser stopped at, from the position it names. @param {string} text @param {unknown} error */
function lineOf(text, error) {
  const words = String(error);
  const line = /line (\d+)/.exec(words)?.[1];
  const at = /position (\d+)/.exec(words)?.[1];
  if (line) return line;
  return String(text.slice(0, at ? Number(at) : text.length).split('\n').length);
}

/** @param {File} file */
async function load(file) {
  const text = await file.text();
  let data;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return say(t('options_import_bad', [lineOf(text, error)]));
  }
  if (data?.hearsay !== 1) return say(t('options_import_other'));
  /** @type {Record<string, unknown>} */
  const known = {};
  for (const key of Object.keys(store.DEFAULTS)) if (key in data) known[key] = data[key];
  await store.write(known);
  // what does not fit is not kept, neither here nor in storage
  await store.write(await store.read());
  say(t('options_imported'));
}

async function start() {
  document.documentElement.lang = chrome.i18n.getUILanguage();
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.getAttribute('data-t') ?? '');
  document.title = t('options_title');
  settings = await store.read();
  draw();
  store.onChange((changed) => {
    settings = changed;
    draw();
  });
  byId('add').addEventListener('submit', (event) => void add(/** @type {SubmitEvent} */ (event)));
  const size = /** @type {HTMLInputElement} */ (byId('size'));
  size.addEventListener('change', () => void store.write({ size: Number(size.value) }));
  byId('export').addEventListener('click', save);
  const file = /** @type {HTMLInputElement} */ (byId('file'));
  byId('import').addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    if (file.files?.[0]) await load(file.files[0]);
    file.value = '';
  });
  byId('wipe').addEventListener('click', async () => {
    await chrome.storage.local.clear();
    say(t('options_wiped'));
  });
}

void start();
export {};
