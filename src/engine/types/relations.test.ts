import { describe, expect, it } from 'vitest';
import { checkGood } from './checktest.ts';
import { identical } from './identity.ts';
import { missingMethod } from './implements.ts';
import { instantiateNamed, methodsOf, methodType } from './instantiate.ts';
import { lookupFieldOrMethod, methodSet } from './lookup.ts';
import type { Package } from './objects.ts';
import { isComparable } from './predicates.ts';
import { alignOf, offsetsOf, sizeOf } from './sizes.ts';
import { makeSubstitution, substitute } from './subst.ts';
import type { Named, Type } from './types.ts';
import { typeString } from './typestring.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';

function declared(pkg: Package, name: string): Type {
  const object = pkg.scope.objects.get(name);
  return (object?.kind === 'TypeName' || object?.kind === 'Var' ? object.type : undefined) ?? Typ.invalid;
}
function named(pkg: Package, name: string): Named {
  const type = declared(pkg, name);
  if (type.kind !== 'Named') throw new Error(`${name} is not a defined type`);
  return type;
}
const program = (text: string): Package => checkGood(`package main\nfunc main() {}\n${text}`).pkg;

describe('types', () => {
  it('are identical by structure, defined types by declaration', () => {
    const pkg = program(`
var a struct { x int "t"; y []string }
var b struct { x int "t"; y []string }
var c struct { x int; y []string }
var f func(x int, s ...string) error
var g func(int, ...string) error
type T struct { x int }
var h struct { x int }
var i interface { A(); B() }
var j interface { B(); A() }
var k map[string]chan<- byte
var l map[string]chan<- uint8`);
    const same = (x: string, y: string): boolean => identical(declared(pkg, x), declared(pkg, y));
    expect([same('a', 'b'), same('a', 'c'), same('f', 'g'), same('T', 'h'), same('i', 'j'), same('k', 'l')]).toEqual([true, false, true, false, true, true]);
  });

  it('are printed as they are written', () => {
    const pkg = program(`
type T[P any] struct{}
var a map[string][]*T[int]
var b func(x int, rest ...string) (n int, err error)
var c chan (<-chan int)
var d <-chan chan<- struct{ f int; T[byte] }
var e interface { M(any) error }
var f [3]func()`);
    const shown = [...'abcdef'].map((name) => typeString(declared(pkg, name), (p) => (p === pkg ? '' : p.name)));
    expect(shown).toEqual([
      'map[string][]*T[int]', 'func(x int, rest ...string) (n int, err error)', 'chan (<-chan int)', '<-chan chan<- struct{f int; T[byte]}',
      'interface{M(any) error}', '[3]func()',
    ]);
  });

  it('have the methods of embedded types, by value and by pointer', () => {
    const pkg = program(`
type A struct{}
func (A) V() {}
func (*A) P() {}
type B struct { A }
type C struct { *A }
type I interface { V(); P() }`);
    const methods = (type: Type): string => [...methodSet(type).keys()].join();
    const pointer = (name: string): Type => ({ kind: 'Pointer', elem: declared(pkg, name) });
    expect([methods(declared(pkg, 'B')), methods(pointer('B')), methods(declared(pkg, 'C'))]).toEqual(['V', 'P,V', 'P,V']);
    const iface = under(declared(pkg, 'I'));
    if (iface.kind !== 'Interface') throw new Error('not an interface');
    expect(missingMethod(declared(pkg, 'B'), iface, true)).toMatchObject({ kind: 'pointerReceiver', method: { name: 'P' } });
    expect(missingMethod(pointer('B'), iface, true)).toBeUndefined();
    expect(lookupFieldOrMethod(declared(pkg, 'C'), false, pkg, 'P')).toMatchObject({ kind: 'found', path: [0], indirect: true });
  });

  it('have one instance for identical arguments, expanded on demand', () => {
    const pkg = program(`
type List[T any] struct { next *List[T]; value T }
func (l *List[T]) Get() T { return l.value }`);
    const list = named(pkg, 'List');
    const ints = instantiateNamed(list, [Typ.int]);
    expect(instantiateNamed(list, [Typ.int])).toBe(ints);
    expect(typeString(under(ints))).toBe('struct{next *main.List[int]; value int}');
    const [get] = methodsOf(ints);
    expect(get && typeString(methodType(get))).toBe('func() int');
    const [param] = list.typeParams;
    const inner: Type = { kind: 'Slice', elem: instantiateNamed(list, param ? [param] : []) };
    expect(typeString(substitute(inner, makeSubstitution(list.typeParams, [Typ.string])))).toBe('[]main.List[string]');
  });

  it('declared inside generic functions depend on the type parameters', () => {
    const { file } = checkGood('package main\nfunc f[T any](x T) { type box struct { v T }; b := box{x}; _ = b }\nfunc main() { f(1) }');
    const decl = file.decls[0];
    const stmt = decl?.kind === 'FuncDecl' ? decl.body?.list[1] : undefined;
    const type = stmt?.kind === 'AssignStmt' ? stmt.rhs[0]?.$tv?.type : undefined;
    const params = decl?.kind === 'FuncDecl' ? (decl.$func?.type?.typeParams ?? []) : [];
    const instance = type && substitute(type, makeSubstitution(params, [Typ.int]));
    expect(instance && [typeString(instance), typeString(under(instance))]).toEqual(['main.box[int]', 'struct{v int}']);
  });

  it('have sizes as on a 64-bit machine', () => {
    const pkg = program('type S struct { a byte; b int32; c bool; d string; e struct{} }\nvar s []S');
    const s = under(declared(pkg, 'S'));
    expect([sizeOf(s), alignOf(s), s.kind === 'Struct' ? offsetsOf(s) : []]).toEqual([40, 8, [0, 4, 8, 16, 32]]);
    expect(sizeOf(declared(pkg, 's'))).toBe(24);
  });

  it('are comparable or not', () => {
    const pkg = program('type A struct { x int; e any }\ntype B struct { s []int }\ntype C [2]A\nvar f func()');
    expect(['A', 'B', 'C', 'f'].map((name) => isComparable(declared(pkg, name), true))).toEqual([true, false, true, false]);
    expect(isComparable(declared(pkg, 'A'), false)).toBe(false);
  });
});
