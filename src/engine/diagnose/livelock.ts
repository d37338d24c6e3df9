/** Explains a run that repeats the same states for ever: who spins, over which lines, on what, and who waits meanwhile. */
import type { Round } from '../machine/cycle.ts';
import { Kind } from '../trace/events.ts';
import type { Trace, VerdictParty } from '../trace/trace.ts';
import type { Explanation } from './deadlock.ts';
import { waitingParties, party } from './deadlock.ts';
import { type Facts, goroutineName, listText, nameOf, waitText } from './facts.ts';

export function explainLivelock(trace: Trace, facts: Facts, round: Round): Explanation {
  const spinning = new Map<number, Set<number>>();
  for (let step = round.first; step < round.last; step++) {
    const g = trace.stepGoroutine[step];
    const site = trace.stepSite[step];
    if (g === undefined || site === undefined) continue;
    const sites = spinning.get(g) ?? new Set();
    spinning.set(g, sites.add(site));
  }
  const closed = closedReceives(trace, round);
  const spinners = [...spinning.keys()];
  const channels = [...closed].sort((a, b) => a - b).map((id) => nameOf(facts, id));
  const closedOnes = `${channels.length > 1 ? 'the closed channels' : 'the closed channel'} ${listText(channels)}`;
  const what = channels.length > 0 ? `receives from ${closedOnes}, which is always possible` : 'repeats the same statements without changing anything';
  const waiting = waitingParties(facts);
  const main = waiting.find((fact) => fact.id === 1);
  const who = listText(spinners.map((id) => goroutineName(facts.goroutines.get(id), id)));
  const on = channels.length > 0 ? ` on ${closedOnes}` : ' without changing anything';
  const rest = main ? ` while ${goroutineName(main, 1)} ${waitText(facts, main)} for ever` : '';
  const parties: VerdictParty[] = [
    ...spinners.map((id): VerdictParty => ({ goroutine: id, text: `spins: it ${what}; a round takes ${round.length} steps`, sites: [...(spinning.get(id) ?? [])].sort((a, b) => a - b) })),
    ...waiting.map((fact) => party(facts, fact)),
  ];
  return { summary: `Livelock: ${who} spins${on}${rest}.`, parties, repair: repair(channels, facts) };
}

/** Channels that were found closed by a receive during the round. */
function closedReceives(trace: Trace, round: Round): Set<number> {
  const channels = new Set<number>();
  for (let i = trace.length - 1; i >= 0 && (trace.step[i] as number) > round.first; i--) {
    if (trace.kind[i] === Kind.ChanRecv && trace.d[i] === 0) channels.add(trace.a[i] as number);
  }
  return channels;
}

function repair(channels: readonly string[], facts: Facts): string {
  if (channels.length === 0) return 'Wait for the change instead of asking for it again and again: receive from a channel, or use a sync.Cond.';
  const waited = waitingParties(facts).find((fact) => fact.id === 1 && facts.channels.has(fact.object));
  const last = waited ? ` and close(${nameOf(facts, waited.object)}), so that the range over it ends` : '';
  return `A closed channel is always ready to receive. When a receive says ok == false, set that channel variable to nil: a nil channel is never ready, so its case is out of the select. When all of them are nil, return${last}.`;
}
