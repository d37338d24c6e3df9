/** The Go sources of the standard library, by import path. A file is named "fmt/print.go": import path and file name. */
import type { SourceFile } from '../syntax/positions.ts';

const files: Record<string, string> = import.meta.glob('./go/**/*.go', { query: '?raw', import: 'default', eager: true });

const packages = new Map<string, SourceFile[]>();
for (const path of Object.keys(files).sort()) {
  const name = path.slice('./go/'.length);
  const folder = name.slice(0, name.lastIndexOf('/'));
  const list = packages.get(folder) ?? [];
  list.push({ name, text: files[path] ?? '' });
  packages.set(folder, list);
}

/** The files of the package with this import path, in the order of their names; undefined if the library has no such package. */
export function librarySource(path: string): readonly SourceFile[] | undefined {
  return packages.get(path);
}

/** All import paths, sorted, internal ones included. */
export const libraryPaths: readonly string[] = [...packages.keys()].sort();
