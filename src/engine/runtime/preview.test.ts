import { describe, expect, it } from 'vitest';
import { createRecorder } from '../trace/columns.ts';
import { Kind } from '../trace/events.ts';
import { textOf } from '../trace/trace.ts';
import { floatText } from './preview.ts';
import { layout, runtimeType, Scripted, T } from './testing/scripted.ts';

const point = 14;
const pointerToPoint = 15;
const chanOfPoint = 16;
const chanOfPointer = 17;
const chanOfAny = 18;
const fields = [
  { name: 'x', type: T.int, offset: 0, embedded: false, exported: false, tag: '' },
  { name: 'name', type: T.string, offset: 8, embedded: false, exported: false, tag: '' },
];
const types = [
  runtimeType(point, 'struct', { fields, layout: layout(16, [8], 8), name: 'main.point' }),
  runtimeType(pointerToPoint, 'pointer', { elem: point }),
  runtimeType(chanOfPoint, 'chan', { elem: point }),
  runtimeType(chanOfPointer, 'chan', { elem: pointerToPoint }),
  runtimeType(chanOfAny, 'chan', { elem: T.any }),
];

/** What the recording shows of a value that is sent: `store` puts it at the address it is given. */
function shown(chan: number, store: (m: Scripted, address: number) => void): string {
  const recorder = createRecorder();
  const m = new Scripted({ types, recorder });
  m.main(function* (fp) {
    const c = m.chan(1, chan);
    const value = m.native('rt.newArray', 0, 4);
    store(m, value);
    yield* m.blocking('rt.chanSend', fp, c, value - fp);
  });
  m.run();
  const verdict = { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' } as const;
  const trace = recorder.finish({ engine: '', steps: m.steps, sites: [], verdict, schedule: 'go' });
  return textOf(trace, trace.b[trace.kind.indexOf(Kind.ChanSend)] as number);
}

function storeText(m: Scripted, address: number, text: string): void {
  const [at, length] = m.text(text);
  m.setWord(address, at);
  m.setWord(address + 4, length);
}

function storePoint(m: Scripted, address: number): void {
  m.setWord(address, 3);
  storeText(m, address + 8, 'p');
}

describe('values in a recording', () => {
  it('are shown as Go prints them, strings quoted', () => {
    expect(shown(T.chanInt, (m, at) => m.setWord(at, 42))).toBe('42');
    expect(shown(T.chanInt, (m, at) => [at, at + 4].forEach((word) => m.setWord(word, -1)))).toBe('-1');
    expect(shown(T.chanString, (m, at) => storeText(m, at, 'a "b"'))).toBe('"a \\"b\\""');
    expect(shown(chanOfPoint, storePoint)).toBe('{3 "p"}');
  });

  it('are cut when they are long', () => {
    const text = shown(T.chanString, (m, at) => storeText(m, at, 'x'.repeat(1000)));
    expect(text).toBe(`"${'x'.repeat(40)}"…`);
  });

  it('behind a pointer are shown too', () => {
    const text = shown(chanOfPointer, (m, at) => {
      const target = m.native('rt.newArray', 0, 2);
      storePoint(m, target);
      m.setWord(at, target);
    });
    expect(text).toBe('&{3 "p"}');
    expect(shown(chanOfPointer, () => {})).toBe('nil');
  });

  it('in an interface are shown by their dynamic type', () => {
    const text = shown(chanOfAny, (m, at) => {
      const boxed = m.native('rt.new', 0);
      m.setDouble(boxed, 2.5);
      m.setWord(at, T.float64);
      m.setWord(at + 4, boxed);
    });
    expect(text).toBe('2.5');
    expect(shown(chanOfAny, () => {})).toBe('nil');
  });

  it('that are floats have Go’s exponents', () => {
    expect([1e21, 1e-7, 0.0001, 123456789, 100000, -0, NaN, Infinity].map(floatText)).toEqual([
      '1e+21',
      '1e-07',
      '0.0001',
      '1.23456789e+08',
      '100000',
      '-0',
      'NaN',
      '+Inf',
    ]);
  });
});
