/** Unknown imports and unused ones. */
import type { Checker } from './checker.ts';
import type { PackageNameObject } from './objects.ts';

/** What is wrong with the path's characters, if anything. */
export function invalidPath(path: string): string | undefined {
  const shown = JSON.stringify(path);
  if (path.includes('\ufffd')) return 'import path contains invalid UTF-8 sequence';
  if (path.startsWith('/')) return 'import path cannot be absolute path';
  if (path === '') return 'invalid import path (empty string)';
  if (/[\0-\x1f\x7f]/.test(path)) return `import path contains control character: ${shown}`;
  if (path.includes('\\')) return `import path contains backslash; use slash: ${shown}`;
  if (/\s/.test(path)) return `import path contains space character: ${shown}`;
  const other = /[!"#$%&'()*,:;<=>?[\]^`{|}]/.exec(path);
  return other ? `import path contains invalid character '${other[0]}': ${shown}` : undefined;
}

/** "package foo/bar is not in std", with the nearest path there is. */
export function missingPackage(path: string, known: readonly string[]): string {
  const nearest = nearestPath(path, known);
  return `package ${path} is not in std${nearest ? ` (did you mean ${JSON.stringify(nearest)}?)` : ''}`;
}

/** The known path with the same last element, or else the one fewest edits away, if these are few. */
export function nearestPath(path: string, known: readonly string[]): string | undefined {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const limit = Math.max(2, Math.floor(path.length / 3));
  let best: { path: string; cost: number } | undefined;
  for (const candidate of known) {
    const sameLast = candidate.slice(candidate.lastIndexOf('/') + 1) === last;
    const cost = sameLast ? 1 : editDistance(path, candidate);
    if (cost <= limit && (!best || cost < best.cost)) best = { path: candidate, cost };
  }
  return best?.path;
}

/** Levenshtein's. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

export function unusedImports(c: Checker, imports: readonly PackageNameObject[]): void {
  for (const object of imports) {
    if (object.used) continue;
    const decl = c.importPaths.get(object);
    const { path, name } = object.imported;
    const last = path.slice(path.lastIndexOf('/') + 1);
    const as = (object.name === name && last === name) || object.name === '.' ? '' : ` as ${object.name}`;
    c.softError(decl ?? object.pos, 'UnusedImport', `"${path}" imported${as} and not used`);
  }
}
