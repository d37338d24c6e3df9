/**
 * A rehearsal of a Go program: goroutines are generators, every operation is a method, and what they do is written as a Trace. It knows
 * just enough of Go's runtime (hand-off, queues, runnext, timers, contexts) to write traces as the engine does, so that views and tests have
 * whole runs without compiling anything.
 *
 *   const t = new Rehearsal();
 *   t.run(function* () { const jobs = t.make(19, 'jobs', 10); yield* t.send(28, jobs, '1'); });
 *
 * Operations that may park are generators (use `yield*`); the others act at once. The first argument is the line of the statement;
 * 0 goes on with the statement before.
 */
import { bug, must } from '../../base/assert.ts';
import { ContextKind, DecisionKind, Kind, LockMode, ObjectKind, TimerKind, WaitReason } from '../../engine/trace/events.ts';
import type { Trace, Verdict } from '../../engine/trace/trace.ts';
import { party, TraceBuilder } from './traceBuilder.ts';

export type Body = Generator<void, void, void>;
type Parking<T = void> = Generator<void, T, void>;
export interface Received {
  readonly value: string;
  readonly ok: boolean;
  readonly index: number;
}
export interface Case {
  readonly channel: Channel | undefined;
  readonly send?: string;
}

interface Waiter {
  readonly g: number;
  readonly value: string;
  readonly index: number;
  readonly ticket: { used: boolean };
}
export interface Channel {
  readonly id: number;
  readonly capacity: number;
  readonly buffer: string[];
  closed: boolean;
  senders: Waiter[];
  receivers: Waiter[];
}
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
export interface Context {
  readonly id: number;
  readonly parent: Context | undefined;
  readonly children: Context[];
  done: Channel | undefined;
  err: string;
  timer: number;
}
interface Timer {
  readonly id: number;
  readonly when: number;
  readonly fire: () => void;
}
interface Goroutine {
  readonly id: number;
  readonly func: string;
  readonly body: Body;
  status: 'runnable' | 'running' | 'parked' | 'dead';
  delivered: Received;
}

export interface RehearsalOptions {
  /** Picks one of n: runnable goroutines, ready cases. Default: the first. */
  readonly choose?: (alternatives: number, what: 'run' | 'select') => number;
  /** Statements a goroutine may execute before it is preempted. */
  readonly quantum?: number;
  readonly maxSteps?: number;
  /** The verdict of a run that reaches maxSteps. */
  readonly budget?: Partial<Verdict>;
}

function* idle(): Body {}

export class Rehearsal {
  private readonly out = new TraceBuilder();
  private readonly goroutines: Goroutine[] = [];
  private queue: number[] = [];
  private runNext = 0;
  /** By (when, order of starting). */
  private timers: Timer[] = [];
  private current = 0;
  private used = 0;
  private ended = false;
  private now = 0;
  private readonly options: RehearsalOptions;

  constructor(options: RehearsalOptions = {}) {
    this.options = options;
  }

  // ---- the run

  run(main: () => Body, verdict: Partial<Verdict> = {}): Trace {
    this.spawn(0, 'main.main', '', 0, main);
    let next = this.pick();
    while (next !== 0 && !this.ended) {
      this.resume(next);
      if (this.out.steps >= (this.options.maxSteps ?? Infinity)) return this.out.finish(this.options.budget ?? { kind: 'steps' });
      next = this.pick();
    }
    if (this.ended) {
      this.out.emit(Kind.Exit, 1, verdict.exitCode ?? 0);
      return this.out.finish(verdict);
    }
    this.out.emit(Kind.Exit, 0, 2);
    return this.out.finish(this.deadlock());
  }

  // ---- the run told by somebody else, statement by statement (textTrace.ts)

  /** main exists and waits for its first statement. */
  enter(): void {
    this.spawn(0, 'main.main', '', 0, idle);
    this.runNext = 0;
  }

  /** `id` has the processor from now on. */
  switchTo(id: number): void {
    if (this.current === id && this.actor === id) return;
    const before = this.goroutines[this.current - 1];
    if (before?.status === 'running') {
      before.status = 'runnable';
      this.out.emit(Kind.GoStop, before.id, 0);
    }
    const g = must(this.goroutines[id - 1], `goroutine ${id}`);
    if (g.status !== 'runnable') bug(`goroutine ${id} is ${g.status} and cannot execute a statement`);
    this.current = id;
    g.status = 'running';
    this.out.emit(Kind.GoStart, id);
  }

