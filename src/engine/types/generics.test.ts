import { describe, expect, it } from 'vitest';
import { check, checkGood, expectErrors, show } from './checktest.ts';
import { typeString } from './typestring.ts';

/** The type of package-level variable v. */
function typeOfVar(source: string): string {
  const { pkg } = checkGood(source);
  const v = pkg.scope.objects.get('v');
  return v?.kind === 'Var' ? typeString(v.type, (p) => (p === pkg ? '' : p.name)) : 'no variable v';
}

const prelude = `package main
func main() {}
func Map[T, U any](s []T, f func(T) U) []U { return nil }
func Zero[T any]() T { var z T; return z }
type Num interface { ~int | ~float64 }
func Sum[T Num](xs ...T) T { var s T; for _, x := range xs { s += x }; return s }
type Stack[T any] struct { items []T }
func (s *Stack[T]) Push(x T) { s.items = append(s.items, x) }
func (s *Stack[E]) Pop() (x E) { return }
type Pair[K comparable, V any] struct { Key K; Value V }
func MakePair[K comparable, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }
func Apply[S ~[]E, E any](s S, f func(E) E) S { for i := range s { s[i] = f(s[i]) }; return s }
type Ints []int
`;

describe('generics', () => {
  it('infer type arguments from arguments, constraints and untyped constants', () => {
    expect(typeOfVar(`${prelude}var v = Map([]int{1}, func(i int) string { return "" })`)).toBe('[]string');
    expect(typeOfVar(`${prelude}var v = Sum(1, 2.5)`)).toBe('float64');
    expect(typeOfVar(`${prelude}var v = MakePair("a", []int{})`)).toBe('Pair[string,[]int]');
    expect(typeOfVar(`${prelude}var v = Apply(Ints{1}, func(i int) int { return i })`)).toBe('Ints');
    expect(typeOfVar(`${prelude}var v = Zero[map[string]int]()`)).toBe('map[string]int');
    expect(typeOfVar(`${prelude}func id[T any](x T) T { return x }\nvar v = Map([]int{}, id)`)).toBe('[]int');
    expect(typeOfVar(`${prelude}var v func(...float64) float64 = Sum`)).toBe('func(...float64) float64');
    expect(typeOfVar(`${prelude}var s Stack[Pair[string, int]]\nvar v = s.Pop()`)).toBe('Pair[string,int]');
  });

  it('report what cannot be inferred and what does not satisfy its constraint', () => {
    const { diagnostics } = check(`${prelude}func f() {
	_ = Zero()
	_ = Sum("a", "b")
	_ = Sum(1, "b")
	_ = Sum[string]()
	_ = Map([]int{1}, func(s string) int { return 0 })
	var s Stack
	var p Pair[int]
	var q Pair[[]int, int]
	g := Sum
	_ = Zero[int, int]()
	var x Num
	type MyInt int
	_ = Sum(MyInt(1))
	_, _, _, _, _ = s, p, q, g, x
}`);
    expect(diagnostics.map(show)).toEqual([
      '15:10: in call to Zero, cannot infer T (declared at x.go:4:11)',
      '16:9: string does not satisfy Num (string missing in ~int | ~float64)',
      '17:13: in call to Sum, mismatched types untyped int and untyped string (cannot infer T)',
      '18:10: string does not satisfy Num (string missing in ~int | ~float64)',
      '19:20: in call to Map, type func(s string) int of func(s string) int {…} does not match inferred type func(int) U for func(T) U',
      '20:8: cannot use generic type Stack[T any] without instantiation',
      '21:8: not enough type arguments for type Pair: have 1, want 2',
      '22:13: []int does not satisfy comparable',
      '23:7: cannot use generic function Sum without instantiation',
      '24:16: got 2 type arguments but want 1',
      '25:8: cannot use type Num outside a type constraint: interface contains type constraints',
    ]);
  });

  it('allow only what all types of a type set allow', () => {
    expectErrors(`package main
func main() {}
func f[T any](a, b T) bool { return a /* ERROR "invalid operation: a == b (incomparable types in type set)" */ == b }
func g[T comparable](a, b T) bool { return a == b }
func h[T any](a T) {
	a.foo /* ERROR "a.foo undefined (type T has no field or method foo)" */ ()
	_ = a /* ERROR "operator + not defined on a (variable of type T constrained by any)" */ + a
	_ = a /* ERROR "cannot use type assertion on type parameter value a (variable of type T constrained by any)" */ .(int)
	switch a /* ERROR "cannot use type switch on type parameter value a (variable of type T constrained by any)" */ .(type) {}
	switch any(a).(type) { case int: }
}
func i[T ~[]byte | ~string](x T) int { _ = x[0]; _ = x[1:]; return len(x) }
func j[T ~int8 | ~int16](x T) T { return x << 1 }
func k[T ~int8 | ~int16]() T { return 1000 /* ERROR "cannot use 1000 (untyped int constant) as T value in return statement" */ }
func l[K comparable, V any, M ~map[K]V](m M) (keys []K) { for k := range m { keys = append(keys, k) }; return }
func m[P interface{ *T; Set(int) }, T any]() T { var x T; P(&x).Set(1); return x }
type B int
func (b *B) Set(i int) { *b = B(i) }
var _ = m[*B]()
`);
  });

  it('check constraint declarations', () => {
    expectErrors(`package main
type MyInt int
type A interface { ~ /* ERROR "invalid use of ~ (underlying type of MyInt is int)" */ MyInt }
type B interface { int | ~ /* ERROR "overlapping terms ~int and int" */ int }
type C interface { M() }
type D interface { int | C /* ERROR "cannot use C in union (C contains methods)" */ }
func f[T any, U T /* ERROR "cannot use a type parameter as constraint" */ ]() {}
func g[T any]() { var _ interface{ T /* ERROR "term cannot represent type parameter" */ } }
func main() {}`);
  });

  it('reject instantiations without end', () => {
    const { diagnostics } = check('package main\nfunc f[T any](x T) { f(&x) }\nfunc g[T any]() { g[T]() }\nfunc main() { f(1); g[int]() }');
    expect(diagnostics.map(show)).toEqual(['2:8: instantiation cycle\n\tx.go:2:23: T instantiated as *T']);
  });

  it('allow a type to constrain its own parameter', () => {
    checkGood(`package main
type Adder[A Adder[A]] interface { Add(A) A }
type Int int
func (i Int) Add(j Int) Int { return i + j }
func Sum[A Adder[A]](xs ...A) (s A) { for _, x := range xs { s = s.Add(x) }; return }
func main() { _ = Sum(Int(1), Int(2)) }`);
  });

  it('note instances on the names of generic functions', () => {
    const { file } = checkGood(`${prelude}var v = Sum(1.5)\nvar w = MakePair[string]("a", 1)`);
    const instances = file.decls.flatMap((d) => (d.kind === 'VarDecl' ? d.values : [])).map((e) => {
      const fun = e.kind === 'CallExpr' ? (e.fun.kind === 'IndexExpr' ? e.fun.x : e.fun) : undefined;
      return fun?.kind === 'Ident' ? fun.$instance?.typeArgs.map((t) => typeString(t)).join() : undefined;
    });
    expect(instances).toEqual(['float64', 'string,int']);
  });

  it('instantiate methods, generic aliases and nested types', () => {
    checkGood(`package main
type List[T any] struct { head, tail *element[T] }
type element[T any] struct { next *element[T]; val T }
func (l *List[T]) Push(v T) {
	if l.tail == nil { l.head = &element[T]{val: v}; l.tail = l.head } else { l.tail.next = &element[T]{val: v}; l.tail = l.tail.next }
}
func (l *List[T]) Each(yield func(T) bool) { for e := l.head; e != nil && yield(e.val); e = e.next {} }
type Set[T comparable] = map[T]struct{}
type Tree[K interface{ Less(K) bool }, V any] struct { root *node[K, V] }
type node[K interface{ Less(K) bool }, V any] struct { left, right *node[K, V]; k K; v V }
func (t *Tree[K, V]) find(k K) **node[K, V] {
	p := &t.root
	for n := *p; n != nil; n = *p { if k.Less(n.k) { p = &n.left } else if n.k.Less(k) { p = &n.right } else { break } }
	return p
}
type Key int
func (k Key) Less(l Key) bool { return k < l }
func Local[T any](x T) any { type box struct { v T }; return box{x} }
func main() {
	var l List[string]
	l.Push("a")
	for s := range l.Each { var _ string = s }
	s := Set[int]{1: {}}
	s[2] = struct{}{}
	var t Tree[Key, string]
	if p := t.find(3); *p != nil { var _ string = (*p).v }
	_ = Local(1)
}`);
  });
});
