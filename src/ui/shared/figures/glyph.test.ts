import { expect, test } from 'vitest';
import type { GoroutineState } from '../../model/types.ts';
import { badge } from './badge.ts';
import { glyph } from './glyph.ts';
import { roughMeasure } from './measure.ts';
import { hueNumber, isHollow } from './states.ts';
import { toMarkup } from './svg.ts';

const states: readonly GoroutineState[] = ['running', 'runnable', 'blocked', 'sleeping', 'dead', 'panicked', 'stuck', 'noticed'];

test('every state has a shape of its own, readable without colour', () => {
  const shapes = states.map((s) => toMarkup(glyph(s, 0, 0)).replace(/var\(--[a-z0-9-]+\)/g, 'ink'));
  expect(new Set(shapes).size).toBe(states.length);
});

test('what cannot run has a hollow badge', () => {
  expect(states.filter(isHollow)).toEqual(['blocked', 'sleeping', 'dead', 'stuck']);
  expect(toMarkup(badge(3, 0, 0, roughMeasure, { hollow: true }))).toContain('stroke="var(--g3)"');
  expect(toMarkup(badge(3, 0, 0, roughMeasure))).toContain('fill="var(--g3)"');
});

test('slate is main’s alone, the other eleven hues go round', () => {
  expect([1, 2, 3, 12, 13, 14].map(hueNumber)).toEqual([1, 2, 3, 12, 2, 3]);
});

test('text and attributes are escaped in markup', () => {
  expect(toMarkup({ tag: 'text', attributes: { 'data-x': '"a"&' }, children: ['<-ch'] })).toBe(
    '<text data-x="&quot;a&quot;&amp;">&lt;-ch</text>',
  );
});