  /** The clock reaches `time`: timers until then fire in order. */
  reach(time: number): void {
    while ((this.timers[0]?.when ?? Infinity) <= time) this.advance();
    if (this.now === time) return;
    this.now = time;
    this.out.emit(Kind.ClockAdvance, 0, time | 0, Math.floor(time / 2 ** 32));
  }

  end(line: number): void {
    this.begin(line);
    this.finish(must(this.goroutines[this.current - 1], 'goroutine'));
  }

  told(verdict: Partial<Verdict>): Trace {
    return this.out.finish(verdict);
  }

  private deadlock(): Partial<Verdict> {
    const stuck = this.goroutines.filter((g) => g.status === 'parked');
    return {
      kind: 'deadlock',
      exitCode: 2,
      summary: 'Deadlock: every goroutine waits and nobody is left to run.',
      stderr: 'fatal error: all goroutines are asleep - deadlock!\n',
      parties: stuck.map((g) => party(g.id, 'waits for ever')),
    };
  }

  private resume(id: number): void {
    const g = must(this.goroutines[id - 1], 'goroutine');
    this.current = id;
    this.used = 0;
    g.status = 'running';
    this.out.emit(Kind.GoStart, id);
    const { done } = g.body.next();
    if (done !== true) return;
    this.finish(g);
  }

  private finish(g: Goroutine): void {
    if (g.status !== 'dead') this.out.emit(Kind.GoEnd, g.id);
    g.status = 'dead';
    if (g.id === 1) this.ended = true;
  }

  private pick(): number {
    while (this.queue.length === 0 && this.runNext === 0 && this.timers.length > 0 && !this.ended) this.reach(this.nextDue());
    const ready = this.runNext === 0 ? this.queue : [this.runNext, ...this.queue];
    if (ready.length === 0 || this.ended) return 0;
    const at = ready.length === 1 ? 0 : (this.options.choose?.(ready.length, 'run') ?? 0);
    // A long run queue would be written down at every turn.
    if (ready.length > 1 && ready.length <= 64) this.decide(DecisionKind.Run, at, ready);
    const taken = must(ready[at], 'choice');
    this.queue = ready.filter((id) => id !== taken);
    this.runNext = 0;
    return taken;
  }

  private decide(kind: number, taken: number, alternatives: readonly number[]): void {
    this.out.emit(Kind.Decision, 0, kind, alternatives.length, taken, this.out.string(alternatives.join(' ')));
  }

  private nextDue(): number {
    return must(this.timers[0], 'timer').when;
  }

  private advance(): void {
    const first = must(this.timers.shift(), 'timer');
    if (first.when > this.now) {
      this.now = first.when;
      this.out.emit(Kind.ClockAdvance, 0, first.when | 0, Math.floor(first.when / 2 ** 32));
    }
    this.out.emit(Kind.TimerFire, 0, first.id);
    first.fire();
  }

  private ready(g: number, object: number): void {
    const goroutine = must(this.goroutines[g - 1], 'goroutine');
    goroutine.status = 'runnable';
    this.out.emit(Kind.GoUnblock, this.actor, g, object);
    // Timers of one instant wake in their order; whom a goroutine wakes runs next.
    if (this.actor === 0) this.queue.push(g);
    else this.runSoon(g);
  }

  private runSoon(g: number): void {
    if (this.runNext !== 0) this.queue.push(this.runNext);
    this.runNext = g;
  }

  /** Whose doing an event is: the running goroutine's, or the scheduler's between turns. */
  private get actor(): number {
    return this.goroutines[this.current - 1]?.status === 'running' ? this.current : 0;
  }

  private begin(line: number): void {
    if (line === 0) return;
    this.out.begin(this.current, line, must(this.goroutines[this.current - 1], 'goroutine').func);
    this.used++;
  }

