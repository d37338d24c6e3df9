/** Locks, counters and atomics of a rehearsal. */
import { must } from '../../../base/assert.ts';
import { Kind, LockMode, ObjectKind, WaitReason } from '../../../engine/trace/events.ts';
import { Channels } from './channels.ts';
import type { Body, Parking } from './processor.ts';

export interface Mutex {
  readonly id: number;
  owner: number;
  readers: number;
  readonly waiters: { g: number; read: boolean }[];
  readonly rw: boolean;
}
export interface WaitGroup {
  readonly id: number;
  count: number;
  waiters: number[];
}
export interface Cond {
  readonly id: number;
  readonly lock: Mutex;
  waiters: number[];
}
export interface Once {
  readonly id: number;
  state: 'idle' | 'doing' | 'done';
  waiters: number[];
}

export class Locks extends Channels {
  private object(line: number, kind: number, type: string, name: string): number {
    this.begin(line);
    const id = this.out.newObject();
    this.out.emit(Kind.ObjectMake, this.actor, id, kind, this.out.string(type), this.out.currentSite);
    this.name(id, name);
    return id;
  }

  mutex(line: number, name: string, rw = false): Mutex {
    const id = this.object(line, rw ? ObjectKind.RWMutex : ObjectKind.Mutex, rw ? 'sync.RWMutex' : 'sync.Mutex', name);
    return { id, owner: 0, readers: 0, waiters: [], rw };
  }

  *lock(line: number, mutex: Mutex, read = false): Parking {
    this.begin(line);
    const free = mutex.owner === 0 && (read ? mutex.waiters.length === 0 : mutex.readers === 0);
    if (free) {
      this.acquire(mutex, this.current, read);
      return;
    }
    mutex.waiters.push({ g: this.current, read });
    yield* this.park(read ? WaitReason.RWMutexRLock : mutex.rw ? WaitReason.RWMutexLock : WaitReason.MutexLock, mutex.id);
  }

  private acquire(mutex: Mutex, g: number, read: boolean): void {
    if (read) mutex.readers++;
    else mutex.owner = g;
    this.out.emit(Kind.LockAcquire, g, mutex.id, read ? LockMode.RLock : LockMode.Lock);
  }

  unlock(line: number, mutex: Mutex, read = false): void {
    this.begin(line);
    if (read) mutex.readers--;
    else mutex.owner = 0;
    this.out.emit(Kind.LockRelease, this.current, mutex.id, read ? LockMode.RLock : LockMode.Lock);
    while (mutex.waiters.length > 0 && mutex.owner === 0) {
      const first = must(mutex.waiters[0], 'waiter');
      if (!first.read && mutex.readers > 0) return;
      mutex.waiters.shift();
      this.acquire(mutex, first.g, first.read);
      this.ready(first.g, mutex.id);
    }
  }

  waitGroup(line: number, name: string): WaitGroup {
    return { id: this.object(line, ObjectKind.WaitGroup, 'sync.WaitGroup', name), count: 0, waiters: [] };
  }

  add(line: number, wg: WaitGroup, delta: number): void {
    this.begin(line);
    wg.count += delta;
    this.out.emit(Kind.WaitGroupAdd, this.current, wg.id, delta, wg.count);
    if (wg.count > 0) return;
    for (const g of wg.waiters) this.ready(g, wg.id);
    wg.waiters = [];
  }

  *wait(line: number, wg: WaitGroup): Parking {
    this.begin(line);
    if (wg.count === 0) return;
    wg.waiters.push(this.current);
    yield* this.park(WaitReason.WaitGroupWait, wg.id);
  }

  once(line: number, name: string): Once {
    return { id: this.object(line, ObjectKind.Once, 'sync.Once', name), state: 'idle', waiters: [] };
  }

  *do(line: number, once: Once, body: () => Body): Parking {
    this.begin(line);
    if (once.state === 'done') return;
    if (once.state === 'doing') {
      once.waiters.push(this.current);
      yield* this.park(WaitReason.MutexLock, once.id);
      return;
    }
    once.state = 'doing';
    this.out.emit(Kind.OnceDo, this.current, once.id, 0);
    yield* body();
    once.state = 'done';
    this.out.emit(Kind.OnceDo, this.current, once.id, 1);
    for (const g of once.waiters) this.ready(g, once.id);
  }

  cond(line: number, name: string, lock: Mutex): Cond {
    return { id: this.object(line, ObjectKind.Cond, 'sync.Cond', name), lock, waiters: [] };
  }

  *waitOn(line: number, cond: Cond): Parking {
    this.begin(line);
    cond.waiters.push(this.current);
    this.unlock(0, cond.lock);
    yield* this.park(WaitReason.CondWait, cond.id);
    yield* this.lock(0, cond.lock);
  }

  signal(line: number, cond: Cond, all = false): void {
    this.begin(line);
    const woken = cond.waiters.splice(0, all ? cond.waiters.length : 1);
    this.out.emit(Kind.CondSignal, this.current, cond.id, woken.length, all ? 1 : 0);
    for (const g of woken) this.ready(g, cond.id);
  }

  atomic(line: number, name: string): number {
    return this.object(line, ObjectKind.Atomic, 'atomic.Int64', name);
  }

  atomicOp(line: number, object: number, op: string, after: string, ok = true): void {
    this.begin(line);
    this.out.emit(Kind.AtomicOp, this.current, object, this.out.string(op), ok ? 1 : 0, this.out.string(after));
  }
}
