/** Reading the frames of a suspended goroutine, for the run loop, tracebacks and inspection. */
import type { Func } from '../ir/ir.ts';
import type { Site } from '../trace/trace.ts';
import type { Executable } from './program.ts';

export interface StackFrame {
  /** Address of the frame. */
  readonly fp: number;
  readonly func: Func;
  /** Index in Program.sites, 0 if unknown. */
  readonly siteIndex: number;
  readonly site: Site | undefined;
}

export const frameFunc = (header: number): number => header >>> 16;
export const framePc = (header: number): number => header & 0xffff;

/** Innermost first. `memory` is the linear memory as words. */
export function walkStack(executable: Executable, memory: Int32Array, innermost: number): StackFrame[] {
  const frames: StackFrame[] = [];
  for (let fp = innermost; ; ) {
    const header = memory[fp >> 2] as number;
    const id = frameFunc(header);
    const func = executable.program.funcs[id];
    const siteIndex = executable.code.functions[id]?.sites[framePc(header)] ?? 0;
    if (func) frames.push({ fp, func, siteIndex, site: executable.program.sites[siteIndex] });
    const parent = memory[(fp + 4) >> 2] as number;
    if (parent === 0) return frames;
    fp -= parent;
  }
}

/** Frames as Go's tracebacks print them: "main.worker(...)", then the file and line. Library and hidden frames are left out. */
export function tracebackText(frames: readonly StackFrame[]): string {
  return frames
    .filter((frame) => !frame.func.hidden && !frame.func.library && frame.site !== undefined)
    .map((frame) => `${frame.func.name}(${frame.func.params.length > 0 ? '...' : ''})\n\t${frame.site?.file}:${frame.site?.line}\n`)
    .join('');
}
