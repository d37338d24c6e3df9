/**
 * The run loop: turns of goroutines, until a number of statements has been executed or something is wanted that the machine must do.
 *
 * A turn gives the goroutine that runs, or the one picked, some fuel and resumes its innermost frame; a frame that returns is followed by its caller.
 * The turn ends when the goroutine has parked, ended or used its fuel up. The statements executed are `granted` - `fuel` at any time.
 */
import { cell, goroutine, idleCells, nativeBudget, stackReserve, Status } from '../../memory/cells.ts';
import { heapCell } from '../../memory/heap.ts';
import { at, globalTurn, goroutineStatus, record } from '../../memory/state.ts';
import { add, and, calledIndirectly, type Code, eq, eqz, type Label, load, type Local, ne, op, or, sub } from './code.ts';
import { endsSpecially } from './goroutines.ts';
import type { Links } from './kernel.ts';
import { progress, pushQueue, shiftQueue } from './queues.ts';

/** Why the loop came back. */
export const Leave = {
  /** All statements have been executed. */
  over: 0,
  /** Somebody must be picked, and there is more to it than taking the next in the queue. */
  pick: 1,
  /** In the middle of a turn: the goroutine is suspended with a status that the machine answers. */
  status: 2,
  /** In the middle of a turn: the last frame of the goroutine, at cell.fp, has returned. */
  returned: 3,
  /** Between two turns: the collector wants to run, or the output's bound is exceeded. */
  attention: 4,
} as const;

interface Loop {
  readonly code: Code;
  readonly links: Links;
  readonly g: Local;
  readonly id: Local;
  readonly left: Local;
  readonly given: Local;
  readonly fuel: Local;
  readonly fp: Local;
}

/** (statements, 1 to go on in the middle of a turn) → Leave. */
export function drive(code: Code, links: Links): void {
  const [left, inTurn] = [code.parameter(0), code.parameter(1)];
  const [g, id, given, fuel, fp] = [code.local(), code.local(), code.local(), code.local(), code.local()];
  const loop = { code, links, g, id, left, given, fuel, fp };
  code.set(g, load(cell.g));
  code.set(given, load(cell.given));
  code.loop((next) => {
    code.if(
      eqz(inTurn),
      () => {
        code.if(eqz(left), () => code.return(Leave.over));
        code.if(eqz(g), () => pick(loop));
        grant(loop);
      },
      () => code.set(fuel, load(cell.fuel)),
    );
    code.set(inTurn, 0);
    code.set(id, load(g, record.id));
    code.set(fp, load(g, goroutine.fp));
    frames(loop);
    settle(loop);
    code.leave(next);
  });
  code.unreachable();
}

/** Takes the goroutine whose turn it is out of the queues, or returns for the runtime to do it. */
function pick({ code, links, g, id }: Loop): void {
  if (links.recorded) code.return(Leave.pick);
  code.if(or(load(at.timerCount), load(at.hidden)), () => code.return(Leave.pick));
  const runNext = code.keep(load(at.runNext));
  const queued = code.keep(load(at.localCount));
  const global = code.keep(load(at.globalCount));
  code.if(global, () => {
    const globalFirst = eqz(op('i32.rem_s', load(at.tick), globalTurn));
    code.if(or(globalFirst, eqz(or(runNext, queued))), () => code.return(Leave.pick));
  });
  code.if(eqz(or(runNext, queued)), () => code.return(Leave.pick));
  code.if(op('i32.ge_s', add(add(ne(runNext, 0), queued), global), 2), () => {
    const decision = code.keep(load(at.decisions));
    code.if(op('i32.ge_u', decision, load(at.defaultRuns)), () => code.return(Leave.pick));
    code.store(at.decisions, add(decision, 1));
  });
  code.if(
    runNext,
    () => {
      code.set(g, runNext);
      code.store(at.runNext, 0);
      code.if(op('i32.le_s', load(at.quantum), 0), () => code.store(at.quantum, load(at.slice)));
    },
    () => {
      shiftQueue(code, at.localHead, g);
      code.store(at.tick, add(load(at.tick), 1));
      code.store(at.quantum, load(at.slice));
    },
  );
  code.store(g, goroutineStatus.running, record.status);
  code.store(cell.g, g);
  code.set(id, load(g, record.id));
  code.if(id, () => {
    code.store(at.lastRun, id);
    code.store(at.stopping, 0);
  });
}

