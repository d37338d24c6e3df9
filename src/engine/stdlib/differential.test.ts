import { describe, expect, it } from 'vitest';
import { goCommand, runDifferential } from './oracle.ts';

// Needs an installed Go: skipped, visibly, where there is none.
describe.skipIf(goCommand === undefined)('the library, run by real Go, agrees with Go’s own', () => {
  it.each(['strconv', 'strings', 'fmt', 'context', 'unicode', 'math', 'scan', 'tabwriter', 'regexp', 'json'])('%s', { timeout: 300_000 }, (name) => {
    expect(runDifferential(name, '')).toMatch(/^\d+ compared, 0 different\n$/);
  });
});
