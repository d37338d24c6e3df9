import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import type { Breakpoint } from './index.ts';
import { buildProgram, recordingOf } from './testing/record.ts';
import { type EventWord, eventWords, isCalled } from './trace/eventWords.ts';
import { Kind } from './trace/events.ts';
import { textOf } from './trace/trace.ts';

const text = `package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

var total int

func worker(id int, jobs <-chan int, results chan<- int, wg *sync.WaitGroup, mu *sync.Mutex) {
	defer wg.Done()
	for n := range jobs {
		mu.Lock()
		total += n
		mu.Unlock()
		results <- n * n
	}
}

func guard(c chan int) {
	defer func() { recover() }()
	close(c)
	close(c)
}

func main() {
	jobs, results := make(chan int), make(chan int, 10)
	var wg sync.WaitGroup
	var mu sync.Mutex
	for id := range 2 {
		wg.Add(1)
		go worker(id, jobs, results, &wg, &mu)
	}
	for n := 1; n <= 4; n++ {
		jobs <- n
	}
	close(jobs)
	wg.Wait()
	var once sync.Once
	once.Do(func() {})
	var count atomic.Int64
	count.Add(1)
	cond := sync.NewCond(&mu)
	cond.Signal()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(time.Second, cancel)
	time.NewTimer(time.Hour).Stop()
	select {
	case <-ctx.Done():
	case v := <-make(chan int):
		fmt.Println(v)
	}
	guard(make(chan int))
	runtime.Gosched()
	fmt.Println(total, len(results))
}
`;
const recording = recordingOf(buildProgram(text), 'go');
const trace = recording.trace();
const rows = Array.from({ length: trace.length }, (_, event) => event);

function objectNamed(name: string): number {
  const event = must(
    rows.find((row) => trace.kind[row] === Kind.ObjectName && textOf(trace, trace.b[row] as number) === name),
    name,
  );
  return trace.a[event] as number;
}

/** All steps at which it stops, going through the run in one direction. */
function stops(breakpoint: Breakpoint, direction: 'forwards' | 'backwards' = 'forwards'): number[] {
  const found: number[] = [];
  let step = direction === 'forwards' ? 0 : recording.steps + 1;
  for (;;) {
    const hit = recording.hit(step, breakpoint, direction);
    // The library closes a channel before the first statement.
    if (hit === undefined || ('step' in hit && hit.step === 0)) return found;
    if ('error' in hit) throw new Error(hit.error);
    found.push(hit.step);
    step = hit.step;
  }
}
const stepsOf = (matches: (row: number) => boolean): number[] => [...new Set(rows.filter((row) => matches(row) && (trace.step[row] as number) > 0).map((row) => trace.step[row] as number))];

describe('A breakpoint on events', () => {
  it.each(eventWords)('stops wherever there was one, both ways: %s', (word) => {
    const all = stepsOf((row) => isCalled(trace, row, [word]));
    expect(all.length).toBeGreaterThan(0);
    expect(stops({ events: [word] })).toEqual(all);
    expect(stops({ events: [word] }, 'backwards')).toEqual(all.toReversed());
  });

  it('says which event it was', () => {
    const hit = recording.hit(0, { events: ['close'] }, 'forwards');
    expect(hit).toMatchObject({ event: rows.find((row) => trace.kind[row] === Kind.ChanClose && (trace.step[row] as number) > 0) });
  });

  it('may be for one object', () => {
    const jobs = objectNamed('jobs');
    expect(stops({ events: ['send'], object: jobs })).toEqual(stepsOf((row) => trace.kind[row] === Kind.ChanSend && trace.a[row] === jobs));
    expect(stops({ events: ['close'], object: jobs })).toHaveLength(1);
    expect(stops({ events: ['add', 'done'], object: objectNamed('wg') })).toHaveLength(4);
    expect(stops({ events: ['lock'], object: objectNamed('mu') })).toHaveLength(4);
    expect(stops({ events: [], object: objectNamed('ctx') })).toHaveLength(1);
    expect(stops({ events: ['send'], object: 999 })).toEqual([]);
  });

  it('knows who waits for a channel in a select', () => {
    const done = trace.b[must(rows.find((row) => trace.kind[row] === Kind.ContextDone), 'done')] as number;
    expect(stops({ events: ['block'], object: done })).toHaveLength(1);
  });

  it('may be for one goroutine, that does it or to which it is done', () => {
    const mine = stops({ events: ['receive', 'end'], goroutine: 2 });
    expect(mine).toEqual(stepsOf((row) => isCalled(trace, row, ['receive', 'end']) && trace.g[row] === 2));
    expect(stops({ events: ['create', 'unblock'], goroutine: 3 })).toEqual(stepsOf((row) => isCalled(trace, row, ['create', 'unblock']) && (trace.a[row] === 3 || trace.g[row] === 3)));
  });

  it.each<[readonly EventWord[], string, number]>([
    // What the statement has just received and what it is about to send.
    [['receive'], 'n == 3', 1],
    [['send'], 'id == 0 && n > 2', 0],
    [['lock'], 'total == 3', 1],
    // In the frame that it ends in.
    [['end'], 'id == 1', 1],
    [['done'], 'total == 10', 2],
    [['panic'], 'cap(c) == 0', 1],
    // Of package variables also where no goroutine is concerned.
    [['timer-fire'], 'total == 10', 1],
  ])('stops only where its condition is true, in the frame where it happens: %s if %s', (events, condition, at) => {
    const wanted = stops({ events, condition });
    if (at > 0) expect(wanted).toHaveLength(at);
    expect(stops({ events, condition }, 'backwards')).toEqual(wanted.toReversed());
    expect(wanted.every((step) => stops({ events }).includes(step))).toBe(true);
  });

  it('says what is wrong with a condition that nobody can tell', () => {
    expect(recording.hit(0, { events: ['send'], condition: 'nobody > 1' }, 'forwards')).toEqual({ error: 'undefined: nobody' });
    expect(recording.hit(0, { events: ['send'], condition: 'n' }, 'forwards')).toEqual({ error: 'a condition must be true or false' });
    expect(recording.hit(0, { events: ['send'], condition: 'n ==' }, 'forwards')).toHaveProperty('error');
  });
});
