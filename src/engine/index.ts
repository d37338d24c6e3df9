/** The engine's only door. */
export { check, compile, type Compilation, type CompileOptions, type Problem, vet } from './compile/compile.ts';
export { engineVersion, type FrameView, type GoroutineView, Recording, type RecordingOptions, type Statements, type Value } from './recording.ts';
export { type RunOptions, type RunResult, runToEnd } from './run.ts';
export { schedulerOf, strategies } from './schedule/index.ts';
export type { SourceFile } from './syntax/positions.ts';
export type { Site, Trace, Verdict } from './trace/trace.ts';
export { traceJson, traceText } from './trace/text.ts';
