/** Lines at which playing and continuing stop, and the way to the next of them. They move with the text while it is edited. */
import { createStore } from 'zustand/vanilla';
import type { Trace } from '../../engine/trace/trace.ts';
import { cursorStore } from './cursor.ts';
import { during } from './idle.ts';
import { lastStep, moveTo } from './moves.ts';
import { fileName } from './program.ts';
import { engineClient, runStore } from './run.ts';

export const breakpointStore = createStore<{ /** Ascending. */ readonly lines: readonly number[] }>(() => ({ lines: [] }));

export function setBreakpoints(lines: Iterable<number>): void {
  const sorted = [...new Set(lines)].sort((a, b) => a - b);
  if (String(sorted) !== String(breakpointStore.getState().lines)) breakpointStore.setState({ lines: sorted });
}

export function toggleBreakpoint(line: number): void {
  const { lines } = breakpointStore.getState();
  setBreakpoints(lines.includes(line) ? lines.filter((other) => other !== line) : [...lines, line]);
}

/** Whether the statement of a step that the recording lists stands at a breakpoint. */
export function stopsAt(trace: Trace, step: number): boolean {
  const { lines } = breakpointStore.getState();
  return lines.length > 0 && isAt(trace, trace.stepSite[step - 1], lines);
}

function isAt({ sites }: Trace, site: number | undefined, lines: readonly number[]): boolean {
  const place = sites[site ?? 0];
  return place !== undefined && place.file === fileName && lines.includes(place.line);
}

/** To the next (or previous) step at one of the breakpoints; without one to the end (or the start). */
export function continueTo(direction: 1 | -1): Promise<void> {
  return goTo(breakpointStore.getState().lines, direction);
}

/** To the next step at a line, or, if there is none, to the last one before. */
export async function runToLine(line: number): Promise<void> {
  const { recording } = runStore.getState();
  if (!recording) return;
  const { step } = cursorStore.getState();
  const found = await during('seek', findStep(recording.trace, [line], step, 1));
  const target = found ?? (await during('seek', findStep(recording.trace, [line], step, -1)));
  if (target !== undefined) moveTo(target);
}

async function goTo(lines: readonly number[], direction: 1 | -1): Promise<void> {
  const { recording } = runStore.getState();
  if (!recording) return;
  const from = cursorStore.getState().step;
  const found = await during('seek', findStep(recording.trace, lines, from, direction));
  if (cursorStore.getState().step === from) moveTo(found ?? (direction > 0 ? lastStep() : 0));
}

/** Beyond what the recording lists the machine is asked for so many statements at a time, so often. */
const askedFor = 20_000;
const mostAsked = 100;

async function findStep(trace: Trace, lines: readonly number[], from: number, direction: 1 | -1): Promise<number | undefined> {
  if (lines.length === 0) return undefined;
  const listed = trace.stepSite.length;
  const last = direction > 0 ? trace.steps : 1;
  for (let step = from + direction, asked = 0; direction > 0 ? step <= last : step >= last;) {
    if (step <= listed) {
      if (isAt(trace, trace.stepSite[step - 1], lines)) return step;
      step += direction;
      continue;
    }
    if (++asked > mostAsked) return undefined;
    // Steps low + 1 ... high, of which `step` is the first to be looked at.
    const low = direction > 0 ? step - 1 : Math.max(listed, step - askedFor);
    const high = direction > 0 ? Math.min(trace.steps, low + askedFor) : step;
    const { site } = (await engineClient()?.statements(low, high)) ?? { site: new Uint32Array(0) };
    const isHere = (at: number) => isAt(trace, at, lines);
    const index = direction > 0 ? site.findIndex(isHere) : site.findLastIndex(isHere);
    if (index >= 0) return low + index + 1;
    step = direction > 0 ? high + 1 : low;
  }
  return undefined;
}
