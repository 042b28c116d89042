// Checks what is handed to the stores: both built extensions, their manifests and their files.
// Must not start a browser; what the extension does there is the end-to-end suite's matter.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';

let passed = 0;
let failed = 0;

/**
 * @param {string} name what holds
 * @param {() => unknown} findings nothing, or an empty list, when it does
 */
function check(name, findings) {
  let found;
  try {
    found = findings() ?? [];
  } catch (error) {
    found = [error];
  }
  const list = Array.isArray(found) ? found : [found];
  if (list.length === 0) passed += 1;
  else failed += 1;
  console.log(`${list.length === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  for (const one of list) console.log(`     ${one instanceof Error ? one.message : one}`);
}

/** @param {string} file */
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
/** @param {string} dir */
const filesOf = (dir) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const manifests = { chrome: json('dist/chrome/manifest.json'), firefox: json('dist/firefox/manifest.json') };

check('the Firefox add-on passes the linter of addons.mozilla.org without error or warning', () => {
  const run = spawnSync('node_modules/.bin/addons-linter', ['--output', 'json', 'dist/firefox'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const report = JSON.parse(run.stdout);
  /** @type {{code: string, message: string, file?: string, line?: number}[]} */
  const found = [...report.errors, ...report.warnings];
  return found.map(({ code, message, file, line }) => `${code}: ${message} (${file ?? ''}:${line ?? ''})`);
});

check('every script passes the type checker', () => {
  const run = spawnSync('node_modules/.bin/tsc', ['--project', 'extension/tsconfig.json'], { encoding: 'utf8' });
  return run.status === 0 ? [] : run.stdout.trim().split('\n');
});

check('Firefox for Android is named, and its background works without what phones lack', () => {
  const run = spawnSync('node', ['tests/phone.mjs', 'dist/firefox'], { encoding: 'utf8' });
  const found = run.status === 0 ? [] : [run.stderr.trim()];
  return manifests.firefox.browser_specific_settings.gecko_android?.strict_min_version ? found : [...found, 'gecko_android'];
});

const FOREIGN = {
  chrome: ['sidebar_action', 'browser_specific_settings'],
  firefox: ['side_panel', 'minimum_chrome_version'],
};
const POLICY = /script-src 'self' 'wasm-unsafe-eval';/;
for (const browser of /** @type {const} */ (['chrome', 'firefox'])) {
  const manifest = manifests[browser];
  check(`${browser}: no key that only the other browser knows`, () => FOREIGN[browser].filter((key) => key in manifest));
  check(`${browser}: one kind of background`, () => {
    const wanted = browser === 'chrome' ? 'service_worker,type' : 'scripts,type';
    return Object.keys(manifest.background).sort().join() === wanted ? [] : [Object.keys(manifest.background)];
  });
  check(`${browser}: asks for no site before the reader says so, and shows pages none of its files`, () =>
    ['host_permissions', 'web_accessible_resources', 'externally_connectable', 'content_scripts'].filter((key) => key in manifest));
  check(`${browser}: its own pages load nothing from elsewhere`, () => {
    const policy = manifest.content_security_policy.extension_pages;
    return POLICY.test(policy) && !/https?:|\*|unsafe-inline|'unsafe-eval'/.test(policy) ? [] : [policy];
  });
  check(`${browser}: the test build differs in its host permissions and in nothing else`, () => {
    const { host_permissions: hosts, ...rest } = json(`dist/test-${browser}/manifest.json`);
    const found = JSON.stringify(rest) === JSON.stringify(manifest) && hosts.length === 2 ? [] : ['manifest.json'];
    const names = filesOf(`dist/${browser}`).map((file) => file.slice(`dist/${browser}/`.length));
    const others = filesOf(`dist/test-${browser}`).map((file) => file.slice(`dist/test-${browser}/`.length));
    if (names.sort().join() !== others.sort().join()) found.push('the list of files');
    for (const name of names.filter((one) => one !== 'manifest.json' && others.includes(one))) {
      if (!readFileSync(`dist/${browser}/${name}`).equals(readFileSync(`dist/test-${browser}/${name}`))) found.push(name);
    }
    return found;
  });
  check(`${browser}: no path of the machine that built it in any file`, () =>
    filesOf(`dist/${browser}`).filter((file) => {
      const bytes = readFileSync(file);
      return [process.cwd(), `${homedir()}/.cargo`].some((path) => bytes.includes(path));
    }));
  check(`${browser}: no script calls the network or makes code from text`, () =>
    filesOf(`dist/${browser}`)
      .filter((file) => extname(file) === '.js' && !file.endsWith('engine/hearsay.js'))
      .filter((file) => /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|EventSource|\beval\(|new Function\b|\.innerHTML\b/.test(readFileSync(file, 'utf8'))));
}

check('both browsers get the same files', () => {
  const [chrome, firefox] = ['chrome', 'firefox'].map((browser) =>
    filesOf(`dist/${browser}`).map((file) => file.slice(`dist/${browser}/`.length)).sort().join('\n'));
  return chrome === firefox ? [] : ['they do not'];
});
check('package-lock.json names no download address', () =>
  readFileSync('package-lock.json', 'utf8').includes('"resolved"') ? ['"resolved"'] : []);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
