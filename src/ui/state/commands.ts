/** Everything the page can be told to do, as data: buttons, keys, the sheet of keys and the command palette are views of this list. */
import { must } from '../../base/assert.ts';
import { run } from './actions.ts';
import { breakpointStore, continueTo, runToLine, toggleBreakpoint } from './breakpoints.ts';
import { cursorStore } from './cursor.ts';
import { lastStep, moveTo, stepBy, toEvent, toSelectionEvent } from './moves.ts';
import { changeSpeed, pause, play, playbackStore, togglePlay } from './playback.ts';
import { runStore, stopRun } from './run.ts';
import { clearSelection, selectionStore } from './selection.ts';
import { choicesAt } from './fork.ts';
import { changeSettings, nextTheme, settingsStore } from './settings.ts';
import { stepInto, stepOut, stepOver } from './stepping.ts';
import { openChoice, openDialog } from './view.ts';
import { view } from './views.ts';

export type CommandGroup = 'Move' | 'Play' | 'Debugger' | 'Timeline' | 'Program';

export interface Command {
  readonly id: string;
  /** The accessible name of its button. */
  readonly title: string;
  readonly group: CommandGroup;
  /** See keys.ts; the first one is shown on the button. */
  readonly keys: readonly string[];
  /** Where its keys count: everywhere but where one types; only on the recording's views; or in the editor too. */
  readonly scope?: 'debugger' | 'editor';
  readonly enabled: () => boolean;
  readonly run: () => void;
}

const recorded = () => runStore.getState().recording !== undefined;
const beforeEnd = () => recorded() && cursorStore.getState().step < lastStep();
const afterStart = () => recorded() && cursorStore.getState().step > 0;
const selected = () => selectionStore.getState().selected.kind !== 'none';
const always = () => true;
const hasEditor = () => view('editor') !== undefined;

/** Moving by hand ends playback. */
const byHand = (move: () => void) => () => {
  pause();
  move();
};