  private *park(reason: number, object: number, held = '', timer = 0): Parking<Received> {
    const g = must(this.goroutines[this.current - 1], 'goroutine');
    g.status = 'parked';
    this.out.emit(Kind.GoBlock, g.id, reason, object, this.out.string(held), timer);
    yield;
    return g.delivered;
  }

  private deliver(g: number, received: Received): void {
    must(this.goroutines[g - 1], 'goroutine').delivered = received;
  }

  private spawn(creator: number, func: string, args: string, line: number, body: () => Body): number {
    const id = this.goroutines.length + 1;
    const site = line === 0 ? 0 : this.out.site(line, must(this.goroutines[creator - 1], 'creator').func);
    this.goroutines.push({ id, func, body: body(), status: 'runnable', delivered: { value: '', ok: false, index: -1 } });
    this.out.emit(Kind.GoCreate, creator, id, this.out.string(func), site, this.out.string(args));
    this.runSoon(id);
    return id;
  }

  // ---- plain statements

  /** A statement without events; may lose the processor afterwards when the quantum is used up. */
  *at(line: number): Parking {
    this.begin(line);
    if (this.used >= (this.options.quantum ?? Infinity)) yield* this.yieldNow(0);
    if (this.out.steps >= (this.options.maxSteps ?? Infinity)) yield;
  }

  *gosched(line: number): Parking {
    this.begin(line);
    yield* this.yieldNow(1);
  }

  private *yieldNow(why: 0 | 1): Parking {
    const g = must(this.goroutines[this.current - 1], 'goroutine');
    if (this.queue.length === 0 && this.runNext === 0) {
      this.used = 0;
      return;
    }
    g.status = 'runnable';
    this.queue.push(g.id);
    this.out.emit(Kind.GoStop, g.id, why);
    yield;
  }

  go(line: number, func: string, args: string, body: () => Body): number {
    this.begin(line);
    return this.spawn(this.current, func, args, line, body);
  }

  print(line: number, text: string): void {
    this.begin(line);
    this.out.emit(Kind.Output, this.current, 1, this.out.string(text));
  }

  *panic(line: number, message: string): Parking {
    this.begin(line);
    this.out.emit(Kind.GoPanic, this.current, this.out.string(message));
    must(this.goroutines[this.current - 1], 'goroutine').status = 'dead';
    this.ended = true;
    yield;
  }

  // ---- channels

  make(line: number, name: string, capacity = 0, elemType = 'int'): Channel {
    this.begin(line);
    const id = this.out.newObject();
    this.out.emit(Kind.ChanMake, this.actor, id, capacity, this.out.string(elemType), this.out.currentSite);
    this.name(id, name);
    return { id, capacity, buffer: [], closed: false, senders: [], receivers: [] };
  }

  private name(id: number, name: string): void {
    if (name !== '') this.out.emit(Kind.ObjectName, this.actor, id, this.out.string(name));
  }

  *send(line: number, channel: Channel | undefined, value: string): Parking {
    this.begin(line);
    if (channel === undefined) {
      yield* this.park(WaitReason.ChanSendNil, 0, value);
      return;
    }
    if (this.trySend(this.current, channel, value)) return;
    channel.senders.push({ g: this.current, value, index: -1, ticket: { used: false } });
    yield* this.park(WaitReason.ChanSend, channel.id, value);
  }

  *recv(line: number, channel: Channel | undefined): Parking<Received> {
    this.begin(line);
    if (channel === undefined) return yield* this.park(WaitReason.ChanReceiveNil, 0);
    const received = this.tryReceive(channel);
    if (received !== undefined) return received;
    channel.receivers.push({ g: this.current, value: '', index: -1, ticket: { used: false } });
    return yield* this.park(WaitReason.ChanReceive, channel.id);
  }

  /** `g` 0: a timer. */
  private trySend(g: number, channel: Channel, value: string): boolean {
    if (channel.closed) bug('send on closed channel in a rehearsal');
    const receiver = this.dequeue(channel.receivers);
    if (receiver !== undefined) {
      this.out.emit(Kind.ChanSend, g, channel.id, this.out.string(value), receiver.g);
      this.chosen(receiver);
      this.out.emit(Kind.ChanRecv, receiver.g, channel.id, this.out.string(value), g, 1);
      this.deliver(receiver.g, { value, ok: true, index: receiver.index });
      this.ready(receiver.g, channel.id);
      return true;
    }
    if (channel.buffer.length >= channel.capacity) return false;
    channel.buffer.push(value);
    this.out.emit(Kind.ChanSend, g, channel.id, this.out.string(value));
    return true;
  }

