// How much of a text one finds in another: F1 over runs of four words, as the article-extraction benchmark counts.
// Must not know where the texts come from.

const RUN = 4;

/** How often each run of words stands in a text. @param {string} text */
function runs(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  /** @type {Map<string, number>} */
  const made = new Map();
  for (let i = 0; i + RUN <= Math.max(words.length, RUN); i += 1) {
    const run = words.slice(i, i + RUN).join(' ');
    if (run) made.set(run, (made.get(run) ?? 0) + 1);
  }
  return made;
}

/** @typedef {{found: number, extra: number, missed: number}} Shares of all runs of both texts; they add up to 1 */

/**
 * @param {string} found
 * @param {string} wanted
 * @returns {Shares}
 */
export function compare(found, wanted) {
  const [a, b] = [runs(found), runs(wanted)];
  const shares = { found: 0, extra: 0, missed: 0 };
  for (const run of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(run) ?? 0, b.get(run) ?? 0];
    shares.found += Math.min(x, y);
    shares.extra += Math.max(0, x - y);
    shares.missed += Math.max(0, y - x);
  }
  const all = shares.found + shares.extra + shares.missed || 1;
  return { found: shares.found / all, extra: shares.extra / all, missed: shares.missed / all };
}

/** F1 of several comparisons, a short text counting as much as a long one. @param {Shares[]} all */
export function f1(all) {
  const sum = (/** @type {keyof Shares} */ key) => all.reduce((total, one) => total + one[key], 0);
  const twice = 2 * sum('found');
  return twice ? twice / (twice + sum('extra') + sum('missed')) : 0;
}
