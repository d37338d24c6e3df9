import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile, Recording, runToEnd, schedulerOf, type Trace } from '../index.ts';
import { concurrentProgram } from '../testing/concurrentPrograms.ts';
import { recordProgram } from '../testing/record.ts';
import { tutorial } from '../testing/tutorial.ts';
import { outputOf } from '../trace/compare.ts';
import { Kind } from '../trace/events.ts';
import { validateTrace } from '../trace/validate.ts';

function record(text: string, schedule: string, maxSteps = 300_000): Trace {
  const trace = recordProgram(text, schedule, maxSteps);
  expect(validateTrace(trace)).toEqual([]);
  return trace;
}

function outputs(text: string, schedule: (seed: number) => string, seeds = 60): Set<string> {
  return new Set(Array.from({ length: seeds }, (_, seed) => outputOf(record(text, schedule(seed)))));
}

function decisions(trace: Trace): number {
  return trace.kind.filter((kind) => kind === Kind.Decision).length;
}

/** Two goroutines do the same to x. */
function both(body: string, imports = '', variables = ''): string {
  return `package main

import (
	"sync"
	${imports}
)

func main() {
	var x int
	${variables}
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			${body}
		}()
	}
	wg.Wait()
	println(x)
}
`;
}

describe('At the granularity of synchronisation', () => {
  it('what happens between two operations is not interrupted: not even a read, and a write in another statement', () => {
    const text = both('v := x\n\t\t\tx = v + 1');
    expect(outputs(text, (seed) => `random,${seed}+sync`)).toEqual(new Set(['2\n']));
    expect(outputs(text, (seed) => `random,${seed}`)).toEqual(new Set(['1\n', '2\n']));
    expect(outputs(both('x++'), (seed) => `random,${seed}+sync`)).toEqual(new Set(['2\n']));
    expect(outputs(both('x++'), (seed) => `random,${seed}+access`)).toEqual(new Set(['1\n', '2\n']));
  });

  it.each([
    ['a lock', 'mu.Lock()\n v := x\n mu.Unlock()\n mu.Lock()\n x = v + 1\n mu.Unlock()', '', 'var mu sync.Mutex'],
    ['a lock behind an interface', 'mu.Lock()\n v := x\n mu.Unlock()\n mu.Lock()\n x = v + 1\n mu.Unlock()', '', 'var mu sync.Locker = new(sync.RWMutex)'],
    ['methods as values', 'lock, unlock := mu.Lock, mu.Unlock\n lock()\n v := x\n unlock()\n lock()\n x = v + 1\n unlock()', '', 'var mu sync.Mutex'],
    ['deferred calls', 'v := 0\n func() { mu.Lock()\n defer mu.Unlock()\n v = x }()\n func() { mu.Lock()\n defer mu.Unlock()\n x = v + 1 }()', '', 'var mu sync.Mutex'],
    ['an atomic variable', 'v := n.Load()\n n.Store(v + 1)\n mu.Lock()\n x = int(n.Load())\n mu.Unlock()', '"sync/atomic"', 'var n atomic.Int64\n var mu sync.Mutex'],
    ['a function of sync/atomic', 'v := atomic.LoadInt64(&n)\n atomic.StoreInt64(&n, v + 1)\n x = int(atomic.LoadInt64(&n))', '"sync/atomic"', 'var n int64'],
    ['a channel', 'c <- 1\n v := x\n <-c\n c <- 1\n x = v + 1\n <-c', '', 'c := make(chan int, 1)'],
    ['a select', 'select { case c <- 1: }\n v := x\n select { case <-c: }\n select { case c <- 1: }\n x = v + 1\n select { case <-c: }', '', 'c := make(chan int, 1)'],
  ])('there can be another one before each operation: %s', (_, body, imports, variables) => {
    const text = both(body, imports, variables);
    expect(outputs(text, (seed) => `random,${seed}+sync`, 80)).toEqual(new Set(['1\n', '2\n']));
  });

  it('the end of a context and of a channel are such operations too', () => {
    const text = (end: string, setup: string, use: string) => `package main

import (
	"context"
	"sync"
)

func main() {
	_ = context.Background
	var mu sync.Mutex
	state := 0
	${setup}
	go func() {
		mu.Lock()
		state = 1
		mu.Unlock()
		${end}
	}()
	mu.Lock()
	seen := state
	mu.Unlock()
	${use}
}
`;
    const cancelled = text('cancel()', 'ctx, cancel := context.WithCancel(context.Background())', 'println(seen, ctx.Err() != nil)\n\t<-ctx.Done()');
    const closed = text('close(c)', 'c := make(chan bool)', 'select {\n\tcase <-c:\n\t\tprintln(seen, true)\n\tdefault:\n\t\tprintln(seen, false)\n\t}');
    // 1 false: the lock was released, and what follows has not happened yet.
    for (const one of [cancelled, closed]) expect(outputs(one, (seed) => `random,${seed}+sync`)).toEqual(new Set(['0 false\n', '0 true\n', '1 false\n', '1 true\n']));
  });

  it('there are fewer decisions', () => {
    for (const text of [...Object.values(tutorial), ...Array.from({ length: 5 }, (_, seed) => concurrentProgram(seed))]) {
      const count = (options: string) => [1, 2, 3].reduce((sum, seed) => sum + decisions(record(text, `random,${seed}${options}`, 400)), 0);
      const [sync, statement, access] = [count('+sync'), count(''), count('+access')];
      expect(sync).toBeLessThan(statement);
      expect(statement).toBeLessThanOrEqual(access * 1.5);
    }
  });

  it('a program means the same where nobody interferes', () => {
    for (const text of Object.values(tutorial)) expect(record(text, 'go+sync', 20_000).hash).toBe(record(text, 'go', 20_000).hash);
  });

  it('busy waiting without any operation ends all the same', () => {
    const text = 'package main\n\nfunc main() {\n\tdone := false\n\tgo func() { done = true }()\n\tfor !done {\n\t}\n\tprintln("ended")\n}\n';
    for (const strategy of ['go', 'fifo', 'random', 'pct,4']) expect(outputOf(record(text, `${strategy}+sync`, 3_000_000))).toBe('ended\n');
  });

  it('a run that is not recorded is the same', () => {
    for (let seed = 0; seed < 15; seed++) {
      const text = concurrentProgram(seed);
      for (const schedule of [`random,${seed}+sync`, `pct,${seed}+sync+adversarial`]) {
        const trace = record(text, schedule, 2000);
        const { executable } = compile([{ name: 'main.go', text }], { trace: false, granularity: 'sync' });
        let output = '';
        const onOutput = (_: number, bytes: Uint8Array) => (output += new TextDecoder().decode(bytes.slice()));
        const limits = { maxSteps: 2000, maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: () => new Uint8Array(), env: {} };
        const result = runToEnd(must(executable, 'executable'), { ...limits, files: [{ name: 'main.go', text }], schedule, onOutput });
        expect(result).toMatchObject({ steps: trace.steps, verdict: { kind: trace.verdict.kind } });
        expect(output).toBe(outputOf(trace));
      }
    }
  });

  it('a run does not depend on the slices it is advanced in', () => {
    const text = both('mu.Lock()\n v := x\n mu.Unlock()\n mu.Lock()\n x = v + 1\n mu.Unlock()', '', 'var mu sync.Mutex');
    const { executable } = compile([{ name: 'main.go', text }], { trace: true, granularity: 'sync' });
    for (const schedule of ['random,5+sync', 'pct,2+sync', 'go+sync']) {
      const hashes = [1, 2, 7, 1000].map((slice) => {
        const scheduler = schedulerOf(schedule);
        if ('error' in scheduler) throw new Error(scheduler.error);
        const limits = { maxSteps: 1000, maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: new Uint8Array(), env: {} };
        const recording = new Recording(must(executable, 'executable'), scheduler, limits);
        while (!recording.ended) recording.advance(slice);
        const { hash } = recording.trace();
        const { steps } = recording;
        for (const step of [3, steps >> 1, steps]) expect(recording.inspect(step).length).toBeLessThanOrEqual(3);
        return hash;
      });
      expect(new Set(hashes).size).toBe(1);
    }
  });
});
