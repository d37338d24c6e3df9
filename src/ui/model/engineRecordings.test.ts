/** What a recording of the engine has that a rehearsed one has not, built row by row. */
import { expect, test } from 'vitest';
import { ContextKind, Kind, TimerKind, WaitReason } from '../../engine/trace/events.ts';
import { buildModel, narrate, runGraph, timelineData, worldAt } from './index.ts';
import { TraceBuilder } from './traceBuilder.ts';

function begun(): TraceBuilder {
  const out = new TraceBuilder();
  out.emit(Kind.GoCreate, 0, 1, out.string('runtime.main'));
  out.emit(Kind.GoStart, 1);
  return out;
}

test('whoever ran last and is woken runs on without being started again', () => {
  const out = begun();
  out.begin(1, 5, 'main.main');
  out.emit(Kind.TimerStart, 1, 1, 1e9, 0, TimerKind.Sleep);
  out.emit(Kind.GoBlock, 1, WaitReason.Sleep, 0, 0, 1);
  out.emit(Kind.ClockAdvance, 0, 1e9);
  out.emit(Kind.TimerFire, 0, 1);
  out.emit(Kind.GoUnblock, 0, 1);
  out.begin(1, 6, 'main.main');
  out.begin(1, 7, 'main.main');
  const model = buildModel(out.finish());
  expect(worldAt(model, 1).goroutines[0]).toMatchObject({ state: 'runnable', line: 5 });
  expect(worldAt(model, 2).goroutines[0]).toMatchObject({ state: 'running', line: 6 });
  expect(timelineData(model).lanes[0]?.segments).toEqual([
    { from: 0, to: 1, state: 'running', label: '' },
    { from: 1, to: 3, state: 'running', label: '' },
  ]);
});

test('channels that the library made for itself are not part of the picture', () => {
  const out = begun();
  out.emit(Kind.ChanMake, 1, 1, 0, out.string('struct {}'), 0);
  out.begin(1, 5, 'main.main');
  out.emit(Kind.ChanMake, 1, 2, 0, out.string('int'), out.currentSite);
  out.begin(1, 6, 'main.main');
  const model = buildModel(out.finish());
  expect(worldAt(model, 2).channels.map((channel) => channel.name)).toEqual(['chan #1']);
  expect(runGraph(model).objects.map((object) => object.id)).toEqual([2]);
});

test('a select inside the library is neither drawn nor taken for listening', () => {
  const out = begun();
  out.begin(1, 5, 'main.main');
  out.emit(Kind.ContextMake, 1, 1, 0, ContextKind.Cancel, 0);
  out.emit(Kind.ChanMake, 1, 2, 0, out.string('struct {}'), 0);
  out.emit(Kind.ContextDone, 1, 1, 2);
  out.emit(Kind.SelectBegin, 1, 1, 1, 0);
  out.emit(Kind.SelectCase, 1, 0, 2, 0);
  out.emit(Kind.SelectDone, 1, -1);
  out.begin(1, 6, 'main.main');
  out.emit(Kind.ContextCancel, 1, 1, out.string('context canceled'), 0, 1);
  out.begin(1, 7, 'main.main');
  out.begin(1, 8, 'main.main');
  const model = buildModel(out.finish());
  expect(worldAt(model, 1).goroutines[0]?.select).toBeUndefined();
  expect(worldAt(model, 3).contexts[0]?.state).toBe('cancelled');
  expect(narrate(model, 1).text).toBe('Goroutine 1 makes a context with context.WithCancel.');
  expect(runGraph(model).relations).toEqual([{ goroutine: 1, object: 1, role: 'cancel', count: 1, viaSelect: false, firstStep: 2 }]);
});

test("a timer's channel is named after the timer, and its tick finds an empty buffer", () => {
  const out = begun();
  out.begin(1, 5, 'main.main');
  out.emit(Kind.ChanMake, 1, 1, 1, out.string('time.Time'), 0);
  out.emit(Kind.TimerStart, 1, 2, 1e9, 0, TimerKind.Ticker);
  out.emit(Kind.ObjectName, 1, 2, out.string('tick'));
  for (const [step, when] of [
    [2, 1e9],
    [3, 2e9],
  ] as const) {
    out.begin(1, 4 + step, 'main.main');
    out.emit(Kind.ClockAdvance, 0, when);
    out.emit(Kind.TimerFire, 0, 2);
    out.emit(Kind.ChanSend, 0, 1, out.string(`tick ${step}`));
  }
  out.begin(1, 8, 'main.main');
  const world = worldAt(buildModel(out.finish()), 3);
  expect(world.channels[0]).toMatchObject({ name: 'tick.C', buffer: [{ text: 'tick 3' }] });
});

test('the statements of a long run are not all listed: who runs is who was started last', () => {
  const out = begun();
  out.begin(1, 5, 'main.main');
  out.emit(Kind.GoCreate, 1, 2, out.string('main.worker'));
  out.emit(Kind.GoStop, 1, 0);
  out.emit(Kind.GoStart, 2);
  out.begin(2, 9, 'main.worker');
  out.begin(2, 10, 'main.worker');
  const trace = out.finish();
  const model = buildModel({ ...trace, steps: 5, stepGoroutine: trace.stepGoroutine.slice(0, 1), stepSite: trace.stepSite.slice(0, 1) });
  expect([1, 2, 4].map((step) => worldAt(model, step).current)).toEqual([1, 2, 2]);
  expect(narrate(model, 3).text).toBe('Goroutine 2 executes a statement.');
});

test('a panic that is recovered is not final', () => {
  const out = begun();
  out.begin(1, 5, 'main.main');
  out.emit(Kind.GoPanic, 1, out.string('boom'));
  out.begin(1, 6, 'main.main.func1');
  out.emit(Kind.GoRecover, 1, out.string('boom'));
  out.begin(1, 7, 'main.main');
  const model = buildModel(out.finish());
  expect(narrate(model, 1)).toMatchObject({ text: 'Goroutine 1 panics: boom.', why: 'It recovers at step 2.', tone: 'plain' });
  expect([1, 2].map((step) => worldAt(model, step).goroutines[0]?.state)).toEqual(['panicked', 'running']);
});
