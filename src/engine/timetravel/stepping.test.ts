import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile, schedulerOf } from '../index.ts';
import { goroutine } from '../memory/cells.ts';
import type { Machine } from '../machine/machine.ts';
import { createRecorder } from '../trace/columns.ts';
import { Session } from './session.ts';
import { changeFrom, type Direction, type Motion, positionAfter } from './stepping.ts';

const text = `package main

import "sync"

var total int

func fib(n int) int {
	if n < 2 {
		return n
	}
	a := fib(n - 1)
	return a + fib(n-2)
}

func worker(id int, jobs <-chan int, wg *sync.WaitGroup) {
	defer wg.Done()
	for n := range jobs {
		total += fib(n)
	}
}

func main() {
	jobs := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go worker(i, jobs, &wg)
	}
	for n := 2; n < 6; n++ {
		jobs <- n
	}
	close(jobs)
	wg.Wait()
	println(total)
}
`;

function session(schedule: string): Session {
  const scheduler = schedulerOf(schedule);
  if ('error' in scheduler) throw new Error(scheduler.error);
  const { executable } = compile([{ name: 'main.go', text }], { trace: true });
  const made = new Session(must(executable, 'executable'), {
    scheduler, recorder: createRecorder(), maxSteps: 1e6, maxMemory: 1 << 26, maxOutput: 1e6, args: [], stdin: new Uint8Array(), env: {},
    onOutput: () => {},
  });
  while (made.ending === undefined) made.advance(1000);
  return made;
}

function depthOf(machine: Machine, id: number): number | undefined {
  const g = machine.runtime.goroutines().find((record) => machine.word(record + goroutine.id) === id);
  return g === undefined ? undefined : machine.depth(g);
}

/** Every cursor's depths, and who executed its statement, by walking through the run once. */
function walk(run: Session): { readonly by: number; readonly depth: readonly (number | undefined)[] }[] {
  return Array.from({ length: run.steps + 1 }, (_, cursor) => {
    const machine = run.visit(cursor);
    return { by: cursor === 0 ? 0 : machine.lastGoroutine, depth: [1, 2, 3].map((id) => depthOf(machine, id)) };
  });
}

/** The definition, without any cleverness. */
function expected(moments: ReturnType<typeof walk>, cursor: number, id: number, motion: Motion, direction: Direction): number | undefined {
  const at = (c: number): number | undefined => moments[c]?.depth[id - 1];
  const isPosition = (c: number): boolean =>
    (moments[c]?.by === id && (at(c) !== undefined || at(c - 1) !== undefined)) || (at(c) !== undefined && (c === 0 || at(c - 1) === undefined));
  const start = at(cursor);
  const fits = (c: number): boolean => {
    const now = at(c);
    // The end, and the beginning, end every step forwards.
    if (direction === 'forwards' && (now === undefined || at(c - 1) === undefined)) return true;
    return now !== undefined && (motion === 'into' || start === undefined || (motion === 'over' ? now <= start : now < start));
  };
  const cursors = moments.map((_, c) => c).filter((c) => isPosition(c) && fits(c));
  return direction === 'forwards' ? cursors.find((c) => c > cursor) : cursors.findLast((c) => c < cursor);
}

describe('Steps of one goroutine', () => {
  it.each(['go', 'random,5'])('lead where their definition says, from everywhere, both ways (%s)', (schedule) => {
    const run = session(schedule);
    const moments = walk(run);
    for (let cursor = 0; cursor <= run.steps; cursor += 3) {
      for (const id of [1, 2, 3]) {
        for (const motion of ['into', 'over', 'out'] as const) {
          const back = positionAfter(run, cursor, id, motion, 'backwards');
          expect(back, `${motion} backwards of ${id} from ${cursor}`).toBe(expected(moments, cursor, id, motion, 'backwards'));
          const found = positionAfter(run, cursor, id, motion, 'forwards');
          expect(found, `${motion} forwards of ${id} from ${cursor}`).toBe(expected(moments, cursor, id, motion, 'forwards'));
        }
      }
    }
  });

  it('backwards undo those forwards', () => {
    const run = session('go');
    for (let cursor: number | undefined = 0; cursor !== undefined; ) {
      const next = positionAfter(run, cursor, 1, 'into', 'forwards');
      if (next !== undefined && next < run.steps) expect(positionAfter(run, next, 1, 'into', 'backwards')).toBe(cursor);
      cursor = next;
    }
  });
});

it('the statement that last changed something is found, and the next that will', () => {
  const run = session('go');
  const { vars } = run.executable.program.globals;
  const { mutableBase } = run.executable.code;
  const address = mutableBase + must(vars.find(({ name }) => name === 'main.total'), 'main.total').offset;
  const total = (machine: Machine): string => String(machine.word(address));
  const values = Array.from({ length: run.steps + 1 }, (_, cursor) => total(run.visit(cursor)));
  for (let cursor = 0; cursor <= run.steps; cursor += 7) {
    const before = values.slice(0, cursor).findLastIndex((value) => value !== values[cursor]);
    const after = values.findIndex((value, c) => c > cursor && value !== values[cursor]);
    expect(changeFrom(run, cursor, total, 'backwards')).toBe(before < 0 ? undefined : before);
    expect(changeFrom(run, cursor, total, 'forwards')).toBe(after < 0 ? undefined : after);
  }
  expect(new Set(values).size).toBe(5);
});
