/** What inspection shows of any value, and the ways into it. */
import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import type { Value } from '../index.ts';
import { buildProgram, recordingOf } from '../testing/record.ts';
import { recordedStatements } from '../trace/recorder.ts';

const text = `package main

import (
	"errors"
	"fmt"
	"iter"
)

type point struct{ x, y int }
type node struct {
	name string
	next *node
	kids []*node
}
type pair[K comparable, V any] struct {
	key   K
	value V
}
type tree[T any] struct {
	left, right *tree[T]
	v           T
}
type shape interface{ area() float64 }
type square struct{ side float64 }
type loop *loop

func (s square) area() float64 { return s.side * s.side }
func (t *tree[T]) insert(v T) {
	if t.left == nil {
		t.left = &tree[T]{v: v}
	}
	fmt.Print() // generic
}

var table = map[point][]int{{1, 2}: {3, 4}}
var grid [3][2]int
var hits int

func first[T any, U comparable](list []T, u U) pair[U, T] {
	p := pair[U, T]{u, list[0]}
	fmt.Print() // instance
	return p
}

func unnamed(n int) (int, error) {
	defer func() {
		hits++ // deferred
	}()
	return n * 2, errors.New("odd")
}

func seq(n int) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := 0; i < n; i++ {
			if !yield(i, fmt.Sprint(i)) {
				return
			}
		}
	}
}

func many(prefix string, _ int, rest ...any) {
	fmt.Print() // variadic
}

func main() {
	a, b := 1, "outer"
	{
		a := a + 10
		if b := a * 2; b > 3 {
			fmt.Print(a, b) // shadows
		}
	}
	ring := &node{name: "r"}
	ring.next, ring.kids = ring, []*node{ring, nil}
	long := make([]int, 100)
	numbers := map[int]string{}
	for i := range long {
		long[i] = i * i
		numbers[i] = fmt.Sprint(i)
	}
	var s shape = &square{3}
	var boxes = []any{42, point{1, 2}, []string{"p"}, nil, s, errors.New("e")}
	count := 0
	add := func(by int) int {
		count += by // closure
		return count + a
	}
	add(3)
	for i, text := range seq(2) {
		c := i * a
		fmt.Print(c, text, b) // body
	}
	t := &tree[float64]{}
	t.insert(2.5)
	first([]string{"z"}, 7)
	unnamed(4)
	many("p", 1, "two", nil)
	chain := &ring
	var self loop
	self = &self
	events := make(chan point, 50)
	for i := range 40 {
		events <- point{i, -i}
	}
	grid[1][1] = 9
	fmt.Print(ring, long, numbers, boxes, add, t, chain, self, events, b) // here
}
`;
const recording = recordingOf(buildProgram(text), 'go', 10_000);
const trace = recording.trace();

/** Before the statement with this mark is executed for the nth time: the step, and the frames of who is there, innermost first. */
function at(mark: string, nth = 1) {
  const line = text.split('\n').findIndex((l) => l.endsWith(`// ${mark}`)) + 1;
  const steps = Array.from(trace.stepSite.keys()).filter((i) => trace.sites[trace.stepSite[i] as number]?.line === line);
  const step = must(steps[nth - 1], mark);
  const goroutine = must(trace.stepGoroutine[step], 'goroutine');
  return { step, frames: must(recording.inspect(step).find((view) => view.goroutine === goroutine), 'goroutine').frames };
}

const lines = (values: readonly Value[] = []): string[] => values.map(({ name, type, value }) => `${name} ${type} = ${value}`);
const here = at('here');
const variable = (name: string): Value => must(here.frames[0]?.variables.find((v) => v.name === name), name);
/** A part of a variable of main, by its path. */
const part = (...path: string[]): Value | undefined => recording.value(here.step, { goroutine: 1, frame: 0, path });

