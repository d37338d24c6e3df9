/** Notes events in the log (memory/log.ts). In code that is not recorded there is nothing of this. */
import { bug } from '../../../base/assert.ts';
import { cell, channel } from '../../memory/cells.ts';
import { log } from '../../memory/log.ts';
import { record } from '../../memory/state.ts';
import type { Kind } from '../../trace/events.ts';
import { argumentCounts, longestEvent, manySteps, Packed, stepUnit } from '../../trace/packed.ts';
import { add, called, type Code, eq, eqz, load, type Local, mul, op, type Operand, select, sub, type Value } from './code.ts';
import type { Links } from './kernel.ts';

/** Not zero while events are wanted. */
export function recording(links: Links): Value {
  return load(links.log + log.next);
}

/** The arguments are those that the kind has: see trace/packed.ts. */
export function emit(code: Code, links: Links, kind: Kind | typeof Packed.handOff, g: Operand, ...args: readonly Operand[]): void {
  if (!links.recorded) return;
  if (args.length !== argumentCounts[kind]) bug(`event ${kind} with ${args.length} arguments`);
  code.if(recording(links), () => code.call(links.kernel(eventName(args.length)), kind, g, ...args));
}

/** The function that notes events with so many arguments. */
export function eventName(args: number): string {
  return `event${args}`;
}

/** Number of the goroutine that runs. */
export function runningId(): Value {
  return load(load(cell.g), record.id);
}

/** (kind, g, so many arguments): notes the event, with the steps since the last one. */
export function event(args: number): (code: Code, links: Links) => void {
  return (code, links) => {
    const kind = code.parameter(0);
    const executed = op('f64.sub', load(cell.granted, 0, 'f64.load'), op('f64.convert_i32_s', load(cell.fuel)));
    const step = code.keep(op('i32.trunc_sat_f64_u', executed));
    const steps = code.keep(sub(step, load(links.log + log.step)));
    code.store(links.log + log.step, step);
    const place = code.keep(load(links.log + log.next));
    const many = code.keep(op('i32.ge_u', steps, manySteps));
    code.store(place, add(kind, mul(select(manySteps, steps, many), stepUnit)), 0, 'i32.store8');
    code.set(place, add(place, 1));
    code.if(many, () => putNumber(code, links, place, steps));
    for (let i = 0; i <= args; i++) putNumber(code, links, place, code.parameter(i + 1));
    code.store(links.log + log.next, place);
    const count = code.keep(load(links.log + log.count));
    code.store(links.log + log.count, add(count, select(3, 1, eq(kind, Packed.handOff))));
    const last = links.log + log.where - longestEvent;
    code.if(op('i32.gt_u', place, last), () => code.call(links.runtime('rt.drainEvents')));
  };
}

/** Zigzag LEB128. Most numbers take one byte. */
function putNumber(code: Code, links: Links, place: Local, value: Local): void {
  const rest = code.keep(op('i32.xor', op('i32.shl', value, 1), op('i32.shr_s', value, 31)));
  code.if(
    op('i32.lt_u', rest, 0x80),
    () => {
      code.store(place, rest, 0, 'i32.store8');
      code.set(place, add(place, 1));
    },
    () => code.set(place, called(links.kernel('put'), place, rest)),
  );
}

/** (address, number) → the address behind it: LEB128. */
export function put(code: Code): void {
  const [place, rest] = [code.parameter(0), code.parameter(1)];
  code.block((last) => {
    code.loop((again) => {
      code.leaveIf(last, op('i32.lt_u', rest, 0x80));
      code.store(place, op('i32.or', rest, 0x80), 0, 'i32.store8');
      code.set(place, add(place, 1));
      code.set(rest, op('i32.shr_u', rest, 7));
      code.leave(again);
    });
  });
  code.store(place, rest, 0, 'i32.store8');
  code.return(add(place, 1));
}

/** The text of a channel's value as the trace has it: whole numbers stand for themselves. */
export function elementText(links: Links, chan: Operand, value: Operand): Operand {
  return links.recorded ? called(links.kernel('text'), chan, value) : 0;
}

/** (channel, address of a value) → its text in the trace: see wholeText in trace/trace.ts. */
export function text(code: Code, links: Links): void {
  const [chan, value] = [code.parameter(0), code.parameter(1)];
  code.if(eqz(recording(links)), () => code.return(0));
  code.block((other) => {
    const size = code.keep(load(chan, channel.wholeSize));
    code.leaveIf(other, eqz(size));
    code.if(eq(size, 8), () => code.leaveIf(other, load(value, 4)));
    const low = code.keep(load(value));
    code.leaveIf(other, op('i32.lt_s', low, 0));
    code.return(sub(-1, low));
  });
  code.return(called(links.runtime('rt.previewIndex'), load(chan, channel.elemType), value));
}
