/** Notes events in the log (memory/log.ts). In code that is not recorded there is nothing of this. */
import { cell, channel } from '../../memory/cells.ts';
import { eventSize, log } from '../../memory/log.ts';
import { record } from '../../memory/state.ts';
import type { Kind } from '../../trace/events.ts';
import { add, called, type Code, eq, eqz, load, op, type Operand, sub, type Value } from './code.ts';
import type { Links } from './kernel.ts';

/** Not zero while events are wanted. */
export function recording(links: Links): Value {
  return load(links.log + log.next);
}

export function emit(code: Code, links: Links, kind: Kind, g: Operand, ...args: readonly Operand[]): void {
  if (!links.recorded) return;
  const [a = 0, b = 0, c = 0, d = 0] = args;
  code.call(links.kernel('event'), kind, g, a, b, c, d);
}

/** Number of the goroutine that runs. */
export function runningId(): Value {
  return load(load(cell.g), record.id);
}

/** (kind, g, a, b, c, d) */
export function event(code: Code, links: Links): void {
  const place = code.keep(recording(links));
  code.if(eqz(place), () => code.return());
  const steps = op('f64.sub', load(cell.granted, 0, 'f64.load'), op('f64.convert_i32_s', load(cell.fuel)));
  code.store(place, code.parameter(0));
  code.store(place, op('i32.trunc_sat_f64_u', steps), 4);
  for (let i = 1; i < 6; i++) code.store(place, code.parameter(i), 4 + 4 * i);
  const next = code.keep(add(place, eventSize));
  code.store(links.log + log.next, next);
  code.if(eq(next, links.log + log.where), () => code.call(links.runtime('rt.drainEvents')));
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
