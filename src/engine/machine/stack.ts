/** Reading the frames of a suspended goroutine, for the run loop, tracebacks and inspection. */
import type { Func, FuncId } from '../ir/ir.ts';
import type { Site } from '../trace/trace.ts';
import type { Executable } from './program.ts';

export interface StackFrame {
  /** Address of the frame. */
  readonly fp: number;
  readonly id: FuncId;
  readonly func: Func;
  /** The point of the function it stands at. */
  readonly pc: number;
  /** Index in Program.sites, 0 if unknown. */
  readonly siteIndex: number;
  readonly site: Site | undefined;
}

export const frameFunc = (header: number): number => header >>> 16;
export const framePc = (header: number): number => header & 0xffff;

/** Frames shown at either end of a very deep stack, as Go's tracebacks do. */
const shownAtEnds = 50;

export interface Stack {
  /** Innermost first; of a very deep stack only both ends. */
  readonly frames: readonly StackFrame[];
  /** How many are left out, and before which of `frames`. */
  readonly elided: number;
  readonly elidedAt: number;
}

/** `memory` is the linear memory as words, `innermost` the address of a suspended goroutine's innermost frame. */
export function walkStack(executable: Executable, memory: Int32Array, innermost: number): Stack {
  let depth = 1;
  for (let fp = innermost; (memory[(fp + 4) >> 2] as number) !== 0; fp -= memory[(fp + 4) >> 2] as number) depth++;
  const elided = Math.max(0, depth - 2 * shownAtEnds);
  const frames: StackFrame[] = [];
  for (let fp = innermost, i = 0; i < depth; fp -= memory[(fp + 4) >> 2] as number, i++) {
    if (elided === 0 || i < shownAtEnds || i >= depth - shownAtEnds) frames.push(...frameAt(executable, memory, fp));
  }
  return { frames, elided, elidedAt: shownAtEnds };
}

/** Frames of the program's own functions. */
export function depthOf(executable: Executable, memory: Int32Array, innermost: number): number {
  let depth = 0;
  for (let fp = innermost; ; ) {
    const func = executable.program.funcs[frameFunc(memory[fp >> 2] as number)];
    if (func && !func.hidden && !func.library) depth++;
    const parent = memory[(fp + 4) >> 2] as number;
    if (parent === 0) return depth;
    fp -= parent;
  }
}

function frameAt(executable: Executable, memory: Int32Array, fp: number): StackFrame[] {
  const header = memory[fp >> 2] as number;
  const id = frameFunc(header);
  const func = executable.program.funcs[id];
  if (!func) return [];
  const siteIndex = executable.code.functions[id]?.sites[framePc(header)] ?? 0;
  return [{ fp, id, func, pc: framePc(header), siteIndex, site: executable.program.sites[siteIndex] }];
}

/**
 * The header of the frame `skip` levels out from the innermost one that is not hidden: it tells the function and the place in it, so it serves as
 * program counter. 0: no such frame.
 */
export function callerAt(executable: Executable, memory: Int32Array, innermost: number, skip: number): number {
  let left = skip;
  for (let fp = innermost; ; ) {
    const header = memory[fp >> 2] as number;
    if (executable.program.funcs[frameFunc(header)]?.hidden === false && left-- === 0) return header;
    const parent = memory[(fp + 4) >> 2] as number;
    if (parent === 0) return 0;
    fp -= parent;
  }
}

/** Function and place of a program counter of `callerAt`. */
export function codeAt(executable: Executable, pc: number): { file: string; line: number; func: string } | undefined {
  const func = executable.program.funcs[frameFunc(pc)];
  const site = executable.program.sites[executable.code.functions[frameFunc(pc)]?.sites[framePc(pc)] ?? 0];
  const { file, line } = site?.reported ?? site ?? { file: '', line: 0 };
  return func && { file: file === '' && site?.reported ? '??' : file, line, func: func.name };
}

/** "file:line", as line directives have it. */
function place(site: Site): string {
  const { file, line } = site.reported ?? site;
  return `${file || '??'}:${line}`;
}

/**
 * Frames as Go's tracebacks print them: "main.worker(...)", then the file, line and where in the function. Library and hidden frames are left out, but for the one between
 * a function that has panicked and its deferred calls.
 */
export function tracebackText({ frames, elided, elidedAt }: Stack): string {
  return frames
    .map((frame, i) => {
      const gap = elided > 0 && i === elidedAt ? `...${elided} frames elided...\n` : '';
      if (i > 0 && frame.func.name === 'runtime.gopanic') return `${gap}panic(...)\n`;
      if (frame.func.hidden || frame.func.library || frame.site === undefined) return gap;
      return `${gap}${frame.func.name}(${frame.func.params.length > 0 ? '...' : ''})\n\t${place(frame.site)} +0x${frame.pc.toString(16)}\n`;
    })
    .join('');
}
