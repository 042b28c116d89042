// What the reader has chosen: its defaults, reading, writing, and word of every change.
// Must not know a page or a tab. A classic script, so that content scripts and modules share it.
(() => {
  /** @type {any} */
  const space = globalThis;
  const H = /** @type {import('../types').Hearsay} */ (space.hearsay ??= {});
  if (H.settings) return;

  /** @type {import('../types').Layer[]} */
  const LAYERS = ['state', 'official', 'sourcing', 'claim'];
  /** @type {import('../types').Mode[]} */
  const MODES = ['off', 'underline', 'badges', 'focus', 'classroom'];
  const PALETTES = /** @type {const} */ (['standard', 'contrast', 'apart', 'mono']);
  /** What a name, an outlet or a verb of the reader's own may be: the engine's words for them. */
  const NAME_KINDS = ['state', 'body', 'organisation', 'official', 'former', 'spokesperson', 'expert', 'executive', 'witness'];
  const OUTLET_KINDS = ['outlet', 'wire', 'state-media'];
  const STANCES = ['neutral', 'distancing', 'factive', 'denial'];

  /** @type {import('../types').Settings} */
  const DEFAULTS = {
    mode: 'badges',
    focus: 'sourcing',
    layers: { state: true, official: true, sourcing: true, claim: true },
    hedges: false,
    policy: 'ask',
    always: [],
    never: [],
    exceptions: [],
    own_lists: null,
    palette: 'standard',
    size: 1,
    per_line: 1,
  };

  /**
   * Anything may stand in storage after a bad import: what does not fit is the default again.
   * @param {any} stored
   * @returns {import('../types').Settings}
   */
  function sound(stored) {
    const settings = { ...DEFAULTS };
    for (const key of /** @type {(keyof import('../types').Settings)[]} */ (Object.keys(DEFAULTS))) {
      const value = stored[key];
      const fits = key === 'own_lists' ? typeof value === 'object' : typeof value === typeof DEFAULTS[key] && Array.isArray(value) === Array.isArray(DEFAULTS[key]);
      if (fits && (value !== null || key === 'own_lists')) Object.assign(settings, { [key]: value });
    }
    if (!MODES.includes(settings.mode)) settings.mode = DEFAULTS.mode;
    if (!PALETTES.includes(settings.palette)) settings.palette = DEFAULTS.palette;
    if (!LAYERS.includes(settings.focus)) settings.focus = DEFAULTS.focus;
    settings.layers = { ...DEFAULTS.layers, ...settings.layers };
    if (!(settings.size >= 0.75 && settings.size <= 2)) settings.size = 1;
    if (!(settings.per_line >= 1 && settings.per_line <= 3)) settings.per_line = DEFAULTS.per_line;
    return settings;
  }

  const read = async () => sound(await chrome.storage.local.get(Object.keys(DEFAULTS)));

  H.settings = {
    DEFAULTS,
    LAYERS,
    MODES,
    PALETTES,
    NAME_KINDS,
    OUTLET_KINDS,
    STANCES,
    read,
    write: (change) => chrome.storage.local.set(change),
    // storage tells every open page and the popup itself: no tab has to be looked for
    onChange(then) {
      chrome.storage.onChanged.addListener((_changes, area) => {
        if (area === 'local') read().then(then, () => {});
      });
    },
  };
})();
