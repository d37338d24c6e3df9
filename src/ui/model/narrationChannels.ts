/** Sentences about channels and select. */
import { Kind } from '../../engine/trace/events.ts';
import { channelOf, nameOf, stringOf } from './facts.ts';
import type { Fact, StepFacts } from './facts.ts';
import { article, code, counted, goroutines, listed, numberWord, plain, strong, value } from './phrases.ts';
import type { Phrase } from './phrases.ts';
import { endsWhenDrained } from './drained.ts';
import type { ChannelView, Token } from './types.ts';

/** A sentence and what follows from it; `tellsWaking`: the waking has been told. */
export interface Telling {
  readonly phrase: Phrase;
  readonly why: readonly string[];
  readonly tone?: 'bad' | 'cancel';
  readonly tellsWaking?: boolean;
  /** Nothing happened but the statement itself. */
  readonly isPlain?: boolean;
}

export function tellMake(facts: StepFacts, { a, b, c }: Fact): Telling {
  const type = stringOf(facts, c);
  const kind = b === 0 ? `an unbuffered channel of ${type}` : `${article('channel')} of ${type} with room for ${counted(b, 'value')}`;
  const why = b === 0 ? ['a send waits until somebody receives'] : [];
  return { phrase: [strong(`Goroutine ${facts.actor} makes `), code(nameOf(facts, a)), plain(`, ${kind}.`)], why };
}

export function tellSend(facts: StepFacts, fact: Fact): Telling {
  const { a, c } = fact;
  const start = [strong(`Goroutine ${facts.actor} sends `), value(tokenOf(facts, fact)), strong(' on '), code(nameOf(facts, a))];
  if (c === 0) return { phrase: [...start, plain('.')], why: [fillOf(channelOf(facts, a)), ...selectNote(facts)] };
  return {
    phrase: [...start, plain(`, straight to goroutine ${c}.`)],
    why: [`goroutine ${c} was waiting for it and is woken`, crowd(channelOf(facts, a)), ...selectNote(facts)],
    tellsWaking: true,
  };
}

export function tellReceive(facts: StepFacts, fact: Fact): Telling {
  const { a, c, d } = fact;
  const name = nameOf(facts, a);
  const channel = channelOf(facts, a);
  if (d !== 1) return tellZero(facts, a);
  const start = [strong(`Goroutine ${facts.actor} receives `), value(tokenOf(facts, fact)), strong(' from '), code(name)];
  if (c !== 0) {
    return {
      phrase: [...start, plain(`, straight from goroutine ${c}.`)],
      why: [`goroutine ${c}, which was holding it, is woken`, crowd(channel), ...selectNote(facts)],
      tellsWaking: true,
    };
  }
  const refill = facts.all.find((f) => f.kind === Kind.ChanSend && f.a === a && f.g !== facts.actor && f.c === 0);
  const moved = refill === undefined ? '' : `goroutine ${refill.g} puts its ${stringOf(facts, refill.b)} into the free slot and is woken`;
  return {
    phrase: [...start, plain('.')],
    why: [moved === '' ? remaining(facts, channel) : moved, ...selectNote(facts)],
    tellsWaking: moved !== '',
  };
}

function tellZero(facts: StepFacts, channel: number): Telling {
  const context = facts.index.contextOfDone.get(channel);
  if (context !== undefined) {
    return {
      phrase: [strong(`Goroutine ${facts.actor} sees`), plain(' again that '), code(nameOf(facts, context)), plain(' is cancelled.')],
      why: [],
      tone: 'cancel',
    };
  }
  const repeated = facts.own.some((fact) => fact.kind === Kind.SelectDone) ? selectNote(facts) : [];
  return {
    phrase: [strong(`Goroutine ${facts.actor} finds `), code(nameOf(facts, channel)), strong(' closed'), plain(' and empty.')],
    why: ['a receive from a closed channel gives the zero value at once', ...repeated],
  };
}

