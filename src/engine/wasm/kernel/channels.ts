/**
 * Sends and receives in WebAssembly, as runtime/channel.ts describes them: hand-off to or from a parked goroutine, the buffer, parking. The runtime
 * does the rest: nil and closed channels, and a waiter that belongs to a select.
 *
 * Parameters (fp, channel, frame offset of the value) → 1 if the goroutine has parked, as those of the natives they stand for.
 */
import { cell, channel, goroutine, Status } from '../../memory/cells.ts';
import { at, goroutineStatus, record, waiter } from '../../memory/state.ts';
import { Kind, WaitReason } from '../../trace/events.ts';
import { Packed } from '../../trace/packed.ts';
import { add, called, type Code, eq, eqz, type Label, load, type Local, mul, op, type Operand, select, type Value } from './code.ts';
import { elementText, emit, runningId } from './events.ts';
import type { Links } from './kernel.ts';
import { dequeue, enqueue, progress, readyOverflows } from './queues.ts';

interface Operation {
  readonly code: Code;
  readonly links: Links;
  readonly fp: Local;
  readonly chan: Local;
  readonly offset: Local;
  /** Element size. */
  readonly size: Local;
}

function operation(code: Code, links: Links, body: (operation: Operation, runtime: Label) => void): void {
  const [fp, chan, offset] = [code.parameter(0), code.parameter(1), code.parameter(2)];
  code.block((runtime) => {
    code.leaveIf(runtime, eqz(chan));
    const size = code.keep(load(chan, channel.elemSize));
    body({ code, links, fp, chan, offset, size }, runtime);
  });
}

export function send(code: Code, links: Links): void {
  operation(code, links, (o, runtime) => {
    const { fp, chan, offset } = o;
    code.leaveIf(runtime, load(chan, channel.closed));
    const value = code.keep(add(fp, offset));
    const w = code.keep(load(chan, channel.receivers));
    code.if(w, () => {
      leaveUnlessPlain(o, runtime, w);
      dequeue(code, chan, channel.receivers, w);
      const target = code.keep(load(w, waiter.elem));
      code.if(target, () => copyElement(o, target, value));
      handOff(o, value, runningId(), waitingId(w));
      wake(o, w);
      code.return(0);
    });
    code.if(op('i32.lt_u', load(chan, channel.count), load(chan, channel.capacity)), () => {
      const index = code.keep(load(chan, channel.sendIndex));
      copyElement(o, code.keep(slot(o, index)), value);
      code.store(chan, behind(o, index), channel.sendIndex);
      code.store(chan, add(load(chan, channel.count), 1), channel.count);
      emit(code, links, Kind.ChanSend, runningId(), number(o), elementText(links, chan, value), 0);
      progress(code);
      code.return(0);
    });
    emit(code, links, Kind.GoBlock, runningId(), WaitReason.ChanSend, number(o), elementText(links, chan, value), 0);
    park(o, channel.senders, value, WaitReason.ChanSend);
  });
  code.return(called(links.runtime('rt.chanSend'), code.parameter(0), code.parameter(1), code.parameter(2)));
}

export function receive(code: Code, links: Links): void {
  operation(code, links, (o, runtime) => {
    const { fp, chan, offset } = o;
    // 0: the value is not wanted.
    const target = code.keep(select(add(fp, offset), 0, op('i32.ge_s', offset, 0)));
    const w = code.keep(load(chan, channel.senders));
    code.if(w, () => leaveUnlessPlain(o, runtime, w));
    code.if(load(chan, channel.count), () => {
      takeFront(o, target, w);
      succeed(code);
      code.return(0);
    });
    code.if(w, () => {
      dequeue(code, chan, channel.senders, w);
      const value = code.keep(load(w, waiter.elem));
      code.if(target, () => copyElement(o, target, value));
      handOff(o, value, waitingId(w), runningId());
      wake(o, w);
      succeed(code);
      code.return(0);
    });
    code.leaveIf(runtime, load(chan, channel.closed));
    emit(code, links, Kind.GoBlock, runningId(), WaitReason.ChanReceive, number(o), 0, 0);
    park(o, channel.receivers, target, WaitReason.ChanReceive);
  });
  code.return(called(links.runtime('rt.chanRecv'), code.parameter(0), code.parameter(1), code.parameter(2)));
}

