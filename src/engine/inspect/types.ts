/** What inspection gives, and what it reads from. */
import type { Program } from '../ir/ir.ts';

export interface Value {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly children?: readonly Value[];
  /** Parts were left out. */
  readonly more?: boolean;
  /** Of how many parts there are only the first `children` are given. Absent: all, or none but on demand. */
  readonly parts?: number;
  /** Address of the object it refers to (channel, pointer target), 0 if none: for links to recorded objects. */
  readonly target: number;
  /** Number in the recording of the channel, lock, context ... that it is or refers to. Absent: none. */
  readonly object?: number;
}

export interface ChannelState {
  readonly length: number;
  readonly capacity: number;
  readonly closed: boolean;
  /** Addresses of the first values in the buffer, front first. */
  readonly values: readonly number[];
  /** Parked goroutines. */
  readonly senders: number;
  readonly receivers: number;
}

export interface Reader {
  readonly program: Program;
  readonly memory: DataView;
  /** The virtual clock, in nanoseconds. */
  readonly now: number;
  /** Entries of a map, in iteration order: addresses of keys and values, and how many there are in all. */
  mapEntries(map: number, limit: number): { readonly entries: readonly (readonly [key: number, value: number])[]; readonly length: number };
  channel(address: number, limit: number): ChannelState;
  /** Number of the recorded object at an address, 0 if there is none. */
  objectAt(address: number): number;
  funcName(closure: number): string;
  /** The variables of its surroundings that a func value holds: none of one that is no function literal. */
  captured(closure: number): readonly { readonly name: string; readonly type: number; readonly at: number }[];
}
