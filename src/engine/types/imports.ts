/** Import paths that cannot be any, and unused imports. */
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
