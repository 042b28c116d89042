// Scans every saved page of a folder in both browsers, and tells what a reader would have seen.
// Must not let a page reach any other machine: each is served here, under a policy that stops remote loads.
//
// usage: node tests/pages.mjs DIR [--browser chrome|firefox] [--only PART]
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from './e2e/harness.mjs';
import { sheets } from './sheet.mjs';

const { argv } = process;
const dir = argv[2];
/** @param {string} name */
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : '');
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

/** Words shared with the body that people marked, as F1. @param {string} found @param {string} wanted */
function f1(found, wanted) {
  /** @param {string} text */
  const bag = (text) => {
    /** @type {Map<string, number>} */
    const made = new Map();
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) made.set(word, (made.get(word) ?? 0) + 1);
    return made;
  };
  const [a, b] = [bag(found), bag(wanted)];
  const sum = (/** @type {Map<string, number>} */ one) => [...one.values()].reduce((x, y) => x + y, 0);
  let common = 0;
  for (const [word, n] of a) common += Math.min(n, b.get(word) ?? 0);
  return common ? (2 * common) / (sum(a) + sum(b)) : 0;
}

/** @param {string} name */
const bodyOf = (name) => {
  const entry = truth[name] ?? truth[name.replace(/\.html?$/, '')];
  return typeof entry === 'string' ? entry : entry?.articleBody;
};

/** Whether a page that nobody scans changes all the same, within three seconds of its coming to rest. @param {Session} session @param {string} name */
async function changesByItself(session, name) {
  const v = await session.visit(name, SIZE, { settle: true });
  const before = (await v.document()) + (await v.layout());
  const end = performance.now() + 3000;
  let changed = false;
  while (!changed && performance.now() < end) changed = (await v.document()) + (await v.layout()) !== before;
  await v.close();
  return changed;
}

const SIZE = { width: 1200, height: 1400 };
let broken = 0;
for (const kind of /** @type {const} */ (['chrome', 'firefox'])) {
  if (option('--browser') && option('--browser') !== kind) continue;
  const session = new Session(kind, { folder, headers: () => ({ 'content-security-policy': POLICY }), change: tame, shots: `pages/${kind}` });
  /** @type {import('./sheet.mjs').Picture[]} */
  const pictures = [];
  const times = [];
  console.log(`\n== ${kind}\n${'page'.padEnd(34)} ${'story'.padEnd(9)} words   F1  state offic. sourc. claim   ms  what else`);
  try {
    await session.open();
    for (const name of files) {
      /** @type {string[]} */
      const notes = [];
      try {
        const v = await session.visit(name, SIZE, { settle: true });
        /** @type {string[]} */
        const errors = [];
        v.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        v.page.on('pageerror', (error) => errors.push(String(error)));
        const before = { document: await v.document(), layout: await v.layout() };
        const began = performance.now();
        const state = await v.scan();
        const ms = Math.round(performance.now() - began);
        times.push(ms);
        const after = { document: await v.document(), layout: await v.layout() };
        const changed = [after.document !== before.document && 'DOM CHANGED', after.layout !== before.layout && 'LAYOUT MOVED'].filter(Boolean).join(', ');
        const restless = changed && (await changesByItself(session, name));
        if (changed && !restless) notes.push(changed);
        const own = errors.filter((text) => /hearsay|extension:/i.test(text));
        if (own.length) notes.push(`ERRORS ${own[0].slice(0, 80)}`);
        const counts = state.summary?.counts;
        const story = await v.inContent(() => {
          const { view, blocks } = globalThis.hearsay.page;
          return (view?.story ?? []).map(({ block }) => blocks[block]?.text ?? '').join('\n');
        });
        const over = counts && (await v.inContent(() => globalThis.hearsay.page.showing)) ? await v.overText() : [];
        if (over.length) notes.push(`OVER TEXT ${over.slice(0, 3).join(', ')}`);
        const body = bodyOf(name);
        const score = body === undefined ? '   ' : f1(story, body).toFixed(2);
        const line = [name.slice(0, 34).padEnd(34), state.code.padEnd(9), String(story.split(/\s+/).filter(Boolean).length).padStart(5), score.padStart(4), ...['state', 'official', 'sourcing', 'claim'].map((layer) => String(counts?.[/** @type {'state'} */ (layer)] ?? '-').padStart(6)), String(ms).padStart(5), ' ', [...notes, restless ? 'changes by itself' : ''].join('; ')].join(' ');
        console.log(line);
        // where the reading begins
        await v.inContent(() => globalThis.hearsay.page.marks[0]?.range.startContainer.parentElement?.scrollIntoView({ block: 'start', behavior: 'instant' }));
        await v.page.evaluate(() => scrollBy({ top: -260, behavior: 'instant' }));
        await v.frames();
        const late = (await v.inContent(() => globalThis.hearsay.page.showing)) ? await v.overText() : [];
        if (late.length) console.log(`     OVER TEXT after scrolling: ${late.slice(0, 4).join(', ')}`);
        if (notes.length || late.length) broken += 1;
        pictures.push({ file: await v.shot(name.replace(/\.html?$/, '')), caption: line.replace(/\s+/g, ' ') });
        await v.close();
      } catch (error) {
        broken += 1;
        console.log(`${name.slice(0, 34).padEnd(34)} FAILED ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
    }
    times.sort((a, b) => a - b);
    console.log(`${kind}: median ${times[times.length >> 1]} ms, longest ${times.at(-1)} ms`);
    if (session.browser) for (const file of await sheets(session.browser, pictures, join(session.shots, 'sheet'))) console.log(file);
  } finally {
    await session.close();
  }
}
console.log(`\n${files.length} pages, ${broken} with something to look at`);
process.exit(broken ? 1 : 0);
