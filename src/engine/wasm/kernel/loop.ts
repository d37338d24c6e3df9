/**
 * The run loop: turns of goroutines, until a number of statements has been executed or something is wanted that the machine must do.
 *
 * A turn gives the goroutine that runs, or the one picked, some fuel and resumes its innermost frame; a frame that returns is followed by its caller.
 * The turn ends when the goroutine has parked, ended or used its fuel up. The statements executed are `granted` - `fuel` at any time.
 *
 * When all statements have been executed, turns without fuel follow until somebody stands before a statement: he is the one who will execute the next.
 */
import { cell, goroutine, idleCells, nativeBudget, stackReserve, Status } from '../../memory/cells.ts';
import { heapCell } from '../../memory/heap.ts';
import { log } from '../../memory/log.ts';
import { at, globalTurn, goroutineStatus, namedDecisions, record } from '../../memory/state.ts';
import { DecisionKind, Kind } from '../../trace/events.ts';
import { add, and, calledIndirectly, type Code, eq, eqz, type Label, load, type Local, ne, op, or, sub } from './code.ts';
import { endsSpecially } from './goroutines.ts';
import { emit, recording } from './events.ts';
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

/** Where the loop begins. */
export const Enter = {
  /** Between two turns. */
  fresh: 0,
  /** In the middle of a turn, which goes on. */
  goOn: 1,
  /** In the middle of a turn, which is over. */
  endTurn: 2,
  /** As `endTurn`, and nothing follows. */
  stop: 3,
} as const;

/** (statements, Enter) → Leave. Where statements are noted a turn never has less fuel than there are statements left: where the time slice is shorter, it comes back. */
export function drive(code: Code, links: Links): void {
  const [left, enter] = [code.parameter(0), code.parameter(1)];
  const [g, id, given, fuel, fp] = [code.local(), code.local(), code.local(), code.local(), code.local()];
  const loop = { code, links, g, id, left, given, fuel, fp };
  code.set(g, load(cell.g));
  code.set(given, load(cell.given));
  code.set(id, load(cell.turnOf));
  code.loop((next) => {
    code.if(op('i32.lt_u', enter, Enter.endTurn), () => {
      code.if(
        eqz(enter),
        () => {
          // Only with somebody before his next statement: what belongs to the last one is over then, whoever had to go on for that.
          code.if(and(eqz(left), and(ne(g, 0), eq(load(cell.status), Status.fuel))), () => code.return(Leave.over));
          code.if(eqz(g), () => pick(loop));
          grant(loop);
        },
        () => code.set(fuel, load(cell.fuel)),
      );
      code.set(fp, load(g, goroutine.fp));
      frames(loop);
    });
    charge(loop);
    code.if(eq(enter, Enter.stop), () => code.return(Leave.over));
    release(loop);
    code.set(enter, Enter.fresh);
    code.leave(next);
  });
  code.unreachable();
}

