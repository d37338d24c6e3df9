// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Trace } from '../../engine/trace/trace.ts';
import type { EngineClient, RunResult } from '../../worker/protocol.ts';
import { fixtures } from '../model/fixtures.ts';
import { editProgram, openPattern, openPrevious, run, setForks, setSeed } from './actions.ts';
import { alertStore } from './alerts.ts';
import { cursorStore } from './cursor.ts';
import { createFixtureClient } from './fixtureClient.ts';
import { choicesAt, forksWith, roadsAt } from './fork.ts';
import { moveTo, stepBy, toEvent, toSelectionEvent } from './moves.ts';
import { defaultProgram, programStore } from './program.ts';
import { connectEngine, runProgram, runStore } from './run.ts';
import type { Recording } from './run.ts';
import { selectGoroutine, selectionStore } from './selection.ts';
import { currentNarration, currentWorld, isStale } from './selectors.ts';
import { linkToMoment, openLink } from './share.ts';

const state = () => runStore.getState();
const step = () => cursorStore.getState().step;
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
function recorded(): Recording {
  const { recording } = state();
  if (!recording) throw new Error('no recording');
  return recording;
}

beforeEach(() => {
  localStorage.clear();
  programStore.setState({ ...defaultProgram(), previous: '' });
  runStore.setState({ recording: undefined, running: false, progress: undefined, problems: [], checkedText: '' });
  alertStore.setState({ alerts: [] });
  selectionStore.setState({ selected: { kind: 'none' } });
  history.replaceState(null, '', '/');
  connectEngine(createFixtureClient());
});

describe('running the program', () => {
  it('gives a recording, with the cursor at its start', async () => {
    await run();
    expect(step()).toBe(0);
    expect(recorded().text).toBe(programStore.getState().text);
    expect(currentWorld()?.steps).toBe(recorded().trace.steps);
  });

  it('keeps the old recording when the program does not compile', async () => {
    await run();
    const before = recorded();
    moveTo(12);
    programStore.setState({ text: 'ERROR' });
    await runProgram('keep');
    expect(state().problems).toHaveLength(1);
    expect(state().recording).toBe(before);
    expect(step()).toBe(12);
    expect(isStale()).toBe(true);
  });

  it('shows the last of several runs asked for, whichever ends first', async () => {
    const waiting: ((result: RunResult) => void)[] = [];
    const client: EngineClient = { ...createFixtureClient(), run: () => new Promise((resolve) => waiting.push(resolve)) };
    connectEngine(client);
    const result = (trace: Trace): RunResult => ({ kind: 'trace', trace, problems: [], millis: { compile: 0, run: 0 } });
    const [first, second] = [run(), run()];
    waiting[1]?.(result(fixtures.timeout()));
    waiting[0]?.(result(fixtures.workerPool()));
    await Promise.all([first, second]);
    expect(recorded().trace.steps).toBe(fixtures.timeout().steps);
    expect(state().running).toBe(false);
  });

  it('tells a failure of the engine and keeps everything', async () => {
    await run();
    const before = recorded();
    connectEngine({ ...createFixtureClient(), run: () => Promise.reject(new Error('BUG: lost')) });
    await run();
    expect(
      alertStore
        .getState()
        .alerts.map((alert) => alert.text)
        .join(),
    ).toContain('BUG: lost');
    expect(state().recording).toBe(before);
    expect(state().running).toBe(false);
  });
});

