/** The library's packages, parsed and checked once per process: declarations on first import, bodies when they are reached. */
import { bug } from '../../base/assert.ts';
import { librarySource } from '../stdlib/sources.ts';
import { parseFile } from '../syntax/parser.ts';
import { fileOf, lineOf, type SourceFile } from '../syntax/positions.ts';
import { libraryPaths } from '../stdlib/sources.ts';
import { checkPackage } from '../types/check.ts';
import type { Package } from '../types/objects.ts';

/** Library files are numbered from here on; those of the program from 0. */
export const firstLibraryFile = 4096;

const packages = new Map<string, Package>();
const fileNames: string[] = [];
/** Packages being loaded, outermost first: our own library has no import cycles. */
const loading: string[] = [];

export function libraryPackage(path: string): Package | undefined {
  const loaded = packages.get(path);
  if (loaded) return loaded;
  const sources = librarySource(path);
  if (!sources) return undefined;
  if (loading.includes(path)) bug(`import cycle in the library: ${[...loading, path].join(' → ')}`);
  loading.push(path);
  try {
    const pkg = load(path, sources);
    packages.set(path, pkg);
    return pkg;
  } finally {
    loading.pop();
  }
}

export function libraryFileName(index: number): string {
  return fileNames[index - firstLibraryFile] ?? '';
}

/** Import paths that programs may use: not the library's own internals. */
export const publicPaths: readonly string[] = libraryPaths.filter((path) => !path.startsWith('internal/'));

function load(path: string, sources: readonly SourceFile[]): Package {
  const parsed = sources.map((source) => {
    fileNames.push(source.name);
    return parseFile(source, firstLibraryFile + fileNames.length - 1, { lateBodies: true });
  });
  const { pkg, diagnostics } = checkPackage({
    files: parsed.map((p) => p.file),
    path,
    library: true,
    lateBodies: true,
    importer: libraryPackage,
  });
  const all = [...parsed.flatMap((p) => p.diagnostics), ...diagnostics];
  const first = all[0];
  if (first) bug(`library: ${libraryFileName(fileOf(first.pos))}:${lineOf(first.pos)}: ${first.message} (${all.length} in all)`);
  return pkg;
}
