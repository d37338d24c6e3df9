// Processor time of Go programs in the engine, with and without a recording, beside native Go's: speed.mjs [--repeat N] [--record] FILE...
// Each run is a process of its own; the figures are medians of interleaved runs. A line "// want: ..." says what a program prints.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEngine, folder } from './engine.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { repeat: { type: 'string', default: '5' }, record: { type: 'boolean', default: false }, go: { type: 'string', default: 'go' } },
});

function must({ status, stdout, stderr, error }) {
  if (status !== 0) throw error ?? new Error(stderr || stdout);
  return { stdout, stderr };
}

function build(file) {
  const out = join(folder, basename(file, '.go'));
  must(spawnSync(values.go, ['build', '-o', out, file], { encoding: 'utf8' }));
  return out;
}

/** The shell's own clock of its children is the only one at hand that counts processor time. */
function native(binary) {
  const { stdout, stderr } = must(spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time ${binary}`], { encoding: 'utf8' }));
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { output: stdout, ms: (user + system) * 1000 };
}

function ours(mode, file) {
  return JSON.parse(
    must(spawnSync(process.execPath, [new URL('once.mjs', import.meta.url).pathname, mode, file], { encoding: 'utf8' })).stdout,
  );
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

mkdirSync(folder, { recursive: true });
await bundleEngine();
console.log(['program', 'go ms', 'run ms', 'run/go', ...(values.record ? ['record ms', 'record/run'] : [])].join('\t'));
for (const file of positionals) {
  const want = /^\/\/ want: (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1];
  const binary = build(file);
  const times = { go: [], run: [], record: [] };
  for (let i = 0; i < Number(values.repeat); i++) {
    const expected = native(binary);
    const found = ours('run', file);
    for (const { output } of [expected, found]) if (want !== undefined && output.trim() !== want) throw new Error(`${file}: ${output}`);
    times.go.push(expected.ms);
    times.run.push(found.ms);
    if (values.record) times.record.push(ours('record', file).ms);
  }
  const [go, run, record] = [times.go, times.run, times.record].map((list) => median(list));
  const columns = [
    go.toFixed(0),
    run.toFixed(0),
    (run / go).toFixed(2),
    ...(values.record ? [record.toFixed(0), (record / run).toFixed(2)] : []),
  ];
  console.log([basename(file, '.go'), ...columns].join('\t'));
}
