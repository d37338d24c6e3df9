import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { libraryPaths, librarySource } from './sources.ts';

/** Functions without a body, by package. */
function natives(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of libraryPaths) {
    for (const file of librarySource(path) ?? []) {
      for (const match of file.text.matchAll(/^func (\w+)\(.*[^{}\n]$/gm)) {
        found.set(path, [...(found.get(path) ?? []), match[1] ?? '']);
      }
    }
  }
  return found;
}

it('every package has sources in which its name stands', () => {
  expect(libraryPaths).toContain('sync/atomic');
  for (const path of libraryPaths) {
    const name = path.replace(/\/v\d+$/, '').replace(/^.*\//, '');
    for (const file of librarySource(path) ?? []) expect(file.text, file.name).toMatch(new RegExp(`^package ${name}$`, 'm'));
  }
});

/** Exported declarations without a comment above, above their group, or behind. */
function undocumented(text: string): string[] {
  const lines = text.split('\n');
  const missing: string[] = [];
  let groupDocumented: boolean | undefined;
  lines.forEach((line, i) => {
    const documented = lines[i - 1]?.startsWith('//') ?? false;
    if (/^(var|const|type) \($/.test(line)) groupDocumented = documented;
    else if (line === ')') groupDocumented = undefined;
    const member = groupDocumented === undefined ? undefined : /^\t(\p{Lu}\w*)\b/u.exec(line)?.[1];
    if (member && !groupDocumented && !line.includes('//') && !lines[i - 1]?.startsWith('\t//')) missing.push(member);
    const top = /^(?:type|var|const) (\p{Lu}\w*)|^func (?:\((?:\w+ )?\*?\p{Lu}\w*(?:\[.*?\])?\) )?(\p{Lu}\w*)/u.exec(line);
    if (top && !documented) missing.push(top[1] ?? top[2] ?? '');
  });
  return missing;
}

it('every exported name has a comment', () => {
  expect(undocumented('// A is.\nvar A = 1\nvar B = 2\nfunc (t *T) M() {}\nconst (\n\tC = 1 // c\n\tD = 2\n)\n')).toEqual(['B', 'M', 'D']);
  const files = libraryPaths.filter((path) => !path.startsWith('internal/')).flatMap((path) => librarySource(path) ?? []);
  expect(files.flatMap(({ name, text }) => undocumented(text).map((what) => `${name}: ${what}`))).toEqual([]);
});

it('packages import only packages that exist, and none that imports them', () => {
  const importsOf = (path: string): string[] =>
    (librarySource(path) ?? []).flatMap((file) => [...file.text.matchAll(/^(?:import |\t)"([\w/.]+)"$/gm)].map((match) => match[1] ?? ''));
  const visit = (path: string, above: readonly string[]): void => {
    expect(above).not.toContain(path);
    for (const wanted of new Set(importsOf(path))) {
      if (wanted === 'unsafe') continue;
      expect(libraryPaths).toContain(wanted);
      visit(wanted, [...above, path]);
    }
  };
  for (const path of libraryPaths) visit(path, []);
});

it('fmt needs neither time nor tables of characters', () => {
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const file of librarySource(path) ?? [])
      for (const match of file.text.matchAll(/^(?:import |\t)"([\w/.]+)"$/gm)) visit(match[1] ?? '');
  };
  visit('fmt');
  expect([...reached]).not.toContain('time');
  expect([...reached]).not.toContain('unicode');
});

it('NATIVES.md lists exactly the functions without a body', () => {
  const text = readFileSync(join(import.meta.dirname, 'NATIVES.md'), 'utf8');
  const list = text.slice(0, text.indexOf('# Functions the machine calls'));
  const listed = new Map<string, string[]>();
  for (const section of list.split(/^## /m).slice(1)) {
    const path = /^[\w/]+/.exec(section)?.[0] ?? '';
    const body = section.slice(section.indexOf('\n'));
    const names = [...body.matchAll(/`(\w+)(?:\([^`]*)?`/g)].map((match) => match[1] ?? '');
    listed.set(path, names.sort());
  }
  const found = new Map([...natives()].map(([path, names]) => [path, names.sort()] as const));
  expect(listed).toEqual(found);
});
