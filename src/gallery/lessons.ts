/** What to watch for in each of the tutorial's programs. Text between backquotes is set as code. */
export interface Lesson {
  /** What the pattern is for, in two or three sentences. */
  readonly idea: string;
  /** What to look at while stepping, in the order in which it comes. */
  readonly watch: readonly string[];
  /** Something to change in the editor, and what it teaches. */
  readonly exercise: string;
}

export const workerpoolLesson: Lesson = {
  idea:
    'A fixed number of goroutines take work from one channel. The channel is the queue, and receiving from it is the only agreement ' +
    'they need: each value goes to exactly one of them, and none of them knows how many others there are.',
  watch: [
    'The channel `jobs` has room for ten, so `main` sends all five jobs without waiting for anybody.',
    '`close(jobs)` does not throw the values away: the workers still receive what is in the buffer, and only then their `range` ends.',
    'While all three workers sleep nothing can run, and the virtual clock jumps to the next timer.',
    'Every worker calls `wg.Done` as it returns. The one that brings the counter to zero makes `main` runnable again.',
  ],
  exercise: 'Make `jobs` unbuffered: `make(chan int)`. Now `main` parks in its sends, and you see every job handed over in person.',
};

export const fanoutLesson: Lesson = {
  idea:
    'Several goroutines receive from the same channel, so that their work overlaps: that is fan-out. Here the results come back on a channel ' +
    'of their own, which `main` may close only when nobody can send on it any more.',
  watch: [
    'The order of the results is the order in which the workers got to send them, which is a matter of the schedule: try other seeds with `random`.',
    '`main` waits for the WaitGroup before it reads a single result. That works only because `results` has room for all of them.',
    '`close(results)` comes after `wg.Wait`: by then every sender has returned, so no send can meet a closed channel.',
  ],
  exercise: 'Give `results` room for two values only. The workers park in their sends, `main` in `wg.Wait`, and nobody is left to run.',
};

export const faninLesson: Lesson = {
  idea:
    'Values of several channels are passed on into one: that is fan-in. A `select` takes whichever input is ready, so a slow one does not hold up ' +
    'the other. What it does when an input is closed has to be thought of.',
  watch: [
    'In each round `select` takes one case; where both inputs are ready, the schedule has a choice.',
    'A closed channel is always ready: a receive gives the zero value and `ok` is false, at once and every time.',
    'After both inputs are closed the loop spins. It never returns and never closes `merged`, so `main` waits for ever in its `range`.',
  ],
  exercise:
    'Set a closed input to nil (`ch1 = nil`), for a nil channel is never ready, and leave the loop when both are nil, with `close(merged)` deferred.',
};

export const cancelLesson: Lesson = {
  idea:
    'A context carries the wish to stop from the one who decides to those who work. Cancelling interrupts nobody: it closes a channel, ' +
    'and a goroutine stops when it looks at that channel and returns.',
  watch: [
    'The `default` case makes `select` a look in passing: as long as the context is alive, `Done` is not ready and the work goes on.',
    '`cancel()` closes the channel that `ctx.Done()` returns. The worker is asleep then, and knows nothing of it.',
    'Only when its sleep is over does the worker come back to its `select` and notice: that is the delay between signal and reaction.',
  ],
  exercise:
    'Replace the sleep by a second `select` on `ctx.Done()` and `time.After`: the worker then notices at the instant of the cancellation.',
};

export const timeoutLesson: Lesson = {
  idea:
    'A context with a timeout cancels itself at its deadline. A `select` between the work and `ctx.Done()` then takes whatever comes first, and ' +
    '`ctx.Err()` says which it was.',
  watch: [
    'Two timers are pending at once: two seconds for the work, one for the deadline. The virtual clock jumps to the earlier one.',
    'At one second the context expires and closes its `Done` channel, which wakes the worker in its `select`.',
    '`time.After` cannot be told to stop: its timer stays pending although nobody waits for it any more.',
  ],
  exercise:
    'Give the context three seconds: now the work comes first. With exactly two seconds both are due at the same instant, and the schedule decides.',
};
