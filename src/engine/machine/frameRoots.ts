/** The collector's roots in the frames of suspended goroutines. Found out for a function when first asked for: see wasm/liveness.ts. */
import { must } from '../../base/assert.ts';
import { frameRoots, type FrameRoots } from '../wasm/liveness.ts';
import type { FunctionCode } from '../wasm/function.ts';
import type { Executable } from './program.ts';
import { frameFunc, framePc } from './stack.ts';

const known = new WeakMap<FunctionCode, FrameRoots>();

/**
 * Offsets of the addresses to be kept in a frame with this header: those that the code may still use and, unless `exact`, those of the variables that
 * are in scope: an inspector can show them.
 */
export function rootsIn(executable: Executable, header: number, exact: boolean): readonly number[] {
  const id = frameFunc(header);
  const code = must(executable.code.functions[id], 'function');
  const func = must(executable.program.funcs[id], 'function');
  let roots = known.get(code);
  if (roots === undefined) known.set(code, (roots = frameRoots(func, code.frame)));
  const live = roots.live[framePc(header)] ?? roots.afterPanic;
  if (exact || roots.shown.length === 0) return live;
  const line = executable.program.sites[code.sites[framePc(header)] ?? 0]?.line ?? 0;
  return [...live, ...roots.shown.flatMap(({ refs, fromLine, toLine, always }) => (always || (fromLine <= line && line <= toLine) ? refs : []))];
}
