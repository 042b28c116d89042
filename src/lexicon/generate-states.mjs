// Writes states.tsv from four permissively licensed packages and the hand overlay beside this file.
// It must not be part of a build: the table it writes is checked in, and only a data refresh runs this.
//
// Refresh (any scratch folder will do for the packages):
//   npm install --no-save cldr-localenames-full@48.2.0 i18n-iso-countries@7.14.0 countries-list@3.4.1
//   cargo fetch            (in a crate that depends on keshvar = "=0.7.0")
//   node src/lexicon/generate-states.mjs NODE_MODULES KESHVAR_FOLDER
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const [modules, keshvar] = process.argv.slice(2);
if (!modules || !keshvar) {
  console.error('usage: generate-states.mjs NODE_MODULES KESHVAR_FOLDER');
  process.exit(2);
}
const json = (p) => JSON.parse(fs.readFileSync(path.join(modules, p), 'utf8'));

const cldr = json('cldr-localenames-full/main/en/territories.json').main.en.localeDisplayNames.territories;
const iso = json('i18n-iso-countries/langs/en.json').countries;
const codes = json('i18n-iso-countries/codes.json');
const { countries } = await import(path.resolve(modules, 'countries-list/mjs/index.js'));

// Not states of our list: the packages carry every ISO territory, we carry UN members, observers,
// three states whose status is disputed, and the two Chinese regions that news names like states.
const OBSERVERS = ['VA', 'PS', 'TW', 'XK', 'EH'];
const REGIONS = ['HK', 'MO'];

/** @param {string} alpha2 */
function keshvarFacts(alpha2) {
  const file = path.join(keshvar, 'src/countries', `${alpha2.toLowerCase()}.rs`);
  if (!fs.existsSync(file)) return { member: false, names: [], nationality: [] };
  const text = fs.readFileSync(file, 'utf8');
  const get = (k) => (text.match(new RegExp(`pub const ${k}: (?:Option<&str>|&str) = (?:Some\\()?"([^"]*)"`)) || [])[1] || '';
  return {
    member: /pub const UN_MEMBER: bool = true/.test(text),
    names: [get('ISO_LONG_NAME')],
    nationality: get('NATIONALITY').split(', '),
  };
}

const tidy = (s) => s.normalize('NFC').replace(/^the /i, '').replace(/’/g, "'").trim();
const list = (...xs) => [...new Set(xs.flat().filter(Boolean).map(tidy))];
/** Names a story never uses: inverted or bracketed catalogue forms, and abbreviations, which have a column. */
const usable = (n) => !/[(),]/.test(n) && !/ - /.test(n) && !/^[A-Z.]{2,6}$/.test(n);

/** "Kenyan" gives "Kenyans"; forms in -ese, -ish, -ch, -ss do not change and count as adjectives. */
const plural = (a) => (/(?:[aeio]n|[ai]i|[lqtrndh]i|[eo]t|ek|ak|ech)$/.test(a) ? `${a}s` : '');

const overlay = new Map();
for (const line of fs.readFileSync(path.join(here, 'states-overlay.tsv'), 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [code, column, values] = line.split('\t');
  overlay.set(`${code} ${column}`, values);
}
function overlaid(code, column, base) {
  const v = overlay.get(`${code} ${column}`);
  overlay.delete(`${code} ${column}`);
  if (v === undefined) return base;
  const replaced = v.startsWith('=');
  const parts = (replaced ? v.slice(1) : v).split('; ').filter(Boolean);
  const minus = parts.filter((p) => p.startsWith('-')).map((p) => tidy(p.slice(1)));
  const plus = parts.filter((p) => !p.startsWith('-'));
  return list(replaced ? [] : base, plus).filter((x) => !minus.includes(x));
}

const rows = [];
for (const a2 of Object.keys(cldr)) {
  if (!/^[A-Z]{2}$/.test(a2)) continue;
  const k = keshvarFacts(a2);
  if (!k.member && ![...OBSERVERS, ...REGIONS].includes(a2)) continue;
  if (a2 === 'VA') k.member = false;
  const found = codes.find((c) => c[0] === a2);
  const a3 = a2 === 'XK' ? 'XKX' : found[1];
  const cl = countries[a2] || {};
  const short = tidy(cldr[a2].replace(/&/g, 'and').replace(/ SAR China| \(.*\)$/g, '').replace(/^St\. /, 'Saint ').replace(/^Palestinian Territories$/, 'Palestine').replace(/^Saint Vincent and Grenadines$/, 'Saint Vincent and the Grenadines').replace(/^Congo - Kinshasa$/, 'DR Congo').replace(/^Congo - Brazzaville$/, 'Republic of Congo').replace(/^Türkiye$/, 'Turkey').replace(/^Vatican City$/, 'Vatican').replace(/^Côte d’Ivoire$/, "Côte d'Ivoire"));
  const alts = ['short', 'variant'].map((v) => cldr[`${a2}-alt-${v}`]);
  const aliases = [iso[a2]].flat();
  const names = list(short, cldr[a2], alts, aliases, cl.name, cl.alias || [], k.names).filter(usable);
  const abbr = list([...alts, ...aliases, ...(cl.alias || [])].filter((n) => n && /^[A-Z.]{2,6}$/.test(n)));
  const adjectives = overlaid(a3, 'adjectives', list(k.nationality));
  const people = overlaid(a3, 'people', list(adjectives.map(plural)));
  const row = {
    iso3: a3, iso2: a2, name: short,
    names: overlaid(a3, 'names', names), abbr: overlaid(a3, 'abbr', abbr), adjectives, people,
    capitals: overlaid(a3, 'capitals', list(cl.capital || '')),
    seats: overlaid(a3, 'seats', []), combining: overlaid(a3, 'combining', []),
    status: overlaid(a3, 'status', []),
  };
  rows.push(row);
}
if (overlay.size) throw new Error(`overlay rows for unknown states or columns: ${[...overlay.keys()].join(', ')}`);
rows.sort((a, b) => (a.iso3 < b.iso3 ? -1 : 1));
const columns = Object.keys(rows[0]);
const header = [
  '# States by name. Generated by generate-states.mjs; do not edit: mend states-overlay.tsv and generate again.',
  '# iso3, iso2: ISO 3166-1, from i18n-iso-countries 7.14.0 (MIT); XKX is user-assigned.',
  '# name: the card\'s name, from CLDR 48.2.0 English (Unicode-3.0), catalogue forms tidied.',
  '# names: CLDR, i18n-iso-countries, countries-list 3.4.1 (MIT), keshvar 0.7.0 (BSD-3-Clause, data MIT); historical names from the overlay.',
  '# abbr: the same packages and the overlay. adjectives: keshvar, mended by the overlay. people: regular plurals of them, and the overlay.',
  '# capitals: countries-list; second seats and other spellings from the overlay. seats, combining, status: the overlay.',
  `# ${columns.join('\t')}`,
];
const cell = (v) => (Array.isArray(v) ? v.join('; ') : v);
fs.writeFileSync(path.join(here, 'states.tsv'), [...header, ...rows.map((r) => columns.map((c) => cell(r[c])).join('\t'))].join('\n') + '\n');
console.log(`${rows.length} rows`);
