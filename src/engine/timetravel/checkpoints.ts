/**
 * Checkpoints of a run, sparser as it grows: when their number or their bytes exceed a bound, every second one is dropped and the distance
 * between new ones doubles. So a run of any length keeps about `maxCount` of them, evenly spread. They share what has not changed from one to the next.
 * The first one and the last one are kept whatever they take: the bound is `maxBytes`, or one copy of the memory in use if that is more.
 *
 * Distances are measured in work: what it takes to execute again what lies between them, in statements that do nothing but compute.
 */
import type { Checkpoint } from '../machine/machine.ts';
import { bytesOf } from '../memory/pages.ts';

const maxCount = 128;
const maxBytes = 192 * 1024 * 1024;
const firstDistance = 2048;
/** Statements that a word looked at, and a word copied to memory that may be fresh, is worth. */
const workOfLooking = 1;
const workOfCopying = 8;
/** A checkpoint should cost a sixteenth of the run since the last one; or a quarter, where otherwise it would be that much work to go to a step. */
const share = 16;
const leastShare = 4;
const muchWork = 4e6;

interface Kept {
  readonly state: Checkpoint;
  readonly work: number;
}

export class Checkpoints {
  #list: Kept[] = [];
  #distance = firstDistance;
  #bytes = 0;

  /** Whether a checkpoint is wanted after so much work. */
  due(work: number): boolean {
    const last = this.#list.at(-1);
    return last === undefined || work - last.work >= Math.max(this.#distance, distanceFor(last.state));
  }

  /**
   * False: it shares memory that holds more than the bound, most of it for nothing. It is not kept then, and the one before it is gone: one that shares
   * nothing is wanted.
   */
  add(state: Checkpoint, work: number): boolean {
    const before = this.last;
    this.#list.push({ state, work });
    this.#bytes += bytesOf(before ? [before.rest, state.rest] : [state.rest]) - (before ? bytesOf([before.rest]) : 0);
    while (this.#list.length > 2 && (this.#list.length > maxCount || this.#bytes > maxBytes)) this.#thin();
    if (this.#bytes <= maxBytes || state.rest.copied === state.rest.length) return true;
    this.#list = this.#list.slice(0, 1);
    this.#count();
    return false;
  }

  /** The first one is the begin of the run and always stays. */
  #thin(): void {
    this.#list = this.#list.filter((_, i) => i % 2 === 0);
    this.#count();
    this.#distance *= 2;
  }

  #count(): void {
    this.#bytes = bytesOf(this.#list.map(({ state }) => state.rest));
  }

  get last(): Checkpoint | undefined {
    return this.#list.at(-1)?.state;
  }

  /** The latest one at or before this step; there is one at step 0. */
  before(step: number): Checkpoint | undefined {
    return this.latest((state) => state.steps <= step);
  }

  /** The latest one for which this is true, if it is true for the first ones and false from some one on. */
  latest(fits: (state: Checkpoint) => boolean): Checkpoint | undefined {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fits((this.#list[middle] as Kept).state)) low = middle + 1;
      else high = middle;
    }
    return this.#list[low - 1]?.state;
  }

  /** Those up to this one, for a run that goes on differently from there. */
  upTo(last: Checkpoint): Checkpoints {
    const copy = new Checkpoints();
    copy.#list = this.#list.filter(({ state }) => state.steps <= last.steps);
    copy.#distance = this.#distance;
    copy.#count();
    return copy;
  }

  get count(): number {
    return this.#list.length;
  }

  get bytes(): number {
    return this.#bytes;
  }
}

function distanceFor({ rest }: Checkpoint): number {
  const cost = rest.length * workOfLooking + rest.copied * workOfCopying;
  return Math.max(Math.min(share * cost, muchWork), leastShare * cost);
}
