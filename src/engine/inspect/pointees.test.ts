/** Pointers that the compiled code does without (lower/pointees.ts) are shown as the pointers that they are in the program. */
import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import type { Value } from '../index.ts';
import { buildProgram, recordingOf } from '../testing/record.ts';

const text = `package main

import "fmt"

type inner struct{ name string }
type T struct {
	inner
	x, y int
	next *T
	arr  [3]int
}
type flag struct{ on bool }

func deep(n int) int {
	var room [40]int
	if n == 0 {
		return room[0] // deepest
	}
	return deep(n-1) + room[n%40]
}

func main() {
	fmt.Print() // before
	t := &T{x: 1, next: &T{x: 7}}
	u := &T{x: 1}
	n, s, b, f := new(int), new(string), &flag{}, new(float32)
	small := new(int8)
	list := &[]int{1, 2}
	pair := &[2]uint16{3, 4}
	behind := new(*T)
	none := &struct{}{}
	fmt.Print() // declared
	t.x = 5 // first
	t.inner.name = "n"
	*n, *s, b.on, *f, *small = 42, "text", true, 1.5, -3
	*behind = t.next
	(*list)[1], pair[1] = 9, 8
	deep(200)
	fmt.Print() // deep
	t.x = 6 // second
	*u = *t // copied
	for i := 0; i < 2; i++ {
		each := &T{x: i}
		each.y += i + 10 // each
	}
	fmt.Print(t.x, u.x, *n, *s, b.on, *f, *small, *list, *pair, (*behind).x, *none) // here
}
`;
const recording = recordingOf(buildProgram(text), 'go', 10_000);
const trace = recording.trace();

/** The step before the statement with this mark is executed for the nth time. */
function at(mark: string, nth = 1): number {
  const line = text.split('\n').findIndex((l) => l.endsWith(`// ${mark}`)) + 1;
  const steps = Array.from(trace.stepSite.keys()).filter((i) => trace.sites[trace.stepSite[i] as number]?.line === line);
  return must(steps[nth - 1], mark);
}
const main = (step: number): readonly Value[] => must(must(recording.inspect(step)[0], 'goroutine').frames.at(-1), 'main').variables;
const path = (...names: string[]) => ({ goroutine: 1, frame: 0, path: names });
const part = (step: number, ...names: string[]): Value | undefined => recording.value(step, path(...names));
const value = (step: number, expression: string) => recording.evaluate(step, 1, expression);
const here = at('here');
const shown = (name: string, step = here): Value =>
  must(
    main(step).find((v) => v.name === name),
    name,
  );

