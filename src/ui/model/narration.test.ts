import { describe, expect, test } from 'vitest';
import type { Trace } from '../../engine/trace/trace.ts';
import { cancellation, fanIn, timeout, workerPool } from './fixtures.ts';
import { buildModel, narrate } from './index.ts';
import { textTrace } from './textTrace.ts';

/** Sentence and reason of the step, "sentence | reason". */
function said(trace: Trace, step: number): string {
  const { text, why } = narrate(buildModel(trace), step);
  return why === '' ? text : `${text} | ${why}`;
}
/** Of the last statement but one, so that the end of the run does not interfere. */
function last(text: string): string {
  const trace = textTrace(`${text} | g1 run`);
  return said(trace, trace.steps - 1);
}

describe("the mock's sentences", () => {
  test('a receive from the closed jobs', () => {
    expect(said(workerPool(9), 49)).toBe(
      'Goroutine 2 receives 5 from jobs. | Four values are left; the channel is closed, so workers end when it is empty.',
    );
  });
  test('noticing a cancellation', () => {
    const narration = narrate(buildModel(cancellation()), 19);
    expect(narration).toMatchObject({
      text: 'Goroutine 2 notices that ctx is cancelled, 3 steps after the signal.',
      tone: 'cancel',
      goroutine: 2,
    });
  });
  test('the livelock of the fan-in', () => {
    expect(narrate(buildModel(fanIn()), 200)).toMatchObject({
      tone: 'bad',
      text: expect.stringMatching(/^Livelock\. Goroutine 4 spins/),
      why: expect.stringMatching(/^Set a closed input to nil/),
    });
  });
  test('parts mark the names and carry the value with its colour', () => {
    expect(narrate(buildModel(workerPool(9)), 49).parts).toEqual([
      { kind: 'strong', text: 'Goroutine 2 receives ' },
      { kind: 'token', token: { text: '5', lineage: 5 } },
      { kind: 'strong', text: ' from ' },
      { kind: 'code', text: 'jobs' },
      { kind: 'text', text: '.' },
    ]);
  });
});

describe('beginning and end', () => {
  test('step 0 says that it is ready', () => expect(said(workerPool(9), 0)).toBe('Ready: main is about to begin. The run has 70 steps.'));
  test('a plain statement is told by its line', () => expect(said(workerPool(9), 3)).toBe('Goroutine 1 executes line 22.'));
  test('main returns', () =>
    expect(said(workerPool(9), 70)).toBe('Goroutine 1 prints "All jobs processed". | Main returns and the program ends.'));
  test('whoever is left behind is counted', () => {
    expect(said(textTrace('g1 make c | g1 go w | g2 recv c | g1 end'), 4)).toBe(
      'Goroutine 1 ends at line 4. | Main returns and the program ends; one goroutine is left behind.',
    );
  });
  test('a panic is final', () => {
    const narration = narrate(buildModel(textTrace('g1 run | g1 panic "send on closed channel" | verdict panic 2')), 2);
    expect(narration).toMatchObject({
      text: 'Goroutine 1 panics: send on closed channel.',
      tone: 'bad',
      why: 'Nobody recovers: the program ends with status 2.',
    });
  });
  test('a deadlock without an explanation gets the plain one', () => {
    expect(narrate(buildModel(textTrace('g1 make c | g1 recv c | deadlock')), 2)).toMatchObject({
      text: 'Deadlock. Nobody is left to run.',
      tone: 'bad',
    });
  });
});

