import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile } from '../index.ts';
import { goroutine } from '../memory/cells.ts';
import type { Machine } from '../machine/machine.ts';
import { concurrentProgram, scheduleFor } from '../testing/concurrentPrograms.ts';
import { schedulerNamed } from '../testing/record.ts';
import { createRecorder } from '../trace/columns.ts';
import { Session } from './session.ts';
import { changeFrom, type Direction, type Motion, positionAfter } from './stepping.ts';

const text = `package main

import (
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sort"
	"sync"
)

var total int

func fib(n int) int {
	if n < 2 { // fib
		return n
	}
	a := fib(n - 1) // recursion
	return a + fib(n-2) // sum
}

func worker(id int, jobs <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for n := range jobs {
		total += fib(n)
	}
}

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ { // iterator
			if !yield(i) { // yield
				return
			}
		}
	}
}

func loop() int {
	sum := 0
	for i := range upTo(3) { // range
		sum += i // body
		for j := range upTo(2) {
			sum += fib(j) // inner
		}
		sum++ // end of body
	}
	return sum // after loop
}

func fails(n int) (err error) {
	defer func() {
		r := recover() // deferred
		if r != nil {
			err = fmt.Errorf("recovered %v", r)
		}
	}()
	return risky(n) // risky call
}

func risky(n int) error {
	defer fib(1)
	list := []int{1, 2}
	list[n]++ // panics
	return errors.New("none")
}

func apply[T any](v T, with func(T) T) T {
	v = with(v) // generic
	return v // with
}

func quits() {
	defer fib(2)
	runtime.Goexit() // goexit
}

func main() {
	jobs := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go worker(i, jobs, &wg)
	}
	for n := 2; n < 5; n++ {
		jobs <- n // blocks
		total++ // sent
	}
	close(jobs)
	wg.Wait() // waits
	total += loop() // loops
	println(total) // looped
	if err := fails(2); err != nil { // fails
		println(err.Error()) // failed
	}
	fails(1)
	println(apply(3, func(n int) int { return n + fib(n) })) // applies
	list := []int{3, 1, 2} // applied
	sort.Slice(list, func(i, j int) bool { // sorts
		return list[i] < list[j] // less
	})
	wg.Add(1) // sorted
	go func() {
		defer wg.Done()
		quits()
	}()
	wg.Wait()
	println(total) // last
}
`;

function session(schedule: string, program = text): Session {
  const { executable } = compile([{ name: 'main.go', text: program }], { trace: true });
  const made = new Session(must(executable, 'executable'), {
    scheduler: schedulerNamed(schedule), recorder: createRecorder(), maxSteps: 2000, maxMemory: 1 << 26, maxOutput: 1e6, args: [], stdin: new Uint8Array(), env: {},
    onOutput: () => {},
  });
  while (made.ending === undefined) made.advance(1000);
  return made;
}

interface Moment {
  readonly by: number;
  /** Of each goroutine that is there: its own frames' functions, outermost first, and where they are on its stack. */
  readonly stacks: ReadonlyMap<number, readonly { readonly name: string; readonly fp: number }[]>;
}

/** Every cursor's stacks, and who executed its statement, by walking through the run once. */
function walk(run: Session): Moment[] {
  return Array.from({ length: run.steps + 1 }, (_, cursor) => {
    const machine = run.visit(cursor);
    const stacks = machine.runtime.goroutines().map((g) => {
      const own = machine.stack(g).frames.filter(({ func }) => !func.library && !func.hidden);
      return [machine.word(g + goroutine.id), own.map(({ func, fp }) => ({ name: func.name, fp: fp - machine.word(g + goroutine.stack) })).reverse()] as const;
    });
    return { by: cursor === 0 ? 0 : machine.lastGoroutine, stacks: new Map(stacks) };
  });
}

/** Index of the frame of the call that the innermost one belongs to: that of a loop's body is the one of the function it stands in. */
function callOf(stack: readonly { readonly name: string }[]): number {
  let call = stack.length - 1;
  for (;;) {
    const enclosing = /(.*)-range\d+$/.exec(stack[call]?.name ?? '')?.[1];
    const outer = enclosing === undefined ? -1 : stack.slice(0, call).findLastIndex(({ name }) => name === enclosing);
    if (outer < 0) return call;
    call = outer;
  }
}

/** Cursors at which a goroutine stands before the next statement; behind its last one it has ended, or is stuck. */
function positionsOf(moments: readonly Moment[], id: number): number[] {
  const own = moments.map((_, c) => c).filter((c) => c > 0 && moments[c]?.by === id);
  return [...own.map((c) => c - 1), ...own.slice(-1)];
}

/** The definition, without any cleverness. */
function expected(moments: readonly Moment[], cursor: number, id: number, motion: Motion, direction: Direction): number | undefined {
  const start = moments[cursor]?.stacks.get(id);
  const startCall = start?.[callOf(start)]?.fp ?? 0;
  const fits = (c: number): boolean => {
    const now = moments[c]?.stacks.get(id);
    // The end, and the beginning, end every step forwards.
    if (now === undefined) return direction === 'forwards';
    if (motion === 'into' || start === undefined) return true;
    const call = now[callOf(now)]?.fp ?? 0;
    if (call < startCall && (now.at(-1)?.fp ?? 0) > (start.at(-1)?.fp ?? 0)) return false;
    return motion === 'over' ? call <= startCall : call < startCall;
  };
  const all = positionsOf(moments, id).filter(fits);
  return direction === 'forwards' ? all.find((c) => c > cursor) : all.findLast((c) => c < cursor);
}

const motions = ['into', 'over', 'out'] as const;

