/**
 * Finds out that a run repeats itself for ever: it has come back to a state it was in, word for word, and nothing outside (a timer) can change what
 * follows. If no choice was made in between, one return proves it. If choices were made (a select among ready cases), another choice might have led
 * out, so the run must come back `manyRounds` times, each time with fresh choices.
 */
import { cell, staticBase } from '../memory/cells.ts';
import type { Machine } from './machine.ts';

const firstLook = 256;
/** Statements that a look takes at most. */
const longestLook = 2048;
const manyRounds = 64;
/** A run that uses more memory is not looked at: what spins for ever is small. */
const mostBytes = 4 * 1024 * 1024;

/** Statements first+1 ... last are rounds of the same; the last one took `length`. */
export interface Round {
  readonly first: number;
  readonly last: number;
  readonly length: number;
}

interface Look {
  readonly began: number;
  readonly decisions: number;
  /** Words below staticBase, and from the machine's mutableBase to what was in use. */
  readonly cells: Int32Array;
  readonly memory: Int32Array;
  /** Bytes in use. */
  readonly used: number;
  readonly pc: number;
  /** Index in the memory of a word that differed when it was last compared: most often it still does. */
  differed: number;
  returns: number;
  lastReturn: number;
}

export class CycleWatch {
  #next = firstLook;
  #look: Look | undefined;

  /** For another run that is in the same state. */
  copy(): CycleWatch {
    const copy = new CycleWatch();
    copy.#next = this.#next;
    copy.#look = this.#look && { ...this.#look };
    return copy;
  }

  /** While true, the run must be advanced statement by statement, with a call of `step` after each. */
  active(step: number): boolean {
    return this.#look !== undefined || step >= this.#next;
  }

  /** Statements that may be executed at a stretch before it becomes active: where a repetition is found does not depend on the caller's slices. */
  rest(step: number): number {
    return Math.max(1, this.#next - step);
  }

  /** After every statement while active; a round if the run repeats itself. */
  step(machine: Machine): Round | undefined {
    const look = this.#look;
    if (look === undefined) {
      if (machine.runtime.timersPending() || machine.runtime.usedBytes() > mostBytes) this.#giveUp(machine.steps);
      else this.#look = begin(machine);
      return undefined;
    }
    if (machine.steps === look.began) return undefined;
    if (machine.steps - look.began > longestLook) this.#giveUp(machine.steps);
    else if (isSame(machine, look)) {
      const round = { first: look.began, last: machine.steps, length: machine.steps - look.lastReturn };
      look.returns++;
      look.lastReturn = machine.steps;
      if (machine.runtime.decisions() === look.decisions || look.returns >= manyRounds) return round;
    }
    return undefined;
  }

  /** Looks again when the run is four times as long. */
  #giveUp(step: number): void {
    this.#look = undefined;
    this.#next = step * 4;
  }
}

function begin(machine: Machine): Look {
  const used = machine.runtime.usedBytes();
  return {
    began: machine.steps,
    decisions: machine.runtime.decisions(),
    cells: new Int32Array(machine.memory.buffer.slice(0, staticBase)),
    memory: new Int32Array(machine.memory.buffer.slice(machine.executable.code.mutableBase, used)),
    used,
    pc: innermostHeader(machine),
    differed: 0,
    returns: 0,
    lastReturn: machine.steps,
  };
}

/** Function and resume point of the frame that suspended last: differs in most statements of a round, so it is looked at first. */
function innermostHeader(machine: Machine): number {
  return machine.word(machine.word(cell.fp));
}

function isSame(machine: Machine, look: Look): boolean {
  const { cells, memory } = look;
  if (machine.runtime.usedBytes() !== look.used || machine.word(cell.g) !== (cells[cell.g >> 2] as number)) return false;
  if (innermostHeader(machine) !== look.pc || machine.word(cell.fp) !== cells[cell.fp >> 2]) return false;
  const now = new Int32Array(machine.memory.buffer);
  const base = machine.executable.code.mutableBase >> 2;
  if (now[base + look.differed] !== memory[look.differed]) return false;
  for (let i = 0; i < memory.length; i++) {
    if (now[base + i] === memory[i]) continue;
    look.differed = i;
    return false;
  }
  const volatile = machine.runtime.volatileCells();
  for (let i = cell.runtime >> 2; i < staticBase >> 2; i++) if (now[i] !== cells[i] && !volatile.has(i << 2)) return false;
  return true;
}
