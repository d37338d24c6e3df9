/** Builds the RunGraph of a run in one pass over its events. */
import { ContextKind, contextKindNames, Kind, LockMode, ObjectKind, TimerKind, WaitReason } from '../../engine/trace/events.ts';
import { fold } from './fold.ts';
import type { GraphContext, GraphGoroutine, GraphObject, ObjectKindName, Relation, RelationRole, RunGraph } from './graph.ts';
import { indexOf } from './modelIndex.ts';
import type { ModelIndex } from './modelIndex.ts';
import { shortFunction } from './names.ts';
import { emptyState, objectOf } from './state.ts';
import type { State } from './state.ts';
import type { Model } from './types.ts';

type Open<T> = { -readonly [K in keyof T]: T[K] };

interface Scan {
  readonly index: ModelIndex;
  readonly state: State;
  readonly goroutines: Map<number, Open<GraphGoroutine>>;
  readonly objects: Map<number, Open<GraphObject>>;
  readonly contexts: Map<number, Open<GraphContext>>;
  readonly relations: Map<string, Open<Relation>>;
}
interface Row {
  readonly step: number;
  readonly g: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const known = new WeakMap<Model, RunGraph>();

export function runGraph(model: Model): RunGraph {
  const made = known.get(model) ?? make(model);
  known.set(model, made);
  return made;
}

function make(model: Model): RunGraph {
  const { trace } = model;
  const scan: Scan = {
    index: indexOf(model),
    state: emptyState(),
    goroutines: new Map(),
    objects: new Map(),
    contexts: new Map(),
    relations: new Map(),
  };
  for (let e = 0; e < trace.length; e++) {
    fold(scan.index, scan.state, e);
    const row: Row = {
      step: trace.step[e] ?? 0,
      g: trace.g[e] ?? 0,
      a: trace.a[e] ?? 0,
      b: trace.b[e] ?? 0,
      c: trace.c[e] ?? 0,
      d: trace.d[e] ?? 0,
    };
    const kind = trace.kind[e] ?? 0;
    appear(scan, kind, row);
    relate(scan, kind, row);
    measure(scan, kind, row);
  }
  return {
    goroutines: byId(scan.goroutines.values()),
    objects: byId(scan.objects.values()),
    relations: [...scan.relations.values()],
    contexts: byId(scan.contexts.values()),
  };
}

function byId<T extends { readonly id: number }>(items: Iterable<T>): T[] {
  return [...items].sort((a, b) => a.id - b.id);
}

// ---- what there is

const kindNames: Partial<Record<number, ObjectKindName>> = {
  [ObjectKind.WaitGroup]: 'waitgroup',
  [ObjectKind.Mutex]: 'mutex',
  [ObjectKind.RWMutex]: 'rwmutex',
  [ObjectKind.Once]: 'once',
  [ObjectKind.Cond]: 'cond',
  [ObjectKind.Semaphore]: 'semaphore',
  [ObjectKind.Atomic]: 'atomic',
  [ObjectKind.ErrGroup]: 'errgroup',
};
const timerTypes: Partial<Record<number, string>> = {
  [TimerKind.Timer]: 'time.Timer',
  [TimerKind.Ticker]: 'time.Ticker',
  [TimerKind.Func]: 'time.AfterFunc',
};

function appear(scan: Scan, kind: number, row: Row): void {
  const { strings } = scan.index.trace;
  const { a, b, c, d, step } = row;
  switch (kind) {
    case Kind.GoCreate: {
      const func = strings[b] ?? '';
      scan.goroutines.set(a, {
        id: a,
        name: shortFunction(func),
        func,
        args: strings[d] ?? '',
        createdBy: row.g,
        createdAtSite: c,
        createdAtStep: step,
        endedAtStep: Infinity,
      });
      break;
    }
    case Kind.GoEnd:
    case Kind.GoPanic: {
      const goroutine = scan.goroutines.get(row.g);
      if (goroutine !== undefined) goroutine.endedAtStep = step;
      break;
    }
    case Kind.ChanMake:
      if (!scan.index.contextOfDone.has(a)) addObject(scan, row, 'channel', strings[c] ?? '', b, d);
      break;
    case Kind.ObjectMake: {
      const name = kindNames[b];
      if (name !== undefined) addObject(scan, row, name, strings[c] ?? '', 0, d);
      break;
    }
    case Kind.TimerStart:
      if (timerTypes[d] !== undefined) addObject(scan, row, 'timer', timerTypes[d] ?? '', 0, 0);
      break;
    case Kind.ContextMake:
      addContext(scan, row);
      break;
    case Kind.ContextDone: {
      const context = scan.contexts.get(a);
      if (context !== undefined) context.doneChannel = b;
      break;
    }
  }
}

function addObject(
  { index, objects }: Scan,
  { a, g, step }: Row,
  kind: ObjectKindName,
  typeName: string,
  capacity: number,
  site: number,
): void {
  if (objects.has(a) || index.names[a] === undefined) return;
  const place = { createdAtStep: step, createdBy: g, createdAtSite: site };
  objects.set(a, { id: a, kind, name: index.names[a] ?? '', typeName, capacity, ...place, peak: 0, peakWaiting: 0, peakReceivers: 0 });
}

function addContext(scan: Scan, row: Row): void {
  const { a, b, c, d } = row;
  const kind = contextKindNames[c as (typeof ContextKind)[keyof typeof ContextKind]] ?? 'context';
  addObject(scan, row, 'context', kind, 0, 0);
  scan.contexts.set(a, { id: a, name: scan.index.names[a] ?? '', kind, parent: b, timer: d, doneChannel: 0 });
}

// ---- who has to do with what

function tie(
  scan: Scan,
  { step, g }: { readonly step: number; readonly g: number },
  object: number,
  role: RelationRole,
  count: number,
  viaSelect = false,
): void {
  if (g === 0 || object === 0) return;
  const context = scan.index.contextOfDone.get(object);
  const target = context ?? object;
  if (!scan.objects.has(target)) return;
  const played = context === undefined ? role : 'listen';
  const key = `${g} ${target} ${played}`;
  const relation = scan.relations.get(key) ?? { goroutine: g, object: target, role: played, count: 0, viaSelect: false, firstStep: step };
  relation.count += count;
  relation.viaSelect ||= viaSelect;
  scan.relations.set(key, relation);
}

function relate(scan: Scan, kind: number, row: Row): void {
  const { a, b, c, d } = row;
  switch (kind) {
    case Kind.ChanSend:
      return tie(scan, row, a, 'send', 1);
    case Kind.ChanRecv:
      return tie(scan, row, a, 'recv', 1);
    case Kind.ChanClose:
      return scan.index.contextOfDone.has(a) ? undefined : tie(scan, row, a, 'close', 1);
    case Kind.SelectCase:
      return scan.state.goroutines[row.g]?.select?.internal === true
        ? undefined
        : tie(scan, row, b, (c & 1) === 1 ? 'send' : 'recv', 0, true);
    case Kind.LockAcquire:
      return tie(scan, row, a, b === LockMode.RLock ? 'rlock' : 'lock', 1);
    case Kind.WaitGroupAdd:
      return tie(scan, row, a, b < 0 ? 'done' : 'add', 1);
    case Kind.OnceDo:
      return tie(scan, row, a, 'do', b === 0 ? 1 : 0);
    case Kind.CondSignal:
      return tie(scan, row, a, 'signal', 1);
    case Kind.AtomicOp:
      return tie(scan, row, a, 'access', 1);
    case Kind.TimerStart:
      return tie(scan, row, a, 'start', 1);
    case Kind.ContextCancel:
      return d === a ? tie(scan, row, a, 'cancel', 1) : undefined;
    case Kind.GoBlock:
      return waits(scan, row);
    case Kind.GoUnblock:
      return served(scan, row);
    default:
      return undefined;
  }
}

function waits(scan: Scan, row: Row): void {
  const { a, b } = row;
  const role = roleOfWait(scan, a, b);
  if (role !== undefined) tie(scan, row, b, role, 0);
}

function roleOfWait(scan: Scan, reason: number, object: number): RelationRole | undefined {
  if (reason === WaitReason.ChanSend) return 'send';
  if (reason === WaitReason.ChanReceive) return 'recv';
  switch (scan.objects.get(object)?.kind) {
    case 'mutex':
    case 'rwmutex':
      return reason === WaitReason.RWMutexRLock ? 'rlock' : 'lock';
    case 'once':
      return 'do';
    case 'semaphore':
      return 'acquire';
    case 'waitgroup':
    case 'errgroup':
    case 'cond':
      return 'wait';
    default:
      return undefined;
  }
}

/** Waits that leave no other event behind when they end. */
function served(scan: Scan, { a, b, step }: Row): void {
  const role = roleOfWait(scan, 0, b);
  if (role === 'wait' || role === 'acquire') tie(scan, { step, g: a }, b, role, 1);
}

// ---- how much room it needs

function measure(scan: Scan, kind: number, { g, a, b }: Row): void {
  if (kind === Kind.ChanSend || kind === Kind.WaitGroupAdd) measureObject(scan, a);
  if (kind !== Kind.GoBlock) return;
  const select = a === WaitReason.Select ? scan.state.goroutines[g]?.select : undefined;
  for (const id of select?.cases.map((c) => c.channel) ?? [b]) measureObject(scan, id);
}

function measureObject({ index, objects, state }: Scan, id: number): void {
  const object = objects.get(id);
  const record = objectOf(index.slots, state, id);
  if (object === undefined || record === undefined) return;
  if (record.kind === 'channel') {
    object.peak = Math.max(object.peak, record.buffer.length);
    object.peakWaiting = Math.max(object.peakWaiting, record.senders.length);
    object.peakReceivers = Math.max(object.peakReceivers, record.receivers.length);
    return;
  }
  if ('count' in record) object.peak = Math.max(object.peak, record.count);
  if ('waiters' in record) object.peakWaiting = Math.max(object.peakWaiting, record.waiters.length);
}
