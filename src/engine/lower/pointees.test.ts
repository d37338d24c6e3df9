/** Which pointers own what they point to. What the programs do is tested in testing/testdata: local_pointees.go, local_pointee_allocs.go. */
import { describe, expect, it } from 'vitest';
import { check, lower } from '../compile/compile.ts';
import { irText } from '../ir/print.ts';
import { validateProgram } from './validate.ts';

const declarations = `
import "fmt"
type T struct { x, y int; in I; arr [4]int; list []int; p *T; m map[string]int; f func() int }
type I struct { n int }
type E struct { T; *I; s fmt.Stringer }
type PT *T
func (r T) val() int { return r.x }
func (r *T) ptr() int { return r.x }
func (i *I) add() { i.n++ }
func (i I) get() int { return i.n }
func use(x any) {}
func seq(yield func(int) bool) { yield(1) }
var ch = make(chan int, 1)
var any1 any
var _ = fmt.Sprint
`;

function lowered(body: string, before = '', granularity: 'statement' | 'access' = 'statement') {
  const text = `package main\n${declarations}${before}\nfunc main() {\n${body}\n}\n`;
  const files = [{ name: 'main.go', text }];
  const { pkg, problems } = check(files);
  expect(problems, body).toEqual([]);
  const { program } = lower(pkg ?? expect.fail('no package'), files, { trace: true, granularity });
  expect(validateProgram(program)).toEqual([]);
  return program;
}

/** Whether the variable t of main, or of a function literal in it, is such a pointer. */
function owns(body: string, before = ''): boolean {
  const found = lowered(body, before).funcs.flatMap((f) => (f.library ? [] : f.vars.filter(({ name }) => name === 't')));
  expect(found.length, body).toBeGreaterThan(0);
  return found.every(({ pointee }) => pointee === true);
}

describe('A pointer owns what it points to', () => {
  it.each([
    't := &T{}; _ = t',
    't := new(T); _ = t',
    't := (&T{x: 1}); _ = t.x',
    't := new(int); *t += 2',
    't := new(T{x: 1}.val() + 1); _ = *t',
    't := &[]int{1}; *t = append(*t, 2); (*t)[0]++',
    't := &map[string]int{}; (*t)["a"]++',
    'var t = &T{}; t.x++',
    'var t *T = new(T); t.x = 1',
    'var t PT = &T{}; t.x, t.y = t.y, t.x',
    't, n := &T{}, 1; t.x += n',
    'n, t := 1, new(int); *t += n',
    'var t, u = new(T), &T{}; *t, *u = *u, *t',
    't := &T{}; (t).arr[t.x]++; (*t).arr[1] = 2',
    't := &T{}; q := *t; use(q); use(*t)',
    't := &T{}; t.list = t.list[1:]; _ = t.arr[1]',
    't := &T{}; t.p = &T{}; t.p.ptr(); _ = &t.p.x; _ = t.p.arr[:]',
    't := &T{}; _ = &t.list[0]; _ = t.val() + t.in.get() + t.f()',
    't := &T{}; f := t.val; f()',
    't := &T{}; defer t.val(); go t.val()',
    't := &T{}; defer use(t.x); defer func(n int) {}(t.y)',
    't := &E{}; t.x = 1; t.n = 2; _ = t.val() + t.get(); _ = t.s.String()',
    't := &E{}; t.I.add()',
    't := new([3]int); t[1] = len(t) + cap(t)',
    't := new([3]int); for i, v := range t { t[i] = v }; for range t { }',
    't := new([3]int); for _, v := range *t { _ = v }; _ = *t == [3]int{}',
    't := &T{}; if t != nil && (nil == t || t.x > 0) { t.x = 1 }',
    't := &T{}; t.x = <-ch; select { case t.y = <-ch: }; switch t.x { case 1: }',
    't := &T{}; for t.x = range 3 { }; for t.x, t.y = range []int{1} { }',
    'for t := new(T); t.x < 3; t.x++ { }',
    'if t := new(T); t.x == 0 { t.y = 1 }',
    'for i := range 3 { t := &T{x: i}; t.x++ }',
    'for i := range seq { t := &T{x: i}; t.x++; for range seq { } }',
    'n := 0; L: t := &T{x: n}; if n++; t.x < 3 { goto L }',
    'func() { t := &T{}; t.x = 1 }()',
    't := new(any); *t = 1; _, _ = (*t).(int)',
    't := new(*T); *t = new(T); (*t).x = 1; (**t).y = 2; _ = &(*t).x',
    't := new([0]int); for range t { }',
    't := &struct{}{}; _ = *t',
    't := new([128]int); t[1]++',
  ])('%s', (body) => expect(owns(body)).toBe(true));

  it.each(['int', 'string', 'T', '[3]T', '*T', 'any', 'struct{}'])('whatever its type argument: %s', (type) => {
    expect(owns(`var x ${type}; _ = g(x)`, 'func g[P any](x P) P { t := new(P); *t = x; return *t }')).toBe(true);
  });
});

