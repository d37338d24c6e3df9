/**
 * Over, into and out, on one goroutine: the selected one, or that of the current step. Whether a later statement of it is in the same call,
 * a deeper or a shallower one is told by the depth of its stack there, had from the machine only where the function's name leaves it open.
 */
import { cursorStore } from './cursor.ts';
import { during } from './idle.ts';
import { lastStep, moveTo } from './moves.ts';
import { engineClient, runStore } from './run.ts';
import type { Recording } from './run.ts';
import { selectionStore } from './selection.ts';
import { currentWorld } from './selectors.ts';

/** Statements looked at by inspection before giving up and going to the end. */
const patience = 400;

export function stepInto(): void {
  const { recording } = runStore.getState();
  if (!recording) return;
  const next = nextStepOf(recording, followed(recording), cursorStore.getState().step);
  moveTo(next ?? lastStep(), 'forward');
}

export function stepOver(): Promise<void> {
  return during(
    'seek',
    goWhere((depth, from) => depth <= from),
  );
}

export function stepOut(): Promise<void> {
  return during(
    'seek',
    goWhere((depth, from) => depth < from),
  );
}

async function goWhere(arrived: (depth: number, from: number) => boolean): Promise<void> {
  const { recording } = runStore.getState();
  if (!recording) return;
  const goroutine = followed(recording);
  const start = cursorStore.getState().step;
  const stack = await stackAt(goroutine, start);
  if (stack.length === 0) return stepInto();
  const step = await findStep(recording, goroutine, start, stack, arrived);
  if (cursorStore.getState().step === start) moveTo(step ?? lastStep(), 'forward');
}

async function findStep(
  recording: Recording,
  goroutine: number,
  start: number,
  stack: readonly string[],
  arrived: (depth: number, from: number) => boolean,
) {
  let step = nextStepOf(recording, goroutine, start);
  for (let looked = 0; step !== undefined && looked < patience; step = nextStepOf(recording, goroutine, step)) {
    const site = recording.trace.sites[recording.trace.stepSite[step - 1] ?? 0];
    if (!site || !stack.includes(site.func)) continue;
    looked++;
    const now = await stackAt(goroutine, step);
    if (arrived(now.length, stack.length)) return step;
  }
  return step;
}

async function stackAt(goroutine: number, step: number): Promise<readonly string[]> {
  const all = (await engineClient()?.inspect(step)) ?? [];
  return all.find((one) => one.goroutine === goroutine)?.frames.map((frame) => frame.func) ?? [];
}

function followed(recording: Recording): number {
  const { selected } = selectionStore.getState();
  if (selected.kind === 'goroutine') return selected.id;
  return currentWorld()?.current || recording.trace.stepGoroutine[0] || 1;
}

/** The next step after `from` that the goroutine executes. */
function nextStepOf({ trace }: Recording, goroutine: number, from: number): number | undefined {
  const index = trace.stepGoroutine.indexOf(goroutine, from);
  return index < 0 ? undefined : index + 1;
}
