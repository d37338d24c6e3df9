/** Explains a global deadlock: who waits for whom, and the well-known repair where the situation is one. */
import { WaitReason } from '../trace/events.ts';
import type { VerdictParty } from '../trace/trace.ts';
import { type Facts, type GoroutineFact, goroutineName, listText, nameOf, waitText } from './facts.ts';

export interface Explanation {
  readonly summary: string;
  readonly parties: readonly VerdictParty[];
  readonly repair: string;
}

export function waitingParties(facts: Facts): GoroutineFact[] {
  return [...facts.goroutines.values()].filter((fact) => fact.state === 'waiting');
}

export function party(facts: Facts, fact: GoroutineFact): VerdictParty {
  return { goroutine: fact.id, text: `${waitText(facts, fact)} since step ${fact.since}`, sites: fact.site === 0 ? [] : [fact.site] };
}

export function explainDeadlock(facts: Facts): Explanation {
  const waiting = waitingParties(facts);
  const cycle = lockCycle(facts, waiting);
  const subject = cycle ?? waiting;
  const first = subject[0];
  const others = waiting.length > 1 ? 'nobody is left to run' : 'no other goroutine is left';
  const summary = cycle
    ? `Deadlock: ${listText(cycle.map((fact) => `goroutine ${fact.id}`))} each wait for a lock that another of them holds.`
    : `Deadlock: ${first ? `${goroutineName(first, first.id)} ${waitText(facts, first)}, and ` : ''}${others}.`;
  return { summary, parties: waiting.map((fact) => party(facts, fact)), repair: repairFor(facts, waiting, cycle) };
}

/** Goroutines that wait for each other's locks in a ring, if there is one. */
function lockCycle(facts: Facts, waiting: readonly GoroutineFact[]): GoroutineFact[] | undefined {
  const holderOf = (fact: GoroutineFact) => facts.goroutines.get(facts.locks.get(fact.object)?.owner ?? 0);
  for (const start of waiting) {
    const seen: GoroutineFact[] = [];
    for (let fact: GoroutineFact | undefined = start; fact && !seen.includes(fact); fact = holderOf(fact)) {
      seen.push(fact);
      if (holderOf(fact) === start) return seen.length > 1 ? seen : undefined;
    }
  }
  return undefined;
}

function repairFor(facts: Facts, waiting: readonly GoroutineFact[], cycle: readonly GoroutineFact[] | undefined): string {
  if (cycle) return 'Lock in one order everywhere, for instance by account number or address, so that no ring can form.';
  const by = (reason: number) => waiting.filter((fact) => fact.reason === reason);
  const self = waiting.find((fact) => facts.locks.get(fact.object)?.owner === fact.id);
  if (self) return `${nameOf(facts, self.object)} is locked twice by the same goroutine: a Go mutex is not reentrant. Unlock it first, or split the function into one that locks and one that expects the lock held.`;
  if (by(WaitReason.ChanReceiveNil).length + by(WaitReason.ChanSendNil).length > 0) return 'Make the channel with make(chan T) before it is used: operations on a nil channel never proceed.';
  const senders = by(WaitReason.ChanSend);
  const waiters = by(WaitReason.WaitGroupWait);
  if (waiters.length > 0 && senders.length > 0) {
    const names = [...new Set(senders.map((fact) => nameOf(facts, fact.object)))];
    return `Receive from ${listText(names)} while the senders run, and call Wait in a goroutine of its own that then closes it: the senders cannot finish before somebody receives.`;
  }
  if (waiters.length > 0 && waiting.length === waiters.length) return 'Some Add has no matching Done: call defer wg.Done() first thing in each goroutine, and Add once for each before it is started.';
  const receivers = by(WaitReason.ChanReceive);
  const open = receivers.find((fact) => facts.channels.get(fact.object)?.closed === undefined);
  if (open && senders.length === 0) {
    const name = nameOf(facts, open.object);
    return `Nobody is left to send on ${name}: close(${name}) when the last value has been sent, so that receivers end, or do not receive more than is sent.`;
  }
  if (senders.length > 0) return `Nobody is left to receive from ${nameOf(facts, senders[0]?.object ?? 0)}: start the receiver before sending, or give the channel a buffer that holds what is sent.`;
  return '';
}
