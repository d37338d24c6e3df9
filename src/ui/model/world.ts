/** The world at a step: a pure function of the recording and the cursor, however it is reached. */
import { indexOf } from './modelIndex.ts';
import type { ModelIndex } from './modelIndex.ts';
import { outputAt } from './output.ts';
import type { ObjectRecord, State } from './state.ts';
import type { StatementPage } from './statements.ts';
import type {
  AtomicView,
  ChannelView,
  CondView,
  ContextView,
  GoroutineView,
  LockView,
  Model,
  OnceView,
  OutputLine,
  SemaphoreView,
  TimerView,
  WaitGroupView,
  World,
} from './types.ts';
import { channelView, contextView, goroutineView, lockView, sleepView, timerView } from './views.ts';
import type { Moment } from './views.ts';

interface Memory {
  step: number;
  world: World | undefined;
  readonly output: { parts: number; lines: readonly OutputLine[] };
}
const memories = new WeakMap<Model, Memory>();

export function worldAt(model: Model, step: number): World {
  const memory = memories.get(model) ?? { step: -1, world: undefined, output: { parts: 0, lines: [] } };
  memories.set(model, memory);
  const at = Math.max(0, Math.min(Math.floor(step), model.trace.steps));
  if (memory.world === undefined || memory.step !== at) {
    memory.world = makeWorld(model, at, memory);
    memory.step = at;
  }
  return memory.world;
}

function makeWorld(model: Model, step: number, memory: Memory): World {
  const index = indexOf(model);
  const { trace } = model;
  const state = index.states.at(step);
  const ended = step === trace.steps;
  const current = currentAt(index, state, step);
  const moment: Moment = { index, state, step, current, ended };
  const goroutines: GoroutineView[] = [];
  const sleeps: TimerView[] = [];
  for (const record of state.goroutines) {
    if (record === undefined) continue;
    goroutines.push(goroutineView(moment, record));
    const sleep = sleepView(moment, record);
    if (sleep !== undefined) sleeps.push(sleep);
  }
  const objects = objectViews(moment, state.objects);
  return {
    step,
    steps: trace.steps,
    now: state.now,
    current,
    site: step === 0 ? 0 : (index.statements.siteAt(step) ?? 0),
    goroutines,
    ...objects,
    timers: sleeps.length === 0 ? objects.timers : [...objects.timers, ...sleeps],
    flows: state.flowStep === step ? state.flows.slice() : [],
    output: outputAt(index.output, step, memory.output),
    ended,
  };
}

/** Who executed a statement that is not known is who was started last before the step began. */
function currentAt({ statements }: ModelIndex, state: State, step: number): number {
  if (step === 0) return 0;
  return statements.goroutineAt(step) ?? (state.flowStep === step ? state.runnerBefore : state.runner);
}

/** Steps whose statement has to be known for this world to be complete: its own, and where each goroutine stands. */
export function unknownSteps(model: Model, step: number): number[] {
  const { statements, states } = indexOf(model);
  const wanted = [step, ...states.at(step).goroutines.flatMap((g) => (g === undefined || g.status === 'dead' ? [] : [g.lastStatement]))];
  return wanted.filter((at) => at > 0 && statements.siteAt(at) === undefined);
}

export function learnStatements(model: Model, page: number, found: StatementPage): void {
  indexOf(model).statements.learn(page, found);
  memories.delete(model);
}

/** Views by kind, each in the order of the objects' numbers. */
interface ObjectViews {
  readonly channels: ChannelView[];
  readonly locks: LockView[];
  readonly waitGroups: WaitGroupView[];
  readonly onces: OnceView[];
  readonly conds: CondView[];
  readonly atomics: AtomicView[];
  readonly semaphores: SemaphoreView[];
  readonly timers: TimerView[];
  readonly contexts: ContextView[];
}

function objectViews(moment: Moment, records: readonly (ObjectRecord | undefined)[]): ObjectViews {
  const views: ObjectViews = {
    channels: [],
    locks: [],
    waitGroups: [],
    onces: [],
    conds: [],
    atomics: [],
    semaphores: [],
    timers: [],
    contexts: [],
  };
  for (const record of records) if (record !== undefined) addView(moment, record, views);
  return views;
}

function addView(moment: Moment, record: ObjectRecord, views: ObjectViews): void {
  const { id } = record;
  const name = moment.index.names[id] ?? '';
  switch (record.kind) {
    case 'channel':
      if (!moment.index.contextOfDone.has(id)) views.channels.push(channelView(moment, record));
      break;
    case 'lock':
      views.locks.push(lockView(moment, record));
      break;
    case 'timer': {
      const view = timerView(moment, record);
      if (view !== undefined) views.timers.push(view);
      break;
    }
    case 'context':
      views.contexts.push(contextView(moment, record));
      break;
    case 'waitgroup':
    case 'errgroup':
      record.view ??= { id, name, count: record.count, total: record.total, waiters: record.waiters.slice() };
      views.waitGroups.push(record.view);
      break;
    case 'once':
      record.view ??= { id, name, state: record.state, runner: record.runner, waiters: record.waiters.slice() };
      views.onces.push(record.view);
      break;
    case 'cond':
      record.view ??= { id, name, waiters: record.waiters.slice() };
      views.conds.push(record.view);
      break;
    case 'semaphore':
      record.view ??= { id, name, waiters: record.waiters.slice() };
      views.semaphores.push(record.view);
      break;
    case 'atomic':
      record.view ??= { id, name, value: record.value, op: record.op, ok: record.ok };
      views.atomics.push(record.view);
      break;
  }
}
