import { deflateSync, strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink } from './link.ts';
import type { Moment } from './link.ts';

const moments: fc.Arbitrary<Moment> = fc.record({
  text: fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 })),
  strategy: fc.string({ maxLength: 40 }),
  seed: fc.nat(4_294_967_295),
  step: fc.nat(Number.MAX_SAFE_INTEGER),
  selected: fc.oneof(
    fc.constant({ kind: 'none' } as const),
    fc.record({ kind: fc.constantFrom('goroutine' as const, 'object' as const), id: fc.nat() }),
  ),
  hash: fc.string({ maxLength: 16 }),
});

const base64Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const sample: Moment = {
  text: 'package main\n\nfunc main() {\n}\n',
  strategy: 'go',
  seed: 7,
  step: 42,
  selected: { kind: 'goroutine', id: 3 },
  hash: 'abc',
};

/** A link with the payload and the right checksum: what a hostile author can make. */
function forge(payload: unknown, dictionary?: Uint8Array): string {
  const packed = deflateSync(strToU8(typeof payload === 'string' ? payload : JSON.stringify(payload)), dictionary ? { dictionary } : {});
  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let crc = n;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    return crc;
  });
  let crc = 0xffffffff;
  for (const byte of packed) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 255] ?? 0);
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, ~crc >>> 0, true);
  bytes.set(packed, 4);
  return '1' + Buffer.from(bytes).toString('base64url');
}

describe('a link', () => {
  it('decodes to the moment that was encoded', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(decodeLink('#' + encodeLink(moment))).toEqual({ kind: 'moment', moment });
      }),
    );
  });

  it('consists of characters that every chat tool keeps in a link', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(encodeLink(moment)).toMatch(/^1[A-Za-z0-9_-]+$/);
      }),
    );
  });

  it('is shorter than the program for a program of ordinary length', () => {
    const text =
      'package main\n\nimport (\n\t"fmt"\n\t"sync"\n)\n\nfunc main() {\n\tvar wg sync.WaitGroup\n\twg.Add(1)\n\tgo func() {\n\t\tdefer wg.Done()\n\t\tfmt.Println("hello")\n\t}()\n\twg.Wait()\n}\n';
    expect(encodeLink({ ...sample, text }).length).toBeLessThan(text.length);
  });
});

describe('a link that is not right', () => {
  it('is none at all when the fragment is empty', () => {
    expect(decodeLink('')).toEqual({ kind: 'none' });
    expect(decodeLink('#')).toEqual({ kind: 'none' });
  });

  it('never throws, whatever the fragment', () => {
    const base64 = fc
      .array(fc.integer({ min: 0, max: 63 }), { maxLength: 400 })
      .map((digits) => digits.map((digit) => base64Digits[digit]).join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          base64,
          base64.map((text) => '1' + text),
        ),
        (text) => {
          expect(decodeLink(text).kind).not.toBe('moment');
        },
      ),
    );
  });

  it('is called damaged when a character is missing, changed or cut off', () => {
    const link = encodeLink(sample);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: link.length - 1 }), fc.constantFrom('cut', 'drop', 'change'), (at, how) => {
        const other = link[at] === 'A' ? 'B' : 'A';
        const broken =
          how === 'cut'
            ? link.slice(0, at)
            : how === 'drop'
              ? link.slice(0, at) + link.slice(at + 1)
              : link.slice(0, at) + other + link.slice(at + 1);
        const decoded = decodeLink(broken);
        // A change in the unused low bits of the last character changes nothing.
        if (decoded.kind === 'moment') expect(decoded.moment).toEqual(sample);
        else expect(decoded).toEqual({ kind: 'bad', why: 'damaged' });
      }),
    );
  });

  it('is called foreign when it is no link of ours', () => {
    expect(decodeLink('#section-3')).toEqual({ kind: 'bad', why: 'foreign' });
    expect(decodeLink('#<script>alert(1)</script>')).toEqual({ kind: 'bad', why: 'foreign' });
  });

  it('is called newer when its version is', () => {
    expect(decodeLink('2' + encodeLink(sample).slice(1))).toEqual({ kind: 'bad', why: 'newer' });
  });

  it('is refused when it would inflate without end', () => {
    const link = forge('a'.repeat(30_000_000));
    const started = performance.now();
    expect(decodeLink(link)).toEqual({ kind: 'bad', why: 'too long' });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is refused when the fragment itself is huge', () => {
    expect(decodeLink('1' + 'A'.repeat(2_000_000))).toEqual({ kind: 'bad', why: 'too long' });
  });

  it('is damaged when a forged payload is not a moment', () => {
    const payloads: unknown[] = [
      null,
      {},
      [],
      'text',
      ['t', 'go', -1, 0, 0, 0, ''],
      ['t', 'go', 1.5, 0, 0, 0, ''],
      ['t', 'go', 1, 0, 3, 0, ''],
      [1, 'go', 1, 0, 0, 0, ''],
      ['t', 'x'.repeat(5000), 1, 0, 0, 0, ''],
      ['t'.repeat(400_001), 'go', 1, 0, 0, 0, ''],
      ['t', 'go', 1, 0, 0, 0, '', 'more'],
      { __proto__: { length: 7 } },
    ];
    for (const payload of payloads)
      expect(decodeLink(forge(payload)), JSON.stringify(payload)?.slice(0, 60)).toEqual({ kind: 'bad', why: 'damaged' });
  });
});
