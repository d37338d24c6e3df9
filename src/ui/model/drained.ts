/** Who ends for the reason that a channel is closed and empty: those whose last receive from it found it so and who never receive again. */
import { Kind } from '../../engine/trace/events.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import { shortFunction } from './names.ts';

const known = new WeakMap<Trace, ReadonlyMap<number, string>>();

/** "workers end", "its receivers end", "goroutine 1 goes on"; '' if a receiver does not take the hint (or there is none). */
export function endsWhenDrained(trace: Trace, channel: number): string {
  const made = known.get(trace) ?? collect(trace);
  known.set(trace, made);
  return made.get(channel) ?? '';
}

interface Drain {
  readonly stopped: Set<number>;
  readonly going: Set<number>;
}

function collect(trace: Trace): Map<number, string> {
  const drains = new Map<number, Drain>();
  const functions = new Map<number, string>();
  const ended = new Set<number>();
  for (let e = 0; e < trace.length; e++) {
    const g = trace.g[e] ?? 0;
    if (trace.kind[e] === Kind.GoCreate) functions.set(trace.a[e] ?? 0, trace.strings[trace.b[e] ?? 0] ?? '');
    if (trace.kind[e] === Kind.GoEnd) ended.add(g);
    if (trace.kind[e] === Kind.ChanRecv) received(drains, trace.a[e] ?? 0, g, trace.d[e] === 1);
  }
  const answers = new Map<number, string>();
  for (const [channel, { stopped, going }] of drains) {
    const all = [...stopped];
    if (all.length > 0 && going.size === 0 && all.every((g) => ended.has(g) && g !== 1)) answers.set(channel, sentence(all, functions));
  }
  return answers;
}

function received(drains: Map<number, Drain>, channel: number, g: number, ok: boolean): void {
  const drain = drains.get(channel) ?? { stopped: new Set(), going: new Set() };
  drains.set(channel, drain);
  if (drain.stopped.has(g)) drain.going.add(g);
  if (!ok) drain.stopped.add(g);
}

function sentence(all: readonly number[], functions: ReadonlyMap<number, string>): string {
  const names = new Set(all.map((g) => shortFunction(functions.get(g) ?? '')));
  const [name = ''] = names;
  // "workers" reads well, "fetchs" and "merge.func1s" do not.
  if (all.length > 1 && names.size === 1 && /^[a-z]+er$/i.test(name)) return `${name}s end`;
  return all.length === 1 ? `goroutine ${all[0] ?? ''} ends` : 'its receivers end';
}
