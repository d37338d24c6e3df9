import { expect, test } from 'vitest';
import { clockText, durationText, spokenDuration } from './duration.ts';

test('lengths of time use the unit in which they are short', () => {
  const lengths: [number, string][] = [
    [0, '0 s'],
    [1e9, '1 s'],
    [1.5e9, '1.5 s'],
    [90e9, '90 s'],
    [250e6, '250 ms'],
    [1_250_000, '1.25 ms'],
    [1500, '1.5 µs'],
    [7, '7 ns'],
    [1_000_000_001, '1.000000001 s'],
    [1_234_567, '1.234567 ms'],
    [2_000_001_000, '2.000001 s'],
  ];
  for (const [nanos, text] of lengths) expect(durationText(nanos)).toBe(text);
});

test('the clock shows thousandths, and more only where there is more', () => {
  expect([0, 1e9, 250e6, 1.2e9, 3e9 + 1500, 1].map(clockText)).toEqual([
    '0 s',
    '1.000 s',
    '0.250 s',
    '1.200 s',
    '3.000001500 s',
    '0.000000001 s',
  ]);
});

test('no reading is rounded', () => {
  for (const nanos of [123_456_789, 1_000_001, 999_999_999, 60e9 + 1])
    expect(Math.round(Number.parseFloat(clockText(nanos)) * 1e9)).toBe(nanos);
});

test('spoken lengths have their plural', () => {
  expect([1e9, 2e9, 1e6, 1.5e9].map(spokenDuration)).toEqual(['1 second', '2 seconds', '1 millisecond', '1.5 seconds']);
});
