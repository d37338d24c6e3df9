/** What the views show, derived from the recording and the cursor. Nothing here is stored; the last answer is remembered. */
import { narrate, timelineData, worldAt } from '../model/index.ts';
import type { Narration, TimelineData, World } from '../model/types.ts';
import { cursorStore } from './cursor.ts';
import { programStore } from './program.ts';
import { runStore } from './run.ts';
import type { Recording } from './run.ts';
import { statementStore } from './statements.ts';

export function currentRecording(): Recording | undefined {
  return runStore.getState().recording;
}

/** Remembers the answer for the last recording and step. */
function perStep<T>(derive: (recording: Recording, step: number) => T): () => T | undefined {
  let lastRecording: Recording | undefined;
  let lastStep = -1;
  let lastLearned = 0;
  let last: T | undefined;
  return () => {
    const { recording } = runStore.getState();
    const step = Math.min(cursorStore.getState().step, recording?.trace.steps ?? 0);
    const { learned } = statementStore.getState();
    if (recording !== lastRecording || step !== lastStep || learned !== lastLearned) {
      lastLearned = learned;
      lastRecording = recording;
      lastStep = step;
      last = recording && derive(recording, step);
    }
    return last;
  };
}

export const currentWorld: () => World | undefined = perStep((recording, step) => worldAt(recording.model, step));
export const currentNarration: () => Narration | undefined = perStep((recording, step) => narrate(recording.model, step));

const timelines = new WeakMap<Recording, TimelineData>();
export function timelineOf(recording: Recording): TimelineData {
  const known = timelines.get(recording);
  if (known) return known;
  const made = timelineData(recording.model);
  timelines.set(recording, made);
  return made;
}

/** Whether the program in the editor is no longer the recorded one. */
export function isStale(): boolean {
  const { recording } = runStore.getState();
  return recording !== undefined && recording.text !== programStore.getState().text;
}

/** For stores of React: called whenever the answers above may have changed. */
export function subscribeToMoment(listener: () => void): () => void {
  const stops = [runStore.subscribe(listener), cursorStore.subscribe(listener), statementStore.subscribe(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}
