/** Sentences about locks, counters, Once, Cond, atomics, timers and contexts. */
import { ContextKind, contextKindNames, Kind, LockMode, TimerKind } from '../../engine/trace/events.ts';
import { clockText, spokenDuration } from './duration.ts';
import { nameOf, stringOf } from './facts.ts';
import type { Fact, StepFacts } from './facts.ts';
import { time } from './foldTime.ts';
import { objectOf } from './state.ts';
import { article, code, counted, goroutines, plain, strong } from './phrases.ts';
import type { Telling } from './narrationChannels.ts';

/** "Goroutine 3 <verb> <name>." */
function simply(facts: StepFacts, verb: string, object: number, after = '.', why: readonly string[] = []): Telling {
  return { phrase: [strong(`Goroutine ${facts.actor} ${verb} `), code(nameOf(facts, object)), plain(after)], why };
}

export function tellAcquire(facts: StepFacts, { a, b }: Fact): Telling {
  if (b === LockMode.RLock) {
    const others = (facts.world.locks.find((lock) => lock.id === a)?.readers.length ?? 1) - 1;
    return simply(facts, 'read-locks', a, '.', [others > 0 ? `it shares the lock with ${counted(others, 'other reader')}` : '']);
  }
  return b === LockMode.TryLock ? simply(facts, 'locks', a, ': TryLock finds it free.') : simply(facts, 'locks', a);
}

export function tellRelease(facts: StepFacts, { a, b }: Fact): Telling {
  const left = facts.world.locks.find((lock) => lock.id === a)?.readers.length ?? 0;
  const still = b === LockMode.RLock && left > 0 ? `${counted(left, 'reader')} still ${left === 1 ? 'holds' : 'hold'} it` : '';
  return simply(facts, b === LockMode.RLock ? 'read-unlocks' : 'unlocks', a, '.', [still]);
}

export function tellAdd(facts: StepFacts, { a, b, c }: Fact): Telling {
  if (b === -1) return simply(facts, 'calls Done on', a, '.', [c === 0 ? 'the counter is 0' : `the counter falls to ${c}`]);
  const verb = b < 0 ? `takes ${-b} from` : `adds ${b} to`;
  return simply(facts, verb, a, '.', [`the counter is now ${c}`]);
}

export function tellOnce(facts: StepFacts, { a, b }: Fact): Telling {
  if (b === 0) return simply(facts, 'is the first to call', a, ', and runs its function.', ['everybody else waits until it has returned']);
  return simply(facts, 'has run the function of', a, '.', ['it will not run again']);
}

export function tellSignal(facts: StepFacts, { a, b, c }: Fact): Telling {
  const nobody = b === 0 ? 'nobody is waiting: the signal is lost' : '';
  return simply(facts, c === 1 ? 'wakes everybody who waits on' : 'signals', a, '.', [nobody]);
}

export function tellAtomic(facts: StepFacts, { a, b, c, d }: Fact): Telling {
  const operation = stringOf(facts, b);
  const after = stringOf(facts, d);
  const outcome = c === 1 ? (after === '' ? '.' : `: it is ${after}.`) : ', and fails: the value had changed.';
  return {
    phrase: [strong(`Goroutine ${facts.actor} does `), code(operation), strong(' on '), code(nameOf(facts, a)), plain(outcome)],
    why: [],
  };
}

export function tellObject(facts: StepFacts, { a, c }: Fact): Telling {
  const type = stringOf(facts, c);
  return simply(facts, 'first uses', a, type === '' ? '.' : `, ${article(type)}.`);
}

export function tellTimerStart(facts: StepFacts, { a, b, c, d }: Fact): Telling {
  const when = time(b, c);
  const length = spokenDuration(when - facts.world.now);
  if (d === TimerKind.Ticker) return simply(facts, 'starts', a, `, a ticker with a period of ${length}.`);
  if (d === TimerKind.Func) return simply(facts, 'starts', a, `, which calls a function after ${length}.`);
  return simply(facts, 'starts', a, `, a timer of ${length}.`, [`it is due at ${clockText(when)}`]);
}

export function tellTimerStop(facts: StepFacts, { a }: Fact): Telling {
  return simply(facts, 'stops', a);
}

// ---- contexts

export function tellContext(facts: StepFacts, { a, b, c }: Fact): Telling {
  const deadline = facts.world.contexts.find((context) => context.id === a)?.deadline;
  const under = facts.world.contexts.some((context) => context.id === b && context.state !== 'root') ? `, under ${nameOf(facts, b)}` : '';
  const why = deadline === undefined ? '' : `its deadline is at ${clockText(deadline)}`;
  if (c === ContextKind.Background || c === ContextKind.Todo) return simply(facts, 'uses', a, ', the root of a tree of contexts.');
  const made = facts.index.named.has(a) ? code(nameOf(facts, a)) : plain('a context');
  const kind = contextKindNames[c as (typeof ContextKind)[keyof typeof ContextKind]] ?? 'context';
  return { phrase: [strong(`Goroutine ${facts.actor} makes `), made, plain(` with ${kind}${under}.`)], why: [why] };
}

/** One sentence for the whole wave; what it reaches is said after. */
export function tellCancel(facts: StepFacts, fact: Fact): Telling {
  const cause = stringOf(facts, fact.c);
  const reached = facts.own.filter((f) => f.kind === Kind.ContextCancel && f.a !== fact.a).length;
  const below = reached === 0 ? '' : `${counted(reached, 'context')} below it ${reached === 1 ? 'is' : 'are'} cancelled too`;
  const { woken } = facts;
  const signalled =
    woken.length === 0
      ? unaware(facts, fact.a)
      : `${goroutines(woken)} ${woken.length === 1 ? 'is woken and has' : 'are woken and have'} not looked yet`;
  const because = cause === '' ? '.' : `, with the cause: ${cause}.`;
  return { ...simply(facts, 'cancels', fact.a, because, [below, signalled]), tone: 'cancel', tellsWaking: true };
}

/** "goroutine 5 has not looked yet": those who have listened to the context and do not know. */
export function unaware({ world, index, step }: StepFacts, contextId: number): string {
  const record = objectOf(index.slots, index.states.at(step), contextId);
  if (record?.kind !== 'context') return '';
  const alive = new Set(world.goroutines.filter((view) => view.state !== 'dead').map((view) => view.id));
  const seen = new Set(record.noticed.filter((n) => n.step <= step).map((n) => n.goroutine));
  const rest = record.listeners.filter((g) => alive.has(g) && !seen.has(g));
  return rest.length === 0 ? '' : `${goroutines(rest)} ${rest.length === 1 ? 'has' : 'have'} not looked yet`;
}
