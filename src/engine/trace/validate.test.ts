import { describe, expect, it } from 'vitest';
import { createRecorder } from './columns.ts';
import { Kind } from './events.ts';
import { validateTrace } from './validate.ts';

type Row = readonly [kind: Kind, g: number, a?: number, b?: number, c?: number, d?: number];

const begin: readonly Row[] = [
  [Kind.GoCreate, 0, 1],
  [Kind.GoStart, 1],
  [Kind.ChanMake, 1, 1, 1],
];

function problems(...rows: readonly Row[]): string[] {
  const recorder = createRecorder();
  rows.forEach(([kind, g, a = 0, b = 0, c = 0, d = 0], step) => recorder.event(kind, step, g, a, b, c, d));
  const verdict = { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' } as const;
  return validateTrace(recorder.finish({ engine: '', steps: 100, sites: [], verdict, schedule: 'go' }));
}

describe('a recording', () => {
  it('that can have happened is accepted', () => {
    expect(
      problems(
        ...begin,
        [Kind.GoCreate, 1, 2],
        [Kind.ChanSend, 1, 1, 0, 0],
        [Kind.GoBlock, 1, 2, 1],
        [Kind.GoStart, 2],
        [Kind.ChanRecv, 2, 1, 0, 0, 1],
        [Kind.ChanSend, 1, 1, 0, 0],
        [Kind.GoUnblock, 2, 1, 1],
        [Kind.ChanClose, 2, 1],
        [Kind.GoEnd, 2],
        [Kind.Decision, 0, 0, 2, 1],
        [Kind.GoStart, 1],
        [Kind.ChanRecv, 1, 1, 0, 0, 1],
        [Kind.ChanRecv, 1, 1, 0, 0, 0],
        [Kind.ObjectMake, 1, 2, 3],
        [Kind.LockAcquire, 1, 2, 0],
        [Kind.LockRelease, 1, 2, 0],
        [Kind.ObjectMake, 1, 3, 2],
        [Kind.WaitGroupAdd, 1, 3, -1, -1],
        [Kind.GoPanic, 1],
        [Kind.TimerStart, 1, 4],
        [Kind.TimerStart, 1, 4],
        [Kind.ClockAdvance, 0, -1, 0],
        [Kind.ClockAdvance, 0, 0, 1],
      ),
    ).toEqual([]);
  });

  it.each<[string, ...Row[]]>([
    ['no goroutine 2', [Kind.GoStop, 1], [Kind.GoStart, 2]],
    ['no goroutine -1', [Kind.ChanSend, 1, 1, 0, -1]],
    ['goroutine 1 is dead, not runnable', [Kind.GoEnd, 1], [Kind.GoStart, 1]],
    ['no kind 17', [17 as Kind, 1, 1]],
    ['no site 5', [Kind.GoCreate, 1, 2, 0, 5]],
    ['no object 9', [Kind.AtomicOp, 1, 9]],
    ['goroutine 2 starts while 1 runs', [Kind.GoCreate, 1, 2], [Kind.GoStart, 2]],
    ['goroutine 3 is not the next number', [Kind.GoCreate, 1, 3]],
    ['goroutine 1 is running, not waiting', [Kind.GoUnblock, 0, 1]],
    ['a value from an empty buffer', [Kind.ChanRecv, 1, 1, 0, 0, 1]],
    ['a zero value from a channel that is not closed and empty', [Kind.ChanRecv, 1, 1, 0, 0, 0]],
    ['more values than the buffer holds', [Kind.ChanSend, 1, 1], [Kind.ChanSend, 1, 1]],
    ['a send on a closed channel', [Kind.ChanClose, 1, 1], [Kind.ChanSend, 1, 1]],
    ['channel 1 is closed twice', [Kind.ChanClose, 1, 1], [Kind.ChanClose, 1, 1]],
    ['no object 7', [Kind.ChanSend, 1, 7]],
    ['no channel 2', [Kind.ObjectMake, 1, 2, 3], [Kind.ChanSend, 1, 2]],
    ['object 1 appears twice', [Kind.ChanMake, 1, 1, 0]],
    ['goroutine 1 is in no select', [Kind.SelectDone, 1, 0]],
    ['lock 2 is held already', [Kind.ObjectMake, 1, 2, 3], [Kind.LockAcquire, 1, 2, 0], [Kind.LockAcquire, 1, 2, 0]],
    ['lock 2 is not held', [Kind.ObjectMake, 1, 2, 3], [Kind.LockRelease, 1, 2, 0]],
    ['lock 2 has a writer and readers', [Kind.ObjectMake, 1, 2, 3], [Kind.LockAcquire, 1, 2, 1], [Kind.LockAcquire, 1, 2, 0]],
    ['counter 2 becomes -1', [Kind.ObjectMake, 1, 2, 3], [Kind.WaitGroupAdd, 1, 2, -1, -1]],
    ['the clock goes back', [Kind.ClockAdvance, 0, 5, 0], [Kind.ClockAdvance, 0, 4, 0]],
    ['alternative 2 of 2', [Kind.Decision, 0, 0, 2, 2]],
    ['no string 9', [Kind.Output, 1, 1, 9]],
  ])('is refused: %s', (message, ...rows) => {
    const found = problems(...begin, ...rows);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
  });
});
