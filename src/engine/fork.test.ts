import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { compareTraces, parseSchedule } from './index.ts';
import { printSchedule } from './schedule/index.ts';
import { concurrentProgram, scheduleFor, scheduleKinds } from './testing/concurrentPrograms.ts';
import { lateChoice } from './testing/lateChoice.ts';
import { buildProgram, limits, recordingOf, schedulerNamed } from './testing/record.ts';
import { DecisionKind, Kind } from './trace/events.ts';
import type { Trace } from './trace/trace.ts';

/** The schedule with one more deviation. */
function deviating(text: string, decision: number, index: number): string {
  const schedule = parseSchedule(text);
  if ('error' in schedule) throw new Error(schedule.error);
  return printSchedule({ ...schedule, deviations: [...schedule.deviations, { decision, index }] });
}

/** Events that are decisions, by number. */
function decisionsOf(trace: Trace): number[] {
  return Array.from({ length: trace.length }, (_, i) => i).filter((i) => trace.kind[i] === Kind.Decision);
}

describe('A fork', () => {
  it.each(Array.from({ length: scheduleKinds }, (_, i) => i))('is what its schedule gives from the beginning (generated program %i)', (seed) => {
    const schedule = scheduleFor(seed);
    const executable = buildProgram(concurrentProgram(seed + 1000), schedule);
    const recording = recordingOf(executable, schedule);
    const trace = recording.trace();
    const decisions = decisionsOf(trace);
    const free = decisions.map((event, decision) => ({ event, decision })).filter(({ event }) => trace.a[event] !== DecisionKind.Random);
    const { event, decision } = must(free[Math.floor(free.length * (seed % 2 === 0 ? 0.2 : 0.7))], 'decision');
    const index = ((trace.c[event] as number) + 1) % (trace.b[event] as number);
    const other = deviating(schedule, decision, index);
    const fork = must(recording.fork(schedulerNamed(other), { ...limits, maxSteps: 3000 }), 'fork');
    while (!fork.ended) fork.advance(1000);
    expect(fork.trace().hash).toBe(recordingOf(executable, other).trace().hash);
    // Both are kept, and what differs first is the decision.
    const { sameSteps, first } = compareTraces(trace, fork.trace());
    expect(sameSteps).toBeLessThanOrEqual(trace.step[event] as number);
    expect([first?.a?.kind, first?.b?.kind]).toEqual(['Decision', 'Decision']);
    const step = Math.min(fork.steps, sameSteps + 3);
    expect(fork.inspect(step)).toEqual(recordingOf(executable, other, 3000, step).inspect(step));
  });

  it('does not begin again: what lies before it is not executed', () => {
    const recording = recordingOf(buildProgram(lateChoice), 'go', 1e7);
    const trace = recording.trace();
    const [event] = decisionsOf(trace);
    const other = deviating('go', 0, 1 - (trace.c[must(event, 'decision')] as number));
    const fork = must(recording.fork(schedulerNamed(other), { ...limits, maxSteps: 1e7 }), 'fork');
    expect(recording.steps - fork.steps).toBeLessThan(recording.steps / 10);
    while (!fork.ended) fork.advance(1000);
    expect(fork.trace().hash).toBe(recordingOf(buildProgram(lateChoice), other, 1e7).trace().hash);
    expect(compareTraces(trace, fork.trace()).differences.map(({ what }) => what)).toEqual(['output']);
  });

  it('needs a schedule that differs in deviations alone', () => {
    const recording = recordingOf(buildProgram(concurrentProgram(1)), 'random,3');
    for (const other of ['go', 'random,4', 'random,3+access', 'random,3+adversarial']) expect(recording.fork(schedulerNamed(other), { ...limits, maxSteps: 3000 })).toBeUndefined();
  });
});
