import { describe, expect, it } from 'vitest';
import { channelProgram } from '../testing/channelPrograms.ts';
import { recordProgram } from '../testing/record.ts';
import { tutorial } from '../testing/tutorial.ts';
import { perfettoJson, type TraceEvent } from './perfetto.ts';
import type { Trace } from './trace.ts';

const programs = [...Object.values(tutorial), ...Array.from({ length: 12 }, (_, seed) => channelProgram(seed))];
const traces = programs.map((text, i) => recordProgram(text, i % 2 === 0 ? 'go' : 'random,3', 600));

function eventsOf(trace: Trace): readonly TraceEvent[] {
  return (JSON.parse(perfettoJson(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}

/** What the Trace Event Format demands of each phase. */
const demanded: Record<TraceEvent['ph'], readonly (keyof TraceEvent)[]> = {
  M: ['args'], X: ['dur', 'cat'], i: ['s'], s: ['id', 'cat'], f: ['id', 'cat', 'bp'], C: ['args'],
};

describe('A recording in the Trace Event Format', () => {
  it('has in every event what its phase needs, in the order of time', () => {
    for (const trace of traces) {
      let last = 0;
      for (const event of eventsOf(trace)) {
        for (const field of ['name', 'pid', 'tid', 'ts', ...demanded[event.ph]] as const) expect(event, field).toHaveProperty(field);
        expect(event.ts).toBeGreaterThanOrEqual(event.ph === 'M' ? 0 : last);
        expect(event.ts + (event.dur ?? 0)).toBeLessThanOrEqual(trace.steps);
        if (event.ph !== 'M') last = event.ts;
      }
    }
  });

  it('names every goroutine and counts every statement once', () => {
    for (const trace of traces) {
      const events = eventsOf(trace);
      const named = new Set(events.filter(({ name }) => name === 'thread_name').map(({ tid }) => tid));
      for (const g of trace.stepGoroutine) expect(named).toContain(g);
      const run = events.filter(({ cat }) => cat === 'run');
      expect(run.reduce((sum, { dur = 0 }) => sum + dur, 0)).toBe(trace.stepGoroutine.length);
    }
  });

  it('has arrows that begin before they end, and slices of a goroutine that do not cut each other', () => {
    for (const trace of traces) {
      const events = eventsOf(trace);
      const begun = new Map(events.filter(({ ph }) => ph === 's').map(({ id, ts }) => [id, ts]));
      const ended = events.filter(({ ph }) => ph === 'f');
      for (const { id, ts } of ended) expect(begun.get(id)).toBeLessThanOrEqual(ts);
      expect(new Set(ended.map(({ id }) => id)).size).toBe(ended.length);
      for (const tid of new Set(events.map((event) => event.tid))) {
        let end = 0;
        const slices = events.filter((event) => event.ph === 'X' && event.tid === tid && (event.dur ?? 0) > 0);
        for (const { ts, dur = 0 } of slices.sort((a, b) => a.ts - b.ts)) {
          expect(ts).toBeGreaterThanOrEqual(end);
          end = ts + dur;
        }
      }
    }
  });
});
