import { decodeTrace, divergenceOf, encodeTrace, jsonParts, parseSchedule, perfettoParts, recordedSchedule, type Recording, textParts, type Trace, TraceWriter } from '../engine/index.ts';
import { type Args, type FlagSpecs, flagsHelp, parseArgs, UsageError } from './args.ts';
import { write, writeText } from './output.ts';
import { beginRecording, defaultSteps, finish, slice } from './record.ts';
import { printDivergence, scheduleFlags } from './schedule.ts';
import { readBytes } from './sources.ts';

const texts = { text: textParts, json: jsonParts, perfetto: perfettoParts, schedule: scheduleLine };
const formats = [...Object.keys(texts), 'binary'];

/** What only the recording of a program asks for. */
const recordingFlags: FlagSpecs = {
  ...scheduleFlags,
  'max-steps': { value: 'N', help: `statements after which the run is stopped (default ${defaultSteps})` },
};
const flags: FlagSpecs = { format: { value: 'F', help: `${formats.join(', ')} (default text)` }, ...recordingFlags };

export const traceHelp = `Usage: interleave trace [flags] FILE.go...
       interleave trace [--format F] FILE.trace

Records a run and prints its events, on standard output; or those of a recording that an earlier trace wrote with --format binary or json. Exit status 1
if a program does not compile or a recording is damaged, else 0.

${flagsHelp(flags)}`;

export function traceCommand(argv: readonly string[]): number {
  const args = parseArgs(argv, flags);
  const format = args.flags.get('format') ?? 'text';
  if (!formats.includes(format)) throw new UsageError(`--format wants ${formats.join(', ')}, not ${JSON.stringify(format)}`);
  if (format === 'binary' && process.stdout.isTTY) throw new UsageError('--format binary is not for terminals: redirect it to a file, as in `> run.trace`');
  const [file] = args.files;
  return file !== undefined && args.files.length === 1 && !file.endsWith('.go') ? readRecording(args, file, format) : record(args, format);
}

function record(args: Args, format: string): number {
  const recording = beginRecording(args);
  if (!recording) return 1;
  const trace = format === 'binary' ? writeAsItRuns(recording) : atTheEnd(recording, format);
  const schedule = parseSchedule(recording.head.schedule);
  printDivergence('error' in schedule ? undefined : divergenceOf(schedule, trace));
  return 0;
}

function atTheEnd(recording: Recording, format: string): Trace {
  const trace = finish(recording).trace();
  print(trace, format);
  return trace;
}

function writeAsItRuns(recording: Recording): Trace {
  const writer = new TraceWriter();
  write(1, writer.begin(recording.head));
  while (!recording.ended) {
    recording.advance(slice);
    for (const chunk of recording.take()) write(1, writer.chunk(chunk));
  }
  const trace = recording.trace();
  write(1, writer.end(trace));
  return trace;
}

function readRecording(args: Args, file: string, format: string): number {
  const useless = Object.keys(recordingFlags).find((name) => args.flags.has(name));
  if (useless !== undefined) throw new UsageError(`--${useless} is for programs; ${file} is a recording: its name does not end in .go`);
  const trace = decodeTrace(readBytes(file));
  if ('error' in trace) throw new UsageError(`cannot read ${file}: ${trace.error}`);
  print(trace, format);
  return 0;
}

/** Every decision spelled out, where the strategy allows for it. */
function scheduleLine(trace: Trace): Iterable<string> {
  return [`${recordedSchedule(trace) ?? trace.schedule}\n`];
}

function print(trace: Trace, format: string): void {
  const parts = Object.entries(texts).find(([name]) => name === format)?.[1];
  if (parts) for (const part of parts(trace)) writeText(1, part);
  else write(1, encodeTrace(trace));
}
