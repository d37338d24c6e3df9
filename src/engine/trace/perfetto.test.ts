import { describe, expect, it } from 'vitest';
import { concurrentProgram } from '../testing/concurrentPrograms.ts';
import { recordProgram } from '../testing/record.ts';
import { tutorial } from '../testing/tutorial.ts';
import { perfettoJson, type TraceEvent } from './perfetto.ts';
import type { Trace } from './trace.ts';

const programs = [...Object.values(tutorial), ...Array.from({ length: 12 }, (_, seed) => concurrentProgram(seed))];
const traces = programs.map((text, i) => recordProgram(text, ['go', 'random,3', 'pct,2+sync'][i % 3], 600));

function eventsOf(trace: Trace): readonly TraceEvent[] {
  return (JSON.parse(perfettoJson(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
}

type Field = 'text' | 'whole' | 'time' | 'arguments' | 'numbers' | 'scope' | 'e';

/** What the "Trace Event Format" document demands of every event, and of each phase that we write. Nothing else is there. */
const always: Readonly<Record<string, Field>> = { ph: 'text', name: 'text', pid: 'whole', tid: 'whole', ts: 'time' };
const demanded: Record<TraceEvent['ph'], Readonly<Record<string, Field>>> = {
  M: { args: 'arguments' },
  X: { cat: 'text', dur: 'time' },
  i: { cat: 'text', s: 'scope' },
  s: { cat: 'text', id: 'whole' },
  f: { cat: 'text', id: 'whole', bp: 'e' },
  C: { args: 'numbers' },
};
const optional: Partial<Record<TraceEvent['ph'], Readonly<Record<string, Field>>>> = { X: { args: 'arguments' } };

const fits: Record<Field, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value !== '',
  whole: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  time: (value) => Number.isFinite(value) && (value as number) >= 0,
  arguments: (value) => typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string' || Number.isFinite(one)),
  numbers: (value) => typeof value === 'object' && value !== null && Object.values(value).every((one) => Number.isSafeInteger(one) && (one as number) >= 0),
  scope: (value) => value === 'g' || value === 'p' || value === 't',
  e: (value) => value === 'e',
};

function problemsOf(event: TraceEvent): string[] {
  const known = demanded[event.ph];
  if (known === undefined) return [`phase ${String(event.ph)}`];
  const all: Readonly<Record<string, Field>> = { ...always, ...known };
  const missing = Object.entries(all).filter(([name, field]) => !fits[field](event[name as keyof TraceEvent]));
  const extra = Object.entries(event).filter(([name, value]) => !(name in all) && !(name in (optional[event.ph] ?? {}) && fits['arguments'](value)));
  return [...missing, ...extra].map(([name]) => `${event.ph}.${name}`);
}

describe('A recording in the Trace Event Format', () => {
  it('has in every event what its phase needs and nothing else, in the order of time', () => {
    for (const trace of traces) {
      let last = 0;
      for (const event of eventsOf(trace)) {
        expect(problemsOf(event), JSON.stringify(event)).toEqual([]);
        expect(event.ts).toBeGreaterThanOrEqual(event.ph === 'M' ? 0 : last);
        expect(event.ts + (event.dur ?? 0)).toBeLessThanOrEqual(trace.steps);
        if (event.ph !== 'M') last = event.ts;
      }
    }
  });

  it('would be told if it had not', () => {
    const [slice] = eventsOf(traces[0] as Trace).filter(({ ph }) => ph === 'X');
    expect(problemsOf({ ...(slice as TraceEvent), dur: -1 })).toEqual(['X.dur']);
    expect(problemsOf({ ...(slice as TraceEvent), id: 3 })).toEqual(['X.id']);
    expect(problemsOf({ ...(slice as TraceEvent), ph: 'B' as 'X' })).toEqual(['phase B']);
  });

  it('names every goroutine, in their order, and counts every statement once', () => {
    for (const trace of traces) {
      const events = eventsOf(trace);
      const named = new Set(events.filter(({ name }) => name === 'thread_name').map(({ tid }) => tid));
      for (const g of trace.stepGoroutine) expect(named).toContain(g);
      for (const { tid, args } of events.filter(({ name }) => name === 'thread_sort_index')) expect(args).toEqual({ sort_index: tid });
      const run = events.filter(({ cat }) => cat === 'run');
      expect(run.reduce((sum, { dur = 0 }) => sum + dur, 0)).toBe(trace.stepGoroutine.length);
    }
  });

  it('has arrows of two ends each, the beginning first', () => {
    let arrows = 0;
    for (const trace of traces) {
      const ends = new Map<number, TraceEvent[]>();
      for (const event of eventsOf(trace)) if (event.id !== undefined) ends.set(event.id, [...(ends.get(event.id) ?? []), event]);
      for (const [begin, end, ...more] of ends.values()) {
        expect([begin?.ph, end?.ph, more.length]).toEqual(['s', 'f', 0]);
        expect([begin?.name, begin?.cat]).toEqual([end?.name, end?.cat]);
        arrows++;
      }
    }
    expect(arrows).toBeGreaterThan(100);
  });

  it('has slices of a goroutine that do not cut each other, and arrows whose ends lie in one', () => {
    let [tied, loose] = [0, 0];
    for (const trace of traces) {
      const events = eventsOf(trace);
      for (const tid of new Set(events.map((event) => event.tid))) {
        let end = 0;
        const slices = events.filter((event) => event.ph === 'X' && event.tid === tid && (event.dur ?? 0) > 0);
        for (const { ts, dur = 0 } of slices) {
          expect(ts).toBeGreaterThanOrEqual(end);
          end = ts + dur;
        }
        for (const { ts } of events.filter((event) => event.id !== undefined && event.tid === tid)) {
          if (slices.some((slice) => slice.ts <= ts && ts < slice.ts + (slice.dur ?? 0))) tied++;
          else loose++;
        }
      }
    }
    expect(loose).toBe(0);
    expect(tied).toBeGreaterThan(200);
  });
});
