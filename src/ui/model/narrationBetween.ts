/** What happened between this statement and the next: the clock, goroutines that went on in the middle of an earlier statement, the choice. */
import { DecisionKind, Kind } from '../../engine/trace/events.ts';
import { clockText, durationText } from './duration.ts';
import { nameOf, stringOf } from './facts.ts';
import type { StepFacts } from './facts.ts';
import { time } from './foldTime.ts';
import { goroutines, listed } from './phrases.ts';

export function betweenSteps(facts: StepFacts): string[] {
  return [clockClause(facts), ...resumedClauses(facts), preemption(facts), choiceClause(facts)];
}

/** "the clock jumps 1 s to 2.000 s; the deadline of ctx passes and goroutines 2 and 3 are woken" */
function clockClause(facts: StepFacts): string {
  const byTimer = facts.all.filter((fact) => fact.g === 0);
  const jump = timelineJump(facts);
  const woken = [...new Set(byTimer.filter((fact) => fact.kind === Kind.GoUnblock).map((fact) => fact.a))].sort((a, b) => a - b);
  const expired = byTimer
    .filter((fact) => fact.kind === Kind.ContextCancel && fact.d === fact.a)
    .map((fact) => `the deadline of ${nameOf(facts, fact.a)} passes`);
  const begun = byTimer.filter((fact) => fact.kind === Kind.GoCreate).map((fact) => `goroutine ${fact.a} begins`);
  const effects = [
    ...expired,
    ...begun,
    ...(woken.length === 0 ? [] : [`${goroutines(woken)} ${woken.length === 1 ? 'is' : 'are'} woken`]),
  ];
  if (jump === '') return listed(effects);
  return effects.length === 0 ? jump : `${jump}; ${listed(effects)}`;
}

function timelineJump(facts: StepFacts): string {
  const last = facts.all.findLast((fact) => fact.kind === Kind.ClockAdvance);
  if (last === undefined) return '';
  const now = time(last.a, last.b);
  const before = facts.index.states.at(facts.step - 1).now;
  return `the clock jumps ${durationText(now - before)} to ${clockText(now)}`;
}

/** Goroutines other than the actor that went on in the rest of an earlier statement. */
function resumedClauses(facts: StepFacts): string[] {
  return facts.all.flatMap((fact) => {
    if (fact.g === 0 || fact.g === facts.actor) return [];
    if (fact.kind === Kind.LockAcquire) return [`goroutine ${fact.g} now holds ${nameOf(facts, fact.a)}`];
    if (fact.kind === Kind.GoEnd && fact.g !== 1) return [`goroutine ${fact.g} ends`];
    return [];
  });
}

function preemption(facts: StepFacts): string {
  return facts.own.some((fact) => fact.kind === Kind.GoStop && fact.a === 0) ? 'it is preempted' : '';
}

/** The last choice of who runs: "goroutine 4 runs next; goroutines 2 and 3 could have" */
function choiceClause(facts: StepFacts): string {
  const choice = facts.all.findLast((fact) => fact.kind === Kind.Decision && fact.a === DecisionKind.Run);
  if (choice === undefined) return '';
  const roads = stringOf(facts, choice.d).split(' ').map(Number);
  const taken = roads[choice.c] ?? 0;
  const others = roads.filter((road) => road !== taken).sort((a, b) => a - b);
  if (others.length === 0) return '';
  return taken === facts.actor
    ? `goroutine ${taken} goes on; ${goroutines(others)} could have run`
    : `goroutine ${taken} runs next; ${goroutines(others)} could have`;
}
