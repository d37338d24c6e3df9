/**
 * The recording that every view shows, and the run that may be under way. The old recording stays until a new one is there: a mistake in
 * the program never takes the picture away.
 */
import { createStore } from 'zustand/vanilla';
import type { Trace } from '../../engine/trace/trace.ts';
import type { EngineClient, Problem, RunProgress } from '../../worker/protocol.ts';
import { buildModel } from '../model/index.ts';
import type { Model } from '../model/types.ts';
import { alertOnce } from './alerts.ts';
import { keepCursor, placeCursor } from './cursor.ts';
import { during } from './idle.ts';
import { fileName, programStore } from './program.ts';
import { clearSelection, selectionStore } from './selection.ts';
import { scheduleText } from './strategies.ts';

export interface Recording {
  readonly trace: Trace;
  readonly model: Model;
  /** The program it is a recording of. */
  readonly text: string;
  /** As it was asked for. */
  readonly schedule: string;
}

export interface RunState {
  readonly recording: Recording | undefined;
  readonly running: boolean;
  readonly progress: RunProgress | undefined;
  readonly problems: readonly Problem[];
  /** The text that `problems` are about. */
  readonly checkedText: string;
}

export const runStore = createStore<RunState>(() => ({
  recording: undefined,
  running: false,
  progress: undefined,
  problems: [],
  checkedText: '',
}));

let client: EngineClient | undefined;
let tickets = 0;

export function connectEngine(engine: EngineClient): void {
  client = engine;
}
export function engineClient(): EngineClient | undefined {
  return client;
}

/** Where the cursor stands when the new recording is there. */
export type CursorAfterRun = { readonly step: number } | 'keep';

/**
 * Compiles and runs the program in the editor. Resolves when the recording, or the list of problems, is on the page. Problems are put there
 * when `complain` resolves: nobody wants to be told of a word that is not finished yet.
 */
export function runProgram(after: CursorAfterRun = { step: 0 }, complain: Promise<void> = Promise.resolve()): Promise<void> {
  return during('run', runNow(after, complain));
}

async function runNow(after: CursorAfterRun, complain: Promise<void>): Promise<void> {
  if (!client) return;
  const ticket = ++tickets;
  const program = programStore.getState();
  const { text, seed } = program;
  const schedule = scheduleText(program);
  runStore.setState({ running: true, progress: undefined });
  try {
    const request = { files: [{ name: fileName, text }], strategy: program.forks === '' ? program.strategy : schedule, seed };
    const result = await client.run(request, (progress) => {
      if (ticket === tickets) runStore.setState({ progress });
    });
    if (ticket !== tickets) return;
    if (result.kind === 'trace')
      show({ trace: result.trace, model: buildModel(result.trace, { [fileName]: text }), text, schedule }, result.problems, after);
    else if (result.kind === 'problems') {
      runStore.setState({ running: false, progress: undefined });
      await complain;
      if (ticket === tickets) runStore.setState({ problems: result.problems, checkedText: text });
    }
  } catch (error) {
    if (ticket === tickets)
      alertOnce(
        'The engine stopped with a mistake of its own.',
        `${messageOf(error)} Your program is kept; the picture is that of the last run.`,
      );
  } finally {
    if (ticket === tickets) runStore.setState({ running: false, progress: undefined });
  }
}

function show(recording: Recording, problems: readonly Problem[], after: CursorAfterRun): void {
  const { selected } = selectionStore.getState();
  if (selected.kind === 'goroutine' && !recording.model.goroutineIds.includes(selected.id)) clearSelection();
  runStore.setState({ recording, problems, checkedText: recording.text, running: false, progress: undefined });
  if (after === 'keep') keepCursor(recording.trace.steps);
  else placeCursor(after.step, recording.trace.steps, 'cut');
}

/** Ends the run under way; what it has recorded so far is shown. */
export function stopRun(): void {
  client?.stop();
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
