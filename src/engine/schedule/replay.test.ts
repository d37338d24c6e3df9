import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile, divergenceOf, parseSchedule, recordedSchedule, runToEnd } from '../index.ts';
import { concurrentProgram } from '../testing/concurrentPrograms.ts';
import { recordProgram } from '../testing/record.ts';
import { tutorial } from '../testing/tutorial.ts';
import { DecisionKind, Kind } from '../trace/events.ts';
import { plainEvent } from '../trace/text.ts';
import type { Trace } from '../trace/trace.ts';
import type { Schedule } from './string.ts';

const programs = [...Object.values(tutorial), ...Array.from({ length: 5 }, (_, seed) => concurrentProgram(seed))];

function schedule(text: string): Schedule {
  const parsed = parseSchedule(text);
  if ('error' in parsed) throw new Error(parsed.error);
  return parsed;
}

function decisionsOf(trace: Trace) {
  return Array.from(trace.kind.keys())
    .filter((event) => trace.kind[event] === Kind.Decision)
    .map((event) => plainEvent(trace, event));
}

describe('The decisions of a recording as a schedule of their own', () => {
  it.each(['random,3', 'pct,5', 'manual', 'random,4+access', 'random,4+sync', 'random,9+adversarial', 'random,2~1:0~4:1'])('give the same recording again (%s)', (text) => {
    for (const program of programs) {
      const trace = recordProgram(program, text, 500);
      const recorded = must(recordedSchedule(trace), 'schedule');
      expect(recorded).toMatch(/^replay/);
      const again = recordProgram(program, recorded, 500);
      expect(again.hash).toBe(trace.hash);
      expect(divergenceOf(schedule(recorded), again)).toBeUndefined();
      expect(recordedSchedule(again)).toBe(recorded);
    }
  });

  it('are not needed for strategies that have slices of their own', () => {
    expect(recordedSchedule(recordProgram(programs[0] ?? '', 'go,3'))).toBeUndefined();
  });

  it('are few where there are few preemptions: none of a run in which nobody is stopped', () => {
    for (const program of programs) {
      const trace = recordProgram(program, 'replay', 500);
      expect(trace.schedule).toBe('replay');
      // Gosched and waiting in loops are other ways of stopping.
      const preempted = Array.from(trace.kind.keys()).filter((event) => trace.kind[event] === Kind.GoStop && trace.a[event] === 0);
      if (!program.includes('default')) expect(preempted).toEqual([]);
      expect(recordedSchedule(trace)).toBe('replay');
    }
  });
});

const some = (count: number): string => `package main

func main() {
	c := make(chan int)
	for i := 0; i < ${count}; i++ {
		go func() { c <- i }()
	}
	for i := 0; i < ${count}; i++ {
		println(<-c)
	}
}
`;

function runWithout(program: string, text: string) {
  const { executable } = compile([{ name: 'main.go', text: program }], { trace: false, granularity: schedule(text).granularity });
  const options = { files: [], schedule: text, maxSteps: 1000, maxMemory: 64 << 20, maxOutput: 1000, args: [], stdin: () => new Uint8Array(), env: {}, onOutput: () => {} };
  const result = runToEnd(must(executable, 'executable'), options);
  if ('error' in result) throw new Error(result.error);
  return result.divergence;
}

describe('A schedule for a program that has changed', () => {
  it('is followed for the longest prefix that means something, and told from where on it does not', () => {
    for (const strategy of ['manual', 'replay', 'random,3', 'go', 'fifo', 'lifo']) {
      for (let seed = 1; seed <= 8; seed++) {
        const before = recordProgram(some(4), `random,${seed}`);
        const deviations = decisionsOf(before).map(({ args }, decision) => `~${decision}:${args[2]}`);
        const text = `${strategy}${deviations.join('')}`;
        const changed = recordProgram(some(2), text);
        const divergence = must(divergenceOf(schedule(text), changed), 'divergence');
        const taken = decisionsOf(changed);
        for (const [decision, { args }] of taken.slice(0, divergence.decision).entries()) expect(args[2]).toBe(decisionsOf(before)[decision]?.args[2]);
        expect(taken[divergence.decision]?.step ?? changed.steps).toBe(divergence.step);
      }
    }
  });

  it('says the same with a recording and without', () => {
    const diverging = ['go~0:9', 'manual~0:0~2:7~3:9', 'go~700:1', 'fifo~1:1~90:0', 'random,3~2:55', 'random,3+access~4:8', 'pct~1:1~2:7', 'replay~300:0', 'go+sync~0:4'];
    for (const text of diverging) {
      const recorded = divergenceOf(schedule(text), recordProgram(some(3), text, 1000));
      expect(runWithout(some(3), text), text).toEqual(recorded);
    }
    expect(runWithout(some(3), 'go~0:9')?.text).toBe('The schedule wants alternative 9 at decision 0, but there were only 3: alternative 2 was taken.');
    expect(runWithout(some(3), 'go~700:1')?.text).toMatch(/^The schedule wants alternative 1 at decision 700, but the program made only \d+ decisions\.$/);
    expect(runWithout(some(3), 'go~0:1')).toBeUndefined();
    expect(runWithout(some(3), 'random,3')).toBeUndefined();
  });

  it('does not choose random numbers', () => {
    const program = 'package main\n\nimport "math/rand"\n\nfunc main() { println(rand.Intn(5) >= 0) }\n';
    const trace = recordProgram(program, 'go~0:1');
    const [first] = decisionsOf(trace);
    expect(first?.args[0]).toBe(DecisionKind.Random);
    const expected = 'The schedule wants alternative 1 at decision 0, but that is a random number, which only the seed changes.';
    expect(divergenceOf(schedule('go~0:1'), trace)?.text).toBe(expected);
    expect(runWithout(program, 'go~0:1')?.text).toBe(expected);
  });
});
