/** What a person does to the program: edit it, open another one, run it in another way. */
import { patternOf } from '../../gallery/index.ts';
import { alertOnce } from './alerts.ts';
import { changeProgram, isStill, maxProgramLength, programStore, replaceProgram, storeProgram } from './program.ts';
import type { Program } from './program.ts';
import { pause } from './playback.ts';
import { runProgram } from './run.ts';
import type { CursorAfterRun } from './run.ts';
import { clearSelection } from './selection.ts';
import { settingsStore } from './settings.ts';
import { scheduleText, validSeed, validStrategy } from './strategies.ts';
import { countText } from '../model/count.ts';

/** A pause in typing after which problems are told. The picture follows every edit that compiles at once. */
const quietMillis = 450;

/** The text in the editor has changed. */
export function editProgram(text: string): void {
  if (text === programStore.getState().text) return;
  if (text.length > maxProgramLength) {
    alertOnce(
      'The program is too long to run here.',
      `It has ${countText(text.length)} characters; the page takes ${countText(maxProgramLength)}.`,
    );
    return;
  }
  const { pattern } = programStore.getState();
  changeProgram({ text, pattern: isStill(pattern, text) ? pattern : '' });
  forgetLink();
  keep();
  if (settingsStore.getState().runOnEdit) void runProgram('keep', quiet());
}

function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, quietMillis));
}

/** Runs the program as it stands, from the start. */
export function run(): Promise<void> {
  pause();
  return runProgram({ step: 0 });
}

export function openPattern(id: string): void {
  const pattern = patternOf(id);
  if (!pattern) return;
  const { strategy, seed } = programStore.getState();
  replaceProgram({ text: pattern.text, pattern: pattern.id, strategy, seed, forks: '' });
  startAfresh();
}

/** Opens the own program that made way for a pattern or a link; the two change places. */
export function openPrevious(): void {
  const { previous, strategy, seed } = programStore.getState();
  if (previous === '') return;
  replaceProgram({ text: previous, pattern: '', strategy, seed, forks: '' });
  startAfresh();
}

function startAfresh(): void {
  forgetLink();
  keep();
  clearSelection();
  void run();
}

/** Forks are numbered decisions of one execution: of another one they would be others. */
export function setSeed(seed: number): void {
  changeSchedule({ seed: validSeed(seed), forks: '' }, { step: 0 });
}
export function setStrategy(strategy: string): void {
  changeSchedule({ strategy: validStrategy(strategy), forks: '' }, { step: 0 });
}
/** Runs once more with another road taken at a choice; up to there everything is the same, so the cursor stays. */
export function setForks(forks: string): void {
  changeSchedule({ forks }, 'keep');
}

function changeSchedule(change: Partial<Pick<Program, 'strategy' | 'seed' | 'forks'>>, after: CursorAfterRun): void {
  const before = scheduleText(programStore.getState());
  changeProgram(change);
  if (scheduleText(programStore.getState()) === before) return;
  forgetLink();
  keep();
  pause();
  void runProgram(after);
}

/** The address no longer says what is on the page: a reload must bring back the edited program, not the link's. */
function forgetLink(): void {
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
}

function keep(): void {
  if (!storeProgram()) {
    alertOnce(
      'This browser keeps nothing for the page.',
      'Its storage is full or switched off, so the program is gone when the tab is closed. Share gives a link that holds it.',
      'plain',
    );
  }
}
