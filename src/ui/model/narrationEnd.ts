/** The last step of a run: what the verdict makes of it. */
import { Kind } from '../../engine/trace/events.ts';
import type { Verdict } from '../../engine/trace/trace.ts';
import type { StepFacts } from './facts.ts';
import type { Telling } from './narrationChannels.ts';
import { counted, plain, strong } from './phrases.ts';

const headings: Partial<Record<Verdict['kind'], string>> = {
  deadlock: 'Deadlock',
  livelock: 'Livelock',
  fatal: 'Fatal error',
  panic: 'Panic',
  steps: 'Step budget',
  events: 'Event budget',
  memory: 'Memory budget',
  output: 'Output budget',
  stopped: 'Stopped',
};
const fallbacks: Partial<Record<Verdict['kind'], string>> = {
  deadlock: 'every goroutine waits and nobody is left to run.',
  livelock: 'a goroutine spins and no progress is possible.',
  fatal: 'the runtime ends the program.',
  panic: 'nobody recovers, and the program ends.',
  steps: 'the run has used all its steps.',
  events: 'the recording holds all the events it may.',
  memory: 'the run has used all its memory.',
  output: 'the run has written all the output it may.',
  stopped: 'the run was ended here.',
};

/** undefined: the step's own sentence stands. */
export function endingOf(facts: StepFacts, told: Telling): Telling | undefined {
  const { verdict } = facts.index.trace;
  if (verdict.kind === 'ok') return { ...told, why: [...told.why, returned(facts)] };
  if (verdict.kind === 'exit') return exits(facts, told, verdict);
  if (verdict.kind === 'panic')
    return {
      ...told,
      tone: 'bad',
      why: [...told.why, `nobody recovers: the program ends with status ${verdict.exitCode}`, verdict.repair],
    };
  const { heading, rest } = splitSummary(verdict);
  const why = verdict.kind === 'stopped' ? [] : [verdict.repair];
  return { phrase: [strong(`${heading}. `), plain(rest)], why, ...(verdict.kind === 'stopped' ? {} : { tone: 'bad' }) };
}

/** "Deadlock: goroutine 2 ..." is a heading and a sentence. */
function splitSummary({ kind, summary }: Verdict): { readonly heading: string; readonly rest: string } {
  const heading = headings[kind] ?? 'The end';
  const own = /^([A-Z][\w ]{2,20}): (.+)$/s.exec(summary);
  const rest = own?.[2] ?? (summary === '' ? (fallbacks[kind] ?? '') : summary);
  return { heading: own?.[1] ?? heading, rest: rest.charAt(0).toUpperCase() + rest.slice(1) };
}

/** Go waits for nobody when main returns. */
function returned(facts: StepFacts): string {
  const left = facts.world.goroutines.filter((g) => g.state !== 'dead' && g.id !== 1).length;
  const ends = facts.all.some((fact) => fact.kind === Kind.GoEnd && fact.g === 1)
    ? 'main returns and the program ends'
    : 'the program ends';
  return left === 0 ? ends : `${ends}; ${counted(left, 'goroutine')} ${left === 1 ? 'is' : 'are'} left behind`;
}

function exits(facts: StepFacts, told: Telling, { exitCode }: Verdict): Telling {
  const phrase = [strong(`Goroutine ${facts.actor} ends the program`), plain(` with status ${exitCode}.`)];
  const before = told.phrase.some((part) => part.kind !== 'token' && part.text.endsWith(' executes')) ? [] : told.why;
  return { phrase, why: before, ...(exitCode === 0 ? {} : { tone: 'bad' }) };
}