// A table: one command a line.
// prettier-ignore
export const commands = [
  { id: 'stepForward', title: 'Step forward', group: 'Move', keys: ['ArrowRight'], enabled: beforeEnd, run: byHand(() => stepBy(1)) },
  { id: 'stepBack', title: 'Step back', group: 'Move', keys: ['ArrowLeft'], enabled: afterStart, run: byHand(() => stepBy(-1)) },
  { id: 'nextEvent', title: 'Next event', group: 'Move', keys: ['Shift+ArrowRight'], enabled: beforeEnd, run: byHand(() => toEvent(1)) },
  { id: 'previousEvent', title: 'Previous event', group: 'Move', keys: ['Shift+ArrowLeft'], enabled: afterStart, run: byHand(() => toEvent(-1)) },
  { id: 'toStart', title: 'To start', group: 'Move', keys: ['Home'], enabled: recorded, run: byHand(() => moveTo(0)) },
  { id: 'toEnd', title: 'To end', group: 'Move', keys: ['End'], enabled: recorded, run: byHand(() => moveTo(lastStep())) },
  { id: 'nextOfSelection', title: 'Next event of the selection', group: 'Move', keys: ['.'], enabled: () => selected() && beforeEnd(), run: byHand(() => toSelectionEvent(1)) },
  { id: 'previousOfSelection', title: 'Previous event of the selection', group: 'Move', keys: [','], enabled: () => selected() && afterStart(), run: byHand(() => toSelectionEvent(-1)) },
  { id: 'playPause', title: 'Play or pause', group: 'Play', keys: ['Space'], enabled: recorded, run: togglePlay },
  { id: 'play', title: 'Play', group: 'Play', keys: ['l'], enabled: recorded, run: () => play(1) },
  { id: 'pause', title: 'Pause', group: 'Play', keys: ['k'], enabled: () => playbackStore.getState().direction !== 0, run: pause },
  { id: 'playBackwards', title: 'Play backwards', group: 'Play', keys: ['j'], enabled: recorded, run: () => play(-1) },
  { id: 'faster', title: 'Faster', group: 'Play', keys: ['+'], enabled: always, run: () => changeSpeed(1) },
  { id: 'slower', title: 'Slower', group: 'Play', keys: ['-'], enabled: always, run: () => changeSpeed(-1) },
  { id: 'stepOver', title: 'Step over', group: 'Debugger', keys: ['F10'], scope: 'debugger', enabled: beforeEnd, run: byHand(() => void stepOver()) },
  { id: 'stepInto', title: 'Step into', group: 'Debugger', keys: ['F11'], scope: 'debugger', enabled: beforeEnd, run: byHand(() => void stepInto()) },
  { id: 'stepOut', title: 'Step out', group: 'Debugger', keys: ['Shift+F11'], scope: 'debugger', enabled: beforeEnd, run: byHand(() => void stepOut()) },
  { id: 'continue', title: 'Continue', group: 'Debugger', keys: ['F5'], scope: 'debugger', enabled: beforeEnd, run: byHand(() => continueOrPlay(1)) },
  { id: 'continueBack', title: 'Continue backwards', group: 'Debugger', keys: ['Shift+F5'], scope: 'debugger', enabled: afterStart, run: byHand(() => continueOrPlay(-1)) },
  { id: 'breakpoint', title: 'Breakpoint at the line', group: 'Debugger', keys: ['F9'], scope: 'editor', enabled: hasEditor, run: () => toggleBreakpoint(view('editor')?.line() ?? 1) },
  { id: 'runToLine', title: 'Run to line', group: 'Debugger', keys: ['Mod+F10'], enabled: () => recorded() && hasEditor(), run: byHand(() => void runToLine(view('editor')?.line() ?? 1)) },
  { id: 'focus', title: 'Show the selection', group: 'Timeline', keys: ['f'], enabled: recorded, run: () => revealSelection() },
  { id: 'clear', title: 'Clear the selection', group: 'Timeline', keys: ['Escape'], enabled: selected, run: clearSelection },
  { id: 'zoomIn', title: 'Zoom in', group: 'Timeline', keys: ['w'], enabled: recorded, run: () => view('timeline')?.zoomBy(1.5) },
  { id: 'zoomOut', title: 'Zoom out', group: 'Timeline', keys: ['s'], enabled: recorded, run: () => view('timeline')?.zoomBy(1 / 1.5) },
  { id: 'panLeft', title: 'Pan to earlier steps', group: 'Timeline', keys: ['a'], enabled: recorded, run: () => view('timeline')?.panBy(-0.2) },
  { id: 'panRight', title: 'Pan to later steps', group: 'Timeline', keys: ['d'], enabled: recorded, run: () => view('timeline')?.panBy(0.2) },
  { id: 'choose', title: 'Choose differently at this step', group: 'Timeline', keys: ['c'], enabled: () => choicesHere().length > 0, run: byHand(chooseHere) },
  { id: 'run', title: 'Run', group: 'Program', keys: ['Mod+Enter', 'r'], enabled: always, run: () => void run() },
  { id: 'stop', title: 'Stop the run', group: 'Program', keys: [], enabled: () => runStore.getState().running, run: stopRun },
  { id: 'format', title: 'Format', group: 'Program', keys: ['Alt+Shift+F'], enabled: always, run: () => view('editor')?.format() },
  { id: 'share', title: 'Share', group: 'Program', keys: ['Mod+s'], enabled: always, run: () => openDialog('share') },
  { id: 'theme', title: 'Theme', group: 'Program', keys: [], enabled: always, run: () => changeSettings({ theme: nextTheme(settingsStore.getState().theme) }) },
  { id: 'settings', title: 'Settings', group: 'Program', keys: [], enabled: always, run: () => openDialog('settings') },
  { id: 'keys', title: 'Keyboard shortcuts', group: 'Program', keys: ['?'], enabled: always, run: () => openDialog('keys') },
  { id: 'palette', title: 'Command palette', group: 'Program', keys: ['Mod+Shift+P'], enabled: always, run: () => openDialog('palette') },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

const byId = new Map<string, Command>(commands.map((command) => [command.id, command]));
export function commandOf(id: CommandId): Command {
  return must(byId.get(id), `command ${id}`);
}

export function perform(command: Command): void {
  if (command.enabled()) command.run();
}

/** Without breakpoints there is nothing to stop at: then it is as in a debugger, where the program runs on. */
function continueOrPlay(direction: 1 | -1): void {
  if (breakpointStore.getState().lines.length === 0) play(direction);
  else void continueTo(direction);
}

function choicesHere(): readonly number[] {
  const { recording } = runStore.getState();
  return recording ? choicesAt(recording, cursorStore.getState().step) : [];
}

function chooseHere(): void {
  const [event] = choicesHere();
  if (event !== undefined) openChoice(event);
}

function revealSelection(): void {
  view('timeline')?.reveal();
  view('stage')?.reveal();
}
