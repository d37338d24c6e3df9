/** The program's output as lines that grow part by part. */
import { Kind } from '../../engine/trace/events.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import { time } from './foldTime.ts';
import type { OutputLine } from './types.ts';

export interface OutputIndex {
  /** All lines that a part completed, in order. */
  readonly complete: readonly OutputLine[];
  /** Per part (one Output event): its step, how many lines are complete after it, and the line it leaves open. */
  readonly parts: readonly { readonly step: number; readonly complete: number; readonly open: OutputLine | undefined }[];
}

/** A line belongs to one file descriptor: when the other one writes, an open line is left as it is. */
export function outputParts(trace: Trace): OutputIndex {
  const complete: OutputLine[] = [];
  const parts: { step: number; complete: number; open: OutputLine | undefined }[] = [];
  let open: OutputLine | undefined;
  let now = 0;
  for (let e = 0; e < trace.length; e++) {
    if (trace.kind[e] === Kind.ClockAdvance) now = time(trace.a[e] ?? 0, trace.b[e] ?? 0);
    if (trace.kind[e] !== Kind.Output) continue;
    const fd = trace.a[e] ?? 1;
    const step = trace.step[e] ?? 0;
    if (open !== undefined && open.fd !== fd) {
      complete.push(open);
      open = undefined;
    }
    const lines: string[] = (trace.strings[trace.b[e] ?? 0] ?? '').split('\n');
    lines.forEach((text, i) => {
      const line: OutputLine = open === undefined ? { text, fd, step, at: now } : { ...open, text: open.text + text };
      const last = i === lines.length - 1;
      if (!last) complete.push(line);
      open = last && line.text !== '' ? line : undefined;
    });
    parts.push({ step, complete: complete.length, open });
  }
  return { complete, parts };
}

/** What has been written up to a step; the same array for the same parts. */
export function outputAt(
  { complete, parts }: OutputIndex,
  step: number,
  memory: { parts: number; lines: readonly OutputLine[] },
): readonly OutputLine[] {
  const count = partsUpTo(parts, step);
  if (memory.parts === count) return memory.lines;
  const last = parts[count - 1];
  const lines = last === undefined ? [] : complete.slice(0, last.complete);
  if (last?.open !== undefined) lines.push(last.open);
  memory.parts = count;
  memory.lines = lines;
  return lines;
}

function partsUpTo(parts: OutputIndex['parts'], step: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((parts[middle]?.step ?? 0) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}
