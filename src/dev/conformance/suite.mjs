// Go's own tests on our engine. INTERLEAVE_GO_TESTS names their folder (Debian's golang-1.19-src: /usr/share/go-1.19/test). Arguments, if any, select
// tests by a part of their name; the list of known failures is then not judged. Details go to .build/conformance.json.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { contradictions, readKnown } from './known.mjs';
import { createPool } from './pool.mjs';
import { selectTests } from './select.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const folder = process.env.INTERLEAVE_GO_TESTS;
const secondsPerTest = 20;

async function bundleEngine() {
  const outDir = join(root, `.build/conformance-${process.pid}`);
  const rollupOptions = { output: { entryFileNames: 'engine.mjs' } };
  await build({ root, configFile: false, logLevel: 'warn', build: { ssr: 'src/engine/index.ts', outDir, target: 'node20', copyPublicDir: false, rollupOptions } });
  return join(outDir, 'engine.mjs');
}

async function runAll(tests) {
  const pool = createPool(await bundleEngine(), secondsPerTest);
  const results = [];
  for (const test of tests) {
    const begin = performance.now();
    const complaints = await pool.execute({ ...test, path: join(folder, test.name) });
    results.push({ name: test.name, kind: test.kind, milliseconds: Math.round(performance.now() - begin), complaints });
    if (process.stderr.isTTY) process.stderr.write(`\r${results.length} of ${tests.length}`);
  }
  pool.stop();
  return results;
}

function summarise(results) {
  for (const kind of ['run', 'errorcheck']) {
    const ofKind = results.filter((result) => result.kind === kind);
    const passed = ofKind.filter(({ complaints }) => complaints.length === 0).length;
    console.log(`${kind}: ${passed} of ${ofKind.length} (${((100 * passed) / Math.max(1, ofKind.length)).toFixed(1)} %)`);
  }
}

async function main(selection) {
  const tests = selectTests(folder).filter(({ name }) => selection.length === 0 || selection.some((part) => name.includes(part)));
  if (tests.length === 0) throw new Error(`no tests under ${folder}`);
  const results = await runAll(tests);
  mkdirSync(join(root, '.build'), { recursive: true });
  writeFileSync(join(root, '.build/conformance.json'), `${JSON.stringify(results, null, 1)}\n`);
  const failures = new Map(results.filter(({ complaints }) => complaints.length > 0).map(({ name, complaints }) => [name, complaints]));
  if (selection.length > 0) for (const [name, complaints] of failures) console.log(`${name}\n  ${complaints.join('\n  ')}`);
  summarise(results);
  if (selection.length > 0) return failures.size === 0;
  const known = readKnown(join(here, 'known-failures.txt'));
  const problems = contradictions(known, tests.map(({ name }) => name), new Set(failures.keys()));
  for (const problem of problems) console.log(problem);
  console.log(`known failures: ${known.size}`);
  return problems.length === 0;
}

if (!folder || !existsSync(folder)) {
  console.log('conformance: passed over, INTERLEAVE_GO_TESTS names no folder with Go\'s tests (Debian: apt-get install golang-1.19-src)');
} else {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
}
