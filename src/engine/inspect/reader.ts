/** Reads the memory of a suspended machine for `readValue`. */
import type { Machine } from '../machine/machine.ts';
import { channel } from '../runtime/state.ts';
import type { Reader } from './value.ts';

export function readerOf(machine: Machine): Reader {
  const { program } = machine.executable;
  return {
    program,
    memory: new DataView(machine.memory.buffer),
    mapEntries: (map, limit) => {
      const { entries, count } = machine.runtime.mapEntries(map, limit);
      return { entries: entries.map(({ key, value }) => [key, value] as const), length: count };
    },
    channelState: (address) => ({
      length: machine.word(address + channel.count),
      capacity: machine.word(address + channel.capacity),
      closed: machine.word(address + channel.closed) !== 0,
    }),
    funcName: (closure) => program.funcs[machine.word(closure)]?.name ?? 'func',
  };
}
