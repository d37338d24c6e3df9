/**
 * Checkpoints of a run, sparser as it grows: when their number or their bytes exceed a bound, every second one is dropped and the distance
 * between new ones doubles. So a run of any length keeps about `maxCount` of them, evenly spread. They share what has not changed from one to the next.
 */
import type { Checkpoint } from '../machine/machine.ts';
import { bytesOf } from '../memory/pages.ts';

const maxCount = 128;
const maxBytes = 192 * 1024 * 1024;
const firstDistance = 2048;
/** Looking through the memory must be little beside the run itself, a few nanoseconds a statement: n bytes are worth it after n statements. */
const bytesPerStatement = 1;

export class Checkpoints {
  #list: Checkpoint[] = [];
  #distance = firstDistance;
  #bytes = 0;

  /** Whether a checkpoint at this step is wanted. */
  due(step: number): boolean {
    const { last } = this;
    return last === undefined || step - last.steps >= Math.max(this.#distance, (4 * last.rest.length) / bytesPerStatement);
  }

  add(state: Checkpoint): void {
    const before = this.last;
    this.#list.push(state);
    this.#bytes += bytesOf(before ? [before.rest, state.rest] : [state.rest]) - (before ? bytesOf([before.rest]) : 0);
    while (this.#list.length > 2 && (this.#list.length > maxCount || this.#bytes > maxBytes)) this.#thin();
  }

  /** The first one is the begin of the run and always stays. */
  #thin(): void {
    this.#list = this.#list.filter((_, i) => i % 2 === 0);
    this.#bytes = bytesOf(this.#list.map(({ rest }) => rest));
    this.#distance *= 2;
  }

  get last(): Checkpoint | undefined {
    return this.#list.at(-1);
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
      if (fits(this.#list[middle] as Checkpoint)) low = middle + 1;
      else high = middle;
    }
    return this.#list[low - 1];
  }

  /** Those up to this one, for a run that goes on differently from there. */
  upTo(last: Checkpoint): Checkpoints {
    const copy = new Checkpoints();
    copy.#list = this.#list.filter(({ steps }) => steps <= last.steps);
    copy.#distance = this.#distance;
    copy.#bytes = bytesOf(copy.#list.map(({ rest }) => rest));
    return copy;
  }

  get count(): number {
    return this.#list.length;
  }

  get bytes(): number {
    return this.#bytes;
  }
}