describe('A pointer whose pointee is in the frame', () => {
  it('is there from its declaration on', () => {
    expect(main(at('before'))).toEqual([]);
    expect(main(at('declared')).map(({ name }) => name)).toEqual(['t', 'u', 'n', 's', 'b', 'f', 'small', 'list', 'pair', 'behind', 'none']);
    expect(part(at('before'), 't')).toBeUndefined();
  });

  it('has its type, and its parts are those of what it points to', () => {
    const t = shown('t', at('declared'));
    expect([t.type, t.value]).toMatchObject([
      '*main.T',
      expect.stringMatching(/^&\{inner: \{name: ""\}, x: 1, y: 0, next: 0x[0-9a-f]+, …\}$/),
    ]);
    expect(must(t.children, 'fields').map(({ name, type }) => `${name} ${type}`)).toEqual([
      'inner main.inner',
      'x int',
      'y int',
      'next *main.T',
      'arr [3]int',
    ]);
    expect(t.target).not.toBe(0);
  });

  it.each([
    ['n', '*int', '42'],
    ['s', '*string', '"text"'],
    ['f', '*float32', '1.5'],
    ['small', '*int8', '-3'],
  ])('to a scalar: %s', (name, type, pointee) => {
    const pointer = shown(name);
    expect(pointer).toMatchObject({ type, value: expect.stringMatching(/^0x[0-9a-f]+$/), children: [{ name: '*', value: pointee }] });
    expect(part(here, name, '*')?.value).toBe(pointee);
  });

  it('to anything else', () => {
    expect(shown('b')).toMatchObject({ type: '*main.flag', value: '&{on: true}' });
    expect(shown('list')).toMatchObject({ type: '*[]int', value: '&[1 9]' });
    expect(shown('pair')).toMatchObject({ type: '*[2]uint16', value: '&[3 8]' });
    expect(shown('behind')).toMatchObject({ type: '**main.T' });
    expect(shown('none')).toMatchObject({ type: '*struct {}', value: '&{}' });
  });

  it('is its own: no two have the same address', () => {
    const targets = main(here).map(({ target }) => target);
    expect(new Set(targets).size).toBe(targets.length);
    expect([value(here, 't == u'), value(here, 'n == nil'), value(here, 't != nil')]).toEqual([
      { value: 'false' },
      { value: 'false' },
      { value: 'true' },
    ]);
  });

  it('is the way to its parts', () => {
    expect(part(here, 't')?.value).toBe(shown('t').value);
    expect(part(here, 't', 'x')).toMatchObject({ type: 'int', value: '6' });
    expect(part(here, 't', 'inner', 'name')?.value).toBe('"n"');
    expect(part(here, 't', 'next', 'x')?.value).toBe('7');
    expect(part(here, 'list', '[1]')?.value).toBe('9');
    expect(part(here, 'pair', '[1]')?.value).toBe('8');
    expect(part(here, 'behind', 'x')?.value).toBe('7');
  });

  it('can be evaluated with', () => {
    const wanted = {
      't.x': '6',
      '(*t).x + u.y': '6',
      't.name + *s': '"ntext"',
      '*n + 1': '43',
      '-*small': '3',
      'b.on && *f > 1': 'true',
      'len(*list)': '2',
      '(*list)[1] + t.arr[2]': '9',
      'pair[1]': '8',
      't.next.x': '7',
      '(*behind).x': '7',
    };
    expect(Object.keys(wanted).map((expression) => value(here, expression))).toEqual(
      Object.values(wanted).map((result) => ({ value: result })),
    );
  });

  it('is new in each iteration', () => {
    expect([1, 2].map((nth) => part(at('each', nth), 'each', 'x')?.value)).toEqual(['0', '1']);
    expect([1, 2].map((nth) => part(at('each', nth), 'each', 'y')?.value)).toEqual(['0', '0']);
  });

  it('can be in the condition of a breakpoint', () => {
    const line = text.split('\n').findIndex((l) => l.endsWith('// each')) + 1;
    expect(recording.hit(0, { line, file: 'main.go', condition: 'each.x == 1 && t.x == 6' }, 'forwards')).toEqual({ step: at('each', 2) });
  });
});

describe('Its changes are found', () => {
  it.each([[['t', 'x']], [['t']]])('%s', (names) => {
    const [first, second] = [at('first'), at('second')];
    expect(recording.changed(here, path(...names), 'backwards')).toBe(second);
    expect(recording.changed(at('deep'), path(...names), 'forwards')).toBe(second + 1);
    if (names.length > 1) expect(recording.changed(second, path(...names), 'backwards')).toBe(first);
    expect(recording.changed(first, path(...names), 'forwards')).toBe(first + 1);
  });

  it('also to a scalar, and by copies', () => {
    expect(recording.changed(at('first'), path('n'), 'forwards')).toBe(recording.changed(at('first'), path('s', '*'), 'forwards'));
    expect(recording.changed(here, path('u'), 'backwards')).toBe(at('copied'));
  });

  it('but a stack that moves changes nothing', () => {
    const before = at('deepest');
    expect(recording.changed(before, path('u'), 'backwards')).toBeLessThan(at('declared'));
    expect(recording.changed(at('declared'), path('u'), 'forwards')).toBe(at('copied') + 1);
    expect(shown('u', at('declared')).target).not.toBe(shown('u', here).target);
  });
});
