import { expect, test } from 'vitest';
import { fixtures } from './fixtures.ts';
import { buildModel, learnStatements, narrate, unknownSteps, worldAt } from './index.ts';
import { pageSteps, StatementLog } from './statements.ts';

test('statements that the recording does not list are learned page by page', () => {
  const log = new StatementLog({ stepGoroutine: Uint32Array.of(7), stepSite: Uint32Array.of(3) });
  expect([log.goroutineAt(1), log.siteAt(1), log.siteAt(2)]).toEqual([7, 3, undefined]);
  log.learn(0, { goroutine: [7, 8], site: [3, 4] });
  log.learn(1, { goroutine: [9], site: [5] });
  expect([log.goroutineAt(2), log.siteAt(2), log.siteAt(3)]).toEqual([8, 4, undefined]);
  expect([log.goroutineAt(pageSteps + 1), log.siteAt(pageSteps + 1)]).toEqual([9, 5]);
});

test('the world is the same as if they were listed', () => {
  const whole = fixtures.workerPool(9);
  const short = { ...whole, stepGoroutine: whole.stepGoroutine.slice(0, 20), stepSite: whole.stepSite.slice(0, 20) };
  const model = buildModel(short);
  expect(worldAt(model, 49).site).toBe(0);
  expect(unknownSteps(model, 49)).toContain(49);
  expect(unknownSteps(model, 15)).toEqual([]);
  learnStatements(model, 0, { goroutine: whole.stepGoroutine, site: whole.stepSite });
  expect(unknownSteps(model, 49)).toEqual([]);
  for (const step of [19, 20, 21, 49, whole.steps]) {
    expect(worldAt(model, step)).toEqual(worldAt(buildModel(whole), step));
    expect(narrate(model, step)).toEqual(narrate(buildModel(whole), step));
  }
});
