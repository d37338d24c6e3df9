// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { fixtures } from '../model/fixtures.ts';
import { run } from './actions.ts';
import { breakpointStore, continueTo, runToLine, setBreakpoints, stopsAt, toggleBreakpoint } from './breakpoints.ts';
import { cursorStore } from './cursor.ts';
import { createFixtureClient } from './fixtureClient.ts';
import { moveTo } from './moves.ts';
import { connectEngine } from './run.ts';

const whole = fixtures.workerPool(9);
const step = () => cursorStore.getState().step;
const stepsAt = (...lines: readonly number[]): number[] =>
  [...whole.stepSite.keys()].map((i) => i + 1).filter((at) => lines.includes(whole.sites[whole.stepSite[at - 1] ?? 0]?.line ?? 0));

beforeEach(() => {
  localStorage.clear();
  setBreakpoints([]);
  connectEngine(createFixtureClient(() => whole));
});

it('a second click on a line takes its breakpoint away', () => {
  toggleBreakpoint(28);
  toggleBreakpoint(11);
  expect(breakpointStore.getState().lines).toEqual([11, 28]);
  toggleBreakpoint(28);
  expect(breakpointStore.getState().lines).toEqual([11]);
});

it('continuing stops at every statement of the lines, in both directions, and then goes to the end', async () => {
  await run();
  setBreakpoints([12, 28]);
  const wanted = stepsAt(12, 28);
  expect(wanted.length).toBeGreaterThan(3);
  const met: number[] = [];
  for (await continueTo(1); step() < whole.steps; await continueTo(1)) met.push(step());
  expect(met).toEqual(wanted);
  expect(met.every((at) => stopsAt(whole, at))).toBe(true);
  const back: number[] = [];
  for (await continueTo(-1); step() > 0; await continueTo(-1)) back.push(step());
  expect(back.reverse()).toEqual(wanted);
});

it('running to a line goes to its next statement, from behind the last one back to it', async () => {
  await run();
  const [first = 0] = stepsAt(28);
  await runToLine(28);
  expect(step()).toBe(first);
  moveTo(whole.steps);
  await runToLine(28);
  expect(step()).toBe(stepsAt(28).at(-1));
});

it('is the same where the recording does not list the statements', async () => {
  const listed = 25;
  const short = { ...whole, stepGoroutine: whole.stepGoroutine.slice(0, listed), stepSite: whole.stepSite.slice(0, listed) };
  const statements = (from: number, to: number) =>
    Promise.resolve({
      goroutine: Uint32Array.from(whole.stepGoroutine.slice(from, to)),
      site: Uint32Array.from(whole.stepSite.slice(from, to)),
    });
  connectEngine({ ...createFixtureClient(() => short), statements });
  await run();
  setBreakpoints([12]);
  const met: number[] = [];
  for (await continueTo(1); step() < whole.steps; await continueTo(1)) met.push(step());
  expect(met).toEqual(stepsAt(12));
  const back: number[] = [];
  for (await continueTo(-1); step() > 0; await continueTo(-1)) back.push(step());
  expect(back.reverse()).toEqual(stepsAt(12));
});
