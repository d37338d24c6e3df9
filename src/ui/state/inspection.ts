/** Inspections of the machine, asked for at most once per step and only where the cursor rests. */
import type { InspectedGoroutine } from '../../worker/protocol.ts';
import { during } from './idle.ts';
import { playbackStore } from './playback.ts';
import { atRest } from './rest.ts';
import { engineClient, runStore } from './run.ts';
import type { Recording } from './run.ts';

type Answer = readonly InspectedGoroutine[];
const kept = 64;

let of: Recording | undefined;
const answers = new Map<number, Promise<Answer>>();

export function inspectAt(step: number): Promise<Answer> {
  const { recording } = runStore.getState();
  if (recording !== of) answers.clear();
  of = recording;
  const known = answers.get(step);
  if (known) return known;
  const answer = during('seek', ask(step));
  answers.set(step, answer);
  answer.then(
    (found) => found.length === 0 && answers.delete(step),
    () => answers.delete(step),
  );
  for (const old of answers.keys()) if (answers.size > kept) answers.delete(old);
  return answer;
}

/** Empty for a cursor that has moved on, and when the machine cannot be asked: a run under way has taken its place. */
async function ask(step: number): Promise<Answer> {
  const recording = of;
  if (!(await atRest())) return [];
  if (recording !== runStore.getState().recording || runStore.getState().running) return [];
  if (playbackStore.getState().direction !== 0 && playbackStore.getState().speed > 2) return [];
  try {
    return (await engineClient()?.inspect(step)) ?? [];
  } catch {
    return [];
  }
}
