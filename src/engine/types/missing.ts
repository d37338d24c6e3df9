/** What is said of an import that leads nowhere: as the go command says it, and then what to import instead. */
import { leftOut } from './left-out.ts';

/**
 * Of a package that Go has and we leave out, why; of a module's, that there are no modules; of any other, that the library has none.
 * The nearest of the known paths is named if there is one.
 */
export function missingPackage(path: string, known: readonly string[]): string {
  if (path === 'C') return 'cgo is not available here: write it in Go';
  const why = leftOut(path);
  if (why) return `package ${path} is not available here: ${why}`;
  if (/^\.\.?(\/|$)/.test(path)) return `"${path}" is relative, but relative import paths are not supported: a program here is one package`;
  if (/(^|\/)internal(\/|$)/.test(path)) return `use of internal package ${path} not allowed`;
  const nearest = nearestPath(path, known);
  const hint = nearest ? ` (did you mean ${JSON.stringify(nearest)}?)` : '';
  if (!isModulePath(path)) return `package ${path} is not in std${hint}`;
  return `no required module provides package ${path}${hint || ': programs here have the library alone, with golang.org/x/sync and golang.org/x/time/rate'}`;
}

/** Paths whose first element has a dot are found in modules, all others in the standard library. */
function isModulePath(path: string): boolean {
  return (path.split('/')[0] ?? '').includes('.');
}

/** The known path fewest edits away, if these are few: of the whole, or of the last element (sync/errgroup, atomik). */
export function nearestPath(path: string, known: readonly string[]): string | undefined {
  const wanted = path.toLowerCase();
  let best: { readonly path: string; readonly cost: number } | undefined;
  for (const candidate of known) {
    // Another folder counts as half an edit, so that of equally near names the one in the same place wins.
    const cost = Math.min(editsWithin(wanted, candidate), elsewhere(wanted, candidate));
    if (cost < (best?.cost ?? Infinity)) best = { path: candidate, cost };
  }
  return best?.path;
}

/** The edits between the names alone. Short names are near to many: they must be the same. A version is wanted where one is asked for. */
function elsewhere(path: string, candidate: string): number {
  const last = packageName(path);
  const name = packageName(candidate);
  if (last.length < 4 && last !== name) return Infinity;
  return editsWithin(last, name) + (version.test(path) === version.test(candidate) ? 0.5 : 0.75);
}

const version = /\/v\d+$/;

/** The last element, a major version aside: rand of math/rand/v2. */
function packageName(path: string): string {
  const unversioned = path.replace(version, '');
  return unversioned.slice(unversioned.lastIndexOf('/') + 1);
}

/** The edits between two words, or infinity if they are more than a third of the letters. */
function editsWithin(a: string, b: string): number {
  const limit = Math.max(1, Math.floor(a.length / 3));
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  const edits = editDistance(a, b);
  return edits <= limit ? edits : Infinity;
}

/** Insertions, deletions, replacements, and exchanges of neighbours (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: readonly number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
      next.push(Math.min(replaced, exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