  private tryReceive(channel: Channel, index = -1): Received | undefined {
    const g = this.current;
    const front = channel.buffer.shift();
    const sender = this.dequeue(channel.senders);
    if (front !== undefined) {
      this.out.emit(Kind.ChanRecv, g, channel.id, this.out.string(front), 0, 1);
      if (sender !== undefined) {
        channel.buffer.push(sender.value);
        this.chosen(sender);
        this.out.emit(Kind.ChanSend, sender.g, channel.id, this.out.string(sender.value));
        this.release(sender, channel);
      }
      return { value: front, ok: true, index };
    }
    if (sender !== undefined) {
      this.chosen(sender);
      this.out.emit(Kind.ChanSend, sender.g, channel.id, this.out.string(sender.value), g);
      this.out.emit(Kind.ChanRecv, g, channel.id, this.out.string(sender.value), sender.g, 1);
      this.release(sender, channel);
      return { value: sender.value, ok: true, index };
    }
    if (!channel.closed) return undefined;
    this.out.emit(Kind.ChanRecv, g, channel.id, this.out.string('0'), 0, 0);
    return { value: '0', ok: false, index };
  }

  private release(sender: Waiter, channel: Channel): void {
    this.deliver(sender.g, { value: '', ok: true, index: sender.index });
    this.ready(sender.g, channel.id);
  }

  private chosen(waiter: Waiter): void {
    if (waiter.index >= 0) this.out.emit(Kind.SelectDone, waiter.g, waiter.index);
  }

  private dequeue(queue: Waiter[]): Waiter | undefined {
    for (let waiter = queue.shift(); waiter !== undefined; waiter = queue.shift()) {
      if (waiter.ticket.used) continue;
      waiter.ticket.used = true;
      return waiter;
    }
    return undefined;
  }

  close(line: number, channel: Channel): void {
    this.begin(line);
    this.shut(channel);
  }

  private shut(channel: Channel): void {
    channel.closed = true;
    this.out.emit(Kind.ChanClose, this.actor, channel.id);
    for (let waiter = this.dequeue(channel.receivers); waiter !== undefined; waiter = this.dequeue(channel.receivers)) {
      this.chosen(waiter);
      this.out.emit(Kind.ChanRecv, waiter.g, channel.id, this.out.string('0'), 0, 0);
      this.deliver(waiter.g, { value: '0', ok: false, index: waiter.index });
      this.ready(waiter.g, channel.id);
    }
  }

  /** The operands are evaluated in the statement. `index` of the result: the case, -1 for default. */
  *select(line: number, operands: () => readonly Case[], hasDefault = false): Parking<Received> {
    this.begin(line);
    const cases = operands();
    this.out.emit(Kind.SelectBegin, this.current, cases.length, hasDefault ? 1 : 0, this.out.currentSite);
    const open = cases.map((c) => this.caseReady(c));
    cases.forEach((c, i) => this.emitCase(c, i, open[i] === true));
    const ready = cases.map((_, i) => i).filter((i) => open[i] === true);
    if (ready.length === 0) return hasDefault ? this.takeDefault() : yield* this.parkInSelect(cases);
    const at = ready.length === 1 ? 0 : (this.options.choose?.(ready.length, 'select') ?? 0);
    if (ready.length > 1) this.decide(DecisionKind.Select, at, ready);
    return this.takeCase(cases, must(ready[at], 'case'));
  }

  private emitCase(c: Case, index: number, ready: boolean): void {
    const bits = (c.send === undefined ? 0 : 1) + (ready ? 2 : 0);
    this.out.emit(Kind.SelectCase, this.current, index, c.channel?.id ?? 0, bits, this.out.string(c.send ?? ''));
  }

  private caseReady({ channel, send }: Case): boolean {
    if (channel === undefined) return false;
    const waiting = (queue: readonly Waiter[]): boolean => queue.some((waiter) => !waiter.ticket.used);
    if (send === undefined) return channel.closed || channel.buffer.length > 0 || waiting(channel.senders);
    return channel.buffer.length < channel.capacity || waiting(channel.receivers);
  }

