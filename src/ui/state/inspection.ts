/**
 * Inspections of the machine, asked for at most once per step. While the cursor moves fast only where it comes to rest: a seek may replay
 * thousands of statements, and one asked for in passing would hold up the one that is looked at. A single move is answered at once.
 */
import type { InspectedGoroutine } from '../../worker/protocol.ts';
import { cursorStore } from './cursor.ts';
import { during } from './idle.ts';
import { playbackStore } from './playback.ts';
import { engineClient, runStore } from './run.ts';
import type { Recording } from './run.ts';

type Answer = readonly InspectedGoroutine[];
const restMillis = 40;
const kept = 64;
let moves = 0;
let lastMove = -Infinity;
let inPassing = false;
cursorStore.subscribe(() => {
  const now = performance.now();
  inPassing = now - lastMove < restMillis;
  lastMove = now;
  moves++;
});

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
  if (inPassing) {
    const move = moves;
    await new Promise((resolve) => setTimeout(resolve, restMillis));
    if (move !== moves) return [];
  }
  if (recording !== runStore.getState().recording || runStore.getState().running) return [];
  if (playbackStore.getState().direction !== 0 && playbackStore.getState().speed > 2) return [];
  try {
    return (await engineClient()?.inspect(step)) ?? [];
  } catch {
    return [];
  }
}
