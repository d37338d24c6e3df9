import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile, Recording, schedulerOf } from '../index.ts';
import { concurrentProgram } from '../testing/concurrentPrograms.ts';
import { tutorial } from '../testing/tutorial.ts';
import { TraceAssembly } from './assembly.ts';
import { type TraceChunk, chunksOf } from './chunk.ts';
import { traceHash } from './hash.ts';

const limits = { maxSteps: 3000, maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: new Uint8Array(), env: {} };
const programs = [...Object.values(tutorial), ...Array.from({ length: 6 }, (_, seed) => concurrentProgram(seed))];

function recordingOf(text: string, schedule: string): Recording {
  const scheduler = schedulerOf(schedule);
  if ('error' in scheduler) throw new Error(scheduler.error);
  return new Recording(must(compile([{ name: 'main.go', text }], { trace: true }).executable, 'executable'), scheduler, limits);
}

describe('The chunks of a recording', () => {
  it.each(['go', 'random,3'])('put together are its trace, wherever they are cut (%s)', (schedule) => {
    for (const text of programs) {
      const whole = recordingOf(text, schedule);
      while (!whole.ended) whole.advance(3000);
      const expected = whole.trace();
      for (const every of [1, 7, 100, 3000]) {
        const recording = recordingOf(text, schedule);
        const assembly = new TraceAssembly();
        const add = (chunk: TraceChunk) => expect(assembly.add(structuredClone(chunk))).toBe(true);
        while (!recording.ended) {
          recording.advance(every);
          recording.take().forEach(add);
        }
        const end = recording.trace();
        recording.take().forEach(add);
        expect(recording.take()).toEqual([]);
        const trace = assembly.finish(end);
        expect(trace).toEqual(expected);
        expect(traceHash(trace)).toBe(expected.hash);
      }
    }
  });

  it('of a trace that is there give it again', () => {
    for (const text of programs) {
      const recording = recordingOf(text, 'random,5');
      while (!recording.ended) recording.advance(3000);
      const trace = recording.trace();
      const assembly = new TraceAssembly();
      for (const chunk of chunksOf(trace)) assembly.add(chunk);
      expect(assembly.finish(trace)).toEqual(trace);
    }
  });

  it('that do not hold what they say are refused, and nothing of them counts', () => {
    const assembly = new TraceAssembly();
    const none = { strings: [], goroutines: new Uint32Array(0), sites: new Uint32Array(0) };
    const event = Uint8Array.of(0, 2, 2);
    expect(assembly.add({ events: event, count: 2, ...none })).toBe(false);
    expect(assembly.add({ events: event, count: 0, ...none })).toBe(false);
    expect(assembly.add({ events: event.subarray(0, 2), count: 1, ...none })).toBe(false);
    expect(assembly.add({ events: Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 1), count: 1, ...none })).toBe(false);
    expect(assembly.add({ events: event, count: 1, ...none, sites: Uint32Array.of(1) })).toBe(false);
    expect(assembly.length).toBe(0);
    expect(assembly.add({ events: event, count: 1, ...none })).toBe(true);
    expect(assembly.length).toBe(1);
  });
});
