/** Sending, receiving and select. Values pass through memory slots of the frame, because the goroutine may be suspended meanwhile. */
import { must } from '../../base/assert.ts';
import type { Expr, SlotId } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import { cell, goroutine } from '../memory/cells.ts';
import type { Fn } from './fn.ts';
import { syncOperand, syncPoint } from './syncPoints.ts';
import { layoutOf, partsOf, scalarParts, sizeOf } from './layout.ts';
import { i32, load } from './ops.ts';
import { part, read, scalars, slotMemory, write } from './values.ts';
import type { Value } from './values.ts';

function frameOffset(slot: SlotId, offset = 0): Expr {
  return { k: 'frameOffset', slot, offset };
}

/** Puts a value where a blocking native finds it: its frame offset. */
export function outgoing(f: Fn, value: Value): Expr {
  const slot = f.tempSlot(layoutOf(value.type));
  if (sizeOf(value.type) > 0) write(f, slotMemory(value.type, slot), value);
  return frameOffset(slot);
}

export function send(f: Fn, channel: Value, value: Value): void {
  const ch = f.reuse(part(channel), 'i32', true);
  const sent = outgoing(f, value);
  syncPoint(f);
  f.emit({ k: 'native', native: natives.chanSend, args: [ch, sent], results: [], site: f.site });
}

/** Whether the last receive of this goroutine got a sent value. */
export function receivedOk(f: Fn): Expr {
  return f.hold(f.goroutineWord(cell.g, goroutine.ok), 'i32');
}

export function receive(f: Fn, channel: Value): { readonly value: Value; readonly ok: () => Expr } {
  const elem = channel.type.as('chan').elem;
  const slot = sizeOf(elem) === 0 ? undefined : f.tempSlot(layoutOf(elem));
  const ch = syncOperand(f, part(channel));
  f.emit({ k: 'native', native: natives.chanRecv, args: [ch, slot === undefined ? i32(-1) : frameOffset(slot)], results: [], site: f.site });
  const ok = (): Expr => receivedOk(f);
  return { value: slot === undefined ? scalars(elem, ...emptyParts(elem)) : received(f, elem, slot), ok };
}

function emptyParts(type: Value['type']): Expr[] {
  return scalarParts(type).map(() => i32(0));
}

/** The value that arrived in a slot, in locals if it is scalar. */
export function received(f: Fn, type: Value['type'], slot: SlotId): Value {
  const value = read(slotMemory(type, slot));
  const parts = partsOf(type);
  if (value.k === 'memory' || !parts) return value;
  return scalars(type, ...value.parts.map((e, i) => f.hold(e, must(parts[i], 'part').type, must(parts[i], 'part').ref)));
}

export interface SelectCase { readonly channel: Value; readonly sent: Value | undefined; readonly receives: boolean }
export interface Selected { readonly chosen: Expr; /** Where case i's received value is. */ readonly slots: readonly (SlotId | undefined)[] }

const caseSize = 16;

/** Blocks until one of the cases can proceed. The operands have been evaluated. */
export function select(f: Fn, cases: readonly SelectCase[], hasDefault: boolean, site: number): Selected {
  const refs = cases.map((_, i) => i * caseSize);
  const table = f.tempSlot({ size: Math.max(cases.length, 1) * caseSize, refs });
  const slots = cases.map(({ channel, sent }, i) => {
    const elem = channel.type.as('chan').elem;
    const slot = sizeOf(elem) === 0 ? undefined : f.tempSlot(layoutOf(elem));
    const at = (offset: number, value: Expr): void => f.emit({ k: 'store', op: 'i32.store', addr: { k: 'frameAddr', slot: table, offset: 0 }, offset: i * caseSize + offset, value });
    at(0, part(channel));
    at(4, i32(sent ? 1 : 0));
    at(8, slot === undefined ? (sent ? frameOffset(table) : i32(-1)) : frameOffset(slot));
    if (sent && slot !== undefined) write(f, slotMemory(elem, slot), sent);
    return sent ? undefined : slot;
  });
  const chosen = f.tempSlot({ size: 8, refs: [] });
  const args = [frameOffset(table), i32(cases.length), i32(Number(hasDefault)), frameOffset(chosen), i32(site)];
  syncPoint(f);
  f.emit({ k: 'native', native: natives.select, args, results: [], site: f.site });
  return { chosen: f.hold(load('i32.load', { k: 'frameAddr', slot: chosen, offset: 0 }, 0), 'i32'), slots };
}
