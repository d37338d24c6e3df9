/** Time that runs by itself, forwards or backwards. Durations are shares of real time; they decide when a step is shown, never which. */
import { createStore } from 'zustand/vanilla';
import { stopsAt } from './breakpoints.ts';
import { cursorStore } from './cursor.ts';
import { begin } from './idle.ts';
import { lastStep, moveTo } from './moves.ts';
import { runStore } from './run.ts';

export const speeds = [0.25, 0.5, 1, 2, 4, 10, 50, 250] as const;

export interface Playback {
  readonly direction: -1 | 0 | 1;
  readonly speed: number;
}

export const playbackStore = createStore<Playback>(() => ({ direction: 0, speed: 1 }));

/** Milliseconds a step stays at 1x: one with an event as long as its whole motion, one of plain computation only as long as a look. */
const eventMillis = 900;
const plainMillis = 320;
/** A frame that comes later than this (a hidden page, a slow one) does not make up for lost time. */
const longestFrame = 100;

let due = 0;
let lastTime = 0;
let frame = 0;
let endPending: (() => void) | undefined;

/** At the end of the recording, playing forwards begins again; at the start, playing backwards does so from the end. */
export function play(direction: 1 | -1): void {
  if (!runStore.getState().recording) return;
  const { step } = cursorStore.getState();
  if (direction > 0 && step >= lastStep()) moveTo(0);
  if (direction < 0 && step <= 0) moveTo(lastStep());
  playbackStore.setState({ direction });
  endPending ??= begin('playback');
  due = 0;
  lastTime = performance.now();
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(tick);
}

export function pause(): void {
  cancelAnimationFrame(frame);
  endPending?.();
  endPending = undefined;
  if (playbackStore.getState().direction !== 0) playbackStore.setState({ direction: 0 });
}

export function togglePlay(): void {
  if (playbackStore.getState().direction === 0) play(1);
  else pause();
}

export function setSpeed(speed: number): void {
  if (speeds.some((known) => known === speed)) playbackStore.setState({ speed });
}
/** To the next faster (1) or slower (-1) speed. */
export function changeSpeed(by: 1 | -1): void {
  const at = speeds.findIndex((speed) => speed === playbackStore.getState().speed);
  setSpeed(speeds[at + by] ?? playbackStore.getState().speed);
}

function tick(now: number): void {
  const { direction, speed } = playbackStore.getState();
  if (direction === 0) return;
  due += Math.min(longestFrame, now - lastTime) * speed;
  lastTime = now;
  const from = cursorStore.getState().step;
  const to = advance(from, direction);
  if (to !== from) moveTo(to, Math.abs(to - from) === 1 ? (direction > 0 ? 'forward' : 'backward') : 'cut');
  if (to === (direction > 0 ? lastStep() : 0) || (to !== from && stops(to))) pause();
  else frame = requestAnimationFrame(tick);
}

/** As many steps as the time that has passed is good for. */
function advance(from: number, direction: 1 | -1): number {
  const end = direction > 0 ? lastStep() : 0;
  let step = from;
  while (step !== end) {
    const cost = durationOf(step);
    if (due < cost) break;
    due -= cost;
    step += direction;
    if (stops(step)) return step;
  }
  return step;
}

function stops(step: number): boolean {
  const trace = runStore.getState().recording?.trace;
  return trace !== undefined && stopsAt(trace, step);
}

function durationOf(step: number): number {
  return isEventStep(step) ? eventMillis : plainMillis;
}

let eventSet: { readonly of: unknown; readonly steps: ReadonlySet<number> } = { of: undefined, steps: new Set() };
function isEventStep(step: number): boolean {
  const model = runStore.getState().recording?.model;
  if (eventSet.of !== model) eventSet = { of: model, steps: new Set(model?.eventSteps) };
  return eventSet.steps.has(step);
}
