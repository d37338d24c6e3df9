/**
 * Over, into and out, on one goroutine: the selected one, or that of the current step. Whether a later statement of it is in the same call,
 * a deeper or a shallower one is told by the depth of its stack there, had from the machine only where the function's name leaves it open.
 */
import type { Site } from '../../engine/trace/trace.ts';
import { cursorStore } from './cursor.ts';
import { during } from './idle.ts';
import { lastStep, moveTo } from './moves.ts';
import { engineClient, runStore } from './run.ts';
import type { Recording } from './run.ts';
import { selectionStore } from './selection.ts';
import { currentWorld } from './selectors.ts';

/** Statements looked at by inspection before giving up and going to the end. */
const patience = 400;
/** Beyond what the recording lists the machine is asked for so many statements at a time, so often. */
const askedFor = 2000;
const mostAsked = 100;

export function stepInto(): Promise<void> {
  return during('seek', goInto());
}

async function goInto(): Promise<void> {
  const { recording } = runStore.getState();
  if (!recording) return;
  const start = cursorStore.getState().step;
  const next = await nextOf(recording, followed(recording), start);
  if (cursorStore.getState().step === start) moveTo(next?.step ?? lastStep(), 'forward');
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
  if (stack.length === 0) return goInto();
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
  let next = await nextOf(recording, goroutine, start);
  for (let looked = 0; next !== undefined && looked < patience; next = await nextOf(recording, goroutine, next.step)) {
    if (!next.site || !stack.includes(next.site.func)) continue;
    looked++;
    const now = await stackAt(goroutine, next.step);
    if (arrived(now.length, stack.length)) break;
  }
  return next?.step;
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

interface Executed {
  readonly step: number;
  readonly site: Site | undefined;
}

/** The next step after `from` that the goroutine executes. */
async function nextOf({ trace }: Recording, goroutine: number, from: number): Promise<Executed | undefined> {
  const { stepGoroutine, stepSite, sites } = trace;
  const index = from < stepGoroutine.length ? stepGoroutine.indexOf(goroutine, from) : -1;
  if (index >= 0) return { step: index + 1, site: sites[stepSite[index] ?? 0] };
  for (let asked = 0, at = Math.max(from, stepGoroutine.length); at < trace.steps && asked < mostAsked; asked++, at += askedFor) {
    const found = await engineClient()?.statements(at, Math.min(trace.steps, at + askedFor));
    const place = found?.goroutine.indexOf(goroutine) ?? -1;
    if (place >= 0) return { step: at + place + 1, site: sites[found?.site[place] ?? 0] };
  }
  return undefined;
}
