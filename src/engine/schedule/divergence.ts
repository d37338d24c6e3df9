/**
 * A schedule that was made for one program, run with another (or a changed one), is followed as long as it means something, and the first deviation that
 * means nothing is told. There are three ways not to mean anything: there is no such decision, it has fewer alternatives, or it is a random number.
 */
import type { Scheduler } from '../runtime/scheduler.ts';
import { DecisionKind, Kind } from '../trace/events.ts';
import type { Trace } from '../trace/trace.ts';
import type { Deviation, Schedule } from './string.ts';

export interface Divergence {
  readonly decision: number;
  /** Steps executed as the schedule says. */
  readonly step: number;
  /** One sentence. */
  readonly text: string;
}

/** `trace` is a recording under the schedule; undefined if all deviations were taken. */
export function divergenceOf({ deviations }: Schedule, trace: Trace): Divergence | undefined {
  const decisions: number[] = [];
  for (let event = 0; event < trace.length; event++) if (trace.kind[event] === Kind.Decision) decisions.push(event);
  for (const deviation of inOrder(deviations)) {
    const event = decisions[deviation.decision];
    if (event === undefined) return noSuchDecision(deviation, decisions.length, trace.steps);
    const step = trace.step[event] as number;
    if (trace.a[event] === DecisionKind.Random) return randomNumber(deviation, step);
    if (deviation.index >= (trace.b[event] as number)) return fewerAlternatives(deviation, trace.b[event] as number, step);
  }
  return undefined;
}

/** The same for a run that is not recorded: a scheduler that answers as the given one and notes the first deviation that means nothing. */
export class WatchedSchedule {
  readonly scheduler: Scheduler;
  readonly #deviations: readonly Deviation[];
  #found: Divergence | undefined;

  /** `steps` tells how many have been executed. */
  constructor(scheduler: Scheduler, { deviations }: Schedule, steps: () => number) {
    this.#deviations = inOrder(deviations);
    this.scheduler = deviations.length === 0 ? scheduler : this.#watching(scheduler, deviations, steps);
  }

  #watching(scheduler: Scheduler, deviations: readonly Deviation[], steps: () => number): Scheduler {
    const wanted = new Map(deviations.map((deviation) => [deviation.decision, deviation]));
    const look = (decision: number, count: number): void => {
      const deviation = wanted.get(decision);
      if (deviation && deviation.index >= count) this.#found ??= fewerAlternatives(deviation, count, steps());
    };
    return {
      ...scheduler,
      next(decision, goroutines, count, stopping) {
        look(decision, count);
        return scheduler.next(decision, goroutines, count, stopping);
      },
      choose(decision, kind, count) {
        look(decision, count);
        return scheduler.choose(decision, kind, count);
      },
      bits: (decision, part) => {
        const deviation = wanted.get(decision);
        if (deviation) this.#found ??= randomNumber(deviation, steps());
        return scheduler.bits(decision, part);
      },
    };
  }

  /** When the run has ended, after so many decisions and steps. */
  divergence(decisions: number, steps: number): Divergence | undefined {
    const beyond = this.#deviations.find(({ decision }) => decision >= decisions);
    return this.#found ?? (beyond && noSuchDecision(beyond, decisions, steps));
  }
}

function inOrder(deviations: readonly Deviation[]): readonly Deviation[] {
  return [...deviations].sort((a, b) => a.decision - b.decision);
}

function noSuchDecision({ decision, index }: Deviation, made: number, step: number): Divergence {
  const only = made === 1 ? 'one decision' : `${made} decisions`;
  return { decision, step, text: `The schedule wants alternative ${index} at decision ${decision}, but the program made only ${only}.` };
}

function fewerAlternatives({ decision, index }: Deviation, count: number, step: number): Divergence {
  const text = `The schedule wants alternative ${index} at decision ${decision}, but there were only ${count}: alternative ${count - 1} was taken.`;
  return { decision, step, text };
}

function randomNumber({ decision, index }: Deviation, step: number): Divergence {
  return { decision, step, text: `The schedule wants alternative ${index} at decision ${decision}, but that is a random number, which only the seed changes.` };
}
