/**
 * One plain sentence for every step, in Go's terms, and a quieter one about what followed from it.
 *
 * A statement may do several things: the sentence is about the most telling one (the order of `tellers`). Noticing a cancellation and the
 * end of a run come before everything else.
 */
import { Kind } from '../../engine/trace/events.ts';
import { endingOf } from './narrationEnd.ts';
import { factsOf, goroutineTitle, nameOf, stringOf } from './facts.ts';
import type { Fact, StepFacts } from './facts.ts';
import { tellClose, tellDefault, tellMake, tellReceive, tellSend } from './narrationChannels.ts';
import type { Telling } from './narrationChannels.ts';
import {
  tellAcquire,
  tellAdd,
  tellAtomic,
  tellCancel,
  tellContext,
  tellObject,
  tellOnce,
  tellRelease,
  tellSignal,
  tellTimerStart,
  tellTimerStop,
  unaware,
} from './narrationSync.ts';
import { tellPlain } from './narrationPlain.ts';
import { tellBlock } from './narrationWaits.ts';
import { recoveryOf } from './recovery.ts';
import { betweenSteps } from './narrationBetween.ts';
import { code, goroutines, measured, phraseText, plain, sentences, strong } from './phrases.ts';
import type { Model, Narration } from './types.ts';
import { countText } from './count.ts';

export function narrate(model: Model, step: number): Narration {
  const { steps } = model.trace;
  const at = Math.max(0, Math.min(Math.floor(step), steps));
  if (at === 0) return ready(model);
  const facts = factsOf(model, at);
  const told = tellStep(facts);
  const ending = at === steps ? endingOf(facts, told) : undefined;
  const { phrase, why, tone = 'plain' } = ending ?? told;
  return { text: phraseText(phrase), parts: phrase, why: sentences(why), goroutine: facts.actor, tone };
}

function ready(model: Model): Narration {
  const { steps } = model.trace;
  const phrase = [
    strong('Ready: '),
    plain(steps === 0 ? 'the run has no steps.' : `main is about to begin. The run has ${measured(steps, 'step')}.`),
  ];
  return { text: phraseText(phrase), parts: phrase, why: '', goroutine: 0, tone: 'plain' };
}

/** The sentence, with everything that belongs to "why" in order: its own consequences, the waking, the goroutine's end, what came between. */
function tellStep(facts: StepFacts): Telling {
  const main = mainTelling(facts);
  const noticed = tellNotice(facts);
  const own = noticed === undefined ? main.why : [aside(main), ...main.why];
  const waking = main.tellsWaking === true ? [] : [wokenClause(facts)];
  const why = [...(noticed?.why ?? []), ...own, ...deferredClauses(facts), ...waking, endClause(facts), ...betweenSteps(facts)];
  return { ...(noticed ?? main), why };
}

type Teller = (facts: StepFacts, fact: Fact) => Telling;

/** The most telling first. */
const tellers: readonly (readonly [kind: number, teller: Teller])[] = [
  [Kind.GoPanic, tellPanic],
  [Kind.ContextCancel, tellCancel],
  [Kind.GoBlock, tellBlock],
  [Kind.ChanClose, tellClose],
  [Kind.ChanRecv, tellReceive],
  [Kind.ChanSend, tellSend],
  [Kind.GoCreate, tellGo],
  [Kind.OnceDo, tellOnce],
  [Kind.CondSignal, tellSignal],
  [Kind.AtomicOp, tellAtomic],
  [Kind.LockAcquire, tellAcquire],
  [Kind.LockRelease, tellRelease],
  [Kind.WaitGroupAdd, tellAdd],
  [Kind.Output, tellOutput],
  [
    Kind.GoRecover,
    (facts, { a }) => ({
      phrase: [strong(`Goroutine ${facts.actor} recovers`), plain(' from its panic: '), code(stringOf(facts, a)), plain('.')],
      why: [],
    }),
  ],
  [Kind.ContextMake, tellContext],
  [Kind.TimerStart, tellTimerStart],
  [Kind.TimerStop, tellTimerStop],
  [Kind.ChanMake, tellMake],
  [Kind.SelectDone, tellDefault],
  [Kind.ObjectMake, tellObject],
];

function mainTelling(facts: StepFacts): Telling {
  const fact = mainFact(facts);
  const teller = tellers.find(([kind]) => kind === fact?.kind)?.[1];
  return fact === undefined || teller === undefined ? tellPlain(facts) : teller(facts, fact);
}

