import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scripted, T } from './testing/scripted.ts';

/** A map[int]int beside a JS Map. */
class Pair {
  readonly model = new Map<number, number>();
  readonly m = new Scripted({ schedule: 'go,5', layouts: [{ size: 8, align: 8, refs: [] }] });
  readonly map: number;
  private readonly key: number;
  private readonly iterator: number;

  constructor() {
    this.m.runtime.start();
    this.map = this.m.native('rt.mapNew', T.mapIntInt, 0);
    this.key = this.m.native('rt.new', 0);
    this.iterator = this.m.native('rt.newArray', 0, 4);
  }

  private at(key: number): number {
    this.m.setWord(this.key, key);
    this.m.setWord(this.key + 4, key >> 31);
    return this.key;
  }
  set(key: number, value: number): void {
    this.model.set(key, value);
    this.m.setWord(this.m.native('rt.mapSet', this.map, this.at(key)), value);
  }
  get(key: number): number | undefined {
    const address = this.m.native('rt.mapGet', this.map, this.at(key));
    return address === 0 ? undefined : this.m.word(address);
  }
  delete(key: number): void {
    this.model.delete(key);
    this.m.native('rt.mapDelete', this.map, this.at(key));
  }
  clear(): void {
    this.model.clear();
    this.m.native('rt.mapClear', this.map);
  }
  get length(): number {
    return this.m.native('rt.mapLen', this.map);
  }
  /** Visits the entries as range does. */
  *entries(): Generator<[number, number]> {
    this.m.native('rt.mapIterInit', this.map, this.iterator);
    for (;;) {
      this.m.native('rt.mapIterNext', this.iterator);
      const key = this.m.word(this.iterator + 4);
      if (key === 0) return;
      yield [this.m.word(key), this.m.word(this.m.word(this.iterator + 8))];
    }
  }
}

const command = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('set' as const), fc.integer({ min: -40, max: 40 }), fc.nat(1000)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('delete' as const), fc.integer({ min: -40, max: 40 }), fc.constant(0)) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('clear' as const), fc.constant(0), fc.constant(0)) },
);

function apply(pair: Pair, [kind, key, value]: readonly ['set' | 'delete' | 'clear', number, number]): void {
  if (kind === 'set') pair.set(key, value);
  else if (kind === 'delete') pair.delete(key);
  else pair.clear();
}

describe('a map', () => {
  it('holds what was put in and not taken out', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 300 }), (commands) => {
        const pair = new Pair();
        for (const each of commands) apply(pair, each);
        expect(pair.length).toBe(pair.model.size);
        for (let key = -41; key <= 41; key++) expect(pair.get(key)).toBe(pair.model.get(key));
        expect(new Map(pair.entries())).toEqual(pair.model);
      }),
      { numRuns: 100 },
    );
  });

  it('changed while it is ranged over: every entry that stays is visited once, none that was taken out before', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(200), { maxLength: 60 }), fc.array(command, { maxLength: 120 }), (keys, commands) => {
        const pair = new Pair();
        for (const key of keys) pair.set(key, key);
        const touched = new Set<number>();
        const visited: number[] = [];
        const queue = [...commands];
        for (const [key] of pair.entries()) {
          expect(pair.model.has(key)).toBe(true);
          visited.push(key);
          for (const each of queue.splice(0, 4)) {
            if (each[0] === 'clear') for (const present of pair.model.keys()) touched.add(present);
            touched.add(each[1]);
            apply(pair, each);
          }
        }
        for (const key of keys) if (!touched.has(key)) expect(visited.filter((other) => other === key)).toEqual([key]);
      }),
      { numRuns: 100 },
    );
  });

  it('is ranged over from an entry that the schedule chooses', () => {
    const first = new Set<number>();
    const pair = new Pair();
    for (let key = 0; key < 20; key++) pair.set(key, key);
    for (let i = 0; i < 50; i++) first.add((pair.entries().next().value as [number, number])[0]);
    expect(first.size).toBeGreaterThan(5);
  });
});

describe('keys', () => {
  function stringMap() {
    const m = new Scripted();
    const map = m.native('rt.mapNew', T.mapStringInt, 0);
    const key = (text: string): number => {
      const [address, length] = m.text(text);
      const cell = m.native('rt.newArray', 0, 1);
      m.setWord(cell, address);
      m.setWord(cell + 4, length);
      return cell;
    };
    return { m, map, key };
  }

  it('that are strings are compared by their bytes', () => {
    const { m, map, key } = stringMap();
    for (let i = 0; i < 500; i++) m.setWord(m.native('rt.mapSet', map, key(`key ${i % 100}`)), i);
    expect(m.native('rt.mapLen', map)).toBe(100);
    expect(m.word(m.native('rt.mapGet', map, key('key 7')))).toBe(407);
    expect(m.native('rt.mapGet', map, key('key'))).toBe(0);
  });

  it('that are NaN are never found again, and both zeros are one', () => {
    const m = new Scripted();
    const map = m.native('rt.mapNew', T.mapFloatInt, 0);
    const key = m.native('rt.new', 0);
    for (const value of [NaN, NaN, 0, -0]) {
      m.setDouble(key, value);
      m.native('rt.mapSet', map, key);
    }
    expect(m.native('rt.mapLen', map)).toBe(3);
    m.setDouble(key, NaN);
    expect(m.native('rt.mapGet', map, key)).toBe(0);
  });

  it('that are interfaces are compared by type and value, and must be hashable', () => {
    const m = new Scripted();
    const map = m.native('rt.mapNew', T.mapAnyInt, 0);
    const key = m.native('rt.new', 0);
    const boxed = m.native('rt.new', 0);
    m.setWord(key, T.int);
    m.setWord(key + 4, boxed);
    m.setWord(m.native('rt.mapSet', map, key), 1);
    const other = m.native('rt.new', 0);
    m.setWord(key + 4, other);
    expect(m.word(m.native('rt.mapGet', map, key))).toBe(1);
    m.setWord(key, T.float64);
    expect(m.native('rt.mapGet', map, key)).toBe(0);
    m.setWord(key, T.slice);
    expect(m.native('rt.mapSet', map, key)).toBe(1);
    expect(m.result(0)).toBe(T.slice);
    expect(m.native('rt.mapLen', map)).toBe(1);
  });
});
