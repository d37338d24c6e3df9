/** Inks of goroutine states and hues of goroutines. */
import type { GoroutineState } from '../../model/types.ts';

const tones: Readonly<Record<GoroutineState, string>> = {
  running: 'running',
  runnable: 'runnable',
  blocked: 'blocked',
  sleeping: 'sleeping',
  dead: 'dead',
  panicked: 'bad',
  stuck: 'bad',
  noticed: 'cancel',
};
export const inkOf = (state: GoroutineState): string => `var(--${tones[state]})`;
export const softOf = (state: GoroutineState): string => `var(--${tones[state]}-soft)`;

/** Hollow cannot run, solid can. */
export const isHollow = (state: GoroutineState): boolean =>
  state === 'blocked' || state === 'sleeping' || state === 'dead' || state === 'stuck';

/** Slate is main's alone, the others take g2 to g12 in turn. */
export const hueNumber = (goroutine: number): number => (goroutine === 1 ? 1 : ((((goroutine - 2) % 11) + 11) % 11) + 2);
export const hueOf = (goroutine: number): string => `var(--g${hueNumber(goroutine)})`;
export const hueOn = (goroutine: number): string => `var(--g${hueNumber(goroutine)}-on)`;
