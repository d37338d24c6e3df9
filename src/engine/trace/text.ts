/** A recording as text for people and as plain JSON for tools. */
import { Kind } from './events.ts';
import { textOf, type Trace } from './trace.ts';

/** Which of the arguments a, b, c, d are indices in the string table, by kind: see events.ts. */
export const stringArguments: Readonly<Record<number, string>> = {
  [Kind.GoCreate]: 'bd', [Kind.GoBlock]: 'c', [Kind.GoPanic]: 'a', [Kind.GoRecover]: 'a', [Kind.ChanMake]: 'c', [Kind.ChanSend]: 'b', [Kind.ChanRecv]: 'b',
  [Kind.SelectCase]: 'd', [Kind.ObjectMake]: 'c', [Kind.ObjectName]: 'b', [Kind.AtomicOp]: 'bd', [Kind.ContextCancel]: 'bc', [Kind.Output]: 'b', [Kind.Decision]: 'd',
};

const kindNames = new Map<number, string>(Object.entries(Kind).map(([name, kind]) => [kind, name]));

export interface PlainEvent {
  readonly step: number;
  readonly kind: string;
  readonly g: number;
  readonly args: readonly (number | string)[];
}

export function plainEvent(trace: Trace, index: number): PlainEvent {
  const kind = trace.kind[index] as number;
  const strings = stringArguments[kind] ?? '';
  const column = (name: 'a' | 'b' | 'c' | 'd') => {
    const value = trace[name][index] as number;
    return strings.includes(name) ? textOf(trace, value) : value;
  };
  return { step: trace.step[index] as number, kind: kindNames.get(kind) ?? String(kind), g: trace.g[index] as number, args: [column('a'), column('b'), column('c'), column('d')] };
}

function events(trace: Trace): PlainEvent[] {
  return Array.from({ length: trace.length }, (_, index) => plainEvent(trace, index));
}

/** One line an event: step, goroutine, kind, arguments; then a line with the figures of the run. */
export function traceText(trace: Trace): string {
  const lines = events(trace).map(({ step, kind, g, args }) => {
    const shown = args.map((arg) => (typeof arg === 'string' ? JSON.stringify(arg) : String(arg))).join(' ');
    return `${String(step).padStart(6)}  g${g}  ${kind} ${shown}\n`;
  });
  return `${lines.join('')}${trace.steps} steps, ${trace.length} events, schedule ${trace.schedule}, hash ${trace.hash}, verdict ${trace.verdict.kind}\n`;
}

export function traceJson(trace: Trace): string {
  const { version, engine, steps, schedule, hash, verdict, sites } = trace;
  const statements = Array.from(trace.stepGoroutine, (g, i) => [g, trace.stepSite[i]]);
  return `${JSON.stringify({ version, engine, steps, schedule, hash, verdict, sites, statements, events: events(trace) })}\n`;
}