/** Both ways, in all motions, for some goroutines from every `distance`th cursor on. */
function check(run: Session, distance: number): void {
  const moments = walk(run);
  // Some goroutines run only code of the library.
  const ids = [...new Set(moments.map(({ by }) => by))].filter((id) => id > 0 && id < 7);
  for (let cursor = 0; cursor <= run.steps; cursor += distance) {
    const id = ids[cursor % ids.length] ?? 1;
    for (const motion of motions) {
      for (const direction of ['forwards', 'backwards'] as const) {
        expect(positionAfter(run, cursor, id, motion, direction), `${motion} ${direction} of ${id} from ${cursor}`).toBe(expected(moments, cursor, id, motion, direction));
      }
    }
  }
}

describe('Steps of one goroutine', () => {
  it.each(['go', 'random,5'])('lead where their definition says, both ways, over calls, loops, panics, deferred calls and ends (%s)', (schedule) => check(session(schedule), 2));

  it.each(Array.from({ length: 12 }, (_, i) => i))('do so in generated program %i', (seed) => check(session(scheduleFor(seed * 7), concurrentProgram(seed + 500)), 5));

  it.each(Array.from({ length: 4 }, (_, i) => i))('backwards undo those forwards (generated program %i)', (seed) => {
    const run = session(scheduleFor(seed * 5), seed === 0 ? text : concurrentProgram(seed + 600));
    for (const id of [1, 2, 3]) {
      for (let cursor: number | undefined = positionAfter(run, 0, id, 'into', 'forwards'); cursor !== undefined; ) {
        const next = positionAfter(run, cursor, id, 'into', 'forwards');
        if (next !== undefined) expect(positionAfter(run, next, id, 'into', 'backwards')).toBe(cursor);
        cursor = next;
      }
    }
  });
});

describe('A step', () => {
  const run = session('go');
  const { site, goroutine: by } = run.statements(0, run.steps);
  const line = (mark: string): number => text.split('\n').findIndex((l) => l.endsWith(`// ${mark}`)) + 1;
  /** Cursors before the statements of the line with this mark. */
  const before = (mark: string): number[] => Array.from(site.keys()).filter((i) => run.executable.program.sites[site[i] as number]?.line === line(mark));
  /** The mark where the goroutine stands then. */
  const markAt = (cursor: number | undefined, id: number): string | undefined => {
    const machine = run.visit(cursor ?? 0);
    const g = machine.goroutine(id);
    const at = g === undefined ? undefined : machine.stack(g).frames.find(({ func }) => !func.library && !func.hidden)?.site?.line;
    return at === undefined ? undefined : (/\/\/ (.*)$/.exec(text.split('\n')[at - 1] ?? '')?.[1] ?? `line ${at}`);
  };

  it.each<[mark: string, motion: Motion, to: string]>([
    ['blocks', 'over', 'sent'],
    ['waits', 'over', 'loops'],
    ['loops', 'over', 'looped'],
    // The body has a statement at the head of the loop: its variable gets the value.
    ['range', 'over', 'range'],
    ['body', 'out', 'looped'],
    ['end of body', 'over', 'range'],
    ['yield', 'over', 'iterator'],
    ['iterator', 'out', 'after loop'],
    ['recursion', 'over', 'sum'],
    // The condition is a statement of its own.
    ['fails', 'over', 'fails'],
    // Deferred calls are calls; the function that recovered has returned.
    ['risky call', 'over', 'fails'],
    ['panics', 'out', 'fails'],
    ['panics', 'into', 'fib'],
    ['deferred', 'out', 'fails'],
    ['applies', 'over', 'applied'],
    ['generic', 'over', 'with'],
    ['sorts', 'over', 'sorted'],
    ['sorts', 'into', 'less'],
    ['less', 'out', 'sorted'],
  ])('from "%s" %s leads to "%s"', (mark, motion, to) => {
    const cursor = must(before(mark)[0], mark);
    const id = must(by[cursor], 'goroutine');
    expect(markAt(positionAfter(run, cursor, id, motion, 'forwards'), id)).toBe(to);
  });

  it('over a call that ends the goroutine leads behind its end, and back from there into it', () => {
    const cursor = must(before('goexit')[0], 'goexit');
    const id = must(by[cursor], 'goroutine');
    const end = must(positionAfter(run, cursor, id, 'over', 'forwards'), 'end');
    expect(run.visit(end).goroutine(id)).toBeUndefined();
    expect(positionAfter(run, end, id, 'into', 'forwards')).toBeUndefined();
    expect(must(positionAfter(run, end, id, 'into', 'backwards'), 'last position')).toBeGreaterThan(cursor);
  });
});

it('the statement that last changed something is found, and the next that will', () => {
  const run = session('go');
  const { vars } = run.executable.program.globals;
  const { mutableBase } = run.executable.code;
  const address = mutableBase + must(vars.find(({ name }) => name === 'main.total'), 'main.total').offset;
  const total = (machine: Machine): string => String(machine.word(address));
  const values = Array.from({ length: run.steps + 1 }, (_, cursor) => total(run.visit(cursor)));
  for (let cursor = 0; cursor <= run.steps; cursor += 17) {
    const before = values.slice(0, cursor).findLastIndex((value) => value !== values[cursor]);
    const after = values.findIndex((value, c) => c > cursor && value !== values[cursor]);
    expect(changeFrom(run, cursor, total, 'backwards')).toBe(before < 0 ? undefined : before);
    expect(changeFrom(run, cursor, total, 'forwards')).toBe(after < 0 ? undefined : after);
  }
  expect(new Set(values).size).toBeGreaterThan(5);
});