  private takeDefault(): Received {
    this.out.emit(Kind.SelectDone, this.current, -1);
    return { value: '', ok: false, index: -1 };
  }

  private takeCase(cases: readonly Case[], index: number): Received {
    const { channel, send } = must(cases[index], 'case');
    this.out.emit(Kind.SelectDone, this.current, index);
    if (send === undefined) return must(this.tryReceive(must(channel, 'channel'), index), 'a value');
    this.trySend(this.current, must(channel, 'channel'), send);
    return { value: '', ok: true, index };
  }

  private *parkInSelect(cases: readonly Case[]): Parking<Received> {
    const ticket = { used: false };
    cases.forEach(({ channel, send }, index) => {
      const queue = send === undefined ? channel?.receivers : channel?.senders;
      queue?.push({ g: this.current, value: send ?? '', index, ticket });
    });
    return yield* this.park(cases.length === 0 ? WaitReason.SelectNoCases : WaitReason.Select, 0);
  }

  // ---- locks and counters

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

  // ---- time

  private timer(delay: number, kind: number, fire: () => void): number {
    const id = this.out.newObject();
    const when = this.now + delay;
    const later = this.timers.findLastIndex((timer) => timer.when <= when) + 1;
    this.timers.splice(later, 0, { id, when, fire });
    this.out.emit(Kind.TimerStart, this.actor, id, when | 0, Math.floor(when / 2 ** 32), kind);
    return id;
  }

  *sleep(line: number, nanos: number): Parking {
    this.begin(line);
    const g = this.current;
    const id = this.timer(nanos, TimerKind.Sleep, () => this.ready(g, 0));
    yield* this.park(WaitReason.Sleep, 0, '', id);
  }

  /** time.After: a channel and its timer, without a statement of its own. */
  after(nanos: number): Channel {
    const channel = this.make(0, '', 1, 'time.Time');
    this.timer(nanos, TimerKind.Timer, () => this.trySend(0, channel, '0'));
    return channel;
  }

  // ---- contexts

  background(line: number): Context {
    this.begin(line);
    return this.context(undefined, ContextKind.Background, '', 0);
  }

  withCancel(line: number, parent: Context, name: string): Context {
    this.begin(line);
    return this.context(parent, ContextKind.Cancel, name, 0);
  }

  withTimeout(line: number, parent: Context, name: string, nanos: number): Context {
    this.begin(line);
    let made: Context | undefined;
    const timer = this.timer(nanos, TimerKind.Context, () => this.cancelTree(must(made, 'context'), 'context deadline exceeded', ''));
    made = this.context(parent, ContextKind.Timeout, name, timer);
    return made;
  }

  private context(parent: Context | undefined, kind: number, name: string, timer: number): Context {
    const id = this.out.newObject();
    const context: Context = { id, parent, children: [], done: undefined, err: '', timer };
    parent?.children.push(context);
    this.out.emit(Kind.ContextMake, this.actor, id, parent?.id ?? 0, kind, timer);
    this.name(id, name);
    return context;
  }

  /** ctx.Done(), without a statement of its own. */
  done(context: Context): Channel {
    if (context.done !== undefined) return context.done;
    context.done = this.make(0, '', 0, 'struct {}');
    this.out.emit(Kind.ContextDone, this.actor, context.id, context.done.id);
    return context.done;
  }

  cancel(line: number, context: Context, cause = ''): void {
    this.begin(line);
    this.cancelTree(context, 'context canceled', cause);
  }

  private cancelTree(context: Context, err: string, cause: string, origin = context): void {
    if (context.err !== '') return;
    context.err = err;
    this.out.emit(Kind.ContextCancel, this.actor, context.id, this.out.string(err), this.out.string(cause), origin.id);
    if (this.timers.some((timer) => timer.id === context.timer)) {
      this.timers = this.timers.filter((timer) => timer.id !== context.timer);
      this.out.emit(Kind.TimerStop, this.actor, context.timer);
    }
    if (context.done !== undefined) this.shut(context.done);
    for (const child of context.children) this.cancelTree(child, err, cause, origin);
  }
}