describe('A frame shows', () => {
  it('variables that others hide, by names that tell them apart', () => {
    const { frames, step } = at('shadows');
    expect(lines(frames[0]?.variables)).toEqual(['(a) int = 1', '(b) string = "outer"', 'a int = 11', 'b int = 22']);
    const read = (name: string) => recording.value(step, { goroutine: 1, frame: 0, path: [name] })?.value;
    expect([read('a'), read('(a)'), read('b'), read('(b)')]).toEqual(['11', '1', '22', '"outer"']);
    expect(recording.evaluate(step, 1, 'a + b')).toEqual({ value: '33' });
  });

  it('what a function literal uses of its surroundings', () => {
    expect(lines(at('closure').frames[0]?.variables)).toEqual(['count int = 0', 'a int = 1', 'by int = 3']);
  });

  it('the body of a loop over a function as a function of its own, between the iterator and its caller', () => {
    const { frames } = at('body', 2);
    expect(frames.map(({ func }) => func)).toEqual(['main.main-range1', 'main.seq.func1', 'main.main']);
    expect(lines(frames[0]?.variables)).toEqual(['a int = 1', 'b string = "outer"', 'i int = 1', 'text string = "1"', 'c int = 1']);
  });

  it('the types with which a generic function is instantiated', () => {
    expect(lines(at('instance').frames[0]?.variables)).toEqual(['list []string = ["z"]', 'u int = 7', 'p main.pair[int,string] = {key: 7, value: "z"}']);
    expect(lines(at('generic').frames[0]?.variables)).toContain('v float64 = 2.5');
  });

  it('results without names while the deferred calls are made', () => {
    const [inner, outer] = at('deferred').frames;
    expect(lines(inner?.variables)).toEqual([]);
    expect(lines(outer?.variables)).toEqual(['n int = 4', '~r0 int = 8', '~r1 error = "odd"']);
  });

  it('variadic arguments as the slice that they are, and nothing for blank ones', () => {
    expect(lines(at('variadic').frames[0]?.variables)).toEqual(['prefix string = "p"', 'rest []interface {} = ["two" nil]']);
  });
});

describe('A value', () => {
  it('in an interface has its dynamic type', () => {
    expect(lines(variable('boxes').children)).toEqual([
      '[0] interface {}(int) = 42',
      '[1] interface {}(main.point) = {x: 1, y: 2}',
      '[2] interface {}([]string) = ["p"]',
      '[3] interface {} = nil',
      expect.stringMatching(/^\[4\] interface \{\}\(\*main\.square\) = /),
      '[5] interface {} = "e"',
    ]);
    expect(variable('s')).toMatchObject({ type: 'main.shape(*main.square)', value: '&{side: 3}' });
  });

  it('that is a function literal has the variables that it captured', () => {
    expect(lines(variable('add').children)).toEqual(['count int = 3', 'a int = 1']);
    expect(part('add', 'count')?.value).toBe('3');
  });

  it('that is cyclic is followed as far as somebody asks', () => {
    const around = Array.from({ length: 40 }, () => 'next');
    expect(part('ring', ...around, 'name')?.value).toBe('"r"');
    expect(part('ring', 'kids', '[0]', 'kids', '[0]', 'kids', '[0]', 'kids')?.children?.[1]?.value).toBe('nil');
    expect(part('ring', 'kids', '[1]', 'name')).toBeUndefined();
    expect(part('chain', 'name')?.value).toBe('"r"');
    expect(part('self', '*')).toBeUndefined();
  });

  it('of many elements is given in pages, and says how many there are', () => {
    const long = variable('long');
    expect([long.children?.length, long.more, long.parts]).toEqual([32, true, 100]);
    const page = (from: number) => recording.value(here.step, { goroutine: 1, frame: 0, path: ['long'] }, from);
    expect(lines(page(32)?.children)[0]).toBe('[32] int = 1024');
    expect(lines(page(96)?.children)).toEqual(['[96] int = 9216', '[97] int = 9409', '[98] int = 9604', '[99] int = 9801']);
    expect(page(96)).toMatchObject({ value: long.value });
    expect(page(96)?.more).toBeUndefined();
    const numbers = recording.value(here.step, { goroutine: 1, frame: 0, path: ['numbers'] }, 98);
    expect(lines(numbers?.children)).toHaveLength(2);
    expect(part('numbers', '[77]')?.value).toBe('"77"');
    expect(part('events', '[39]', 'y')?.value).toBe('-39');
    expect(part('long', '[100]')).toBeUndefined();
  });

  it('of the package is shown and found too', () => {
    const globals = ['grid [3][2]int = [[0 0] [0 9] [0 0]]', 'hits int = 1', 'table map[main.point][]int = map[{x: 1, y: 2}:[3 4]]'];
    expect(lines(recording.globals(here.step)).sort()).toEqual(globals);
    const global = (...path: string[]) => recording.value(here.step, { goroutine: 0, frame: 0, path })?.value;
    expect(global('grid', '[1]', '[1]')).toBe('9');
    expect(global('table', '[{x: 1, y: 2}]', '[1]')).toBe('4');
    expect(global('missing')).toBeUndefined();
  });
});

