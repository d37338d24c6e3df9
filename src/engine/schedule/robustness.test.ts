/** Schedule strings come from links, command lines and people: any text is a schedule or is refused with a message, at once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSchedule, printSchedule, schedulerOf, strategies } from './index.ts';

/** A fixed sequence of numbers. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

/** The property of any text. */
function isTotal(text: string): boolean {
  const parsed = parseSchedule(text);
  if ('error' in parsed) {
    expect(parsed.error).toMatch(/^schedule "(?:[^"\\]|\\.)*"…?: \S/);
    expect(parsed.error.length).toBeLessThan(600);
    expect(parsed.error).not.toMatch(/\p{Cc}/u);
    return false;
  }
  const printed = printSchedule(parsed);
  expect(parseSchedule(printed)).toEqual(parsed);
  expect(printSchedule(parsed)).toBe(printed);
  const scheduler = schedulerOf(text);
  if ('error' in scheduler) expect(scheduler.error).toMatch(/^no strategy "[a-z…]{1,61}"; there are go, /);
  else expect(scheduler.text).toBe(printed);
  return true;
}

const samples = ['go', 'random,7', 'go~10:3', 'pct,42~0:1~17:2', 'random,7+access+adversarial', 'replay,3+sync~0:1~5:2~6:0', 'manual,4294967295~2147483647:2147483647'];

describe('A schedule string', () => {
  it('is what it was when it is printed and parsed', () => {
    for (const sample of samples) expect(printSchedule(parseSchedule(sample) as never)).toBe(sample);
  });

  it('may be any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void isTotal(text)), { numRuns: 2000 });
    const likely = fc.string({ unit: fc.constantFrom(...'go,~:+0123456789 randomcesyt-.e'), maxLength: 40 });
    fc.assert(fc.property(likely, (text) => void isTotal(text)), { numRuns: 3000 });
  });

  it('may be cut off anywhere, or have bits and characters changed', () => {
    const random = numbers(5);
    let accepted = 0;
    for (const sample of samples) {
      for (let length = 0; length <= sample.length; length++) isTotal(sample.slice(0, length));
      for (let round = 0; round < 1500; round++) {
        const characters = [...sample];
        for (let i = random(3); i >= 0; i--) {
          const at = random(characters.length);
          const flipped = String.fromCharCode(sample.charCodeAt(at) ^ (1 << random(16)));
          characters.splice(at, random(2), random(3) === 0 ? '~' : flipped);
        }
        if (isTotal(characters.join(''))) accepted++;
      }
    }
    expect(accepted).toBeGreaterThan(100);
  });

  it('is refused with what is wrong with it', () => {
    const error = (text: string) => (schedulerOf(text) as { readonly error: string }).error;
    expect(error('')).toBe('schedule "": want a strategy and a seed, as in "go" or "random,7"');
    expect(error('go,-1')).toContain('want a strategy and a seed');
    expect(error('go,99999999999999999999999')).toBe('schedule "go,99999999999999999999999": the seed is larger than 4294967295');
    expect(error(`go,${'9'.repeat(500)}`)).toContain('the seed is larger');
    expect(error('go+sync+access')).toContain('sync and access exclude each other');
    expect(error('go+sometimes')).toContain('no option "sometimes"; there are sync, access, adversarial');
    expect(error('go~2147483648:1')).toContain('"~2147483648:1" has a number larger than 2147483647');
    expect(error('go~1:-1')).toContain('"~1:-1" is no deviation; want decision:alternative, as in "~10:3"');
    expect(error('dpor2,7')).toContain('want a strategy');
    expect(error('dfs,7')).toBe(`no strategy "dfs"; there are ${strategies.map(({ name }) => name).join(', ')}`);
    // Of a version to come.
    expect(error('v2:go,7~1:2')).toContain('want a strategy and a seed');
    expect(error('go,7+granularity=sync')).toContain('want a strategy');
    expect(error('go,7@3')).toContain('want a strategy');
    expect(error('go\u0000\n')).toContain('"go\\u0000\\n"');
  });

  it('of any length is looked at once', () => {
    for (const text of [`go${'~1:1'.repeat(300_000)}`, `go${'+sync'.repeat(200_000)}`, `go,${'0'.repeat(1_000_000)}7`, '~'.repeat(1_000_000), 'a'.repeat(1_000_000), `${'+'.repeat(500_000)}go`]) {
      const began = performance.now();
      isTotal(text);
      expect(performance.now() - began).toBeLessThan(3000);
    }
    expect(parseSchedule(`go${'~1:1'.repeat(300_000)}`)).toHaveProperty('deviations', [{ decision: 1, index: 1 }]);
  });
});
