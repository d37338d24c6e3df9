/** The engine's facade as the worker needs it: slices of a few milliseconds, budgets for a page, plain data out. */
import { bug } from '../base/assert.ts';
import { check, compile, Recording, schedulerOf } from '../engine/index.ts';
import type { Executable, FrameView, Scheduler, Value } from '../engine/index.ts';
import type { Engine, EngineRun } from './engine.ts';
import type { InspectedFrame, InspectedValue, Problem, SourceText } from './protocol.ts';

/** Statements in a slice: the machine executes some hundred thousand in a millisecond, with every statement recorded still some thousand. */
const slice = 5_000;

/** What a run may use of a tab. Reaching one is a verdict. */
const budgets = { maxSteps: 50_000_000, maxEvents: 2_000_000, maxMemory: 256 * 1024 * 1024, maxOutput: 2_000_000 };

/** A program that has been compiled, and its last run that has ended: the next one is most often of the same program, and begins like it. */
interface Known {
  readonly files: readonly SourceText[];
  readonly granularity: Scheduler['granularity'];
  readonly executable: Executable;
  readonly problems: readonly Problem[];
  ended?: Recording;
}

export function createEngine(): Engine {
  let known: Known | undefined;
  return {
    check: (files) => check(files).problems,
    start({ files, strategy, seed, maxSteps = budgets.maxSteps }) {
      const scheduler = schedulerOf(scheduleText(strategy, seed));
      const granularity = 'error' in scheduler ? 'statement' : scheduler.granularity;
      if (!isSame(known, files, granularity)) {
        known = undefined;
        const { executable, problems } = compile(files, { trace: true, granularity });
        if (!executable) return { kind: 'problems', problems };
        known = { files, granularity, executable, problems };
      }
      if ('error' in scheduler) return { kind: 'problems', problems: [noSchedule(files[0]?.name ?? '', scheduler.error)] };
      const program = known;
      const options = { ...budgets, maxSteps, args: ['main'], stdin: new Uint8Array(0), env: {} };
      const recording = program.ended?.fork(scheduler, options) ?? new Recording(program.executable, scheduler, options);
      return { kind: 'run', run: runOf(recording, () => (program.ended = recording)), problems: program.problems };
    },
  };
}

export const engine: Engine = createEngine();

function isSame(known: Known | undefined, files: readonly SourceText[], granularity: Scheduler['granularity']): known is Known {
  if (known?.granularity !== granularity || known.files.length !== files.length) return false;
  return known.files.every(({ name, text }, i) => name === files[i]?.name && text === files[i]?.text);
}

/** `strategy` may already be a whole schedule, as a recording names it. */
function scheduleText(strategy: string, seed: number): string {
  return /[,~+]/.test(strategy) ? strategy : `${strategy},${seed}`;
}

/** The page offers only strategies there are; an older or newer one's name may come with a link. */
function noSchedule(file: string, error: string): Problem {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1, message: error, code: 'Schedule' };
}

function runOf(recording: Recording, ended: () => void): EngineRun {
  return {
    advance() {
      if (recording.ended) bug('advance after the end');
      recording.advance(slice);
      return !recording.ended;
    },
    progress: () => ({ steps: recording.steps, events: recording.events }),
    take: () => recording.take(),
    trace() {
      if (!recording.ended) recording.stop();
      ended();
      return recording.trace();
    },
    inspect: (step, only) =>
      recording.inspect(step, only).map(({ goroutine, frames, createdBy }) => ({ goroutine, frames: frames.map(frameOf), createdBy })),
    value({ step, from = 0, ...variable }) {
      const value = recording.value(step, variable, from);
      return value && valueOf(value);
    },
    globals: (step) => recording.globals(step).map(valueOf),
    statements: (from, to) => recording.statements(from, to),
    move: ({ step, goroutine, motion, direction }) => recording.move(step, goroutine, motion, direction),
    hit: ({ step, direction, ...breakpoint }) => recording.hit(step, breakpoint, direction),
    evaluate: ({ step, goroutine, text }) => recording.evaluate(step, goroutine, text),
    changed: ({ step, direction, ...variable }) => recording.changed(step, variable, direction),
  };
}

function frameOf({ func, file, line, variables }: FrameView): InspectedFrame {
  return { func, file, line, variables: variables.map(valueOf) };
}

function valueOf({ name, type, value, children, more, parts, object }: Value): InspectedValue {
  return { name, type, value, ...(children && { children: children.map(valueOf) }), ...(more && { more }), ...(parts && { parts }), ...(object && { object }) };
}
