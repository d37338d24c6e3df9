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
 *
 * In layers, each on top of the one before: processor.ts, channels.ts, locks.ts, and here timers and contexts.
 */
import { must } from '../../../base/assert.ts';
import { ContextKind, Kind, TimerKind, WaitReason } from '../../../engine/trace/events.ts';
import type { Channel } from './channels.ts';
import { Locks } from './locks.ts';
import type { Parking } from './processor.ts';

export interface Context {
  readonly id: number;
  readonly parent: Context | undefined;
  readonly children: Context[];
  done: Channel | undefined;
  err: string;
  timer: number;
}

export class Rehearsal extends Locks {
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