describe('editing', () => {
  it('shows a program that compiles at once, and complains only when typing has paused', async () => {
    vi.useFakeTimers();
    try {
      editProgram('package main // ERROR');
      await vi.advanceTimersByTimeAsync(100);
      expect(state()).toMatchObject({ problems: [], running: false });
      editProgram('package main // ERROR, more');
      await vi.advanceTimersByTimeAsync(400);
      expect(state().problems).toEqual([]);
      await vi.advanceTimersByTimeAsync(400);
      expect(state().problems).toHaveLength(1);
      editProgram('package main // right');
      await vi.advanceTimersByTimeAsync(1);
      expect(state().problems).toEqual([]);
      expect(recorded().text).toBe('package main // right');
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps the cursor where the person put it, though a program typed on the way is shorter', async () => {
    const traces: Record<string, Trace> = { short: fixtures.timeout(), long: fixtures.workerPool(9) };
    connectEngine(createFixtureClient(({ files }) => traces[files[0]?.text ?? ''] ?? fixtures.workerPool(9)));
    await run();
    moveTo(40);
    programStore.setState({ text: 'short' });
    await runProgram('keep');
    expect(step()).toBe(fixtures.timeout().steps);
    programStore.setState({ text: 'long' });
    await runProgram('keep');
    expect(step()).toBe(40);
  });
});

describe('moving', () => {
  it('stays inside the recording', async () => {
    await run();
    stepBy(-1);
    expect(step()).toBe(0);
    moveTo(1e9);
    expect(step()).toBe(recorded().trace.steps);
    stepBy(1);
    expect(step()).toBe(recorded().trace.steps);
  });

  it('by events has every event step as a stop, in both directions', async () => {
    await run();
    const stops: number[] = [];
    while (step() < recorded().trace.steps) {
      toEvent(1);
      stops.push(step());
    }
    const events = [...recorded().model.eventSteps].filter((event) => event > 0);
    expect(stops.filter((stop) => events.includes(stop))).toEqual(events);
    const back: number[] = [];
    while (step() > 0) {
      toEvent(-1);
      back.push(step());
    }
    expect(back.filter((stop) => events.includes(stop) && stop !== recorded().trace.steps).reverse()).toEqual(
      events.filter((event) => event !== recorded().trace.steps),
    );
  });

  it('by events of the selected goroutine leaves out those of others', async () => {
    await run();
    selectGoroutine(3);
    toSelectionEvent(1);
    const first = step();
    expect(currentWorld()?.goroutines.some(({ id }) => id === 3)).toBe(true);
    toSelectionEvent(1);
    toSelectionEvent(-1);
    expect(step()).toBe(first);
  });

  it('derives each world and sentence once', async () => {
    await run();
    moveTo(20);
    expect(currentWorld()).toBe(currentWorld());
    expect(currentNarration()).toBe(currentNarration());
    expect(currentWorld()?.step).toBe(20);
  });
});

describe('programs that make way for one another', () => {
  it('an own program is remembered when a pattern is opened, and comes back', async () => {
    editProgram('package main // mine');
    openPattern('timeout');
    await settled();
    expect(programStore.getState().pattern).toBe('timeout');
    openPrevious();
    await settled();
    expect(programStore.getState().text).toBe('package main // mine');
  });

  it('an edit is kept in the browser, and told where that keeps nothing', () => {
    editProgram('package main // kept');
    expect(localStorage.getItem('interleave.program')).toContain('// kept');
    const storage = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('full');
    });
    editProgram('package main // lost');
    storage.mockRestore();
    expect(
      alertStore
        .getState()
        .alerts.map((alert) => alert.title)
        .join(),
    ).toContain('keeps nothing');
  });
});

describe('a link', () => {
  it('brings program, schedule, step and selection to another page', async () => {
    openPattern('fanout');
    setSeed(12);
    setForks('~2:1');
    await settled();
    moveTo(17);
    selectGoroutine(2);
    const link = linkToMoment();
    const { text } = programStore.getState();
    openPattern('timeout');
    await settled();
    expect(openLink(new URL(link).hash)).toBe(true);
    await settled();
    expect(programStore.getState()).toMatchObject({ text, pattern: 'fanout', seed: 12, forks: '~2:1' });
    expect(step()).toBe(17);
    expect(selectionStore.getState().selected).toEqual({ kind: 'goroutine', id: 2 });
    expect(alertStore.getState().alerts).toEqual([]);
  });

  it('leaves everything as it is when it is bad, and says so', async () => {
    await run();
    const before = programStore.getState();
    expect(openLink('#1xyz')).toBe(false);
    expect(openLink('#elsewhere')).toBe(false);
    expect(programStore.getState()).toBe(before);
    expect(alertStore.getState().alerts).toHaveLength(2);
  });

  it('is told to be of another engine when the recording differs', async () => {
    connectEngine(createFixtureClient(() => ({ ...fixtures.workerPool(), hash: 'one' })));
    await run();
    moveTo(30);
    const link = linkToMoment();
    connectEngine(createFixtureClient(() => ({ ...fixtures.timeout(), hash: 'other' })));
    openLink(new URL(link).hash);
    await settled();
    expect(
      alertStore
        .getState()
        .alerts.map((alert) => alert.title)
        .join(),
    ).toContain('another version of the engine');
    expect(step()).toBe(fixtures.timeout().steps);
  });
});

describe('another road at a choice', () => {
  it('is numbered as the schedule numbers it', async () => {
    await run();
    const recording = recorded();
    const choices = Array.from({ length: recording.trace.steps + 1 }, (_, at) => choicesAt(recording, at)).flat();
    expect(choices.length).toBeGreaterThan(1);
    const [first = 0, second = 0] = choices;
    const roads = roadsAt(recording, first);
    expect(roads.map(({ index }) => index)).toEqual(roads.map((_, index) => index));
    expect(roads.filter(({ taken }) => taken)).toHaveLength(1);
    expect(forksWith(recording, '', first, 1)).toBe('~0:1');
    expect(forksWith(recording, '~0:1', second, 0)).toBe('~0:1~1:0');
    expect(forksWith(recording, '~0:1~1:0~5:2', second, 1)).toBe('~0:1~1:1');
  });
});
