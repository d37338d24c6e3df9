import { describe, expect, it } from 'vitest';
import { check, lower } from '../compile/compile.ts';
import { irText } from '../ir/print.ts';
import type { Func, Program } from '../ir/ir.ts';

function program(text: string, trace = false): Program {
  const files = [{ name: 'main.go', text }];
  const { pkg, problems } = check(files);
  expect(problems).toEqual([]);
  return lower(pkg ?? expect.fail('no package'), files, { trace }).program;
}
function func(p: Program, name: string): Func {
  return p.funcs.find((f) => f.name === name) ?? expect.fail(`no function ${name}`);
}
function code(text: string, name: string): string {
  return irText(program(text), (f) => f.name === name);
}

describe('Statements cost steps where a debugger would stop', () => {
  it('a loop stops at its condition, its body and its post statement', () => {
    expect(code('package main\nfunc main() {\n\tfor i := 0; i < 3; i++ {\n\t\tprintln(i)\n\t}\n}\n', 'main.main')).toBe(`func main.main () → ()
  params (); results ()
  locals %0:i64
  mark 3:6
  %0 = 0:i64
  block L2 {
    loop L1 {
      mark 3:14
      if i64.ge_s(%0, 3:i64) {
        br L2
      }
      block L3 {
        mark 4:3
        rt.printInt(%0)
        rt.printString(1024, 1)
      }
      mark 3:21
      %0 = i64.add(%0, 1:i64)
      br L1
    }
  }
  return
`);
  });

  it('library code has no marks', () => {
    const p = program('package main\nimport "fmt"\nfunc main() { fmt.Println(1) }\n');
    const libraryText = irText(p, (f) => f.library);
    expect(libraryText.length).toBeGreaterThan(1000);
    expect(libraryText).not.toContain('mark ');
  });
});

describe('Variables', () => {
  it('stay in locals when a closure only reads them, and move to the heap when it changes them', () => {
    const reads = code('package main\nfunc main() { x := 1; f := func() int { return x }; println(f()) }\n', 'main.main');
    expect(reads.match(/rt\.new/g)).toHaveLength(1);
    const changes = code('package main\nfunc main() { x := 1; f := func() { x++ }; f(); println(x) }\n', 'main.main');
    expect(changes.match(/rt\.new/g)).toHaveLength(2);
  });

  it('that live over a call have a slot in the frame, others do not', () => {
    const p = program('package main\nfunc f(n int) int { return n }\nfunc main() { println(f(1) + f(2)) }\n');
    const { locals } = func(p, 'main.main');
    expect(locals.map((local) => local.temp)).toEqual([false, true, true]);
  });
});

describe('Only what is reached is lowered', () => {
  const source = (call: string): string => `package main
type shape interface { area() int; name() string }
type square struct{ side int }
func (s square) area() int { return s.side }
func (s square) name() string { return "square" }
func unused() {}
func main() { var s shape = square{2}; ${call} }
`;
  it('methods are compiled when their selector is called', () => {
    const names = program(source('println(s.area())')).funcs.map((f) => f.name);
    expect(names).toContain('main.square.area');
    expect(names).not.toContain('main.square.name');
    expect(names).not.toContain('main.unused');
  });
});

describe('Constants need no allocation', () => {
  it('as values of interfaces', () => {
    const text = code('package main\nfunc f(v ...any) {}\nfunc main() { f("x", 5) }\n', 'main.main');
    expect(text).not.toContain('rt.new(');
    expect(text.match(/rt\.newArray/g)).toHaveLength(1);
  });
});

describe('Recording hooks', () => {
  const source = 'package main\nimport "sync"\nfunc main() { var mu sync.Mutex; ch := make(chan int); mu.Lock(); close(ch) }\n';
  it('are compiled only on demand', () => {
    const off = irText(program(source), () => true);
    expect(off).not.toContain('TraceLock');
    expect(off).not.toContain('nameObject');
    const on = irText(program(source, true), () => true);
    expect(on).toContain('internal/rt.TraceLock');
    expect(on.match(/rt\.nameObject/g)).toHaveLength(2);
  });
});

describe('Names', () => {
  it('are those of goroutine dumps', () => {
    const names = program(`package main
type counter struct{ n int }
func (c *counter) inc() { func() { func() { c.n++ }() }() }
func each[T any](v T, f func(T)) { f(v) }
func main() { c := &counter{}; go c.inc(); each(1, func(int) {}) }
`).funcs.map((f) => f.name);
    for (const name of ['main.main', 'main.(*counter).inc', 'main.(*counter).inc.func1', 'main.(*counter).inc.func1.1', 'main.each[...]', 'main.main.func1']) expect(names).toContain(name);
  });
});
