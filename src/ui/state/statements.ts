/** Fetches the statements that the recording does not list, where the cursor rests: so the line in sight is known everywhere in a long run. */
import { createStore } from 'zustand/vanilla';
import { learnStatements, unknownSteps } from '../model/index.ts';
import { pageOf, pageSteps } from '../model/statements.ts';
import { cursorStore } from './cursor.ts';
import { during } from './idle.ts';
import { atRest } from './rest.ts';
import { engineClient, runStore } from './run.ts';
import type { Recording } from './run.ts';

/** Counts what has been learned: the world of a step may say more than it did. */
export const statementStore = createStore<{ readonly learned: number }>(() => ({ learned: 0 }));

/** Pages fetched for one moment: where each goroutine stands may be far from the cursor. */
const mostPages = 12;

export function followStatements(): void {
  cursorStore.subscribe(look);
  runStore.subscribe((now, before) => {
    if (now.recording !== before.recording) look();
  });
}

function look(): void {
  const { recording } = runStore.getState();
  if (recording === undefined || recording.trace.stepSite.length >= recording.trace.steps) return;
  if (missing(recording).length > 0) void during('seek', learn(recording));
}

function missing({ model }: Recording): number[] {
  return unknownSteps(model, cursorStore.getState().step);
}

async function learn(recording: Recording): Promise<void> {
  if (!(await atRest())) return;
  const pages = [...new Set(missing(recording).map(pageOf))].slice(0, mostPages);
  await Promise.all(pages.map((page) => fetchPage(recording, page)));
  if (runStore.getState().recording === recording) statementStore.setState(({ learned }) => ({ learned: learned + 1 }));
}

/** A page that cannot be had (a run under way has taken the machine's place) is asked for again at the next move. */
async function fetchPage(recording: Recording, page: number): Promise<void> {
  const first = page * pageSteps;
  try {
    const found = await engineClient()?.statements(first, Math.min(recording.trace.steps, first + pageSteps));
    const isOurs = runStore.getState().recording === recording && !runStore.getState().running;
    if (isOurs && found && found.site.length > 0) learnStatements(recording.model, page, found);
  } catch {
    // The run that took its place tells of what went wrong.
  }
}
