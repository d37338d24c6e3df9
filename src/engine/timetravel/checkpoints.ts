/**
 * Checkpoints of a run, sparser as it grows: when their number or their bytes exceed a bound, every second one is dropped and the distance
 * between new ones doubles. So a run of any length keeps about `maxCount` of them, evenly spread.
 */
import type { Checkpoint } from '../machine/machine.ts';

const maxCount = 128;
const maxBytes = 192 * 1024 * 1024;
const firstDistance = 2048;
/** Copying the memory must not take longer than the run itself: a checkpoint of n bytes is worth it after n / 8 statements. */
const bytesPerStatement = 8;

export class Checkpoints {
  #list: Checkpoint[] = [];
  #distance = firstDistance;
  #bytes = 0;

  /** Whether a checkpoint at this step is wanted. */
  due(step: number): boolean {
    const last = this.#list.at(-1);
    return last === undefined || step - last.steps >= Math.max(this.#distance, sizeOf(last) / bytesPerStatement);
  }

  add(state: Checkpoint): void {
    this.#list.push(state);
    this.#bytes += sizeOf(state);
    while (this.#list.length > 2 && (this.#list.length > maxCount || this.#bytes > maxBytes)) this.#thin();
  }

  /** The first one is the begin of the run and always stays. */
  #thin(): void {
    this.#list = this.#list.filter((_, i) => i % 2 === 0);
    this.#bytes = this.#list.reduce((sum, state) => sum + sizeOf(state), 0);
    this.#distance *= 2;
  }

  /** The latest one at or before this step; there is one at step 0. */
  before(step: number): Checkpoint | undefined {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#list[middle] as Checkpoint).steps <= step) low = middle + 1;
      else high = middle;
    }
    return this.#list[low - 1];
  }

  get count(): number {
    return this.#list.length;
  }

  get bytes(): number {
    return this.#bytes;
  }
}

function sizeOf(state: Checkpoint): number {
  return state.cells.length + state.rest.length;
}
