/** What must hold for any program under any schedule, over generated ones. In browsers: e2e/determinism.spec.ts. */
import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { concurrentProgram, randomOf, scheduleFor, scheduleKinds } from './testing/concurrentPrograms.ts';
import { buildProgram, limits, recordingOf, recordProgram, runInSlices, schedulerNamed } from './testing/record.ts';

const rounds = 6;

describe.each(Array.from({ length: rounds }, (_, round) => round))('generated programs under every kind of schedule, round %i', (round) => {
  const seeds = Array.from({ length: scheduleKinds }, (_, i) => round * scheduleKinds + i);

  it.each(seeds)('program %i is the same at any slice length, replayed, forked, and visited at any step', (seed) => {
    const schedule = scheduleFor(seed);
    const executable = buildProgram(concurrentProgram(seed), schedule);
    const whole = runInSlices(executable, 10_000, schedule);
    expect(whole.steps).toBeGreaterThan(20);
    for (const slice of [1, 2, 3, 7]) expect(runInSlices(executable, slice, schedule), `slices of ${slice}`).toEqual(whole);

    const recording = recordingOf(executable, schedule);
    const trace = recording.trace();
    expect(recordingOf(executable, trace.schedule).trace().hash).toBe(trace.hash);

    const random = randomOf(seed);
    for (let i = 0; i < 2; i++) {
      const step = random(recording.steps + 1);
      expect(recording.inspect(step), `step ${step}`).toEqual(recordingOf(executable, schedule, 3000, step).inspect(step));
    }
    const fork = must(recording.fork(schedulerNamed(schedule), { ...limits, maxSteps: 3000 }, random(recording.steps + 1)), 'fork');
    while (!fork.ended) fork.advance(1 + random(200));
    expect(fork.trace().hash).toBe(trace.hash);

    const from = random(recording.steps);
    const found = recording.statements(from, recording.steps);
    expect([...found.goroutine]).toEqual([...trace.stepGoroutine.subarray(from)]);
    expect([...found.site]).toEqual([...trace.stepSite.subarray(from)]);
  });
});

it('the generated programs end in all the ways there are', () => {
  const endings = new Set(Array.from({ length: 40 }, (_, seed) => recordProgram(concurrentProgram(seed), `go,${seed}`).verdict.kind));
  expect(endings).toEqual(new Set(['deadlock', 'ok', 'panic']));
});
