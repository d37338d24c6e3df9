/**
 * How deep in calls a goroutine is, for steps over and out: places on its stack, comparable as long as it stays in the same outer calls.
 *
 * The body of a loop over a function runs in a frame of its own, further in than the function that it is given to; for whoever steps, it belongs to the
 * call of the function that it stands in.
 *
 *   main                     call = frame
 *     seq.func1              call = frame
 *       main-range1          call: main's frame
 */
import type { FuncId } from '../ir/ir.ts';
import type { Machine } from '../machine/machine.ts';
import { frameFunc } from '../machine/stack.ts';
import { goroutine as record } from '../memory/cells.ts';

/** As lower/fn.ts names them. */
const rangeBody = /-range\d+$/;

export interface Level {
  /** The innermost of the program's own frames. */
  readonly frame: number;
  /** The frame of the call that it belongs to. */
  readonly call: number;
}

/** Follows one goroutine. */
export class Levels {
  readonly #id: number;
  /** Names of the functions whose bodies of loops they are, by function. */
  readonly #enclosing = new Map<FuncId, string | undefined>();
  #at = 0;

  constructor(id: number) {
    this.#id = id;
  }

  /** Address of its innermost frame; 0 if the goroutine is not there. */
  #innermost(machine: Machine): number {
    // A record stays where it is, and is given to another goroutine only when its own has ended.
    if (this.#at === 0 || machine.word(this.#at + record.id) !== this.#id) this.#at = machine.goroutine(this.#id) ?? 0;
    return this.#at === 0 ? 0 : machine.word(this.#at + record.fp);
  }

  /** Undefined if the goroutine is not there. */
  of(machine: Machine): Level | undefined {
    const innermost = this.#innermost(machine);
    if (innermost === 0) return undefined;
    const base = machine.word(this.#at + record.stack);
    const frame = outwards(machine, innermost, (func) => !func.library && !func.hidden) ?? innermost;
    return { frame: frame - base, call: this.#callOf(machine, frame) - base };
  }

  #callOf(machine: Machine, frame: number): number {
    for (let call = frame; ; ) {
      const name = this.#enclosingOf(machine, funcAt(machine, call));
      // Where the function runs the body in another goroutine, the loop is elsewhere.
      const outer = name === undefined ? undefined : outwards(machine, call, (func) => func.name === name);
      if (outer === undefined) return call;
      call = outer;
    }
  }

  #enclosingOf(machine: Machine, id: FuncId): string | undefined {
    if (!this.#enclosing.has(id)) {
      const name = machine.executable.program.funcs[id]?.name ?? '';
      this.#enclosing.set(id, rangeBody.test(name) ? name.replace(rangeBody, '') : undefined);
    }
    return this.#enclosing.get(id);
  }
}

const funcAt = (machine: Machine, fp: number): FuncId => frameFunc(machine.word(fp));

/** The innermost frame from here on out whose function is such a one. */
function outwards(machine: Machine, innermost: number, wanted: (func: Machine['executable']['program']['funcs'][number]) => boolean): number | undefined {
  for (let fp = innermost; ; ) {
    const func = machine.executable.program.funcs[funcAt(machine, fp)];
    if (func && wanted(func)) return fp;
    const parent = machine.word(fp + 4);
    if (parent === 0) return undefined;
    fp -= parent;
  }
}
