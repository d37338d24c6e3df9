import { expect, it } from 'vitest';
import { libraryPaths, librarySource } from '../stdlib/sources.ts';
import { parseFile } from '../syntax/parser.ts';
import { checkPackage } from '../types/check.ts';
import { ensureChecked } from '../types/function.ts';
import { libraryPackage } from './library.ts';

it.each(libraryPaths)('package %s has no mistakes, in bodies that no program reaches either', (path) => {
  const parsed = (librarySource(path) ?? []).map((source, index) => parseFile(source, index));
  const { diagnostics } = checkPackage({ files: parsed.map((p) => p.file), path, library: true, importer: libraryPackage });
  expect([...parsed.flatMap((p) => p.diagnostics), ...diagnostics].map((d) => d.message)).toEqual([]);
});

it('bodies parsed and checked late are those of the eager parser', () => {
  const eager = parseFile({ name: 'x.go', text }, 0).file;
  const late = parseFile({ name: 'x.go', text }, 0, { lateBodies: true }).file;
  expect(shape(late)).toBe(shape(eager));
});

it('a body is checked once, when it is needed', () => {
  const decl = libraryPackage('strconv')?.files.flatMap((file) => file.decls).find((d) => d.kind === 'FuncDecl' && d.name.name === 'Quote');
  if (decl?.kind !== 'FuncDecl') throw new Error('no Quote');
  ensureChecked(decl);
  const vars = decl.$vars;
  expect(vars?.params).toHaveLength(1);
  ensureChecked(decl);
  expect(decl.$vars).toBe(vars);
});

/** Braces wherever they mean nothing. */
const text = `package x

/* { */
// Doc of f: {
func f(s string) (r rune) { // {
	switch s {
	case "}", "\\"}", \`}\\\`:
		return '}'
	case "a": return '\\''
	} /* } */
	return '{'
}; func g() {}

// é {
func (t T) é() string { return "é}" + t.h(func() { _ = struct{ x int }{1} }) }

func native(int) bool

type T struct{}
`;

/** Everything but the notes and the way a late declaration is represented. */
function shape(node: unknown): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (key.startsWith('$') || key === 'comments') return undefined;
    if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'FuncDecl') return value;
    const { kind, pos, end, recv, name, type, doc, hasBody, body } = value as Record<string, unknown>;
    return { kind, pos, end, recv, name, type, doc, hasBody, body };
  });
}
