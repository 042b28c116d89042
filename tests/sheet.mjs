// Lays many screenshots on a few contact sheets, with a line of text under each.
// Must not judge the pictures: that is what the sheets are for.
import { readFile, writeFile } from 'node:fs/promises';

/** @typedef {{file: string, caption: string}} Picture */

const ACROSS = 4;
const PER_SHEET = 12;
const WIDTH = 440;

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/**
 * @param {import('puppeteer-core').Browser} browser any, to draw with
 * @param {Picture[]} pictures
 * @param {string} to the sheets' path, to which a number and `.png` are added
 * @returns {Promise<string[]>} the files written
 */
export async function sheets(browser, pictures, to) {
  const files = [];
  const page = await browser.newPage();
  await page.setViewport({ width: ACROSS * (WIDTH + 12) + 12, height: 900 });
  for (let from = 0; from < pictures.length; from += PER_SHEET) {
    const cells = await Promise.all(
      pictures.slice(from, from + PER_SHEET).map(async ({ file, caption }) => {
        const bytes = await readFile(file).catch(() => null);
        const src = bytes ? `data:image/png;base64,${bytes.toString('base64')}` : '';
        return `<figure><img src="${src}" alt=""><figcaption>${escape(caption)}</figcaption></figure>`;
      }),
    );
    await page.setContent(`<style>body{margin:12px;display:grid;grid-template-columns:repeat(${ACROSS},${WIDTH}px);gap:12px;font:12px/1.3 sans-serif}
      figure{margin:0}img{width:${WIDTH}px;border:1px solid #ccc;display:block}</style>${cells.join('')}`);
    const name = /** @type {`${string}.png`} */ (`${to}-${files.length + 1}.png`);
    await writeFile(name, await page.screenshot({ fullPage: true }));
    files.push(name);
  }
  await page.close();
  return files;
}
