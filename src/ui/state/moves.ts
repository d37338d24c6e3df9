/** Every way to move the cursor. */
import { cursorStore, placeCursor } from './cursor.ts';
import type { Motion } from './cursor.ts';
import { eventStepsOf } from './selectionEvents.ts';
import { runStore } from './run.ts';
import { selectionStore } from './selection.ts';

export function lastStep(): number {
  return runStore.getState().recording?.trace.steps ?? 0;
}

export function moveTo(step: number, motion: Motion = 'cut'): void {
  placeCursor(step, lastStep(), motion);
}

export function stepBy(count: 1 | -1): void {
  moveTo(cursorStore.getState().step + count, count > 0 ? 'forward' : 'backward');
}

/** The next (or previous) step at which something other than plain computation happened. */
export function toEvent(direction: 1 | -1): void {
  const { recording } = runStore.getState();
  if (recording) toNeighbour(recording.model.eventSteps, direction);
}

/** The same among the events of the selected goroutine or object. */
export function toSelectionEvent(direction: 1 | -1): void {
  const { recording } = runStore.getState();
  const { selected } = selectionStore.getState();
  if (recording && selected.kind !== 'none') toNeighbour(eventStepsOf(recording, selected), direction);
}

function toNeighbour(steps: ArrayLike<number>, direction: 1 | -1): void {
  const here = cursorStore.getState().step;
  const target = direction > 0 ? firstAbove(steps, here) : lastBelow(steps, here);
  moveTo(target ?? (direction > 0 ? lastStep() : 0), direction > 0 ? 'forward' : 'backward');
}

/** In ascending numbers, the first one > value. */
export function firstAbove(sorted: ArrayLike<number>, value: number): number | undefined {
  return sorted[countUpTo(sorted, value)];
}
/** In ascending numbers, the last one < value. */
export function lastBelow(sorted: ArrayLike<number>, value: number): number | undefined {
  return sorted[countUpTo(sorted, value - 1) - 1];
}

/** How many of the ascending whole numbers are <= value. */
function countUpTo(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
