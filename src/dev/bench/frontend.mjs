// Speed of the front end: frontend.mjs [--repeat N] FILE... Milliseconds from source text to compiled module, the first time in a process and
// later (median), and lines a second then. What later compilations find ready is the library; the program is compiled anew each time.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEngine, engine } from './engine.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { repeat: { type: 'string', default: '30' } } });
await bundleEngine();
const { compile } = await engine();

function timed(files, trace) {
  const begin = performance.now();
  const { executable, problems } = compile(files, { trace });
  if (!executable) throw new Error(JSON.stringify(problems[0]));
  return { ms: performance.now() - begin, bytes: executable.code.bytes.length, functions: executable.code.functions.length };
}

console.log(['program', 'lines', 'first ms', 'later ms', 'lines/s', 'functions', 'wasm kB'].join('\t'));
for (const path of positionals) {
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').length;
  const first = timed([{ name: basename(path), text }], true);
  // A comment at the end makes every text new.
  const later = Array.from({ length: Number(values.repeat) }, (_, i) => timed([{ name: basename(path), text: `${text}// ${i}\n` }], true));
  const median = later.map(({ ms }) => ms).toSorted((a, b) => a - b)[later.length >> 1];
  const row = [basename(path), lines, first.ms.toFixed(0), median.toFixed(1), Math.round((lines / median) * 1000), first.functions, Math.round(first.bytes / 1024)];
  console.log(row.join('\t'));
}
