/** Chance has one door: whatever a run leaves to chance is asked of the scheduler, numbered and recorded. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { compile, Recording, schedulerOf, strategies } from './index.ts';
import type { Executable } from './machine/program.ts';
import type { Scheduler } from './runtime/scheduler.ts';
import { concurrentProgram } from './testing/concurrentPrograms.ts';
import { tutorial } from './testing/tutorial.ts';
import { DecisionKind, Kind } from './trace/events.ts';
import { textOf, type Trace } from './trace/trace.ts';

const chancy = `package main

import (
	"fmt"
	"math/rand"
	"time"
)

func main() {
	m := map[int]bool{1: true, 2: true, 3: true}
	for k := range m {
		fmt.Println(k, rand.Intn(10), rand.Float64())
	}
	a, b := time.After(time.Second), time.After(time.Second)
	select {
	case <-a:
	case <-b:
	}
	fmt.Println(time.Now().UnixNano())
}
`;

const programs = [...Object.values(tutorial), chancy, ...Array.from({ length: 8 }, (_, seed) => concurrentProgram(seed))];

/** Every answer that the scheduler gives, by the number of the decision. */
function listening(scheduler: Scheduler, answers: Map<number, number>): Scheduler {
  const heard = (decision: number, answer: number): number => {
    expect(answers.has(decision), `decision ${decision} is asked for once`).toBe(false);
    answers.set(decision, answer);
    return answer;
  };
  return {
    ...scheduler,
    next: (decision, goroutines, count, stopping) => heard(decision, scheduler.next(decision, goroutines, count, stopping)),
    choose: (decision, kind, count) => heard(decision, scheduler.choose(decision, kind, count)),
    bits: (decision, part) => (part === 0 ? heard(decision, scheduler.bits(decision, part)) : scheduler.bits(decision, part)),
  };
}

/** Hash of the run in which the answers come from the recording; random numbers, which it has in two halves, are put together. */
function replayed(executable: Executable, scheduler: Scheduler, trace: Trace): string {
  const decisions = Array.from(trace.kind.keys()).filter((event) => trace.kind[event] === Kind.Decision);
  const answer = (decision: number): number => trace.c[must(decisions[decision], `decision ${decision}`)] as number;
  const bits = (decision: number, part: number): number => {
    const text = textOf(trace, must(trace.d[must(decisions[decision], `decision ${decision}`)], 'text'));
    return Number.parseInt(part === 0 ? text.slice(8) : text.slice(0, 8), 16) | 0;
  };
  const recording = new Recording(executable, { ...scheduler, next: answer, choose: answer, bits }, limits);
  while (!recording.ended) recording.advance(1000);
  return recording.trace().hash;
}

const limits = { maxSteps: 1000, maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: new Uint8Array(), env: {} };
const schedules = [
  ...strategies.flatMap(({ name }, i) => [`${name},${i + 2}`, `${name},${i + 3}+sync`, `${name},${i + 4}+access`]),
  'random,5+adversarial+access', 'pct,6+adversarial', 'go+adversarial+sync', 'manual~0:1~3:1~4:2~9:1', 'replay~1:1~2:0~5:3', 'go~0:1~2:1',
];

it.each(schedules)('every answer of a scheduler is a decision of the recording, and every choice of a run such an answer (%s)', (schedule) => {
  for (const text of programs) {
    const scheduler = schedulerOf(schedule);
    if ('error' in scheduler) throw new Error(scheduler.error);
    const answers = new Map<number, number>();
    const { executable } = compile([{ name: 'main.go', text }], { trace: true, granularity: scheduler.granularity });
    const recording = new Recording(must(executable, 'executable'), listening(scheduler, answers), limits);
    while (!recording.ended) recording.advance(1000);
    const trace = recording.trace();
    const decisions = Array.from(trace.kind.keys()).filter((event) => trace.kind[event] === Kind.Decision);
    for (const [decision, answer] of answers) {
      const event = must(decisions[decision], `event of decision ${decision}`);
      if (trace.a[event] !== DecisionKind.Random) expect(trace.c[event]).toBe(answer);
      else expect(trace.c[event]).toBe(answer & 0x7fffffff);
    }
    // Those that were not asked for took the head of the queue, as the schedule says.
    for (const [decision, event] of decisions.entries()) if (!answers.has(decision)) expect([trace.a[event], trace.c[event]]).toEqual([DecisionKind.Run, 0]);
    // And there was no other choice: who answers the same from the recording alone gives the same run.
    expect(replayed(must(executable, 'executable'), scheduler, trace)).toBe(trace.hash);
  }
});

it('the engine has no clock and no random numbers of its own', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !/\.test\.ts$|oracle|generate|testing/.test(path),
  );
  expect(sources.length).toBeGreaterThan(200);
  for (const path of sources) expect(readFileSync(join(import.meta.dirname, path), 'utf8'), path).not.toMatch(/Math\.random|\bDate\b\.|new Date|performance\.|crypto\.|setTimeout|setInterval/);
});