describe('A pointer that gets about does not', () => {
  it.each([
    't := &T{}; use(t)',
    't := &T{}; any1 = t',
    't := &T{}; q := t; _ = q',
    't := &T{}; var q any = t; _ = q',
    't := &T{}; q := []*T{t}; _ = q',
    't := &T{}; t.p = t',
    't := &T{}; q := &T{}; q.p = t',
    't := &T{}; _ = T{p: t}',
    't := &T{}; q := &t; _ = q',
    't := &T{}; t = &T{}; _ = t',
    't := &T{}; t, n := new(T), 1; _, _ = t, n',
    't := &T{}; for t = range map[*T]int{} { _ = t }',
    't := &T{}; func() { t.x++ }()',
    't := &T{}; defer func() { _ = t.x }()',
    't := &T{}; for range seq { t.x++ }',
    't := &T{}; for t.x = range seq { }',
    't := &T{}; t.ptr()',
    't := &T{}; f := t.ptr; f()',
    't := &T{}; defer t.ptr()',
    't := &T{}; (*T).ptr(t)',
    't := &T{}; t.in.add()',
    't := &T{}; (*t).in.add()',
    't := &E{}; t.ptr()',
    't := &E{}; t.T.ptr()',
    't := &T{}; _ = &t.x',
    't := &T{}; _ = &(*t)',
    't := &T{}; _ = &(((*t).in).n)',
    't := &T{}; _ = &t.arr[1]',
    't := &T{}; _ = t.arr[:]',
    't := &T{}; _ = (*t).arr[1:2]',
    't := new([3]int); _ = t[:]',
    't := new([3]int); _ = (*t)[:]',
    't := new([3]int); _ = &t[1]',
    't := new([3]T); t[1].ptr()',
    't := new([3]int); for _, v := range t[:] { _ = v }',
    't := &T{}; _ = t == &T{}; q := new(T); _ = q == t',
    't := &T{}; switch t { case nil: }',
    't := &T{}; println(t)',
    't := &T{}; c := make(chan *T, 1); c <- t',
    't := &T{}; panic(t)',
    't := &T{}; _ = map[*T]int{t: 1}',
    't := &T{}; _, _ = (*T)(t), 1',
    'var t *T; _ = t != nil',
    'a := T{}; t := &a; t.x = 1',
    't := (*T)(nil); _ = t',
    'var t any = &T{}; _ = t',
    'x := 1; t, n := new(x), x; _, _ = *t, n',
    't := new([129]int); t[1]++',
  ])('%s', (body) => expect(owns(body)).toBe(false));

  it('when it is returned, or large as its type argument makes it', () => {
    expect(owns('_ = g()', 'func g() *T { t := &T{}; return t }')).toBe(false);
    expect(owns('_ = g()', 'func g() (r *T) { t := &T{}; r = t; return }')).toBe(false);
    expect(owns('_ = g([200]int{})', 'func g[P any](x P) P { t := new(P); *t = x; return *t }')).toBe(false);
    expect(owns('_ = g([200]int{})[0] + g(1)', 'func g[P any](x P) P { t := new(P); *t = x; return *t }')).toBe(false);
  });
});

it('A literal is built where the pointee is', () => {
  const text = irText(lowered('t := &T{x: 1, y: 2}; _ = t'), ({ name }) => name === 'main.main');
  expect(text).not.toContain('rt.new');
  expect(text).not.toContain('copy');
});

it('What nobody else can know is no access to shared memory', () => {
  const marks = (body: string, granularity: 'statement' | 'access') =>
    irText(lowered(body, '', granularity), ({ name }) => name === 'main.main').match(/mark/g)?.length;
  const own = 't := &T{}; t.x++; *t = T{x: t.y}';
  expect(marks(own, 'access')).toBe(marks(own, 'statement'));
  expect(marks(`${own}; use(t)`, 'access')).toBeGreaterThan(marks(`${own}; use(t)`, 'statement') ?? 0);
});
