// Times the engine in Chromium beside other libraries, in the same page on the same articles.
// Must not decide whether a figure is good: it prints them. Timings are no tests.
//
// usage: node tests/bench/run.mjs ENGINE_DIR [ROUNDS [TEXTS_DIR]]
// TEXTS_DIR: 60 or more .txt files of news, each at least 3,500 characters long, read to 4,000 and timed in place
// of the made ones.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROME_ARGS, program } from '../browser.mjs';
import { serve } from '../serve.mjs';
import { SIZE } from './texts.mjs';

const [engine, rounds = '3', folder] = process.argv.slice(2);
/** @param {string} message @returns {never} */
const stop = (message) => {
  console.error(message);
  process.exit(2);
};
if (!engine) stop('usage: node tests/bench/run.mjs ENGINE_DIR [ROUNDS [TEXTS_DIR]]');
if (folder && !existsSync(folder)) stop(`bench: there is no folder ${folder}`);
const given = folder ? articles(folder) : undefined;
if (given && given.length < 60) stop(`bench: ${folder} has ${given.length} texts of 3,500 characters or more, 60 are needed`);
const NAMES = ['hearsay', 'wink-nlp', 'compromise', 'userscript'];
const LINEAR = ['hearsay', 'userscript']; // the others take minutes over a megabyte

/**
 * The texts of a folder, cut to the length of an article at the end of a line or sentence.
 * @param {string} dir
 */
function articles(dir) {
  const names = readdirSync(dir).filter((name) => name.endsWith('.txt')).sort();
  const texts = names.map((name) => readFileSync(join(dir, name), 'utf8')).filter((text) => text.length >= 3500);
  return texts.map((text) => text.slice(0, SIZE).replace(/(?<=[.\n”"])[^.\n”"]*$/, ''));
}

/**
 * A CommonJS package and all it needs, as one JSON file for the page.
 * @param {string} name
 */
function bundle(name) {
  /** @type {Record<string, {source: string, needs: Record<string, string>}>} */
  const files = {};
  const entry = createRequire(import.meta.url).resolve(name);
  const queue = [entry];
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (files[path]) continue;
    const source = readFileSync(path, 'utf8');
    /** @type {Record<string, string>} */
    const needs = {};
    const code = source.replace(/^\s*(\/\/|\*).*$/gm, '');
    if (!path.endsWith('.json')) {
      for (const [, wanted] of code.matchAll(/require\(\s*['"]([^'"]+)['"]\s*\)/g)) {
        needs[wanted] = createRequire(path).resolve(wanted);
        queue.push(needs[wanted]);
      }
    }
    files[path] = { source, needs };
  }
  return JSON.stringify({ entry, files });
}

const median = (/** @type {number[]} */ list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

const site = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
for (const file of ['texts.mjs', 'tools.js', 'page.js']) cpSync(join(import.meta.dirname, file), join(site, file));
cpSync('node_modules/compromise', join(site, 'compromise'), { recursive: true });
cpSync(join(engine, 'hearsay.js'), join(site, 'engine/hearsay.js'));
cpSync(join(engine, 'hearsay_bg.opt.wasm'), join(site, 'engine/hearsay_bg.wasm'));
for (const name of ['wink-nlp', 'wink-eng-lite-web-model']) writeFileSync(join(site, `${name}.json`), bundle(name));
writeFileSync(join(site, 'index.html'), '<!doctype html><title>bench</title><script type="module" src="page.js"></script>');

// A page cut off from all others is given a clock of 5 µs instead of 100.
const isolated = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
const served = await serve(site, { headers: () => isolated });
const browser = await puppeteer.launch({ executablePath: program('chrome'), args: CHROME_ARGS });

/** @type {Record<string, {load: number, first: number, each: number[], characters: number, settled: number[], long: number | null}[]>} */
const results = Object.fromEntries(NAMES.map((name) => [name, []]));
try {
  for (let round = 0; round < Number(rounds); round += 1) {
    for (const name of NAMES) {
      const page = await browser.newPage();
      await page.goto(served.url);
      await page.waitForFunction(() => 'measure' in globalThis);
      results[name].push(await page.evaluate((tool, long, texts) => /** @type {any} */ (globalThis).measure(tool, long, texts), name, LINEAR.includes(name), given));
      await page.close();
    }
  }
} finally {
  await browser.close();
  await served.close();
  rmSync(site, { recursive: true });
}

const ms = (/** @type {number} */ value) => value.toFixed(value < 1 ? 3 : value < 10 ? 2 : 1);
const ours = median(results.hearsay.map(({ each }) => median(each)));
console.log(`${await version()}, ${rounds} rounds, each in fresh pages; 20 ${given ? 'given' : 'made'} articles of ${SIZE} characters, each seen once, after 20 others`);
console.log('tool         ms per article: median (of rounds, low to high)   times ours  settled ms   load ms   first ms   MB/s   µs/KB at 4 KB, at 1 MB');
for (const name of NAMES) {
  const runs = results[name];
  const medians = runs.map(({ each }) => median(each)).sort((a, b) => a - b);
  const middle = median(medians);
  const small = median(runs.map(({ each, characters }) => (each.reduce((a, b) => a + b, 0) / characters) * 1e6));
  const long = runs[0].long === null ? '–' : ms(median(runs.map((run) => (run.long ?? 0) * 1e6)));
  const speed = 1e3 / small;
  console.log(
    `${name.padEnd(12)} ${ms(middle).padStart(8)} (${ms(medians[0])} to ${ms(medians[medians.length - 1])})`.padEnd(60) +
      `${(middle / ours).toFixed(2).padStart(8)}  ${ms(median(runs.map(({ settled }) => median(settled)))).padStart(10)}   ${ms(median(runs.map((run) => run.load))).padStart(10)} ${ms(median(runs.map((run) => run.first))).padStart(10)} ${speed.toFixed(2).padStart(7)}   ${ms(small)}, ${long}`,
  );
}
console.log('hearsay: text in; report, marks, badges and summary made; marks, badges and summary out through JSON, as a page is painted from. Cards are made on a click.');
if (!given) console.log('The articles are built from patterns, so engines that keep what they have seen look faster here than on real news.');

async function version() {
  return `Chromium, wasm ${(readFileSync(join(engine, 'hearsay_bg.opt.wasm')).length / 1024).toFixed(0)} KB`;
}
