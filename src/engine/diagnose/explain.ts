/** From how a run ended to a verdict that explains it, in Go's words where Go has them. */
import { assertUnreachable } from '../../base/assert.ts';
import type { Round } from '../machine/cycle.ts';
import type { Ending } from '../machine/machine.ts';
import { Kind } from '../trace/events.ts';
import type { Trace, Verdict, VerdictKind } from '../trace/trace.ts';
import { type Explanation, explainDeadlock, party, waitingParties } from './deadlock.ts';
import { factsOf, goroutineName, nameOf } from './facts.ts';
import { explainLivelock } from './livelock.ts';

/** Endings that the session decides on, besides those of the machine. */
export type RunEnding = Ending | { readonly kind: 'steps' | 'events'; readonly limit: number } | { readonly kind: 'livelock'; readonly round: Round } | { readonly kind: 'stopped' };

const deadlockText = 'all goroutines are asleep - deadlock!';
const noGoroutinesText = 'no goroutines (main called runtime.Goexit) - deadlock!';

/** Exit status of a run that a budget ended. */
const budgetExit = 124;

/** `dump`: goroutine dumps as Go prints them when a program dies. */
export function explain(ending: RunEnding, trace: Trace, dump: () => string): Verdict {
  switch (ending.kind) {
    case 'exit':
      return ending.code === 0 ? verdict('ok', 0, '') : verdict('exit', ending.code, '', `The program ended itself with exit status ${ending.code}.`);
    case 'panic':
      return verdict('panic', 2, ending.text, ...panicSummary(ending.text, trace));
    case 'fatal':
      return verdict('fatal', 2, `${ending.note ? `${ending.note}\n` : ''}fatal error: ${ending.text}\n\n${dump()}`, `Fatal error: ${ending.text}`);
    case 'deadlock': {
      const goroutines = dump();
      const text = `fatal error: ${ending.mainExited ? noGoroutinesText : deadlockText}\n${goroutines && `\n${goroutines}`}`;
      return withExplanation('deadlock', 2, text, explainDeadlock(factsOf(trace)));
    }
    case 'livelock': {
      const explanation = explainLivelock(trace, factsOf(trace), ending.round);
      return withExplanation('livelock', budgetExit, `interleave: livelock: ${explanation.summary.replace(/^Livelock: /, '')}\n${linesText(trace, explanation)}${explanation.repair}\n`, explanation);
    }
    case 'steps':
      return budget('steps', trace, `step budget of ${ending.limit.toLocaleString('en')} statements used up`, 'If the program only needs longer, raise the step budget; if it should have ended, look at who still runs.');
    case 'events':
      return budget('events', trace, `budget of ${ending.limit.toLocaleString('en')} recorded events used up`, 'The program does more on channels, locks and timers than a recording keeps: look for a loop that never ends, or give it less to do.');
    case 'memory':
      return budget('memory', trace, 'memory budget used up', 'The program holds on to more memory than a run is given: look for a slice, map or channel that only grows, or goroutines that never end.');
    case 'output':
      return budget('output', trace, 'output budget used up', 'The program prints more than a run may keep: look for a loop that prints without end.');
    case 'stopped':
      return verdict('stopped', budgetExit, '', 'The run was stopped.');
    default:
      return assertUnreachable(ending);
  }
}

function verdict(kind: VerdictKind, exitCode: number, stderr: string, summary = '', parties: Verdict['parties'] = [], repair = ''): Verdict {
  return { kind, exitCode, summary, stderr, parties, repair };
}

function withExplanation(kind: VerdictKind, exitCode: number, stderr: string, { summary, parties, repair }: Explanation): Verdict {
  return verdict(kind, exitCode, stderr, summary, parties, repair);
}

function budget(kind: VerdictKind, trace: Trace, what: string, repair: string): Verdict {
  const facts = factsOf(trace);
  const runner = trace.stepGoroutine.at(-1) ?? 0;
  const who = facts.goroutines.get(runner);
  const summary = `Stopped: ${what}${who ? ` while ${goroutineName(who, runner)} was running` : ''}.`;
  const parties = [
    ...(who ? [{ goroutine: runner, text: 'was running', sites: who.site === 0 ? [] : [who.site] }] : []),
    ...waitingParties(facts).slice(0, 20).map((fact) => party(facts, fact)),
  ];
  return verdict(kind, budgetExit, `interleave: ${what}\n`, summary, parties, repair);
}

/** "goroutine 4: lines 11, 12, 17" for each party. */
function linesText(trace: Trace, { parties }: Explanation): string {
  return parties
    .map(({ goroutine, text, sites }) => {
      const places = sites.map((site) => trace.sites[site]).filter((site) => site !== undefined);
      const lines = [...new Set(places.map((site) => site.line))].join(', ');
      const where = places[0] ? ` (${places[0].file}:${lines})` : '';
      return `  goroutine ${goroutine} ${text}${where}\n`;
    })
    .join('');
}

/** For panics of channels: who closed it, and when. */
function panicSummary(text: string, trace: Trace): [summary: string, parties: Verdict['parties'], repair: string] {
  const firstLine = (text.split('\n')[0] ?? '').replace(/^panic: /, '');
  const facts = factsOf(trace);
  let panicker = 0;
  let at = 0;
  for (let i = trace.length - 1; i >= 0; i--) {
    if (trace.kind[i] !== Kind.GoPanic) continue;
    panicker = trace.g[i] as number;
    at = trace.step[i] as number;
    break;
  }
  const who = facts.goroutines.get(panicker);
  const summary = `Panic: ${who ? `${goroutineName(who, panicker)}: ` : ''}${firstLine}`;
  const parties = who ? [{ goroutine: panicker, text: `panicked at step ${at}`, sites: who.site === 0 ? [] : [who.site] }] : [];
  if (!/closed channel/.test(firstLine)) return [summary, parties, ''];
  const closes = [...facts.channels.values()].filter((channel) => channel.closed);
  const closers = closes.map((channel) => ({ goroutine: channel.closed?.by ?? 0, text: `closed ${nameOf(facts, channel.id)} at step ${channel.closed?.step}`, sites: [] }));
  return [summary, [...parties, ...closers], 'Only the sender closes a channel, once, when nothing more will be sent; with several senders, one goroutine waits for all of them and closes.'];
}