describe('channels', () => {
  test('made, with room and without', () => {
    expect(last('g1 make jobs 10')).toBe('Goroutine 1 makes jobs, a channel of int with room for ten values.');
    expect(last('g1 make jobs 1')).toBe('Goroutine 1 makes jobs, a channel of int with room for one value.');
    expect(last('g1 make c')).toBe('Goroutine 1 makes c, an unbuffered channel of int. | A send waits until somebody receives.');
  });
  test('a send into the buffer says how full it is', () => {
    expect(last('g1 make c 3 | g1 send c 5')).toBe('Goroutine 1 sends 5 on c. | One of three slots is taken.');
    expect(last('g1 make c 2 | g1 send c 5 | g1 send c 6')).toBe(
      'Goroutine 1 sends 6 on c. | All two slots are taken: the next sender waits.',
    );
    expect(last('g1 make c 1 | g1 send c 5')).toBe('Goroutine 1 sends 5 on c. | Its one slot is taken: the next sender waits.');
  });
  test('parking says why and behind whom', () => {
    expect(said(textTrace('g1 make c | g1 go w | g2 send c 5 | g1 run'), 3)).toBe(
      'Goroutine 2 waits to send 5 on c. | Nobody is ready to receive.',
    );
    expect(said(textTrace('g1 make c 1 | g1 go w | g1 send c 1 | g2 send c 5 | g1 run'), 4)).toBe(
      'Goroutine 2 waits to send 5 on c. | The buffer is full.',
    );
    expect(said(textTrace('g1 make c | g1 go w | g1 go w | g2 recv c | g3 recv c | g1 run'), 5)).toBe(
      'Goroutine 3 waits to receive from c. | One receiver is in line before it.',
    );
  });
  test('a hand-off goes straight from one to the other', () => {
    expect(last('g1 make c | g1 go w | g2 recv c | g1 send c 7')).toBe(
      'Goroutine 1 sends 7 on c, straight to goroutine 2. | Goroutine 2 was waiting for it and is woken.',
    );
    expect(last('g1 make c | g1 go w | g1 go w | g2 send c 7 | g3 send c 8 | g1 recv c')).toBe(
      'Goroutine 1 receives 7 from c, straight from goroutine 2. | Goroutine 2, which was holding it, is woken. One sender still waits.',
    );
  });
  test('a receive from a full buffer lets a parked sender in', () => {
    expect(last('g1 make c 1 | g1 go w | g1 send c 1 | g2 send c 2 | g1 recv c')).toBe(
      'Goroutine 1 receives 1 from c. | Goroutine 2 puts its 2 into the free slot and is woken.',
    );
  });
  test('closing wakes the receivers and keeps the values', () => {
    expect(last('g1 make c | g1 go w | g1 go w | g2 recv c | g3 recv c | g1 close c')).toBe(
      'Goroutine 1 closes c. | Goroutines 2 and 3 were waiting to receive and are woken.',
    );
    expect(last('g1 make c 2 | g1 send c 1 | g1 close c')).toBe('Goroutine 1 closes c. | The value still in it can be received.');
    expect(last('g1 make c | g1 close c | g1 recv c')).toBe(
      'Goroutine 1 finds c closed and empty. | A receive from a closed channel gives the zero value at once.',
    );
  });
  test('nil channels are for ever', () => {
    expect(said(textTrace('g1 go w | g2 recv nil | g1 run'), 2)).toBe(
      'Goroutine 2 receives from a nil channel. | Nobody can ever be at the other end: it waits for ever.',
    );
  });
});

describe('select', () => {
  test('default, a parked select, a choice', () => {
    expect(last('g1 make c | g1 select recv c, default')).toBe(
      'Goroutine 1 takes default in its select. | Its one case, receive from c, is not ready.',
    );
    expect(last('g1 make a | g1 make b | g1 select recv a, send b 1, default')).toBe(
      'Goroutine 1 takes default in its select. | None of its two cases is ready.',
    );
    expect(said(textTrace('g1 make a | g1 make b | g1 go w | g2 select recv a, send b 1 | g1 run'), 4)).toBe(
      'Goroutine 2 waits in its select. | None of its two cases is ready: receive from a or send on b.',
    );
    expect(last('g1 make a 1 | g1 make b 1 | g1 send a 1 | g1 send b 2 | g1 select recv a, recv b')).toBe(
      'Goroutine 1 receives 1 from a. | No value is left. Its select had a choice: receive from a or receive from b.',
    );
    expect(said(textTrace('g1 go w | g2 select | g1 run'), 2)).toBe('Goroutine 2 waits for ever: its select has no cases.');
  });
});