function mainFact(facts: StepFacts): Fact | undefined {
  for (const [kind] of tellers) {
    const fact = facts.own.find((candidate) => candidate.kind === kind && concernsProgram(facts, candidate));
    if (fact !== undefined) return fact;
  }
  return undefined;
}

/** Not the inside of a context: its Done channel is told by the context itself, the root by what is made under it. */
function concernsProgram({ index, own }: StepFacts, fact: Fact): boolean {
  if (fact.kind === Kind.ContextMake) return fact === own.findLast((other) => other.kind === Kind.ContextMake);
  const done = index.contextOfDone.has(fact.a);
  if (fact.kind === Kind.ChanMake || fact.kind === Kind.ChanClose) return !done;
  return true;
}

/** Red is final: a panic that is recovered later is not. */
function tellPanic(facts: StepFacts, { a }: Fact): Telling {
  const phrase = [strong(`Goroutine ${facts.actor} panics: `), code(stringOf(facts, a)), plain('.')];
  const recovered = recoveryOf(facts.index.trace, facts.actor, facts.step);
  if (recovered === undefined) return { phrase, why: [], tone: 'bad' };
  return { phrase, why: [recovered === facts.step ? 'it recovers at once' : `it recovers at step ${countText(recovered)}`] };
}

function tellGo(facts: StepFacts, { a }: Fact): Telling {
  return {
    phrase: [strong(`Goroutine ${facts.actor} starts goroutine ${a}`), plain(', '), code(goroutineTitle(facts, a)), plain('.')],
    why: [facts.all.some((fact) => fact.kind === Kind.GoStart && fact.g === a) ? '' : 'it is runnable and waits for its turn'],
  };
}

function tellOutput(facts: StepFacts, { a, b }: Fact): Telling {
  const text = facts.own.filter((fact) => fact.kind === Kind.Output).length > 1 ? '' : stringOf(facts, b).replace(/\n$/, '');
  const where = a === 2 ? ' on standard error' : '';
  if (text === '')
    return { phrase: [strong(`Goroutine ${facts.actor} prints`), plain(`${where === '' ? ' to the console' : where}.`)], why: [] };
  return { phrase: [strong(`Goroutine ${facts.actor} prints `), code(`"${text}"`), plain(`${where}.`)], why: [] };
}

// ---- noticing

function tellNotice(facts: StepFacts): Telling | undefined {
  const { actor, step, world } = facts;
  const context = world.contexts.find(({ noticed }) => noticed.some((n) => n.goroutine === actor && n.step === step));
  if (context === undefined) return undefined;
  const delay = step - context.cancelledAt;
  const what = context.err.includes('deadline')
    ? [plain(' that the deadline of '), code(context.name), plain(' has passed')]
    : [plain(' that '), code(context.name), plain(' is cancelled')];
  const after = delay === 0 ? [plain('.')] : [plain(', '), strong(`${measured(delay, 'step')} after the signal.`)];
  return { phrase: [strong(`Goroutine ${actor} notices`), ...what, ...after], why: [unaware(facts, context.id)], tone: 'cancel' };
}

/** The step's own doing, when the sentence is already about noticing: "it prints ..." */
function aside({ phrase, isPlain = false }: Telling): string {
  const text = phraseText(phrase).replace(/^Goroutine \d+ /, 'it ');
  return isPlain || text.startsWith('it sees again') ? '' : text;
}

// ---- consequences

function wokenClause({ woken }: StepFacts): string {
  return woken.length === 0 ? '' : `${goroutines(woken)} ${woken.length === 1 ? 'is' : 'are'} woken`;
}

/** What a deferred call did in the statement that returned: "it calls Done on wg, whose counter is now 2". */
function deferredClauses(facts: StepFacts): string[] {
  if (!facts.own.some((fact) => fact.kind === Kind.GoEnd)) return [];
  const main = mainFact(facts);
  return facts.own.flatMap((fact) => {
    if (fact === main) return [];
    if (fact.kind === Kind.WaitGroupAdd && fact.b === -1)
      return [`it calls Done on ${nameOf(facts, fact.a)}, whose counter is now ${fact.c}`];
    if (fact.kind === Kind.GoRecover) return ['it recovers from its panic'];
    return fact.kind === Kind.LockRelease ? [`it unlocks ${nameOf(facts, fact.a)}`] : [];
  });
}

function endClause(facts: StepFacts): string {
  const ends = facts.own.some((fact) => fact.kind === Kind.GoEnd);
  if (!ends || mainTelling(facts).phrase.some((part) => part.kind === 'strong' && part.text.endsWith(' ends'))) return '';
  return facts.actor === 1 ? '' : `goroutine ${facts.actor} ends`;
}