describe('What changed it last is found', () => {
  const changing = `package main

type box struct {
	n    int
	list []int
	next *box
}

var global = []int{1, 2, 3}

func main() {
	var array [40]int
	m := map[string]int{"a": 1, "b": 2}
	p := &box{list: make([]int, 100)}
	p.next = p
	captured := 0
	c := make(chan int, 3)
	twice := func() { captured *= 2 }
	array[35] = 1   // array
	m["b"] = 3      // map
	p.n = 4         // field
	p.list[90] = 5  // element
	captured++      // captured
	twice()
	global[2] = 6   // global
	c <- 7          // channel
	println(array[0], m["a"], p.n, captured, len(c), global[0]) // end
}
`;
  const run = recordingOf(buildProgram(changing), 'go');
  const { stepSite, sites } = run.trace();
  const before = (mark: string): number =>
    Array.from(stepSite.keys()).find((i) => sites[stepSite[i] as number]?.line === changing.split('\n').findIndex((l) => l.endsWith(`// ${mark}`)) + 1) ?? -1;
  it.each([
    ['array', ['array', '[35]'], 1],
    ['array', ['array'], 1],
    ['map', ['m', '["b"]'], 1],
    ['map', ['m'], 1],
    ['field', ['p', 'n'], 1],
    ['field', ['p', 'next', 'next', 'n'], 1],
    ['element', ['p', 'list', '[90]'], 1],
    ['element', ['p', 'list'], 1],
    ['global', ['global', '[2]'], 0],
    ['global', ['global'], 0],
    ['channel', ['c'], 1],
  ])('%s: %s', (mark, path, goroutine) => {
    const step = before(mark);
    expect(step).toBeGreaterThan(0);
    expect(run.changed(before('end'), { goroutine, frame: 0, path }, 'backwards')).toBe(step);
    expect(run.changed(step, { goroutine, frame: 0, path }, 'forwards')).toBe(step + 1);
  });

  it('a captured variable, whoever changes it', () => {
    const last = must(run.changed(before('end'), { goroutine: 1, frame: 0, path: ['captured'] }, 'backwards'), 'change');
    expect(run.inspect(last).find(({ goroutine }) => goroutine === 1)?.frames[0]?.func).toBe('main.main.func1');
    expect(run.changed(last, { goroutine: 1, frame: 0, path: ['captured'] }, 'backwards')).toBe(before('captured'));
    expect(run.changed(last, { goroutine: 1, frame: 0, path: ['twice', 'captured'] }, 'backwards')).toBe(before('captured'));
  });
});

it('some goroutines are inspected without the others', () => {
  expect(recording.inspect(here.step, [1])).toEqual(recording.inspect(here.step).filter(({ goroutine }) => goroutine === 1));
  expect(recording.inspect(here.step, [99])).toEqual([]);
});

it('nothing here depends on statements being recorded', () => expect(recording.steps).toBeLessThan(recordedStatements));
