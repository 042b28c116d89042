// Times one tool in a fresh page: load, first call, then articles it has never seen, each once.
// Must not keep a result: what it hands back is milliseconds.
import { article } from './texts.mjs';
import { TOOLS } from './tools.js';

const SIZE = 4000;
const WARM = 20;
const TIMED = 20;
const LONG = 1_000_000;

/** @param {() => unknown} work */
const time = (work) => {
  const from = performance.now();
  work();
  return performance.now() - from;
};

/**
 * @param {string} name of the tool
 * @param {boolean} long also one text of a megabyte
 */
async function measure(name, long) {
  const from = performance.now();
  const read = await TOOLS[name]();
  const load = performance.now() - from;
  const texts = Array.from({ length: WARM + TIMED }, (_, seed) => article(seed + 1, SIZE));
  const first = time(() => read(texts[0]));
  for (const text of texts.slice(1, WARM)) read(text);
  const each = texts.slice(WARM).map((text) => time(() => read(text)));
  const characters = texts.slice(WARM).reduce((sum, text) => sum + text.length, 0);
  const megabyte = long ? article(9999, LONG) : '';
  const perCharacter = long ? time(() => read(megabyte)) / megabyte.length : null;
  // By now the browser has compiled all of it as well as it ever will.
  const settled = Array.from({ length: TIMED }, (_, seed) => article(1000 + seed, SIZE)).map((text) => time(() => read(text)));
  return { load, first, each, characters, settled, long: perCharacter };
}

Object.assign(globalThis, { measure });
