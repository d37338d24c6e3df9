import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Kind } from './events.ts';
import { argumentCounts, Packed, PackedEvents, unpackEvents } from './packed.ts';

type Row = [kind: Kind, step: number, g: number, a: number, b: number, c: number, d: number];

function unpacked(packed: PackedEvents): number[][] {
  const rows: number[][] = [];
  for (const { bytes } of packed.pieces()) expect(unpackEvents(bytes, (...row) => rows.push(row))).toBe(true);
  return rows;
}

const word = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const row = fc
  .tuple(fc.constantFrom(...Object.values(Kind)), fc.nat(5), word, word, word, word, word)
  .map(([kind, steps, g, ...args]) => [kind, steps, g, ...args.map((arg, i) => (i < (argumentCounts[kind] ?? 0) ? arg : 0))] as Row);

function withSteps(rows: readonly Row[]): Row[] {
  let step = 0;
  return rows.map(([kind, steps, ...rest]) => [kind, (step += steps), ...rest]);
}

describe('packed events', () => {
  it('are unpacked as they were', () => {
    const check = (rows: readonly Row[]) => {
      const events = withSteps(rows);
      const packed = new PackedEvents();
      for (const event of events) packed.add(...event);
      expect(packed.count).toBe(events.length);
      expect(unpacked(packed)).toEqual(events);
    };
    fc.assert(fc.property(fc.array(row), check), { numRuns: 200 });
    check(fc.sample(row, 20_000));
  });

  it('may be written by another hand in between', () => {
    const packed = new PackedEvents();
    packed.add(Kind.GoStart, 60, 1, 0, 0, 0, 0);
    packed.append(Uint8Array.of(Packed.reset, Kind.GoStart + 3 * 64, 62 * 2, 2 * 2), 1);
    packed.add(Kind.GoEnd, 63, 2, 0, 0, 0, 0);
    expect(unpacked(packed).map(([kind, step, g]) => [kind, step, g])).toEqual([
      [Kind.GoStart, 60, 1],
      [Kind.GoStart, 62, 2],
      [Kind.GoEnd, 63, 2],
    ]);
  });

  it('have one row for the three events of a hand-off', () => {
    const packed = new PackedEvents();
    packed.append(Uint8Array.of(Packed.reset, Packed.handOff + 64, 2 * 2, 2 * 2, 3 * 2, 5 * 2, 1), 3);
    expect(unpacked(packed)).toEqual([
      [Kind.ChanSend, 1, 2, 5, -1, 3, 0],
      [Kind.ChanRecv, 1, 3, 5, -1, 2, 1],
      [Kind.GoUnblock, 1, 2, 3, 5, 0, 0],
    ]);
  });
});
