/** Where everything lies in a frame: see memory/cells.ts for the picture. All numbers are bytes. */
import type { Carrier, Func, FuncSig, Stmt } from '../ir/ir.ts';
import { frameHeader, slotSize } from '../memory/cells.ts';

/** Offsets that follow from a signature alone: what a caller needs to know. */
export interface CallPrefix {
  readonly results: readonly number[];
  readonly params: readonly number[];
  /** i32 closure pointer, then i32 flag: 1 in a function called directly as a deferred call. */
  readonly closure: number;
  readonly size: number;
}

export interface FrameLayout {
  readonly prefix: CallPrefix;
  /** Offset of each local's slot; -1 for temporaries. */
  readonly locals: Int32Array;
  readonly slots: Int32Array;
  readonly size: number;
  /** size plus the largest prefix of a frame that this function begins to fill. */
  readonly need: number;
  /** Offsets of heap addresses, ascending: the collector's roots. */
  readonly refs: readonly number[];
}

function widthOf(carrier: Carrier): number {
  return carrier.kind === 'scalar' ? slotSize : roundUp(carrier.size);
}

function roundUp(size: number): number {
  return Math.max(slotSize, (size + slotSize - 1) & ~(slotSize - 1));
}

export function callPrefix(sig: FuncSig): CallPrefix {
  let at = frameHeader;
  const place = (carrier: Carrier) => {
    const offset = at;
    at += widthOf(carrier);
    return offset;
  };
  const results = sig.results.map(place);
  const params = sig.params.map(place);
  return { results, params, closure: at, size: at + slotSize };
}

/** Largest prefix among the calls and go statements in a body; the latter fill a frame on another stack. */
function largestCall(body: readonly Stmt[]): number {
  let largest = 0;
  const visit = (stmt: Stmt): void => {
    switch (stmt.k) {
      case 'call':
        largest = Math.max(largest, callPrefix(stmt.sig).size);
        break;
      case 'if':
        stmt.then.forEach(visit);
        stmt.else.forEach(visit);
        break;
      case 'block':
      case 'loop':
        stmt.body.forEach(visit);
        break;
      default:
    }
  };
  body.forEach(visit);
  return largest;
}

export function layoutFrame(func: Func): FrameLayout {
  const prefix = callPrefix(func.sig);
  const locals = new Int32Array(func.locals.length).fill(-1);
  const slots = new Int32Array(func.slots.length).fill(-1);
  const refs: number[] = [];
  let at = prefix.size;

  const bind = (carriers: readonly Carrier[], dests: Func['params'], offsets: readonly number[]) => {
    dests.forEach((dest, i) => {
      const offset = offsets[i] as number;
      if (dest.k === 'local') locals[dest.id] = offset;
      else slots[dest.id] = offset;
      const carrier = carriers[i] as Carrier;
      if (carrier.kind === 'scalar') {
        if (carrier.ref) refs.push(offset);
      } else refs.push(...carrier.refs.map((ref) => offset + ref));
    });
  };
  bind(func.sig.results, func.results, prefix.results);
  bind(func.sig.params, func.params, prefix.params);
  if (func.closure !== undefined) {
    locals[func.closure] = prefix.closure;
    refs.push(prefix.closure);
  }

  func.locals.forEach((local, id) => {
    if (local.temp || locals[id] !== -1) return;
    locals[id] = at;
    if (local.ref) refs.push(at);
    at += slotSize;
  });
  func.slots.forEach((slot, id) => {
    if (slots[id] !== -1) return;
    slots[id] = at;
    for (const ref of slot.refs) refs.push(at + ref);
    at += roundUp(slot.size);
  });
  refs.sort((a, b) => a - b);
  return { prefix, locals, slots, size: at, need: at + largestCall(func.body), refs };
}

