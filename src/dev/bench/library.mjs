// What the library costs: library.mjs. Milliseconds from source text to a machine that has run to its end, for programs that import nothing, fmt, and every
// package there is (each by its first functions), in a process of its own: the first time, and later (median); and the size of the code.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleEngine, engine, root } from './engine.mjs';

const library = join(root, 'src/engine/stdlib/go');
/** Functions of each package that the program takes the values of. */
const perPackage = 3;

function packages(folder = library) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const sources = entries.filter(({ name }) => name.endsWith('.go')).map(({ name }) => readFileSync(join(folder, name), 'utf8'));
  const below = entries
    .filter((entry) => entry.isDirectory() && entry.name !== 'internal')
    .flatMap(({ name }) => packages(join(folder, name)));
  return sources.length === 0 ? below : [{ path: relative(library, folder), text: sources.join('\n') }, ...below];
}

function everything() {
  const list = packages();
  const functions = ({ text }) => [...text.matchAll(/^func ([A-Z]\w*)\(/gm)].slice(0, perPackage).map((match) => match[1]);
  const uses = list.flatMap((pkg, i) => functions(pkg).map((name) => `\tuse(p${i}.${name})`));
  const imports = list.map((pkg, i) => `\t${uses.some((line) => line.includes(`(p${i}.`)) ? `p${i}` : '_'} "${pkg.path}"`);
  return `package main\n\nimport (\n${imports.join('\n')}\n)\n\nvar used int\n\nfunc use(f any) {\n\tif f != nil {\n\t\tused++\n\t}\n}\n\nfunc main() {\n${uses.join('\n')}\n\tprintln(used)\n}\n`;
}

const programs = {
  nothing: 'package main\n\nfunc main() { println("hello") }\n',
  hello: 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("hello") }\n',
  everything: everything(),
};

async function measure(text) {
  const { compile, runToEnd } = await engine();
  const once = (extra) => {
    const files = [{ name: 'main.go', text: text + extra }];
    const begin = performance.now();
    const cpu = process.cpuUsage();
    const { executable, problems } = compile(files, { trace: false });
    if (!executable) throw new Error(JSON.stringify(problems[0]));
    const limits = { maxSteps: 1e9, maxMemory: 1 << 28, maxOutput: 1 << 20, args: ['main'], env: {} };
    const compiled = performance.now() - begin;
    const { verdict } = runToEnd(executable, {
      ...limits,
      files,
      schedule: 'go',
      stdin: () => new Uint8Array(),
      onOutput: () => undefined,
    });
    if (verdict.kind !== 'ok') throw new Error(verdict.stderr);
    const { user, system } = process.cpuUsage(cpu);
    return {
      ms: performance.now() - begin,
      compiled,
      cpu: (user + system) / 1000,
      bytes: executable.code.bytes.length,
      functions: executable.code.functions.length,
    };
  };
  const first = once('');
  const later = Array.from({ length: 15 }, (_, i) => once(`// ${i}\n`)).toSorted((a, b) => a.ms - b.ms)[7];
  return { first, later };
}

if (process.argv[2] === '--print') {
  console.log(programs[process.argv[3]]);
} else if (process.argv[2] === '--one') {
  console.log(JSON.stringify(await measure(programs[process.argv[3]])));
} else {
  await bundleEngine();
  console.log(['program', 'first ms (cpu)', 'later ms (cpu)', 'compiled', 'functions', 'wasm kB'].join('\t'));
  for (const name of Object.keys(programs)) {
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', name], { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    const { first, later } = JSON.parse(stdout);
    const ms = ({ ms, cpu }) => `${ms.toFixed(0)} (${cpu.toFixed(0)})`;
    console.log([name, ms(first), ms(later), later.compiled.toFixed(0), first.functions, Math.round(first.bytes / 1024)].join('\t'));
  }
}
