// Runs every suite, counts their results together, and ends with one line: "N passed, N failed".
// Must not test anything itself: a suite that fails without a count is one failure.
//
// usage: node tests/run.mjs [SUITE…]
import { spawn } from 'node:child_process';

/** @typedef {{name: string, command: string[]}} Suite */
/** @typedef {{passed: number, failed: number, ignored: number}} Count */

/** @type {Suite[]} */
const SUITES = [
  { name: 'rust', command: ['cargo', 'test', '--locked', '--no-fail-fast'] },
  { name: 'package', command: ['node', 'tests/package.mjs'] },
  { name: 'chromium', command: ['node', 'tests/e2e/run.mjs', '--browser', 'chrome'] },
  { name: 'firefox', command: ['node', 'tests/e2e/run.mjs', '--browser', 'firefox'] },
];

/**
 * Adds up cargo's line for each test binary, or takes the one line of our own runners.
 * @param {string} output
 * @returns {Count}
 */
function countIn(output) {
  const count = { passed: 0, failed: 0, ignored: 0 };
  const lines = /^(?:test result: \w+\. )?(\d+) passed[,;] (\d+) failed(?:; (\d+) ignored)?/gm;
  for (const [, passed, failed, ignored] of output.matchAll(lines)) {
    count.passed += Number(passed);
    count.failed += Number(failed);
    count.ignored += Number(ignored ?? 0);
  }
  return count;
}

/**
 * @param {Suite} suite
 * @returns {Promise<Count & {seconds: number}>}
 */
function run({ name, command: [program, ...args] }) {
  console.log(`\n== ${name}: ${program} ${args.join(' ')}`);
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    /** @param {number | null} code */
    const end = (code) => {
      const count = countIn(output);
      // A suite that broke off, or that ran nothing, must not look like one that passed.
      if (count.failed === 0 && (code !== 0 || count.passed === 0)) count.failed = 1;
      done({ ...count, seconds: (performance.now() - started) / 1000 });
    };
    child.on('error', () => end(null));
    child.on('close', end);
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length) {
  console.error(`no such suite: ${unknown.join(', ')} (there are ${SUITES.map((s) => s.name).join(', ')})`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, ignored: 0 };
const table = [];
for (const suite of SUITES.filter(({ name }) => !wanted.length || wanted.includes(name))) {
  const { passed, failed, ignored, seconds } = await run(suite);
  total.passed += passed;
  total.failed += failed;
  total.ignored += ignored;
  table.push(`${suite.name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s`);
}
console.log(`\n${table.join('\n')}`);
if (total.ignored) console.log(`${total.ignored} ignored: there should be none`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed || total.ignored ? 1 : 0);
