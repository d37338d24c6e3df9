/** The moment on the page as a link, and a link as the moment on the page. */
import { patterns } from '../../gallery/index.ts';
import { alertOnce } from './alerts.ts';
import { cursorStore } from './cursor.ts';
import { decodeLink, encodeLink } from './link.ts';
import type { BadLink, Moment } from './link.ts';
import { programStore, replaceProgram } from './program.ts';
import { runProgram, runStore } from './run.ts';
import { selectionStore } from './selection.ts';
import { scheduleText, validForks, validStrategy } from './strategies.ts';

/** Enough of a recording's hash to tell it from another one. */
const hashLength = 12;

/** `page`: the playground; `embed`: for a frame in another page. */
export function linkToMoment(as: 'page' | 'embed' = 'page'): string {
  const program = programStore.getState();
  const { text, strategy, seed, forks } = program;
  const { recording } = runStore.getState();
  const same = recording?.text === text && recording.schedule === scheduleText(program);
  const step = same ? cursorStore.getState().step : 0;
  const hash = same ? recording.trace.hash.slice(0, hashLength) : '';
  const page = `${location.origin}${location.pathname}${as === 'embed' ? '?embed' : ''}`;
  return `${page}#${encodeLink({ text, strategy: strategy + forks, seed, step, selected: selectionStore.getState().selected, hash })}`;
}

/** Whether the address names a moment that is now on its way to the page. A link that is not right is told, and changes nothing. */
export function openLink(fragment: string): boolean {
  const decoded = decodeLink(fragment);
  if (decoded.kind === 'bad') tell(decoded.why);
  if (decoded.kind !== 'moment') return false;
  void openMoment(decoded.moment);
  return true;
}

async function openMoment(moment: Moment): Promise<void> {
  const fork = moment.strategy.indexOf('~');
  const named = fork < 0 ? moment.strategy : moment.strategy.slice(0, fork);
  const forks = fork < 0 ? '' : validForks(moment.strategy.slice(fork));
  const strategy = validStrategy(named);
  if (strategy + forks !== moment.strategy) {
    alertOnce(
      'This link asks for a strategy that is not known here.',
      `Its program is shown as run by “${strategy}”: another order of events, so another picture than the sender saw.`,
    );
  }
  const pattern = patterns.find(({ text }) => text === moment.text)?.id ?? '';
  replaceProgram({ text: moment.text, pattern, strategy, seed: moment.seed, forks });
  selectionStore.setState({ selected: moment.selected });
  await runProgram({ step: moment.step });
  compare(moment);
}

/** A recording with another hash was made by another version of the engine: the same step may be another moment. */
function compare(moment: Moment): void {
  const { recording } = runStore.getState();
  if (!recording || recording.text !== moment.text || moment.hash === '') return;
  if (recording.trace.hash.slice(0, hashLength) === moment.hash) return;
  const short = moment.step > recording.trace.steps;
  alertOnce(
    'This link was made with another version of the engine.',
    short
      ? `The program now ends after ${recording.trace.steps} steps, before the step of the link (${moment.step}).`
      : 'The program runs here, but step and picture may differ from what the sender saw.',
  );
}

const reasons: Readonly<Record<BadLink, string>> = {
  damaged: 'A part of it is missing or has been changed on the way. Ask for it again, as a file if the chat tool cuts long links.',
  foreign: 'The part after # is not one of ours.',
  newer: 'It was made with a newer version of this page: reload to get that, then open the link again.',
  'too long': 'It holds more than this page takes from a link.',
};

function tell(why: BadLink): void {
  alertOnce('This link cannot be opened.', `${reasons[why]} Nothing of it has been run.`);
}
