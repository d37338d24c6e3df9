/** Breakpoints of a recorded run: where somebody stands before a statement of a line, perhaps under a condition. */
import { evaluate, parseExpression } from './inspect/evaluate.ts';
import { variablesOf } from './inspect/frames.ts';
import { readerOf } from './inspect/reader.ts';
import type { Session } from './timetravel/session.ts';
import type { Direction } from './timetravel/stepping.ts';

export interface Breakpoint {
  readonly file: string;
  readonly line: number;
  /** Only this goroutine; undefined: any. */
  readonly goroutine?: number | undefined;
  /** A Go expression over the variables that the goroutine sees; undefined or blank: always. */
  readonly condition?: string | undefined;
}

/** `error`: what is wrong with the condition. */
export type Hit = { readonly step: number } | { readonly error: string };

const stretch = 4096;

/** The nearest step from `step`, itself excluded, at which the breakpoint stops; undefined if there is none. */
export function hitFrom(session: Session, step: number, breakpoint: Breakpoint, direction: Direction): Hit | undefined {
  const text = breakpoint.condition?.trim() ?? '';
  const condition = text === '' ? undefined : parseExpression(text);
  if (condition && 'error' in condition) return condition;
  const sites = session.executable.program.sites.map((site) => site.line === breakpoint.line && site.file === breakpoint.file);
  for (const [from, to] of stretches(session, step, direction)) {
    const { goroutine, site } = session.statements(from, to);
    const stops = Array.from(site.keys()).filter((i) => sites[site[i] ?? 0] && (breakpoint.goroutine ?? goroutine[i]) === goroutine[i]);
    if (direction === 'backwards') stops.reverse();
    for (const i of stops) {
      const answer = condition ? holds(session, from + i, goroutine[i] ?? 0, condition.expr) : true;
      if (typeof answer === 'string') return { error: answer };
      if (answer) return { step: from + i };
    }
  }
  return undefined;
}

/** The statements behind (or before) the one that is next at `step`, as ranges of cursors. */
function* stretches(session: Session, step: number, direction: Direction): Generator<readonly [from: number, to: number]> {
  if (direction === 'forwards') for (let from = step + 1; from < session.steps; from += stretch) yield [from, Math.min(from + stretch, session.steps)];
  else for (let to = step; to > 0; to -= stretch) yield [Math.max(0, to - stretch), to];
}

/** Whether the condition is true for the goroutine before the statement that is next at `step`; a message if it cannot be told. */
function holds(session: Session, step: number, id: number, condition: Parameters<typeof evaluate>[0]): boolean | string {
  const machine = session.visit(step);
  const g = machine.goroutine(id);
  if (g === undefined) return false;
  const reader = readerOf(machine);
  const result = evaluate(condition, reader, variablesOf(machine, reader, g));
  if ('error' in result) return result.error;
  return typeof result.value === 'boolean' ? result.value : 'a condition must be true or false';
}
