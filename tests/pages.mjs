// Scans every saved page of a folder in both browsers, and tells what a reader would have seen.
// Must not let a page reach any other machine: each is served here, under a policy that stops remote loads.
//
// usage: node tests/pages.mjs DIR [--browser chrome|firefox] [--only PART]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from './e2e/harness.mjs';
import { compare, f1 } from './likeness.mjs';
import { sheets } from './sheet.mjs';

const { argv } = process;
const dir = argv[2];
const COMMAND = join(process.env.CARGO_TARGET_DIR ?? 'target', 'release', 'hearsay');
const LAYERS = /** @type {const} */ (['state', 'official', 'sourcing', 'claim']);
/** @param {string} name */
const option = (name) => (argv.includes(name) ? String(argv[argv.indexOf(name) + 1]) : "");
if (!dir || !existsSync(dir)) {
  console.error('usage: node tests/pages.mjs DIR [--browser chrome|firefox] [--only PART]');
  process.exit(2);
}
const folder = existsSync(join(dir, 'pages')) ? join(dir, 'pages') : dir;
const truthFile = join(dir, 'ground_truth_body.json');
/** @type {Record<string, any>} */
const truth = existsSync(truthFile) ? JSON.parse(readFileSync(truthFile, 'utf8')) : {};
const files = readdirSync(folder).filter((name) => /\.html?$/.test(name) && name.includes(option('--only'))).sort();

