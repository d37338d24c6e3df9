/**
 * Checkpoints of a run, sparser as it grows: when their number or their bytes exceed a bound, every second one is dropped and the distance
 * between new ones doubles. So a run of any length keeps about `maxCount` of them, evenly spread. They share what has not changed from one to the next.
 *
 * Distances are measured in work: what it takes to execute again what lies between them, in statements that do nothing but compute.
 */
import type { Checkpoint } from '../machine/machine.ts';
import { bytesOf } from '../memory/pages.ts';

const maxCount = 128;
const maxBytes = 192 * 1024 * 1024;
const firstDistance = 2048;
/** A checkpoint must be little beside the run itself: statements that a byte looked at, and a byte copied, is worth. */
const workOfLooking = 1;
const workOfCopying = 4;

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
    return last === undefined || work - last.work >= Math.max(this.#distance, costOf(last.state));
  }

  add(state: Checkpoint, work: number): void {
    const before = this.last;
    this.#list.push({ state, work });
    this.#bytes += bytesOf(before ? [before.rest, state.rest] : [state.rest]) - (before ? bytesOf([before.rest]) : 0);
    while (this.#list.length > 2 && (this.#list.length > maxCount || this.#bytes > maxBytes)) this.#thin();
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

function costOf({ rest }: Checkpoint): number {
  return 4 * (rest.length * workOfLooking + rest.copied * workOfCopying);
}
