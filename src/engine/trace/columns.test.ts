import { describe, expect, it } from 'vitest';
import { createRecorder } from './columns.ts';
import { Kind } from './events.ts';
import type { Recorder } from './recorder.ts';

const end = {
  engine: 'test',
  steps: 9,
  sites: [],
  schedule: 'go',
  verdict: { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' },
} as const;

function fill(recorder: Recorder, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    recorder.event(Kind.Output, i, i % 5, 1, recorder.string(`line ${i}`), -i, i);
    recorder.statements(Int32Array.of((i % 5) + 1, i % 70), 0, 1, 1);
  }
}

describe('the recorder', () => {
  it('gives back what was put in', () => {
    const recorder = createRecorder();
    fill(recorder, 0, 5000);
    const trace = recorder.finish(end);
    expect(trace.length).toBe(5000);
    expect([trace.kind[4999], trace.step[4999], trace.g[4999], trace.a[4999], trace.c[4999], trace.d[4999]]).toEqual([
      Kind.Output,
      4999,
      4,
      1,
      -4999,
      4999,
    ]);
    expect(trace.strings[trace.b[4999] as number]).toBe('line 4999');
    expect(trace.strings[0]).toBe('');
    expect([trace.stepGoroutine[4999], trace.stepSite[4999]]).toEqual([5, 29]);
    expect(trace.stepGoroutine).toHaveLength(5000);
  });

  it('keeps a string once', () => {
    const recorder = createRecorder();
    expect(recorder.string('a')).toBe(recorder.string('a'));
    expect(recorder.string('')).toBe(0);
  });

  it('takes statements by the dozen as it takes them one by one', () => {
    const [single, many] = [createRecorder(), createRecorder()];
    for (const g of [1, 2, 3]) single.statements(Int32Array.of(g, g + 10), 0, 1, 1);
    many.statements(Int32Array.of(3, 2, 1, 13, 12, 11), 0, 3, 3);
    expect(many.finish(end)).toEqual(single.finish(end));
  });

  it('hashes every column, the statements and the strings', () => {
    const hashes = new Set<string>();
    const record = (change: (recorder: Recorder) => void): void => {
      const recorder = createRecorder();
      recorder.event(Kind.ChanRecv, 1, 1, 0, 0, 0, 0);
      change(recorder);
      hashes.add(recorder.finish(end).hash);
    };
    record(() => {});
    record((r) => r.event(Kind.ChanRecv, 1, 1, 0, 0, 0, 0));
    record((r) => r.event(Kind.ChanRecv, 1, 1, 0, 0, 0, 1));
    record((r) => r.event(Kind.ChanRecv, 1, 1, 0, 0, 1, 0));
    record((r) => r.event(Kind.ChanRecv, 2, 1, 0, 0, 0, 0));
    record((r) => r.statements(Int32Array.of(1, 1), 0, 1, 1));
    record((r) => r.statements(Int32Array.of(1, 2), 0, 1, 1));
    record((r) => void r.string('x'));
    expect(hashes.size).toBe(8);
  });
});
