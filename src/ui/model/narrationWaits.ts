/** Sentences about parking: what a goroutine waits for, who has it, and what it takes. */
import { Kind, WaitReason } from '../../engine/trace/events.ts';
import { clockText, spokenDuration } from './duration.ts';
import { channelOf, nameOf, stringOf } from './facts.ts';
import type { Fact, StepFacts } from './facts.ts';
import { caseName } from './narrationChannels.ts';
import type { Telling } from './narrationChannels.ts';
import { code, counted, goroutines, listed, numberWord, plain, strong, value } from './phrases.ts';
import type { Phrase } from './phrases.ts';

export function tellBlock(facts: StepFacts, fact: Fact): Telling {
  const { a, b } = fact;
  switch (a) {
    case WaitReason.ChanReceive:
      return waitToReceive(facts, b);
    case WaitReason.ChanSend:
      return waitToSend(facts, fact);
    case WaitReason.ChanReceiveNil:
      return forEver([strong(`Goroutine ${facts.actor} receives`), plain(' from a nil channel.')]);
    case WaitReason.ChanSendNil:
      return forEver([strong(`Goroutine ${facts.actor} sends`), plain(' on a nil channel.')]);
    case WaitReason.SelectNoCases:
      return { phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' for ever: its select has no cases.')], why: [] };
    case WaitReason.Select:
      return waitInSelect(facts);
    case WaitReason.Sleep:
      return sleeps(facts, fact);
    case WaitReason.WaitGroupWait:
      return waitForGroup(facts, b);
    case WaitReason.CondWait:
      return {
        phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' on '), code(nameOf(facts, b)), plain('.')],
        why: ['it has released the lock until somebody signals'],
      };
    case WaitReason.MutexLock:
    case WaitReason.RWMutexLock:
    case WaitReason.RWMutexRLock:
      return waitForLock(facts, fact);
    default:
      return {
        phrase: [
          strong(`Goroutine ${facts.actor} waits`),
          plain(b === 0 ? ' for a semaphore.' : ' for '),
          ...(b === 0 ? [] : [code(nameOf(facts, b)), plain('.')]),
        ],
        why: [],
      };
  }
}

function forEver(phrase: Phrase): Telling {
  return { phrase, why: ['nobody can ever be at the other end: it waits for ever'] };
}

function waitToReceive(facts: StepFacts, channel: number): Telling {
  const context = facts.index.contextOfDone.get(channel);
  if (context !== undefined) {
    return {
      phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' for '), code(nameOf(facts, channel)), plain('.')],
      why: [`it goes on when ${nameOf(facts, context)} is cancelled`],
    };
  }
  const view = channelOf(facts, channel);
  const ahead = (view?.receivers.length ?? 1) - 1;
  const reason = view?.capacity === 0 ? 'nobody is sending' : 'the buffer is empty';
  return {
    phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' to receive from '), code(nameOf(facts, channel)), plain('.')],
    why: [ahead > 0 ? `${counted(ahead, 'receiver')} ${ahead === 1 ? 'is' : 'are'} in line before it` : reason],
  };
}

function waitToSend(facts: StepFacts, { b, c }: Fact): Telling {
  const view = channelOf(facts, b);
  const held = view?.senders.find((sender) => sender.goroutine === facts.actor)?.value ?? { text: stringOf(facts, c), lineage: 1 };
  const ahead = (view?.senders.length ?? 1) - 1;
  const reason = view?.capacity === 0 ? 'nobody is ready to receive' : 'the buffer is full';
  return {
    phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' to send '), value(held), plain(' on '), code(nameOf(facts, b)), plain('.')],
    why: [ahead > 0 ? `${reason}, and ${counted(ahead, 'sender')} ${ahead === 1 ? 'is' : 'are'} in line before it` : reason],
  };
}

function waitInSelect(facts: StepFacts): Telling {
  const cases = facts.own.filter((fact) => fact.kind === Kind.SelectCase);
  const names = cases.map((fact) => caseName(facts, fact));
  const why =
    cases.length === 1
      ? `its one case is not ready: ${names[0] ?? ''}`
      : `none of its ${counted(cases.length, 'case')} is ready: ${listed(names, 'or')}`;
  return { phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' in its select.')], why: [cases.length === 0 ? '' : why] };
}

function sleeps(facts: StepFacts, { d }: Fact): Telling {
  const timer = facts.world.timers.find((view) => view.id === d);
  if (timer === undefined) return { phrase: [strong(`Goroutine ${facts.actor} sleeps`), plain('.')], why: [] };
  const length = spokenDuration(timer.when - timer.startedAt);
  return {
    phrase: [strong(`Goroutine ${facts.actor} sleeps`), plain(` for ${length}.`)],
    why: timer.state === 'pending' ? [`it wakes at ${clockText(timer.when)}`] : [],
  };
}

function waitForGroup(facts: StepFacts, object: number): Telling {
  const count = facts.world.waitGroups.find((view) => view.id === object)?.count ?? 0;
  return {
    phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' for '), code(nameOf(facts, object)), plain('.')],
    why: [`its counter is ${count}: ${count === 1 ? 'one Done is' : `${numberWord(count)} calls of Done are`} missing`],
  };
}

function waitForLock(facts: StepFacts, { a, b }: Fact): Telling {
  const once = facts.world.onces.find((view) => view.id === b);
  if (once !== undefined) {
    const runner = once.runner === 0 ? '' : `, which goroutine ${once.runner} is running`;
    return {
      phrase: [strong(`Goroutine ${facts.actor} waits`), plain(' for the function of '), code(once.name), plain(`${runner}.`)],
      why: [],
    };
  }
  const lock = facts.world.locks.find((view) => view.id === b);
  const verb = a === WaitReason.MutexLock ? 'lock' : a === WaitReason.RWMutexRLock ? 'read-lock' : 'write-lock';
  const holders = lock === undefined ? [] : lock.owner !== 0 ? [lock.owner] : [...lock.readers];
  const self = holders.includes(facts.actor);
  const held =
    holders.length === 0
      ? ''
      : self
        ? ', which it holds itself'
        : `, which ${goroutines(holders)} ${holders.length === 1 ? 'holds' : 'hold'}`;
  const ahead = (lock?.waiters.length ?? 1) - 1;
  return {
    phrase: [strong(`Goroutine ${facts.actor} waits`), plain(` to ${verb} `), code(nameOf(facts, b)), plain(`${held}.`)],
    why: [ahead > 0 ? `${counted(ahead, 'goroutine')} ${ahead === 1 ? 'is' : 'are'} in line before it` : ''],
  };
}
