import { describe, expect, it } from 'vitest';
import { lateChoice } from '../engine/testing/lateChoice.ts';
import { createEngine } from './adapter.ts';
import type { Engine, EngineRun } from './engine.ts';

function started(engine: Engine, strategy: string, source = lateChoice): EngineRun {
  const begun = engine.start({ files: [{ name: 'main.go', text: source }], strategy, seed: 1 });
  if (begun.kind !== 'run') throw new Error('it does not compile');
  return begun.run;
}

/** Slices until the end, and the recording's hash. */
function finish(run: EngineRun): { readonly slices: number; readonly hash: string } {
  let slices = 1;
  while (run.advance()) slices++;
  return { slices, hash: run.trace().hash };
}

describe('A second run of a program', () => {
  it('under a schedule that begins like the last one goes on where they part', () => {
    const engine = createEngine();
    const first = finish(started(engine, 'go,1'));
    const second = finish(started(engine, 'go,1~0:0'));
    const third = finish(started(engine, 'go,1~0:1'));
    expect(first.slices).toBeGreaterThan(50);
    expect(Math.max(second.slices, third.slices)).toBeLessThan(first.slices / 4);
    expect(second).toMatchObject({ hash: finish(started(createEngine(), 'go,1~0:0')).hash });
    expect(third).toMatchObject({ hash: finish(started(createEngine(), 'go,1~0:1')).hash });
  });

  it('under another one, or of a changed program, begins anew', () => {
    const engine = createEngine();
    const first = finish(started(engine, 'go,1'));
    expect(finish(started(engine, 'go,2')).slices).toBe(first.slices);
    const changed = lateChoice.replace('i & 3', 'i & 1');
    expect(finish(started(engine, 'go,2', changed))).toEqual(finish(started(createEngine(), 'go,2', changed)));
  });
});

it('breakpoints, steps and values are asked of the last run', () => {
  const run = started(createEngine(), 'go,1');
  finish(run);
  const sent = run.hit({ step: 0, events: ['send'], direction: 'forwards' });
  expect(sent).toMatchObject({ step: expect.any(Number), event: expect.any(Number) });
  const line = run.hit({ step: 0, file: 'main.go', line: 9, direction: 'forwards', condition: 'sum > 100' });
  if (!sent || !line || 'error' in sent || 'error' in line) throw new Error('no hit');
  expect(sent.step).toBe(line.step + 1);
  expect(run.evaluate({ step: line.step, goroutine: 1, text: 'len(a)' })).toEqual({ value: '0' });
  expect(run.evaluate({ step: sent.step, goroutine: 1, text: 'len(a)' })).toEqual({ value: '1' });
  expect(run.changed({ step: sent.step, goroutine: 1, frame: 0, path: ['a'], direction: 'backwards' })).toBe(line.step);
  expect(run.move({ step: line.step, goroutine: 1, motion: 'over', direction: 'forwards' })).toBe(sent.step);
});