/** Takes the goroutine whose turn it is out of the queues, or returns for the runtime to do it. */
function pick(loop: Loop): void {
  const { code, links, g, id } = loop;
  code.if(or(load(at.timerCount), load(at.hidden)), () => code.return(Leave.pick));
  const runNext = code.keep(load(at.runNext));
  const queued = code.keep(load(at.localCount));
  const global = code.keep(load(at.globalCount));
  code.if(global, () => {
    const globalFirst = eqz(op('i32.rem_s', load(at.tick), globalTurn));
    code.if(or(globalFirst, eqz(or(runNext, queued))), () => code.return(Leave.pick));
  });
  code.if(eqz(or(runNext, queued)), () => code.return(Leave.pick));
  const count = code.keep(add(add(ne(runNext, 0), queued), global));
  code.if(op('i32.ge_s', count, 2), () => {
    const decision = code.keep(load(at.decisions));
    code.if(op('i32.ge_u', decision, load(at.defaultRuns)), () => code.return(Leave.pick));
    if (links.recorded) code.if(and(ne(recording(links), 0), op('i32.lt_u', decision, namedDecisions)), () => code.return(Leave.pick));
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
  code.set(id, load(g, record.id));
  if (links.recorded) {
    const taken = sub(-1, id);
    code.if(op('i32.ge_s', count, 2), () => emit(code, links, Kind.Decision, 0, DecisionKind.Run, count, 0, taken));
  }
  code.store(g, goroutineStatus.running, record.status);
  code.store(cell.g, g);
  code.if(id, () => {
    if (links.recorded) started(loop);
    code.store(at.lastRun, id);
    code.store(at.stopping, 0);
  });
}

function started({ code, links, id }: Loop): void {
  code.if(ne(id, load(at.lastRun)), () => {
    const stopping = code.keep(load(at.stopping));
    code.if(stopping, () => emit(code, links, Kind.GoStop, stopping, 0));
    emit(code, links, Kind.GoStart, id);
  });
}

/** Hands out fuel: what is left of the statements and of the time slice. */
function grant({ code, links, g, id, left, given, fuel }: Loop): void {
  code.set(given, load(at.quantum));
  code.if(
    op('i32.lt_s', given, left),
    () => links.statements && code.return(Leave.over),
    () => code.set(given, left),
  );
  code.set(id, load(g, record.id));
  code.store(cell.turnOf, id);
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
function returned({ code, links, g, id, fuel, fp }: Loop, over: Label, again: Label): void {
  code.store(cell.fuel, fuel);
  const parent = code.keep(load(fp, 4));
  code.if(parent, () => {
    code.set(fp, sub(fp, parent));
    code.store(g, fp, goroutine.fp);
    code.leave(again);
  });
  code.if(endsSpecially(g), () => {
    code.store(cell.fp, fp);
    code.return(Leave.returned);
  });
  if (links.recorded) code.if(id, () => emit(code, links, Kind.GoEnd, id));
  code.call(links.kernel('ended'), g);
  progress(code);
  code.store(cell.g, 0);
  code.leave(over);
}

/** Charges the turn to the time slice and takes back the fuel not used. */
function charge({ code, links, id, left, given }: Loop): void {
  const unused = code.keep(load(cell.fuel));
  const used = code.keep(sub(given, unused));
  code.store(cell.fuel, 0);
  code.store(cell.given, 0);
  code.set(left, add(left, unused));
  code.store(cell.granted, op('f64.sub', load(cell.granted, 0, 'f64.load'), op('f64.convert_i32_s', unused)), 0, 'f64.store');
  code.if(used, () => code.store(cell.lastGoroutine, id));
  if (links.statements) noteWho(code, links, id, unused, given);
  code.store(at.quantum, sub(load(at.quantum), used));
  const idle = op('f64.add', load(idleCells.statements, 0, 'f64.load'), op('f64.convert_i32_s', used));
  code.store(idleCells.statements, idle, 0, 'f64.store');
}

/** Between two turns: nobody runs, unless the turn has ended in the middle of a time slice. */
function release({ code, g, id }: Loop): void {
  code.set(g, load(cell.g));
  code.if(g, () => {
    code.if(
      ne(load(g, record.status), goroutineStatus.running),
      () => code.store(cell.g, 0),
      () => code.if(op('i32.le_s', load(at.quantum), 0), () => preempt(code, g, id)),
    );
    code.set(g, load(cell.g));
  });
  code.if(or(load(heapCell.wanted), load(at.outputExceeded)), () => code.return(Leave.attention));
}

/** The statements of a turn were this goroutine's. */
function noteWho(code: Code, links: Links, id: Local, unused: Local, given: Local): void {
  const place = code.keep(add(op('i32.shl', unused, 2), links.log + log.who));
  const end = code.keep(add(op('i32.shl', given, 2), links.log + log.who));
  code.block((done) => {
    code.loop((again) => {
      code.leaveIf(done, eq(place, end));
      code.store(place, id);
      code.set(place, add(place, 4));
      code.leave(again);
    });
  });
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
