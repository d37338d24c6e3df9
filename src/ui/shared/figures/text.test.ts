import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roughMeasure } from './measure.ts';
import { fit } from './text.ts';

test('words that fit are left alone', () => {
  expect(fit('worker', 'name', 200, roughMeasure)).toMatchObject({ words: 'worker', condensed: false });
});

test('words a little too long are condensed, longer ones cut with an ellipsis', () => {
  const width = roughMeasure('worker', 'name');
  expect(fit('worker', 'name', width * 0.9, roughMeasure)).toMatchObject({ words: 'worker', condensed: true });
  expect(fit('worker', 'name', width * 0.6, roughMeasure).words).toMatch(/^w.*…$/);
});

test('nothing is ever condensed to less than 85 %', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 3, maxLength: 60 }), fc.integer({ min: 40, max: 400 }), (words, max) => {
      const f = fit(words, 'state', max, roughMeasure);
      expect(f.width).toBeLessThanOrEqual(max);
      expect(roughMeasure(f.words, 'state') * 0.85).toBeLessThanOrEqual(max + 1e-9);
    }),
  );
});
