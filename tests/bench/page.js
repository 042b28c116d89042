// Times one tool in a fresh page: load, first call, then articles it has never seen, each once.
// Must not keep a result: what it hands back is milliseconds.
import { article, LONG, SIZE } from './texts.mjs';
import { TOOLS } from './tools.js';

const WARM = 20;
const TIMED = 20;

/** @param {() => unknown} work */
const time = (work) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/**
 * @param {string} name of the tool
 * @param {boolean} long also one text of a megabyte
 * @param {string[]} [given] articles to time in place of the made ones: WARM + TIMED of them, then any number of
 *   others for the settled figure
 */
async function measure(name, long, given) {
  const from = performance.now();
  const read = await TOOLS[name]();
  const load = performance.now() - from;
  const texts = given ? given.slice(0, WARM + TIMED) : Array.from({ length: WARM + TIMED }, (_, seed) => article(seed + 1, SIZE));
  const first = time(() => read(texts[0]));
  for (const text of texts.slice(1, WARM)) read(text);
  const each = texts.slice(WARM).map((text) => time(() => read(text)));
  const characters = texts.slice(WARM).reduce((sum, text) => sum + text.length, 0);
  const megabyte = long ? article(9999, LONG) : '';
  const perCharacter = long ? time(() => read(megabyte)) / megabyte.length : null;
  // By now the browser has compiled all of it as well as it ever will.
  const others = given ? given.slice(WARM + TIMED) : Array.from({ length: TIMED }, (_, seed) => article(1000 + seed, SIZE));
  const settled = others.map((text) => time(() => read(text)));
  return { load, first, each, characters, settled, long: perCharacter };
}

Object.assign(globalThis, { measure });
