// Which of Go's own tests the suite runs: single files whose first line says `// run` or `// errorcheck`, without compiler flags and build tags.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Packages that a playground without an operating system cannot have. */
const excludedImports = ['reflect', 'unsafe', 'os/exec', 'C'];

/** The tests under a folder, sorted by name: {name, kind: 'run' | 'errorcheck', args}. */
export function selectTests(folder) {
  return goFiles(folder)
    .map((path) => ({ name: relative(folder, path), ...classify(readFileSync(path, 'latin1')) }))
    .filter(({ kind }) => kind !== undefined)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Go's test runner does not look into these. */
const otherFolders = new Set(['bench', 'stress']);

/** A folder `x.dir` holds the packages of a test of several files. */
function goFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.endsWith('.dir') || otherFolders.has(entry.name) ? [] : goFiles(path);
    return entry.name.endsWith('.go') ? [path] : [];
  });
}

/** What a file's first line asks for; an empty object if the suite leaves the file out. */
export function classify(text) {
  if (/^\/\/( \+build|go:build)\b/m.test(text.split(/^package\b/m)[0])) return {};
  const [, kind, rest = ''] = /^\/\/ ?(run|errorcheck)(?: (.*))?$/m.exec(text.split('\n')[0]) ?? [];
  const args = rest.split(/\s+/).filter(Boolean);
  if (!kind || args.some((arg) => arg.startsWith('-') || arg.endsWith('.go')) || (kind === 'errorcheck' && args.length > 0)) return {};
  if (kind === 'run' && importsOf(text).some((path) => excludedImports.includes(path))) return {};
  return { kind, args };
}

function importsOf(text) {
  const specs = [...text.matchAll(/^import\s+(?:\(([^)]*)\)|([^\n(]*))/gm)].map((match) => match[1] ?? match[2]);
  return specs.flatMap((spec) => [...spec.matchAll(/["`]([^"`]+)["`]/g)].map((match) => match[1]));
}
