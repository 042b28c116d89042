// Writes one browser's manifest from manifest.template.json into a built extension folder.
// Must not invent keys: the template alone says what the extension asks for.
//
// usage: node extension/manifest.mjs chrome|firefox DIR [--test]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const [browser, dir, flag] = process.argv.slice(2);
if (!['chrome', 'firefox'].includes(browser) || !dir || (flag && flag !== '--test')) {
  console.error('usage: node extension/manifest.mjs chrome|firefox DIR [--test]');
  process.exit(2);
}

/**
 * Lays `over` on `base`: objects key by key, lists one after the other, anything else replaces.
 * @param {any} base
 * @param {any} over
 * @returns {any}
 */
function merge(base, over) {
  if (Array.isArray(base) && Array.isArray(over)) return [...base, ...over];
  if (base && over && typeof base === 'object' && typeof over === 'object') {
    const out = { ...base };
    for (const [key, value] of Object.entries(over)) {
      out[key] = key in out ? merge(out[key], value) : value;
    }
    return out;
  }
  return over;
}

/**
 * Every file the manifest names, so that a missing one stops the build and not the reader.
 * @param {unknown} value
 * @returns {string[]}
 */
function filesIn(value) {
  if (typeof value === 'string') return /^[\w/-]+\.(html|js|css|png|svg)$/.test(value) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(filesIn) : [];
}

const template = JSON.parse(readFileSync(join(here, 'manifest.template.json'), 'utf8'));
const cargo = readFileSync(join(here, '..', 'Cargo.toml'), 'utf8');
const version = /^version = "(\d+\.\d+\.\d+)"$/m.exec(cargo)?.[1];
if (!version) throw new Error('Cargo.toml has no plain version = "x.y.z"');

let manifest = merge({ ...template.common, version }, template[browser]);
if (flag === '--test') manifest = merge(manifest, template.test);

const missing = [...new Set(filesIn(manifest))].filter((file) => !existsSync(join(dir, file)));
if (missing.length) {
  console.error(`manifest for ${browser}: not in ${dir}: ${missing.join(', ')}`);
  process.exit(1);
}
writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
