// Packs a folder into a zip that is the same bytes for the same files and the same Node, on any day.
// Must not read a clock, an owner or a file mode: the stores need none of them.
//
// usage: node extension/zip.mjs DIR OUT.zip
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const [dir, out] = process.argv.slice(2);
if (!dir || !out) {
  console.error('usage: node extension/zip.mjs DIR OUT.zip');
  process.exit(2);
}

const DEFLATE = 8;
const UTF8_NAME = 0x0800;
const VERSION = 20;
const FIRST_OF_1980 = 0x0021; // the earliest date a zip can hold

/**
 * Little-endian fields, each a value and its width in bytes.
 * @param {...[number, 2 | 4]} list
 */
function fields(...list) {
  const bytes = Buffer.alloc(list.reduce((sum, [, width]) => sum + width, 0));
  let at = 0;
  for (const [value, width] of list) at = bytes.writeUIntLE(value, at, width);
  return bytes;
}

const names = readdirSync(dir, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(dir, sep).length).split(sep).join('/'))
  .sort();

const bodies = [];
const index = [];
let offset = 0;
for (const name of names) {
  const data = readFileSync(join(dir, name));
  const packed = deflateRawSync(data, { level: 9 });
  const label = Buffer.from(name);
  /** What the entry's own header and the index both say of it. @type {[number, 2 | 4][]} */
  const shared = [
    [VERSION, 2], [UTF8_NAME, 2], [DEFLATE, 2], [0, 2], [FIRST_OF_1980, 2],
    [crc32(data), 4], [packed.length, 4], [data.length, 4], [label.length, 2], [0, 2],
  ];
  bodies.push(fields([0x04034b50, 4], ...shared), label, packed);
  index.push(fields([0x02014b50, 4], [VERSION, 2], ...shared, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), label);
  offset += 30 + label.length + packed.length;
}
const size = index.reduce((sum, part) => sum + part.length, 0);
const end = fields([0x06054b50, 4], [0, 2], [0, 2], [names.length, 2], [names.length, 2], [size, 4], [offset, 4], [0, 2]);
const zip = Buffer.concat([...bodies, ...index, end]);
writeFileSync(out, zip);
console.log(`${out}: ${names.length} files, ${(zip.length / 1024).toFixed(0)} KB`);
