/** The engine's only door. */
export { check, compile, type Compilation, type CompileOptions, type Problem, vet } from './compile/compile.ts';
export {
  type Breakpoint, type Direction, engineVersion, type FrameView, type GoroutineView, type Hit, type Motion, Recording, type RecordingOptions, type Statements, type Value, type VariablePath,
} from './recording.ts';
export type { Executable } from './machine/program.ts';
export type { Scheduler } from './runtime/scheduler.ts';
export { type RunOptions, type RunResult, runToEnd } from './run.ts';
export { type Divergence, divergenceOf } from './schedule/divergence.ts';
export { recordedSchedule } from './schedule/recorded.ts';
export { parseSchedule, schedulerOf, strategies } from './schedule/index.ts';
export type { SourceFile } from './syntax/positions.ts';
export { type EventWord, eventWords } from './trace/eventWords.ts';
export type { Site, Trace, Verdict } from './trace/trace.ts';
export { type Comparison, compareTraces } from './trace/compare.ts';
export { TraceAssembly } from './trace/assembly.ts';
export type { TraceChunk } from './trace/chunk.ts';
export { decodeTrace } from './trace/file/decode.ts';
export { encodeTrace, TraceWriter } from './trace/file/encode.ts';
export { perfettoParts } from './trace/perfetto.ts';
export { jsonParts, textParts } from './trace/text.ts';
