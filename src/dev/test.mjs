// Everything that must hold, in the order in which it fails fastest; ends with one line that counts the tests of each kind.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const reports = join(root, '.build/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const unitReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

/** @param {string[]} args @returns {[string, string[]]} */
const node = (...args) => [process.execPath, args];
/** @type {[string, [string, string[]]][]} */
const steps = [
  ['types', node('src/dev/types.mjs')],
  ['imports', node('src/dev/imports.mjs')],
  ['lint', node('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', 'src', 'e2e', 'vite.config.ts')],
  ['unit', node('node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`)],
  ...(process.env.INTERLEAVE_GO_TESTS ? [["Go's own tests", node('src/dev/conformance/suite.mjs')]] : []),
  ['command line', node('src/dev/bundle.mjs')],
  ['page', node('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')],
  ['browser', node('src/dev/e2e.mjs')],
];

const failed = [];
for (const [name, [command, args]] of steps) {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, INTERLEAVE_BROWSER_REPORT: browserReport } });
  if (status !== 0) failed.push(name);
}

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
const unit = read(unitReport);
const browser = read(browserReport);
const counts = {
  unit: { passed: unit?.numPassedTests ?? 0, failed: unit?.numFailedTests ?? 0, skipped: unit?.numPendingTests ?? 0 },
  browser: { passed: browser?.stats.expected ?? 0, failed: browser?.stats.unexpected ?? 0, skipped: browser?.stats.skipped ?? 0 },
};
console.log('');
if (!process.env.INTERLEAVE_GO_TESTS) console.log("Go's own tests: passed over, INTERLEAVE_GO_TESTS does not name their folder");
for (const [kind, { passed, failed: bad, skipped }] of Object.entries(counts)) console.log(`${kind}: ${passed} passed, ${bad} failed, ${skipped} skipped`);
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
if (counts.unit.passed === 0 || counts.browser.passed === 0) failed.push('no test ran');
const sum = (key) => counts.unit[key] + counts.browser[key];
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
process.exitCode = failed.length > 0 ? 1 : 0;
