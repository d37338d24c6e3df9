/** Every way to move the cursor. */
import { eventStepsOf, nextEvent, nextStep, previousEvent, previousStep } from '../model/index.ts';
import { cursorStore, placeCursor } from './cursor.ts';
import type { Motion } from './cursor.ts';
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
  if (!recording) return;
  const { step } = cursorStore.getState();
  if (direction > 0) moveTo(nextEvent(recording.model, step), 'forward');
  else moveTo(previousEvent(recording.model, step), 'backward');
}

/** The same among the events of the selected goroutine or object. */
export function toSelectionEvent(direction: 1 | -1): void {
  const { recording } = runStore.getState();
  const { selected } = selectionStore.getState();
  if (!recording || selected.kind === 'none') return;
  const steps = eventStepsOf(recording.model, selected);
  const { step } = cursorStore.getState();
  if (direction > 0) moveTo(nextStep(steps, step) ?? lastStep(), 'forward');
  else moveTo(previousStep(steps, step) ?? 0, 'backward');
}
