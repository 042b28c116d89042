// The colours and the shapes of the four layers, on light and on dark ground.
// Must not hold anything but style: each layer differs by shape and letter as well as by colour.
(() => {
  const H = globalThis.hearsay;
  if (H.palette) return;

  /** Every colour has 4.5:1 under its badge's letter and 3:1 as an underline. */
  const PALETTES = {
    standard: {
      light: { state: '#0067a6', official: '#7a3fa0', sourcing: '#00705a', claim: '#b34a00', tint: [8, 9], dim: '#737880' },
      dark: { state: '#62b6f0', official: '#cf9bea', sourcing: '#4fcfa8', claim: '#ffae66', tint: [11, 13], dim: '#7d828b' },
    },
    contrast: {
      light: { state: '#003f8a', official: '#5c1f86', sourcing: '#004d3d', claim: '#8a2f00', tint: [12, 14], dim: '#737880' },
      dark: { state: '#9bd4ff', official: '#e6c6fa', sourcing: '#8ff0d0', claim: '#ffd0a3', tint: [16, 18], dim: '#7d828b' },
    },
    // at least 39 CIELAB units apart, also to eyes that lack one of the three cones (Machado 2009)
    apart: {
      light: { state: '#151d67', official: '#9e0ce6', sourcing: '#007a66', claim: '#af5a12', tint: [9, 10], dim: '#737880' },
      dark: { state: '#7f94ff', official: '#c982a4', sourcing: '#54ff9b', claim: '#ff6700', tint: [11, 13], dim: '#7d828b' },
    },
    // told apart by the shape of the line and the letter of the badge alone
    mono: {
      light: { state: '#1b1d22', official: '#1b1d22', sourcing: '#1b1d22', claim: '#1b1d22', tint: [6, 10], dim: '#737880' },
      dark: { state: '#eceef1', official: '#eceef1', sourcing: '#eceef1', claim: '#eceef1', tint: [9, 14], dim: '#7d828b' },
    },
  };

  /** @param {'light' | 'dark'} ground @param {typeof PALETTES.standard.light} c */
  const surface = (ground, c) =>
    `--state:${c.state};--official:${c.official};--sourcing:${c.sourcing};--claim:${c.claim};` +
    (ground === 'light'
      ? '--paper:#fff;--ink:#1b1d22;--soft:#5d626b;--line:#d9dce1;--on:#fff;--link:#0067a6;--wash:#f3f5f7;--shade:0 6px 28px rgb(0 0 0/.22)'
      : '--paper:#22252c;--ink:#eceef1;--soft:#a3a8b1;--line:#444952;--on:#16181d;--link:#62b6f0;--wash:#2b2f37;--shade:0 6px 28px rgb(0 0 0/.6)');

  /**
   * Underlines hang lower under large type, clear of a link's own line; between tight lines they are
   * thin and near, so that they never touch the letters below.
   * @param {'light' | 'dark'} ground @param {typeof PALETTES.standard.light} c @param {boolean} tight
   */
  const marks = (ground, c, tight) => {
    const offset = tight ? 'max(2px,.14em)' : 'max(3px,.17em)';
    const [thin, thick] = tight ? ['clamp(1px,.05em,1.5px)', '1.5px'] : ['1.5px', '2px'];
    /** @param {string} name @param {string} body */
    const rule = (name, body) => `::highlight(hearsay-${name}-${ground}${tight ? '-tight' : ''}){${body}}`;
    /** @param {string} kind @param {string} colour @param {string} width */
    const line = (kind, colour, width) => `text-decoration:underline ${kind} ${colour};text-decoration-thickness:${width};text-underline-offset:${offset};`;
    /** @param {string} colour @param {number} share */
    const tint = (colour, share) => `background-color:color-mix(in srgb,${colour} ${share}%,transparent);`;
    return [
      rule('state', line('dotted', c.state, thick)),
      rule('official', line('solid', c.official, thick)),
      rule('source', line('double', c.sourcing, thin) + tint(c.sourcing, c.tint[0])),
      rule('cue', line('double', c.sourcing, thin) + tint(c.sourcing, c.tint[0])),
      rule('claim-scope', tint(c.claim, c.tint[1])),
      rule('claim-cue', line('wavy', c.claim, thin)),
      rule('hedge', line('dashed', c.claim, thin)),
      rule('dim', `color:${c.dim};`),
    ].join('');
  };

  H.palette = {
    css(name) {
      const { light, dark } = PALETTES[name] ?? PALETTES.standard;
      return {
        light: surface('light', light),
        dark: surface('dark', dark),
        marks: `@media not print{${[false, true].map((tight) => marks('light', light, tight) + marks('dark', dark, tight)).join('')}}`,
      };
    },
  };
})();
