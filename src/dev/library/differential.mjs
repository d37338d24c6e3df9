// The library against real Go at full size: `node src/dev/library/differential.mjs [NAME ...]`. Two kinds of programs: those of testdata/differential run
// our sources beside Go's own packages, on real Go; those of testdata/wide print digests, on real Go and on our machine. With --record the
// digests of the small size, which tests compare without a Go, are written anew.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const { module: oracle } = await runnerImport(join(root, 'src/engine/stdlib/oracle.ts'), { root, configFile: false, logLevel: 'warn' });
if (oracle.goCommand === undefined) {
  console.log('no Go on this machine: nothing to compare with');
  process.exit(1);
}
const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const chosen = (names) => names.filter((name) => wanted.length === 0 || wanted.includes(name));
const differential = chosen(readdirSync(join(root, 'src/engine/stdlib/testdata/differential')));
const wide = chosen(readdirSync(oracle.wideFolder).flatMap((file) => (file.endsWith('.go') ? [file.slice(0, -3)] : [])));

/** What our machine prints. */
function ours(name, mode) {
  const file = join(oracle.wideFolder, `${name}.go`);
  const { stdout, stderr } = spawnSync(process.execPath, ['src/dev/interleave.mjs', 'run', file], {
    cwd: root,
    input: mode,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** Lines are `name count digest`. */
function countOf(text) {
  return text.split('\n').reduce((sum, line) => sum + Number(/ (\d+) [0-9a-f]{16}$/.exec(line)?.[1] ?? 0), 0);
}

function timed(f) {
  const start = performance.now();
  const result = f();
  return { result, seconds: ((performance.now() - start) / 1000).toFixed(0) };
}

function report(name, compared, different, seconds) {
  console.log(`${name.padEnd(24)} ${String(compared).padStart(9)} compared, ${different} different, ${seconds} s`);
  if (different > 0) process.exitCode = 1;
}

if (process.argv.includes('--record')) {
  for (const name of wide) writeFileSync(join(oracle.wideFolder, `${name}.out`), oracle.runWide(name, ''));
} else {
  for (const name of differential) {
    const { result, seconds } = timed(() => oracle.runDifferential(name, 'full'));
    const [, compared, different] = /(\d+) compared, (-?\d+) different\n$/.exec(result) ?? [];
    report(name, compared, Number(different), seconds);
    const lines = result.trimEnd().split('\n').slice(0, -1); // the differences, and a table
    if (lines.length > 0) console.log(lines.join('\n'));
  }
  for (const name of wide) {
    const { result, seconds } = timed(() => [oracle.runWide(name, 'full').split('\n'), ours(name, 'full').split('\n')]);
    const [theirs, got] = result;
    const lines = theirs.filter((line, i) => line !== got[i]);
    report(`${name}, our machine`, countOf(theirs.join('\n')), lines.length, seconds);
    for (const line of lines) console.log(`  Go: ${line}`);
  }
}