/** Takes the buffer's front; the value of the parked sender `w`, if there is one, goes behind the buffer. */
function takeFront(o: Operation, target: Local, w: Local): void {
  const { code, links, chan } = o;
  const index = code.keep(load(chan, channel.receiveIndex));
  const front = code.keep(slot(o, index));
  const next = code.keep(behind(o, index));
  code.if(target, () => copyElement(o, target, front));
  emit(code, links, Kind.ChanRecv, runningId(), number(o), elementText(links, chan, front), 0, 1);
  code.store(chan, next, channel.receiveIndex);
  code.if(
    w,
    () => {
      dequeue(code, chan, channel.senders, w);
      copyElement(o, front, code.keep(load(w, waiter.elem)));
      code.store(chan, next, channel.sendIndex);
      emit(code, links, Kind.ChanSend, waitingId(w), number(o), elementText(links, chan, front), 0);
      emit(code, links, Kind.GoUnblock, runningId(), waitingId(w), number(o));
      wake(o, w);
    },
    () => {
      zeroElement(o, front);
      code.store(chan, add(load(chan, channel.count), -1), channel.count);
      progress(code);
    },
  );
}

/** A select's waiter stands in other queues too; and a goroutine made runnable must have a place. */
function leaveUnlessPlain({ code }: Operation, runtime: Label, w: Local): void {
  code.leaveIf(runtime, op('i32.ge_s', load(w, waiter.index), 0));
  code.leaveIf(runtime, readyOverflows());
}

/** The parked goroutine's operation is done. */
function wake({ code, links }: Operation, w: Local): void {
  const g = code.keep(load(w, waiter.g));
  code.store(g, 1, goroutine.ok);
  code.call(links.kernel('ready'), g);
}

function succeed(code: Code): void {
  code.store(load(cell.g), 1, goroutine.ok);
}

/** Parks the running goroutine in one of the channel's queues. */
function park({ code, fp, chan }: Operation, queue: number, elem: Local, reason: number): void {
  const g = code.keep(load(cell.g));
  const w = code.keep(add(g, record.waiter));
  code.store(w, elem, waiter.elem);
  code.store(w, chan, waiter.channel);
  code.store(w, -1, waiter.index);
  enqueue(code, chan, queue, w);
  code.store(g, fp, goroutine.fp);
  code.store(g, goroutineStatus.waiting, record.status);
  code.store(g, reason, record.reason);
  code.store(g, chan, record.waitsFor);
  code.store(at.lastRun, -1);
  code.store(cell.status, Status.blocked);
  code.return(1);
}

// ---- recording

function number({ chan }: Operation): Value {
  return load(chan, channel.number);
}

function waitingId(w: Local): Value {
  return load(load(w, waiter.g), record.id);
}

function handOff(o: Operation, value: Local, sender: Value, receiver: Value): void {
  const { code, links, chan } = o;
  emit(code, links, Packed.handOff, runningId(), sender, receiver, number(o), elementText(links, chan, value));
}

// ---- the buffer

function slot({ chan, size }: Operation, index: Local): Value {
  return add(mul(index, size), load(chan, channel.buffer));
}

/** The index that follows in the ring. */
function behind({ chan }: Operation, index: Local): Value {
  return select(0, add(index, 1), eq(add(index, 1), load(chan, channel.capacity)));
}

/** One word or two without the call that copying any number of bytes is. */
function copyElement({ code, size }: Operation, to: Operand, from: Operand): void {
  const word = (access: 'i32' | 'i64', offset = 0) => code.store(to, load(from, offset, `${access}.load`), offset, `${access}.store`);
  const four = () => {
    word('i64');
    word('i64', 8);
  };
  bySize(
    code,
    size,
    () => word('i64'),
    four,
    () => word('i32'),
    () => code.copy(to, from, size),
  );
}

/** A slot that is free holds zero: the collector reads the whole buffer. */
function zeroElement({ code, size }: Operation, place: Local): void {
  const zero = (offset: number) => code.store(place, op('i64.extend_i32_s', 0), offset, 'i64.store');
  const four = () => {
    zero(0);
    zero(8);
  };
  bySize(
    code,
    size,
    () => zero(0),
    four,
    () => code.store(place, 0),
    () => code.zero(place, size),
  );
}

function bySize(code: Code, size: Local, eight: () => void, sixteen: () => void, four: () => void, other: () => void): void {
  code.if(eq(size, 8), eight, () => code.if(eq(size, 4), four, () => code.if(eq(size, 16), sixteen, other)));
}
