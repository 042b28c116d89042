// Runs the browser tests in one browser and ends with one line: "N passed, N failed".
// Must not repeat a test that failed: what fails once is broken.
//
// usage: node tests/e2e/run.mjs --browser chrome|firefox [--only PATTERN]
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from './harness.mjs';

/** @typedef {[name: string, run: (session: Session) => Promise<void>]} Test */

const { argv } = process;
const browser = argv[argv.indexOf('--browser') + 1];
const only = argv.includes('--only') ? argv[argv.indexOf('--only') + 1] : '';
if (browser !== 'chrome' && browser !== 'firefox') {
  console.error('usage: node tests/e2e/run.mjs --browser chrome|firefox [--only PATTERN]');
  process.exit(2);
}
/** A test that takes longer hangs. */
const LONGEST = 60_000;

const cases = join(import.meta.dirname, 'cases');
let passed = 0;
let failed = 0;
const session = new Session(browser);
try {
  await session.open();
  for (const file of readdirSync(cases).sort()) {
    /** @type {{default: Test[]}} */
    const { default: tests } = await import(join(cases, file));
    for (const [name, run] of tests) {
      const full = `${file.replace('.mjs', '')}: ${name}`;
      if (!full.includes(only)) continue;
      const began = performance.now();
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let alarm;
      try {
        await session.reset();
        await Promise.race([
          run(session),
          new Promise((_, late) => { alarm = setTimeout(() => late(new Error(`took longer than ${LONGEST} ms`)), LONGEST); }),
        ]);
        passed += 1;
        console.log(`ok   ${full} (${Math.round(performance.now() - began)} ms)`);
      } catch (error) {
        failed += 1;
        console.log(`FAIL ${full}\n     ${String(error instanceof Error ? error.stack : error).replaceAll('\n', '\n     ')}`);
      } finally {
        clearTimeout(alarm);
        await session.closePages().catch(() => {});
      }
    }
  }
} catch (error) {
  failed += 1;
  console.log(`FAIL the browser itself\n     ${error instanceof Error ? error.stack : error}`);
} finally {
  await session.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
