/**
 * Reading an export as JSON, of this version or an older one. It has texts in place of their indices, so the string table is made anew, and with it the
 * hash: the numbers may differ from the recording's, what they stand for does not.
 */
import { Kind } from '../events.ts';
import { traceHash } from '../hash.ts';
import { StatementColumn } from '../statementColumn.ts';
import { stringArguments } from '../text.ts';
import { type Trace, traceVersion } from '../trace.ts';
import { damage, type Damage } from './container.ts';
import { isCount, isDictionary, isList, isSite, isText, isVerdict, isWord, parsed } from './shapes.ts';
import { ofTheFuture, type StoredTrace, upgraded } from './upgrade.ts';

export function readJson(text: string): Trace | Damage {
  const document = parsed(text);
  if (!isDictionary(document)) return damage('it begins as JSON does, and is none');
  const { version } = document;
  if (!isCount(version)) return damage('it is JSON, but no trace: it has no version');
  if (version > traceVersion) return ofTheFuture(version);
  const stored = storedTrace(document, version);
  if ('error' in stored) return stored;
  const trace = upgraded(stored);
  return trace ? { ...trace, hash: traceHash(trace) } : damage(`nothing leads from version ${version} of the format to version ${traceVersion}`);
}

type Document = Readonly<Record<string, unknown>>;

function storedTrace(document: Document, version: number): StoredTrace | Damage {
  const { engine, steps, schedule, verdict, sites, statements, events } = document;
  if (!isText(engine) || !isCount(steps) || !isText(schedule) || !isVerdict(verdict) || !isList(sites, isSite)) return damage('it lacks what a trace begins with');
  if (!isList(statements, isStatement)) return damage('its statements are no pairs of goroutine and site');
  if (!Array.isArray(events)) return damage('it has no events');
  const columns = columnsOf(events);
  if ('error' in columns) return columns;
  const [stepGoroutine, stepSite] = [0, 1].map((part) => StatementColumn.of(Uint32Array.from(statements, (pair) => pair[part] as number)).all()) as [Uint32Array, Uint32Array];
  return { version, engine, steps, schedule, verdict, sites, length: events.length, ...columns, stepGoroutine, stepSite };
}

function isStatement(value: unknown): value is readonly number[] {
  return isList(value, isCount) && value.length === 2;
}

const kinds: ReadonlyMap<string, number> = new Map(Object.entries(Kind));
const names = ['a', 'b', 'c', 'd'] as const;
type Columns = Pick<StoredTrace, 'kind' | 'step' | 'g' | 'a' | 'b' | 'c' | 'd' | 'strings'>;

function columnsOf(events: readonly unknown[]): Columns | Damage {
  const words = () => new Int32Array(events.length);
  const columns = { kind: new Uint8Array(events.length), step: new Uint32Array(events.length), g: words(), a: words(), b: words(), c: words(), d: words() };
  const strings = [''];
  const indices = new Map<unknown, number>([['', 0]]);
  for (const [i, event] of events.entries()) {
    if (!isDictionary(event)) return damage(`event ${i} is no object`);
    const { kind: name, step, g, args } = event;
    const kind = kinds.get(String(name));
    if (kind === undefined) return damage(`event ${i} is of no known kind`);
    if (!isCount(step) || !isWord(g) || !isArguments(args, kind)) return damage(`event ${i} (${String(name)}) is not what such an event is`);
    columns.kind[i] = kind;
    columns.step[i] = step;
    columns.g[i] = g;
    args.forEach((arg, n) => {
      if (isText(arg) && !indices.has(arg)) indices.set(arg, strings.push(arg) - 1);
      columns[names[n] ?? 'd'][i] = isText(arg) ? (indices.get(arg) ?? 0) : arg;
    });
  }
  return { ...columns, strings };
}

/** Four, texts where such an event has texts. */
function isArguments(args: unknown, kind: number): args is readonly (string | number)[] {
  const texts = stringArguments[kind] ?? '';
  return Array.isArray(args) && args.length === names.length && names.every((name, n) => (texts.includes(name) ? isText(args[n]) : isWord(args[n])));
}