/** Hands out fuel: what is left of the statements and of the time slice. */
function grant({ code, left, given, fuel }: Loop): void {
  code.set(given, load(at.quantum));
  code.if(op('i32.lt_s', left, given), () => code.set(given, left));
  code.store(cell.given, given);
  code.set(left, sub(left, given));
  code.store(cell.granted, op('f64.add', load(cell.granted, 0, 'f64.load'), op('f64.convert_i32_s', given)), 0, 'f64.store');
  code.set(fuel, given);
  code.store(cell.fuel, fuel);
}

/** Resumes frame after frame until the turn is over. */
function frames(loop: Loop): void {
  const { code, links, g, fuel, fp } = loop;
  const header = code.local();
  code.block((over) => {
    code.loop((again) => {
      const room = code.keep(sub(load(g, goroutine.stackEnd), stackReserve));
      const budget = code.keep(add(fp, nativeBudget));
      code.store(cell.limit, op('select.i32', room, budget, op('i32.lt_u', room, budget)));
      code.set(header, load(fp));
      const resume = calledIndirectly(links.funcType, op('i32.shr_u', header, 16), fp, fuel, and(header, 0xffff));
      code.set(fuel, resume);
      code.if(op('i32.ge_s', fuel, 0), () => returned(loop, over, again));
      code.set(fp, load(cell.fp));
      code.store(g, fp, goroutine.fp);
      code.set(fuel, load(cell.fuel));
      const status = code.keep(load(cell.status));
      code.leaveIf(over, or(eq(status, Status.blocked), eq(status, Status.fuel)));
      code.return(Leave.status);
    });
  });
}

/** The caller goes on; the bottom frame ends the goroutine. */
function returned({ code, links, g, fuel, fp }: Loop, over: Label, again: Label): void {
  code.store(cell.fuel, fuel);
  const parent = code.keep(load(fp, 4));
  code.if(parent, () => {
    code.set(fp, sub(fp, parent));
    code.store(g, fp, goroutine.fp);
    code.leave(again);
  });
  code.if(links.recorded ? 1 : endsSpecially(g), () => {
    code.store(cell.fp, fp);
    code.return(Leave.returned);
  });
  code.call(links.kernel('ended'), g);
  progress(code);
  code.store(cell.g, 0);
  code.leave(over);
}

/** Charges the turn to the time slice and takes back the fuel not used. */
function settle({ code, g, id, left, given }: Loop): void {
  const unused = code.keep(load(cell.fuel));
  const used = code.keep(sub(given, unused));
  code.store(cell.fuel, 0);
  code.set(left, add(left, unused));
  code.store(cell.granted, op('f64.sub', load(cell.granted, 0, 'f64.load'), op('f64.convert_i32_s', unused)), 0, 'f64.store');
  code.if(used, () => code.store(cell.lastGoroutine, id));
  const quantum = code.keep(sub(load(at.quantum), used));
  code.store(at.quantum, quantum);
  const idle = op('f64.add', load(idleCells.statements, 0, 'f64.load'), op('f64.convert_i32_s', used));
  code.store(idleCells.statements, idle, 0, 'f64.store');
  code.set(g, load(cell.g));
  code.if(g, () => {
    code.if(
      ne(load(g, record.status), goroutineStatus.running),
      () => code.store(cell.g, 0),
      () => code.if(op('i32.le_s', quantum, 0), () => preempt(code, g, id)),
    );
    code.set(g, load(cell.g));
  });
  code.if(or(load(heapCell.wanted), load(at.outputExceeded)), () => code.return(Leave.attention));
}

/** The time slice is over: behind the others. */
function preempt(code: Code, g: Local, id: Local): void {
  code.store(at.stopping, id);
  code.store(g, goroutineStatus.runnable, record.status);
  code.if(
    load(at.queueIsFifo),
    () => pushQueue(code, at.localHead, g),
    () => pushQueue(code, at.globalHead, g),
  );
  code.store(cell.g, 0);
}
