// Runs generated programs on real Go and on our engine and compares output, panic message and exit code.
//   node src/dev/fuzz/fuzz.mjs [--from SEED] [--count CASES] [--batch CASES]      INTERLEAVE_GO names the go command
// What differs is cut down to one case and left in .build/fuzz as case-SEED.go with both outcomes.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { endingOf, programText } from './program.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const found = join(root, '.build/fuzz');
const go = process.env.INTERLEAVE_GO ?? 'go';
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));

function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

async function load(entry, name) {
  const outDir = join(root, `.build/fuzz-${process.pid}`);
  const rollupOptions = { output: { entryFileNames: `${name}.mjs` } };
  await build({ root, configFile: false, logLevel: 'warn', build: { ssr: entry, outDir, emptyOutDir: false, target: 'node20', copyPublicDir: false, rollupOptions } });
  return import(pathToFileURL(join(outDir, `${name}.mjs`)).href);
}

const { compile, runToEnd } = await load('src/engine/index.ts', 'engine');
const { outcomeText } = await load('src/engine/testing/scripted.ts', 'scripted');

/** What real Go does; undefined if it does not compile the program, which then says nothing. */
function native(text) {
  const file = join(folder, 'program.go');
  writeFileSync(file, text);
  const built = spawnSync(go, ['build', '-o', join(folder, 'program'), file], { encoding: 'utf8' });
  if (built.error) {
    console.error(`fuzz: ${go} cannot be run (${built.error.code}): put Go on the path, or name it in INTERLEAVE_GO`);
    process.exit(1);
  }
  if (built.status !== 0) return { problem: built.stderr };
  const { stdout, stderr, status, error } = spawnSync(join(folder, 'program'), [], { encoding: 'latin1', timeout: 20_000, maxBuffer: 1 << 28 });
  if (error) return { problem: String(error) };
  return { outcome: outcomeText({ stdout, stderr, exitCode: status }) };
}

function ours(text) {
  const files = [{ name: 'program.go', text: `// go 1.19\n${text}` }];
  const { executable, problems } = compile(files, { trace: false });
  if (!executable) return `does not compile: ${problems.map(({ line, message }) => `${line}: ${message}`).join('\n')}`;
  const written = [[], [], []];
  const result = runToEnd(executable, {
    files, schedule: 'go,1', maxSteps: 1e9, maxMemory: 1 << 29, maxOutput: 1 << 28, args: ['program'], stdin: () => new Uint8Array(), env: {},
    onOutput: (fd, bytes) => written[fd].push(Buffer.from(bytes)),
  });
  if ('error' in result) return `does not run: ${result.error}`;
  const { verdict } = result;
  const stderr = Buffer.concat(written[2]).toString('latin1') + Buffer.from(verdict.stderr).toString('latin1');
  return outcomeText({ stdout: Buffer.concat(written[1]).toString('latin1'), stderr, exitCode: verdict.exitCode });
}

function guarded(text) {
  try {
    return ours(text);
  } catch (error) {
    return `engine: ${error.stack}`;
  }
}

/** Seeds of the cases whose part of the output differs. */
function differing(want, got, seeds) {
  const parts = (text) => new Map(text.split(/^(?=case \d+$)/m).map((part) => [Number(/^case (\d+)/.exec(part)?.[1]), part]));
  const [a, b] = [parts(want), parts(got)];
  return seeds.filter((seed) => a.get(seed) !== b.get(seed));
}

function report(seed, ending) {
  const text = programText([seed], ending);
  const { outcome, problem } = native(text);
  const got = guarded(text);
  if (outcome === undefined) return console.log(`case ${seed}: only in company, go says ${problem}`);
  if (got === outcome) return console.log(`case ${seed}: only in company`);
  mkdirSync(found, { recursive: true });
  writeFileSync(join(found, `case-${seed}.go`), text);
  writeFileSync(join(found, `case-${seed}.want`), Buffer.from(outcome, 'latin1'));
  writeFileSync(join(found, `case-${seed}.got`), Buffer.from(got, 'latin1'));
  console.log(`case ${seed}: differs, see .build/fuzz/case-${seed}.go`);
}

function compare(seeds) {
  const ending = endingOf(seeds[0]);
  const text = programText(seeds, ending);
  const { outcome, problem } = native(text);
  if (outcome === undefined) return skipOrSplit(seeds, problem);
  const got = guarded(text);
  if (got === outcome) return { compared: seeds.length, different: 0 };
  const seedsThatDiffer = got.startsWith('engine:') || got.startsWith('does not') ? seeds : differing(outcome, got, seeds);
  const suspects = seedsThatDiffer.length === 0 ? seeds.slice(-1) : seedsThatDiffer.slice(0, 5);
  for (const seed of suspects) report(seed, seed === seeds.at(-1) ? ending : '');
  return { compared: seeds.length, different: suspects.length };
}

/** A program that go refuses is halved until the cases that it refuses are alone. */
function skipOrSplit(seeds, problem) {
  if (seeds.length === 1) {
    console.log(`case ${seeds[0]}: go says ${problem.split('\n').slice(0, 3).join(' | ')}`);
    return { compared: 0, different: 0 };
  }
  const half = seeds.length >> 1;
  const [a, b] = [compare(seeds.slice(0, half)), compare(seeds.slice(half))];
  return { compared: a.compared + b.compared, different: a.different + b.different };
}

const first = option('from', 1);
const count = option('count', 1000);
const size = option('batch', 50);
let compared = 0;
let different = 0;
for (let seed = first; seed < first + count; seed += size) {
  const seeds = Array.from({ length: Math.min(size, first + count - seed) }, (_, i) => seed + i);
  const result = compare(seeds);
  compared += result.compared;
  different += result.different;
  console.log(`seeds ${seed} to ${seeds.at(-1)}: ${compared} compared, ${different} different`);
}
rmSync(folder, { recursive: true });
rmSync(join(root, `.build/fuzz-${process.pid}`), { recursive: true, force: true });
process.exitCode = different === 0 ? 0 : 1;
