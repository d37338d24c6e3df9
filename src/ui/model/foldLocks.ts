/** What events change about locks, counters and atomics. */
import { Kind, LockMode, ObjectKind } from '../../engine/trace/events.ts';
import { change, flow, place, remove, text } from './foldEvent.ts';
import type { Event } from './foldEvent.ts';
import type { ObjectRecord } from './state.ts';

export function lockEvent(kind: number, event: Event): void {
  const { state, a, b } = event;
  if (kind === Kind.ObjectMake) {
    const made = newObject(state.owner, a, b);
    if (made !== undefined) place(event, made);
    return;
  }
  if (kind === Kind.ObjectName) return;
  const object = change(event, a);
  if (object !== undefined) changeLock(kind, event, object);
}

function newObject(owner: number, id: number, kind: number): ObjectRecord | undefined {
  const base = { owner, id, view: undefined };
  switch (kind) {
    case ObjectKind.WaitGroup:
      return { ...base, kind: 'waitgroup', count: 0, total: 0, waiters: [] };
    case ObjectKind.ErrGroup:
      return { ...base, kind: 'errgroup', count: 0, total: 0, waiters: [] };
    case ObjectKind.Mutex:
      return { ...base, kind: 'lock', rw: false, lockedBy: 0, readers: [], waiters: [] };
    case ObjectKind.RWMutex:
      return { ...base, kind: 'lock', rw: true, lockedBy: 0, readers: [], waiters: [] };
    case ObjectKind.Once:
      return { ...base, kind: 'once', state: 'idle', runner: 0, waiters: [] };
    case ObjectKind.Cond:
      return { ...base, kind: 'cond', waiters: [] };
    case ObjectKind.Semaphore:
      return { ...base, kind: 'semaphore', waiters: [] };
    case ObjectKind.Atomic:
      return { ...base, kind: 'atomic', value: '', op: '', ok: true };
    default:
      return undefined;
  }
}

function changeLock(kind: number, event: Event, object: ObjectRecord): void {
  const { g, a, b, c, d } = event;
  switch (object.kind) {
    case 'lock': {
      const reading = b === LockMode.RLock;
      if (kind === Kind.LockAcquire) {
        if (reading) object.readers.push(g);
        else object.lockedBy = g;
        flow(event, { kind: 'lock', from: g, to: 0, object: a, token: undefined });
      } else if (kind === Kind.LockRelease) {
        // An RWMutex does not know who its readers are: another goroutine may release.
        if (!reading) object.lockedBy = 0;
        else if (object.readers.includes(g)) remove(object.readers, (reader) => reader === g);
        else object.readers.pop();
      }
      break;
    }
    case 'waitgroup':
    case 'errgroup':
      if (kind !== Kind.WaitGroupAdd) break;
      object.count = c;
      object.total += Math.max(0, b);
      break;
    case 'once':
      if (kind !== Kind.OnceDo) break;
      object.state = b === 0 ? 'doing' : 'done';
      object.runner = b === 0 ? g : 0;
      break;
    case 'atomic':
      if (kind !== Kind.AtomicOp) break;
      object.op = text(event, b);
      object.ok = c === 1;
      object.value = text(event, d);
      break;
    default:
  }
}
