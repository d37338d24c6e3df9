import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { Recording } from './index.ts';
import { CycleWatch } from './machine/cycle.ts';
import { loops } from './testing/loops.ts';
import { buildProgram, limits, runInSlices, schedulerNamed } from './testing/record.ts';
import { tutorial } from './testing/tutorial.ts';

const written = Object.entries({ ...tutorial, loops });
const slices = [1, 2, 3, 7, 10_000];
describe.each(written)('%s', (_, text) => {
  it.each(['go,1', 'random,7'])('gives the same output, step count and recording at any slice length (%s)', (schedule) => {
    const executable = buildProgram(text);
    const whole = runInSlices(executable, 10_000, schedule);
    expect(whole.steps).toBeGreaterThan(5);
    for (const slice of slices) expect(runInSlices(executable, slice, schedule)).toEqual(whole);
  });

  it('gives the same output and step count when nothing is recorded', () => {
    const [traced, untraced] = [buildProgram(text), buildProgram(text, 'go', false)];
    for (const schedule of ['go,1', 'fifo,1', 'lifo,1', 'random,7']) {
      const { hash: _, ...recorded } = runInSlices(traced, 10_000, schedule);
      for (const slice of [1, 7, 10_000]) expect(runInSlices(untraced, slice, schedule)).toMatchObject(recorded);
    }
  });

  it('is at any step what a run from the begin to that step is', () => {
    const executable = buildProgram(text);
    const recording = new Recording(executable, schedulerNamed('go,1'), { ...limits, maxSteps: 600 });
    while (!recording.ended) recording.advance(50);
    const { steps } = recording;
    for (const step of [0, 1, steps >> 1, steps, 2, steps - 1, steps >> 2]) {
      const fresh = new Recording(executable, schedulerNamed('go,1'), { ...limits, maxSteps: 600 });
      fresh.advance(step);
      expect(recording.inspect(step)).toEqual(fresh.inspect(step));
    }
    const trace = recording.trace();
    const found = recording.statements(0, steps);
    expect([...found.goroutine]).toEqual([...trace.stepGoroutine]);
    expect([...found.site]).toEqual([...trace.stepSite]);
  });

  it('is replayed by its schedule string', () => {
    const executable = buildProgram(text);
    const first = new Recording(executable, schedulerNamed('random,3'), { ...limits, maxSteps: 2000 });
    first.advance(2000);
    const again = new Recording(executable, schedulerNamed(first.trace().schedule), { ...limits, maxSteps: 2000 });
    again.advance(2000);
    expect(again.trace().hash).toBe(first.trace().hash);
  });
});

describe('a run that comes back to its state', () => {
  it('is recognised when the tutorial merges closed channels', () => {
    const executable = buildProgram(must(tutorial['fanin'], 'fanin'));
    const recording = new Recording(executable, schedulerNamed('go,1'), { ...limits, maxSteps: 1_000_000 });
    while (!recording.ended) recording.advance(1000);
    const { verdict: found, steps } = recording.trace();
    expect(found.kind).toBe('livelock');
    expect(found.exitCode).toBe(124);
    expect(found.summary).toContain('the closed channels');
    expect(steps).toBeLessThan(5000);
  });

  it('is recognised at the same step whatever slices it is advanced in', () => {
    const executable = buildProgram(must(tutorial['fanin'], 'fanin'));
    const hashes = [7, 1000, 20_000].map((slice) => {
      const recording = new Recording(executable, schedulerNamed('go,1'), { ...limits, maxSteps: 1_000_000 });
      while (!recording.ended) recording.advance(slice);
      return recording.trace().hash;
    });
    expect(new Set(hashes).size).toBe(1);
  });

  it('is not mistaken for one while another choice leads out', () => {
    const source = `package main
func main() {
	a, b := make(chan int), make(chan int)
	close(a)
	close(b)
	for {
		select {
		case <-a:
		case <-b:
			return
		}
	}
}`;
    for (let seed = 1; seed <= 30; seed++) {
      const recording = new Recording(buildProgram(source), schedulerNamed(`go,${seed}`), { ...limits, maxSteps: 100_000 });
      while (!recording.ended) recording.advance(1000);
      expect(recording.trace().verdict.kind).toBe('ok');
    }
  });

  it('is looked for less and less often in a run that goes on', () => {
    const watch = new CycleWatch();
    expect(watch.active(1)).toBe(false);
    expect(watch.active(256)).toBe(true);
  });
});
