// One program, run once: once.mjs run|record FILE. Prints the processor time of the run alone, without compiling, as JSON.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { engine } from './engine.mjs';

const [mode, file] = process.argv.slice(2);
const { compile, Recording, runToEnd, schedulerOf } = await engine();
const files = [{ name: basename(file), text: readFileSync(file, 'utf8') }];
const limits = { maxSteps: 1e12, maxMemory: 1 << 30, maxOutput: 1 << 30, args: ['main'], env: {} };

function run(executable) {
  let output = '';
  const onOutput = (_, bytes) => (output += new TextDecoder().decode(bytes.slice()));
  const { steps } = runToEnd(executable, { ...limits, files, schedule: 'go,1', stdin: () => new Uint8Array(), onOutput });
  return { output, steps };
}

function record(executable) {
  const recording = new Recording(executable, schedulerOf('go,1'), { ...limits, stdin: new Uint8Array() });
  while (!recording.ended) recording.advance(100_000);
  return { steps: recording.steps, events: recording.events };
}

const { executable, problems } = compile(files, { trace: mode === 'record' });
if (!executable) throw new Error(JSON.stringify(problems));
const before = process.cpuUsage();
const result = mode === 'record' ? record(executable) : run(executable);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ...result, ms: (user + system) / 1000 }));
