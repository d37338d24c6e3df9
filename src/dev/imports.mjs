// Who may import whom: the rules of docs/architecture.md, checked over every import in src/. Prints what breaks them and exits 1.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** A layer is a folder; `allow` lists the layers it may import besides itself. The longest matching folder decides. */
const layers = {
  base: [],
  'engine/syntax': ['base'],
  'engine/types': ['base', 'engine/syntax'],
  'engine/vet': ['base', 'engine/syntax', 'engine/types'],
  'engine/trace': ['base'],
  'engine/ir': ['base', 'engine/trace'],
  'engine/memory': ['base', 'engine/ir'],
  'engine/stdlib': ['base', 'engine/syntax'],
  'engine/lower': ['base', 'engine/syntax', 'engine/types', 'engine/ir', 'engine/trace', 'engine/memory'],
  'engine/wasm': ['base', 'engine/ir', 'engine/memory', 'engine/trace'],
  'engine/runtime': ['base', 'engine/ir', 'engine/memory', 'engine/trace'],
  'engine/schedule': ['base', 'engine/runtime/scheduler', 'engine/trace'],
  'engine/machine': ['base', 'engine/ir', 'engine/memory', 'engine/wasm', 'engine/runtime', 'engine/trace'],
  'engine/inspect': ['base', 'engine/syntax', 'engine/types', 'engine/ir', 'engine/memory', 'engine/machine', 'engine/runtime', 'engine/wasm'],
  'engine/timetravel': ['base', 'engine/ir', 'engine/memory', 'engine/machine', 'engine/runtime', 'engine/trace'],
  'engine/diagnose': ['base', 'engine/trace', 'engine/machine', 'engine/memory', 'engine/runtime', 'engine/timetravel'],
  'engine/compile': ['base', 'engine/syntax', 'engine/types', 'engine/vet', 'engine/stdlib', 'engine/lower', 'engine/ir', 'engine/machine'],
  'engine/testing': ['base', 'gallery', 'engine/index', 'engine/machine', 'engine/runtime', 'engine/trace'],
  'engine/runtime/testing': ['base', 'engine/ir', 'engine/memory', 'engine/trace', 'engine/runtime', 'engine/schedule'],
  engine: ['base', 'engine/*'],
  worker: ['base', 'engine/index', 'engine/trace'],
  cli: ['base', 'engine/index'],
  gallery: [],
  'ui/model': ['base', 'engine/trace'],
  'ui/state': ['base', 'ui/model', 'worker', 'gallery', 'engine/trace'],
  'ui/shared': ['base', 'ui/state', 'ui/model', 'engine/trace'],
  'ui/stage': ['base', 'ui/model', 'ui/shared/figures', 'engine/trace'],
  'ui/timeline': ['base', 'ui/model', 'ui/shared/figures', 'engine/trace'],
  'ui/editor': ['base', 'ui/state', 'ui/model', 'ui/shared', 'engine/trace', 'worker/protocol', 'gallery'],
  'ui/panels': ['base', 'ui/state', 'ui/stage', 'ui/timeline', 'ui/model', 'ui/shared', 'gallery', 'engine/trace', 'worker/protocol'],
  'ui/app': ['base', 'ui/*', 'worker', 'gallery', 'engine/trace'],
  'ui/dev': ['base', 'ui/*', 'engine/trace'],
};

const importPattern = /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"](\.[^'"]+)['"]|new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g;

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function layerOf(path) {
  return Object.keys(layers)
    .filter((layer) => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function allowed(from, to, target) {
  if (from === to) return true;
  return layers[from].some((rule) => {
    if (rule.endsWith('/*')) return to.startsWith(rule.slice(0, -1));
    return to === rule || target === rule || target.startsWith(`${rule}/`) || target.replace(/\.tsx?$/, '') === rule;
  });
}

const problems = [];
const graph = new Map();
const files = filesUnder(src);
let edges = 0;
for (const file of files) {
  const from = relative(src, file);
  const test = /\.(test|bench)\.tsx?$/.test(file);
  const text = readFileSync(file, 'utf8');
  const targets = [];
  for (const match of text.matchAll(importPattern)) {
    const spec = match[1] ?? match[2] ?? match[3] ?? match[4];
    const target = relative(src, resolve(dirname(file), spec.replace(/\?.*$/, '')));
    if (target.startsWith('..')) continue;
    edges++;
    const fromLayer = layerOf(from);
    const toLayer = layerOf(target);
    if (!fromLayer && from.includes('/')) problems.push(`${from}: folder without a rule`);
    // Type-only cycles are erased, but they still tie two files together: they count as well.
    if (!test) targets.push(target);
    if (fromLayer && toLayer && !test && !allowed(fromLayer, toLayer, target)) problems.push(`${from} imports ${target}: ${fromLayer} may not import ${toLayer}`);
    if (!test && fromLayer?.startsWith('ui') && target.startsWith('cli')) problems.push(`${from} imports ${target}`);
  }
  if (!test) graph.set(from, targets);
}

/** Strongly connected components (Tarjan): more than one file in one is an import cycle. */
function cycles() {
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  let counter = 0;
  const visit = (node) => {
    index.set(node, counter);
    low.set(node, counter++);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) {
        visit(next);
        low.set(node, Math.min(low.get(node), low.get(next)));
      } else if (stack.includes(next)) low.set(node, Math.min(low.get(node), index.get(next)));
    }
    if (low.get(node) !== index.get(node)) return;
    const members = stack.splice(stack.indexOf(node));
    if (members.length > 1) found.push(members);
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return found;
}
// Mutually recursive files of one folder (expressions and statements) are one unit; a cycle over folders is not.
for (const members of cycles()) {
  if (new Set(members.map(layerOf)).size > 1) problems.push(`import cycle: ${members.sort().join(', ')}`);
}

if (edges < 100) problems.push(`only ${edges} imports found in ${files.length} files: the check itself is broken`);
for (const problem of problems) console.error(problem);
console.log(`imports: ${files.length} files, ${edges} imports, ${problems.length} against the rules`);
process.exitCode = problems.length > 0 ? 1 : 0;