export function tellClose(facts: StepFacts, { a }: Fact): Telling {
  const left = channelOf(facts, a)?.buffer.length ?? 0;
  const why =
    facts.woken.length > 0
      ? `${goroutines(facts.woken)} ${facts.woken.length === 1 ? 'was waiting to receive and is' : 'were waiting to receive and are'} woken`
      : left > 0
        ? `the ${left === 1 ? 'value' : `${numberWord(left)} values`} still in it can be received`
        : '';
  return { phrase: [strong(`Goroutine ${facts.actor} closes `), code(nameOf(facts, a)), plain('.')], why: [why], tellsWaking: true };
}

export function tellDefault(facts: StepFacts): Telling {
  const begin = facts.own.find((fact) => fact.kind === Kind.SelectBegin);
  const cases = facts.own.filter((fact) => fact.kind === Kind.SelectCase);
  const names = cases.map((fact) => caseName(facts, fact));
  const why =
    cases.length === 1
      ? `its one case, ${names[0] ?? ''}, is not ready`
      : `none of its ${counted(begin?.a ?? cases.length, 'case')} is ready`;
  return { phrase: [strong(`Goroutine ${facts.actor} takes default`), plain(' in its select.')], why: [cases.length === 0 ? '' : why] };
}

/** "receive from ch1" */
export function caseName(facts: StepFacts, { b, c }: Fact): string {
  const channel = b === 0 ? 'a nil channel' : nameOf(facts, b);
  return (c & 1) === 1 ? `send on ${channel}` : `receive from ${channel}`;
}

/** If the select had a choice, between what. */
export function selectNote(facts: StepFacts): string[] {
  const ready = facts.own.filter((fact) => fact.kind === Kind.SelectCase && (fact.c & 2) === 2);
  if (ready.length < 2) return [];
  return [
    `its select had a choice: ${listed(
      ready.map((fact) => caseName(facts, fact)),
      'or',
    )}`,
  ];
}

/** The token with its colour is in the step's flows; the event has only its text. */
function tokenOf(facts: StepFacts, { a, b, kind }: Fact): Token {
  const wanted = kind === Kind.ChanSend ? 'from' : 'to';
  const flow = facts.world.flows.find(
    (f) => f.object === a && f.token !== undefined && (f[wanted] === facts.actor || f.kind === 'handoff'),
  );
  return flow?.token ?? { text: stringOf(facts, b), lineage: 1 };
}

function fillOf(channel: ChannelView | undefined): string {
  if (channel === undefined || channel.capacity === 0) return '';
  const { capacity, buffer } = channel;
  if (buffer.length < capacity)
    return `${numberWord(buffer.length)} of ${numberWord(capacity)} slots ${buffer.length === 1 ? 'is' : 'are'} taken`;
  return capacity === 1
    ? 'its one slot is taken: the next sender waits'
    : `all ${numberWord(capacity)} slots are taken: the next sender waits`;
}

function remaining(facts: StepFacts, channel: ChannelView | undefined): string {
  if (channel === undefined) return '';
  const { length } = channel.buffer;
  const left = length === 0 ? 'no value is left' : `${counted(length, 'value')} ${length === 1 ? 'is' : 'are'} left`;
  if (!channel.closed) return left;
  const ending = endsWhenDrained(facts.index.trace, channel.id);
  if (length === 0)
    return ending === '' ? 'it was the last one: the channel is closed' : `it was the last one; the channel is closed, so ${ending}`;
  if (ending === '') return `${left}, and none will follow: the channel is closed`;
  return `${left}; the channel is closed, so ${ending} when it is empty`;
}

/** "612 senders still wait" */
function crowd(channel: ChannelView | undefined): string {
  if (channel === undefined) return '';
  const { senders, receivers } = channel;
  if (senders.length > 0) return `${counted(senders.length, 'sender')} still ${senders.length === 1 ? 'waits' : 'wait'}`;
  return receivers.length > 0 ? `${counted(receivers.length, 'receiver')} still ${receivers.length === 1 ? 'waits' : 'wait'}` : '';
}