/** @param {Buffer} body */
const tame = (body) => Buffer.from(body.toString('latin1').replace(/<base\b[^>]*>/gi, '').replace(/<meta\b[^>]*http-equiv\s*=\s*["']?(?:refresh|content-security-policy)[^>]*>/gi, ''), 'latin1');
const POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/** The parts of a story that people mark as its body. */
const BODY = new Set(['body', 'quote', 'subhead', 'dateline']);

/** @typedef {{text?: string, blocks?: {span: [number, number], part: string}[]}} Report */

/** @param {Report | null} report */
const bodyIn = (report) => (report?.blocks ?? []).filter(({ part }) => BODY.has(part)).map(({ span: [from, to] }) => report?.text?.slice(from, to)).join('\n');

/** What the command finds in the same file. @param {string} name @returns {Report | null} */
function commandReads(name) {
  const { stdout } = spawnSync(COMMAND, ['scan', '--format', 'json', join(folder, name)], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return stdout ? JSON.parse(stdout) : null;
}

/** @param {string} name */
const bodyOf = (name) => {
  const entry = truth[name] ?? truth[name.replace(/\.html?$/, '')];
  return typeof entry === 'string' ? entry : entry?.articleBody;
};

/** Whether a page that nobody scans changes all the same, within six seconds of its coming to rest. @param {Session} session @param {string} name */
async function changesByItself(session, name) {
  const v = await session.visit(name, SIZE, { settle: true });
  const before = (await v.document()) + (await v.layout());
  const end = performance.now() + 6000;
  let changed = false;
  while (!changed && performance.now() < end) changed = (await v.document()) + (await v.layout()) !== before;
  await v.close();
  return changed;
}

const SIZE = { width: 1200, height: 1400 };

/**
 * @typedef {object} Row what was seen of one page in one browser
 * @property {string} name
 * @property {string} code
 * @property {number} words in the story's body
 * @property {import('./likeness.mjs').Shares | null} truth against the body that people marked
 * @property {import('./likeness.mjs').Shares} command against what the command finds in the file
 * @property {Record<string, number> | null} counts
 * @property {number} ms from the message that asks for a scan to its answer
 * @property {boolean} dom unchanged
 * @property {boolean} layout unmoved
 * @property {boolean} restless changes when nobody scans, so that neither can be told
 * @property {string[]} errors of ours
 * @property {string[]} over badges that lie over letters
 * @property {string} file its picture
 */

/** Badges over letters, where there are any badges. @param {import('./e2e/harness.mjs').Visit} v @returns {Promise<string[]>} */
const overText = async (v) => ((await v.inContent(() => globalThis.hearsay.page.showing)) ? v.overText() : []);

/** @param {Session} session @param {string} name @returns {Promise<Row>} */
async function look(session, name) {
  const v = await session.visit(name, SIZE, { settle: true });
  /** @type {string[]} */
  const errors = [];
  v.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  v.page.on('pageerror', (error) => errors.push(String(error)));
  const before = { document: await v.document(), layout: await v.layout() };
  const began = performance.now();
  let { code, summary } = await v.scan();
  // a page may keep itself out of sight until its scripts are done, or have given up
  if (code === 'empty' && (await v.until('text in sight', async () => (await globalThis.hearsay.page.state()).code !== 'empty').catch(() => false))) ({ code, summary } = await v.scan());
  const ms = Math.round(performance.now() - began);
  const dom = (await v.document()) === before.document;
  const layout = (await v.layout()) === before.layout;
  const restless = !(dom && layout) && (await changesByItself(session, name));
  const story = await v.inContent((parts) => {
    const { view, blocks } = globalThis.hearsay.page;
    return (view?.story ?? []).filter(({ part }) => parts.includes(part)).map(({ block }) => blocks[block]?.text ?? '').join('\n');
  }, [...BODY]);
  const over = await overText(v);
  // where the reading begins
  await v.inContent(() => {
    const { view, blocks } = globalThis.hearsay.page;
    const first = view?.story.find(({ part }) => part === 'body')?.block;
    if (first !== undefined) blocks[first]?.element.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  await v.page.evaluate(() => scrollBy({ top: -260, behavior: 'instant' }));
  await v.frames();
  over.push(...(await overText(v)));
  const wanted = bodyOf(name);
  const row = {
    name, code, ms, dom, layout, restless, over,
    words: story.split(/\s+/).filter(Boolean).length,
    truth: wanted === undefined ? null : compare(story, wanted),
    command: compare(story, bodyIn(commandReads(name))),
    counts: summary?.counts ?? null,
    errors: errors.filter((text) => /hearsay|extension:/i.test(text)),
    file: await v.shot(name.replace(/\.html?$/, '')),
  };
  await v.close();
  return row;
}

/** What should not be so. @param {Row} row */
function faults({ dom, layout, restless, errors, over }) {
  const list = [];
  if (!dom && !restless) list.push('DOM CHANGED');
  if (!layout && !restless) list.push('LAYOUT MOVED');
  if (errors.length) list.push(`ERROR ${errors[0].slice(0, 80)}`);
  if (over.length) list.push(`OVER TEXT ${over.slice(0, 3).join(', ')}`);
  return list;
}

const HEAD = `${'page'.padEnd(34)} ${'story'.padEnd(11)} words  truth command ${LAYERS.map((layer) => layer.padStart(8)).join(' ')}    ms  what else`;

/** @param {Row} row */
function line(row) {
  const { name, code, words, truth: given, command, counts, ms, restless } = row;
  return [
    name.slice(0, 34).padEnd(34), code.padEnd(11), String(words).padStart(5),
    (given ? f1([given]).toFixed(3) : '').padStart(6), (words ? f1([command]).toFixed(3) : '').padStart(7),
    ...LAYERS.map((layer) => String(counts?.[layer] ?? '-').padStart(8)),
    String(ms).padStart(5), '', [...faults(row), restless ? 'changes by itself' : ''].join(' '),
  ].join(' ');
}

/** @param {string} kind @param {Row[]} rows */
function summary(kind, rows) {
  const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
  const marked = rows.flatMap(({ truth: given }) => given ?? []);
  const read = rows.filter(({ words }) => words);
  const count = (/** @type {(row: Row) => unknown} */ test) => rows.filter(test).length;
  console.log(`${kind}: ${rows.length} pages, ${count(({ code }) => code === 'ok')} with a story, ${count(({ code }) => code === 'not-english')} not in English`);
  if (marked.length) console.log(`  body against ${marked.length} marked by people: F1 ${f1(marked).toFixed(3)}, lowest ${Math.min(...marked.map((one) => f1([one]))).toFixed(3)}`);
  console.log(`  body against the command's: F1 ${f1(read.map(({ command }) => command)).toFixed(3)}, lowest ${Math.min(...read.map(({ command }) => f1([command]))).toFixed(3)}`);
  console.log(`  document unchanged ${count(({ dom, restless }) => dom || restless)}, layout unmoved ${count(({ layout, restless }) => layout || restless)}, restless by themselves ${count(({ restless }) => restless)}, errors of ours ${count(({ errors }) => errors.length)}, badges over letters ${count(({ over }) => over.length)}`);
  console.log(`  scan: median ${times[times.length >> 1]} ms, longest ${times.at(-1)} ms`);
}

let broken = 0;
for (const kind of /** @type {const} */ (['chrome', 'firefox'])) {
  if (option('--browser') && option('--browser') !== kind) continue;
  const session = new Session(kind, { folder, headers: () => ({ 'content-security-policy': POLICY }), change: tame, shots: `pages/${kind}` });
  /** @type {Row[]} */
  const rows = [];
  console.log(`\n== ${kind}\n${HEAD}`);
  try {
    await session.open();
    for (const name of files) {
      try {
        const row = await look(session, name);
        console.log(line(row));
        if (faults(row).length) broken += 1;
        rows.push(row);
      } catch (error) {
        broken += 1;
        console.log(`${name.slice(0, 34).padEnd(34)} FAILED ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
    }
    summary(kind, rows);
    const pictures = rows.map((row) => ({ file: row.file, caption: line(row).replace(/\s+/g, ' ') }));
    if (session.browser) for (const file of await sheets(session.browser, pictures, join(session.shots, 'sheet'))) console.log(`  ${file}`);
  } finally {
    await session.close();
  }
}
console.log(`\n${files.length} pages, ${broken} with something to look at`);
process.exit(broken ? 1 : 0);
