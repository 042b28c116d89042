// Prints how often findings of each confidence, and of each rule, were right on marked texts: `sure` in
// src/rules/*.rules is set from it. Must hold no text of its own, and decides nothing: the gold does.
//
// usage: node tests/reliability.mjs COMMAND LAYER GOLD… [--without KIND,KIND]
//   COMMAND  the hearsay command; LAYER state or official
//   GOLD     JSON lines {id, text, spans: [{layer, start, end, attr}]}, plain or .gz; offsets are code points.
//            A span with attr.ignore counts neither way. attr.reading (met, lit) or attr.gtype says whether a
//            name stands for its government: capitals and seats are right only if they read so.
//   --without leaves kinds out that a gold does not mark (bloc, body, role)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** @typedef {{layer: string, start: number, end: number, attr?: Record<string, unknown>}} Span */
/** @typedef {{id: string, text: string, spans: Span[], partial?: boolean}} Gold */
/** @typedef {{said: number, right: number, all: number}} Tally */

const [command, layer, ...rest] = process.argv.slice(2);
const at = rest.indexOf('--without');
const without = new Set(at < 0 ? [] : (rest[at + 1] ?? '').split(','));
const files = at < 0 ? rest : rest.slice(0, at);
if (!command || !layer || files.length === 0) {
  console.error('usage: node tests/reliability.mjs COMMAND LAYER GOLD… [--without KIND,KIND]');
  process.exit(2);
}

/**
 * @param {string} file
 * @returns {Gold[]}
 */
function read(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

/**
 * @param {Gold[]} gold
 * @returns {any[]} one report a text
 */
function reports(gold) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearsay-reliability-'));
  try {
    const out = [];
    for (let from = 0; from < gold.length; from += 200) {
      const names = gold.slice(from, from + 200).map((one, n) => {
        const name = path.join(folder, `${from + n}.txt`);
        writeFileSync(name, one.text);
        return name;
      });
      const lines = execFileSync(command, ['scan', '--format', 'jsonl', ...names], { maxBuffer: 1 << 30 });
      out.push(...lines.toString('utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)));
    }
    return out;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Offsets of code points by offsets of UTF-16 units.
 * @param {string} text
 */
function points(text) {
  const map = [];
  let point = 0;
  for (const char of text) {
    for (let unit = 0; unit < char.length; unit += 1) map.push(point);
    point += 1;
  }
  map.push(point);
  return map;
}

/** @param {Record<string, unknown>} attr */
function reading(attr) {
  if (attr.literal_capital) return 'lit';
  if (attr.reading) return attr.reading;
  if (attr.gtype === 'Metonymic') return 'met';
  return attr.gtype === 'Literal' || attr.gtype === 'Literal_Modifier' ? 'lit' : undefined;
}

/**
 * Whether a finding is right; undefined where the gold does not say.
 * @param {{kind: string, span: [number, number]}} found in code points
 * @param {Gold} gold
 */
function isRight(found, gold) {
  const shared = (/** @type {Span} */ span) => Math.min(found.span[1], span.end) - Math.max(found.span[0], span.start);
  const near = gold.spans.filter((span) => span.layer === layer && shared(span) > 0);
  const counted = near.filter((span) => !span.attr?.ignore);
  if (found.kind === 'metonym' || found.kind === 'place') {
    const told = near.map((span) => reading(span.attr ?? {})).find(Boolean);
    return told && (told === 'met') === (found.kind === 'metonym');
  }
  if (counted.length === 0) return near.length > 0 || gold.partial ? undefined : false;
  const long = (/** @type {Span} */ span) => Math.max(span.end - span.start, found.span[1] - found.span[0]);
  return counted.some((span) => shared(span) * 2 >= long(span));
}

/** @type {Map<string, Tally>} */
const tenths = new Map();
/** @type {Map<string, Tally>} */
const rules = new Map();
/**
 * @param {Map<string, Tally>} table
 * @param {string} key
 * @param {number} said
 * @param {boolean} right
 */
function count(table, key, said, right) {
  const tally = table.get(key) ?? { said: 0, right: 0, all: 0 };
  tally.said += said;
  tally.right += Number(right);
  tally.all += 1;
  table.set(key, tally);
}

for (const file of files) {
  const gold = read(file);
  reports(gold).forEach((report, n) => {
    const map = points(gold[n].text);
    for (const { kind, span, text, rule, confidence, ...mention } of report.mentions) {
      if (mention.layer !== layer || without.has(kind) || /^(he|she|him|his|her)$/i.test(text)) continue;
      const right = isRight({ kind, span: [map[span[0]], map[span[1]]] }, gold[n]);
      if (right === undefined) continue;
      count(tenths, (Math.floor(confidence * 10) / 10).toFixed(1), confidence, right);
      count(rules, rule, confidence, right);
    }
  });
}

for (const [title, table] of /** @type {[string, Map<string, Tally>][]} */ ([['tenth', tenths], ['rule', rules]])) {
  console.log(`${title.padEnd(28)} said  right     n`);
  for (const [key, { said, right, all }] of [...table].sort(([a], [b]) => a.localeCompare(b))) {
    const share = (/** @type {number} */ value) => (value / all).toFixed(2).padStart(6);
    console.log(`${key.padEnd(26)}${share(said)} ${share(right)} ${String(all).padStart(6)}`);
  }
}
