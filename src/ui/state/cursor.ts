/** Where in the recording every view stands. 0: before the first statement. */
import { createStore } from 'zustand/vanilla';
import { begin } from './idle.ts';

/** How the cursor came here: by one move that may be shown as motion, or by a cut (scrubbing, jumps, a new run). */
export type Motion = 'forward' | 'backward' | 'cut';

export interface Cursor {
  readonly step: number;
  readonly motion: Motion;
}

export const cursorStore = createStore<Cursor>(() => ({ step: 0, motion: 'cut' }));

/** Where a person has put the cursor: a run that ends earlier takes it back only for as long as it is shown. */
let chosen = 0;

export function placeCursor(step: number, steps: number, motion: Motion): void {
  chosen = Math.min(steps, Math.max(0, Math.round(step)));
  place(chosen, motion);
}

/** In a new recording of the same program, edited or scheduled in another way: as near as it goes to where the person stood. */
export function keepCursor(steps: number): void {
  place(Math.min(steps, chosen), 'cut');
}

function place(target: number, motion: Motion): void {
  const now = cursorStore.getState();
  if (now.step === target && motion !== 'cut') return;
  begin('frame')();
  cursorStore.setState({ step: target, motion });
}