describe('locks and counters', () => {
  test('Mutex', () => {
    expect(last('g1 mutex mu | g1 lock mu')).toBe('Goroutine 1 locks mu.');
    expect(said(textTrace('g1 mutex mu | g1 go w | g1 lock mu | g2 lock mu | g1 run'), 4)).toBe(
      'Goroutine 2 waits to lock mu, which goroutine 1 holds.',
    );
    expect(last('g1 mutex mu | g1 go w | g1 lock mu | g2 lock mu | g1 unlock mu')).toBe(
      'Goroutine 1 unlocks mu. | Goroutine 2 is woken. Goroutine 2 now holds mu.',
    );
    expect(said(textTrace('g1 mutex mu | g1 lock mu | g1 lock mu'), 3)).toMatch(/^Goroutine 1 waits to lock mu, which it holds itself\./);
  });
  test('RWMutex', () => {
    expect(last('g1 rwmutex rw | g1 go w | g1 go w | g2 rlock rw | g3 rlock rw')).toBe(
      'Goroutine 3 read-locks rw. | It shares the lock with one other reader. It is preempted.',
    );
    expect(said(textTrace('g1 rwmutex rw | g1 go w | g1 go w | g2 rlock rw | g3 rlock rw | g1 lock rw | g2 run'), 6)).toBe(
      'Goroutine 1 waits to write-lock rw, which goroutines 2 and 3 hold.',
    );
  });
  test('WaitGroup', () => {
    expect(last('g1 waitgroup wg | g1 add wg 2')).toBe('Goroutine 1 adds 2 to wg. | The counter is now 2.');
    expect(said(textTrace('g1 waitgroup wg | g1 go w | g1 add wg 1 | g1 wait wg | g2 run'), 4)).toBe(
      'Goroutine 1 waits for wg. | Its counter is 1: one Done is missing.',
    );
    expect(said(textTrace('g1 waitgroup wg | g1 go w | g1 add wg 1 | g1 wait wg | g2 done wg | g2 run'), 5)).toBe(
      'Goroutine 2 calls Done on wg. | The counter is 0. Goroutine 1 is woken.',
    );
  });
  test('Cond, atomics', () => {
    expect(last('g1 mutex mu | g1 cond c mu | g1 signal c')).toBe('Goroutine 1 signals c. | Nobody is waiting: the signal is lost.');
    expect(last('g1 atomic hits | g1 op hits "Add 1" 4')).toBe('Goroutine 1 does Add 1 on hits: it is 4.');
  });
});

describe('time and contexts', () => {
  test('sleeping, and the jump of the clock that ends it', () => {
    expect(said(textTrace('g1 sleep 1500ms | clock 1500ms | g1 run'), 1)).toBe(
      'Goroutine 1 sleeps for 1.5 seconds. | The clock jumps 1.5 s to 1.500 s; goroutine 1 is woken.',
    );
    expect(said(textTrace('g1 go w | g2 sleep 1s | g1 run'), 2)).toBe('Goroutine 2 sleeps for 1 second. | It wakes at 1.000 s.');
  });
  test('a deadline passes', () => {
    expect(said(timeout(), 1)).toBe('Goroutine 1 makes ctx with context.WithTimeout. | Its deadline is at 1.000 s.');
    expect(said(timeout(), 5)).toMatch(/The clock jumps 1 s to 1\.000 s; the deadline of ctx passes and goroutine 2 is woken\.$/);
    expect(said(timeout(), 6)).toMatch(
      /^Goroutine 2 notices that the deadline of ctx has passed, 1 step after the signal\. \| It prints "Work canceled: context deadline exceeded"\./,
    );
  });
  test('cancelling tells how far the wave goes', () => {
    expect(last('g1 background bg | g1 context a bg | g1 context b a | g1 go w | g2 listen b | g2 recv b.Done | g1 cancel a "quota"')).toBe(
      'Goroutine 1 cancels a, with the cause: quota. | One context below it is cancelled too. Goroutine 2 is woken and has not looked yet.',
    );
    expect(said(cancellation(), 16)).toBe('Goroutine 1 cancels ctx. | Goroutine 2 has not looked yet.');
  });
});

test('go statements and choices of who runs', () => {
  expect(last('g1 go worker "id 1"')).toBe('Goroutine 1 starts goroutine 2, worker id 1. | It is runnable and waits for its turn.');
  expect(said(workerPool(9), 33)).toBe(
    'Goroutine 1 waits for wg. | Its counter is 3: three calls of Done are missing. Goroutine 4 runs next; goroutines 2 and 3 could have.',
  );
});

test('every step of every fixture has one clean sentence', () => {
  for (const trace of [workerPool(9, 5), cancellation(), timeout(), fanIn()]) {
    const model = buildModel(trace);
    for (let step = 0; step <= trace.steps; step++) {
      const { text, why, parts } = narrate(model, step);
      expect(text).toMatch(/^(Goroutine \d+ |Ready: |Livelock\. ).+[.]$/);
      expect(`${text} ${why}`).not.toMatch(/undefined|NaN|something| {2}|\.\.$| one \w+s\b|\b1 \w+s after/);
      expect(parts.length).toBeGreaterThan(0);
    }
  }
});
