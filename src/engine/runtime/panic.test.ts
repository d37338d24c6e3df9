import { describe, expect, it } from 'vitest';
import type { PanicRecord } from './index.ts';
import { panicReport } from './panic.ts';

function record(more: Partial<PanicRecord> = {}): PanicRecord {
  return { type: 1, data: 0, recovered: false, repanicked: false, goexit: false, ...more };
}

// Wanted texts as Go prints them before the goroutine's stack.
describe('the report of an unrecovered panic', () => {
  it('is its text', () => {
    expect(panicReport([record()], ['boom'])).toBe('panic: boom\n');
  });

  it('tells of the panics it happened on top of, the oldest first', () => {
    expect(panicReport([record({ recovered: true }), record()], ['first', 'second'])).toBe('panic: first [recovered]\n\tpanic: second\n');
    expect(panicReport([record(), record(), record()], ['a', 'b', 'c'])).toBe('panic: a\n\tpanic: b\n\tpanic: c\n');
  });

  it('tells once of a value that was recovered and thrown again', () => {
    expect(panicReport([record({ recovered: true, repanicked: true }), record()], ['a', 'a'])).toBe('panic: a [recovered, repanicked]\n');
  });

  it('does not mention Goexit', () => {
    expect(panicReport([record({ goexit: true }), record()], ['late'])).toBe('panic: late\n');
  });
});
