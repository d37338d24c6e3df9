/** Reads the memory of a suspended machine for `readValue`. */
import type { Func } from '../ir/ir.ts';
import type { Machine } from '../machine/machine.ts';
import { at, channel, waiter } from '../runtime/state.ts';
import type { Reader } from './types.ts';

export function readerOf(machine: Machine): Reader {
  const { program } = machine.executable;
  const memory = new DataView(machine.memory.buffer);
  // Thousands of goroutines may wait for one channel, and each of them may have it in a variable.
  const waiting = new Map<number, number>();
  const queued = (queue: number): number => {
    const count = waiting.get(queue) ?? countQueued(machine, queue);
    waiting.set(queue, count);
    return count;
  };
  return {
    program,
    memory,
    now: memory.getFloat64(at.clock, true),
    mapEntries: (map, limit) => {
      const { entries, count } = machine.runtime.mapEntries(map, limit);
      return { entries: entries.map(({ key, value }) => [key, value] as const), length: count };
    },
    channel: (address, limit) => ({
      length: machine.word(address + channel.count),
      capacity: machine.word(address + channel.capacity),
      closed: machine.word(address + channel.closed) !== 0,
      values: buffered(machine, address, limit),
      senders: queued(address + channel.senders),
      receivers: queued(address + channel.receivers),
    }),
    objectAt: (address) => machine.runtime.objectAt(address),
    funcName: (closure) => nameOf(program.funcs[machine.word(closure)]),
    captured: (closure) => (closure === 0 ? [] : capturedBy(machine, closure)),
  };
}

function capturedBy(machine: Machine, closure: number) {
  const func = machine.executable.program.funcs[machine.word(closure)];
  if (func === undefined || func.library) return [];
  return func.vars.flatMap(({ name, type, inClosure }) => {
    if (!inClosure) return [];
    const address = inClosure.boxed ? machine.word(closure + inClosure.offset) : closure + inClosure.offset;
    return address === 0 ? [] : [{ name, type, at: address }];
  });
}

/** Addresses of the values in a channel's buffer, which is a ring, front first. */
function buffered(machine: Machine, address: number, limit: number): number[] {
  const capacity = machine.word(address + channel.capacity);
  const first = machine.word(address + channel.receiveIndex);
  const buffer = machine.word(address + channel.buffer);
  const size = machine.word(address + channel.elemSize);
  const length = Math.min(limit, machine.word(address + channel.count));
  return Array.from({ length }, (_, i) => buffer + ((first + i) % capacity) * size);
}

/** How many goroutines are in a wait queue. A select may stand in it more than once. */
function countQueued(machine: Machine, queue: number): number {
  const waiting = new Set<number>();
  for (let w = machine.word(queue); w !== 0; w = machine.word(w + waiter.next)) waiting.add(machine.word(w + waiter.g));
  return waiting.size;
}

/** A function literal of the library is named nowhere that a person could look. */
function nameOf(func: Func | undefined): string {
  return func === undefined || (func.library && /\.func\d/.test(func.name)) ? 'func' : func.name;
}
