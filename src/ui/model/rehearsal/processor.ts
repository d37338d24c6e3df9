/** Goroutines of a rehearsal and who runs: run queue, virtual clock, parking and waking, statements that only compute. */
import { bug, must } from '../../../base/assert.ts';
import { DecisionKind, Kind } from '../../../engine/trace/events.ts';
import type { Trace, Verdict } from '../../../engine/trace/trace.ts';
import { party, TraceBuilder } from '../traceBuilder.ts';

export type Body = Generator<void, void, void>;
export type Parking<T = void> = Generator<void, T, void>;
export interface Received {
  readonly value: string;
  readonly ok: boolean;
  readonly index: number;
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

export class Processor {
  protected readonly out = new TraceBuilder();
  protected readonly goroutines: Goroutine[] = [];
  private queue: number[] = [];
  private runNext = 0;
  /** By (when, order of starting). */
  protected timers: Timer[] = [];
  protected current = 0;
  private used = 0;
  protected ended = false;
  protected now = 0;
  protected readonly options: RehearsalOptions;

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

  protected decide(kind: number, taken: number, alternatives: readonly number[]): void {
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

  protected ready(g: number, object: number): void {
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
  protected get actor(): number {
    return this.goroutines[this.current - 1]?.status === 'running' ? this.current : 0;
  }

  protected begin(line: number): void {
    if (line === 0) return;
    this.out.begin(this.current, line, must(this.goroutines[this.current - 1], 'goroutine').func);
    this.used++;
  }

  protected *park(reason: number, object: number, held = '', timer = 0): Parking<Received> {
    const g = must(this.goroutines[this.current - 1], 'goroutine');
    g.status = 'parked';
    this.out.emit(Kind.GoBlock, g.id, reason, object, this.out.string(held), timer);
    yield;
    return g.delivered;
  }

  protected deliver(g: number, received: Received): void {
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
}
