/** Breakpoints of a recorded run: where it would have stopped, found both ways. */
import { eventHit, type EventBreakpoint } from './eventHits.ts';
import { conditionOf, type Condition } from './conditions.ts';
import { variablesOf } from './inspect/frames.ts';
import { readerOf } from './inspect/reader.ts';
import type { Session } from './timetravel/session.ts';
import type { Direction } from './timetravel/stepping.ts';
import type { Trace } from './trace/trace.ts';

export interface LineBreakpoint extends Restriction {
  readonly file: string;
  readonly line: number;
}

export interface Restriction {
  /** Only this goroutine; undefined: any. */
  readonly goroutine?: number | undefined;
  /** A Go expression over the variables that the goroutine sees; undefined or blank: always. */
  readonly condition?: string | undefined;
}

/** Stops before a statement of a line, or when something has happened. */
export type Breakpoint = LineBreakpoint | (EventBreakpoint & Restriction);

/** The step, and the recorded event if it is one that was waited for. `error`: what is wrong with the condition. */
export type Hit = { readonly step: number; readonly event?: number } | { readonly error: string };

const stretch = 4096;

/** The nearest step from `step`, itself excluded, at which the breakpoint stops; undefined if there is none. */
export function hitFrom(session: Session, trace: () => Trace, step: number, breakpoint: Breakpoint, direction: Direction): Hit | undefined {
  const condition = conditionOf(breakpoint.condition);
  if (condition && 'error' in condition) return condition;
  return 'line' in breakpoint
    ? lineHit(session, step, breakpoint, condition, direction)
    : eventHit(session, trace(), step, breakpoint, condition, direction);
}

function lineHit(session: Session, step: number, breakpoint: LineBreakpoint, condition: Condition | undefined, direction: Direction): Hit | undefined {
  const sites = session.executable.program.sites.map((site) => site.line === breakpoint.line && site.file === breakpoint.file);
  for (const [from, to] of stretches(session, step, direction)) {
    const { goroutine, site } = session.statements(from, to);
    const stops = Array.from(site.keys()).filter((i) => sites[site[i] ?? 0] && (breakpoint.goroutine ?? goroutine[i]) === goroutine[i]);
    if (!condition && direction === 'backwards') stops.splice(0, stops.length - 1);
    let found: number | undefined;
    // In the order of happening also backwards: going on to a later step costs little, going back a checkpoint.
    for (const i of stops) {
      const answer = condition ? holdsBefore(session, from + i, goroutine[i] ?? 0, condition) : true;
      if (typeof answer === 'string') return { error: answer };
      if (answer) found = from + i;
      if (answer && direction === 'forwards') break;
    }
    if (found !== undefined) return { step: found };
  }
  return undefined;
}

/** The statements behind (or before) the one that is next at `step`, as ranges of cursors. */
function* stretches(session: Session, step: number, direction: Direction): Generator<readonly [from: number, to: number]> {
  if (direction === 'forwards') for (let from = step + 1; from < session.steps; from += stretch) yield [from, Math.min(from + stretch, session.steps)];
  else for (let to = step; to > 0; to -= stretch) yield [Math.max(0, to - stretch), to];
}

/** For the goroutine before the statement that is next at `step`. */
function holdsBefore(session: Session, step: number, id: number, condition: Condition): boolean | string {
  const machine = session.visit(step);
  const g = machine.goroutine(id);
  if (g === undefined) return false;
  const reader = readerOf(machine);
  return condition.holds(reader, variablesOf(machine, reader, g));
}
