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

function* events(trace: Trace): Generator<PlainEvent> {
  for (let event = 0; event < trace.length; event++) yield plainEvent(trace, event);
}

/** One line an event: step, goroutine, kind, arguments; then a line with the figures of the run. */
export function traceText(trace: Trace): string {
  return [...textParts(trace)].join('');
}

/** The same in pieces, since the whole may be longer than a string can be. */
export function* textParts(trace: Trace): Generator<string> {
  for (const { step, kind, g, args } of events(trace)) {
    const shown = args.map((arg) => (typeof arg === 'string' ? JSON.stringify(arg) : String(arg))).join(' ');
    yield `${String(step).padStart(6)}  g${g}  ${kind} ${shown}\n`;
  }
  yield `${trace.steps} steps, ${trace.length} events, schedule ${trace.schedule}, hash ${trace.hash}, verdict ${trace.verdict.kind}\n`;
}

export function traceJson(trace: Trace): string {
  return [...jsonParts(trace)].join('');
}

export function* jsonParts(trace: Trace): Generator<string> {
  const { version, engine, steps, schedule, hash, verdict, sites } = trace;
  const statements = Array.from(trace.stepGoroutine, (g, i) => [g, trace.stepSite[i]]);
  yield `${JSON.stringify({ version, engine, steps, schedule, hash, verdict, sites, statements }).slice(0, -1)},"events":[`;
  yield* jsonItems(events(trace));
  yield ']}\n';
}

/** What stands between the brackets of an array. */
export function* jsonItems(items: Iterable<unknown>): Generator<string> {
  let comma = '';
  for (const item of items) {
    yield comma + JSON.stringify(item);
    comma = ',';
  }
}
