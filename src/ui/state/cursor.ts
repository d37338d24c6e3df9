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

export function placeCursor(step: number, steps: number, motion: Motion): void {
  const target = Math.min(steps, Math.max(0, Math.round(step)));
  const now = cursorStore.getState();
  if (now.step === target && motion !== 'cut') return;
  begin('frame')();
  cursorStore.setState({ step: target, motion });
}
