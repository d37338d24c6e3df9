import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scripted } from './testing/scripted.ts';

const m = new Scripted({ layouts: [{ size: 8, align: 8, refs: [] }] });

function bytesAt(bytes: Uint8Array): number {
  const address = m.native('rt.newArray', 0, Math.ceil((bytes.length + 1) / 8));
  new Uint8Array(m.memory.buffer).set(bytes, address);
  return address;
}

function runesOf(bytes: Uint8Array): number[] {
  m.native('rt.stringToRunes', bytesAt(bytes), bytes.length);
  const [address, count] = [m.result(0), m.result(1)];
  return Array.from({ length: count }, (_, i) => m.word(address + 4 * i));
}

describe('strings', () => {
  it('become the runes they spell, and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = new TextEncoder().encode(text);
        const runes = runesOf(bytes);
        expect(runes).toEqual([...text].map((char) => char.codePointAt(0)));
        const array = bytesAt(new Uint8Array(Int32Array.from(runes).buffer));
        m.native('rt.runesToString', array, runes.length);
        expect(m.textOf(m.result(0), m.result(1))).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('give U+FFFD for every invalid byte, as Go does', () => {
    // Overlong forms, surrogates, beyond U+10FFFF, lonely and missing continuation bytes.
    const cases: [number[], number[]][] = [
      [
        [0xc0, 0x80],
        [0xfffd, 0xfffd],
      ],
      [
        [0xed, 0xa0, 0x80],
        [0xfffd, 0xfffd, 0xfffd],
      ],
      [
        [0xf4, 0x90, 0x80, 0x80],
        [0xfffd, 0xfffd, 0xfffd, 0xfffd],
      ],
      [
        [0x80, 0x41],
        [0xfffd, 0x41],
      ],
      [
        [0xe2, 0x82],
        [0xfffd, 0xfffd],
      ],
      [[0xe2, 0x82, 0xac], [0x20ac]],
      [
        [0xe0, 0x9f, 0xbf],
        [0xfffd, 0xfffd, 0xfffd],
      ],
      [[0xff], [0xfffd]],
    ];
    for (const [bytes, runes] of cases) expect(runesOf(Uint8Array.from(bytes))).toEqual(runes);
  });

  it('are made of one integer, U+FFFD if it is no code point', () => {
    const text = (low: number, high: number): string => {
      m.native('rt.intToString', low, high);
      return m.textOf(m.result(0), m.result(1));
    };
    expect([text(65, 0), text(0x20ac, 0), text(0x1f600, 0), text(-1, -1), text(65, 1), text(0xd800, 0)]).toEqual([
      'A',
      '€',
      '😀',
      '\ufffd',
      '\ufffd',
      '\ufffd',
    ]);
  });

  it('are compared byte by byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6, max: 3 }), fc.uint8Array({ maxLength: 6, max: 3 }), (a, b) => {
        const args = [bytesAt(a), a.length, bytesAt(b), b.length];
        const order = Buffer.compare(a, b);
        expect(m.native('rt.stringCompare', ...args)).toBe(order);
        expect(m.native('rt.stringEqual', ...args)).toBe(order === 0 ? 1 : 0);
      }),
    );
  });

  it('are joined without touching their parts', () => {
    const a = m.text('inter');
    const b = m.text('leave and a longer rest, copied in one go');
    m.native('rt.concat', ...a, ...b);
    expect(m.textOf(m.result(0), m.result(1))).toBe('interleave and a longer rest, copied in one go');
    m.native('rt.concat', ...a, 0, 0);
    expect([m.result(0), m.result(1)]).toEqual(a);
  });
});

describe('print', () => {
  it('writes numbers in the format of Go’s runtime', () => {
    const p = new Scripted();
    p.runtime.start();
    for (const value of [1.5, -0.001, 0, -0, 1e100, 123456789, NaN, Infinity, -Infinity]) {
      p.native('rt.printFloat', value);
      p.native('rt.printString', ...p.text(' '));
    }
    p.native('rt.printInt', -1, -1);
    p.native('rt.printUint', -1, -1);
    p.native('rt.printBool', 1);
    p.native('rt.printPointer', -16);
    expect(p.output).toBe(
      '+1.500000e+000 -1.000000e-003 +0.000000e+000 -0.000000e+000 +1.000000e+100 +1.234568e+008 NaN +Inf -Inf -118446744073709551615true0xfffffff0',
    );
  });
});
