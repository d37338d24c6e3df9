/**
 * Code that is the same in every program. Where a number depends on the program it is left out, and a patch says what goes there; since no
 * instruction counts bytes, the code can grow at these places when a program is linked.
 */
import { must } from '../../base/assert.ts';
import type { SymbolId } from '../ir/ir.ts';
import { log } from '../memory/log.ts';
import type { Bytes } from './bytes.ts';

export type Missing =
  /** Signed: the symbol's value. */
  | { readonly k: 'value'; readonly symbol: SymbolId }
  /** Signed: address of a package variable, plus `add`. */
  | { readonly k: 'global'; readonly symbol: SymbolId; readonly add: number }
  /** Signed: the header of this function's frame at resume point 0. */
  | { readonly k: 'header' }
  /** Unsigned: address of the sites in the log. */
  | { readonly k: 'sites' }
  /** Unsigned: address of a row of the dispatch table. */
  | { readonly k: 'row'; readonly symbol: SymbolId }
  /** Unsigned: WebAssembly index of a Go function. */
  | { readonly k: 'function'; readonly symbol: SymbolId }
  /** Unsigned: WebAssembly index of a native. */
  | { readonly k: 'native'; readonly name: string };
export interface Patch { readonly at: number; readonly missing: Missing }

/** What the program decides. */
export interface CodeLinks {
  /** WebAssembly index of a native by name. */
  nativeIndex(name: string): number;
  /** WebAssembly index of a Go function. */
  functionIndex(id: number): number;
  /** Address of the dispatch table, and bytes of a row. */
  readonly dispatchBase: number;
  readonly dispatchRow: number;
  readonly globalBase: number;
  /** Address of the log (memory/log.ts), in recorded code. */
  readonly log: number;
}

export interface PatchedCode {
  /** Declaration of the locals. */
  readonly locals: Uint8Array;
  readonly code: Uint8Array;
  /** In the order of their places. */
  readonly patches: readonly Patch[];
}

/** Writes function `id`, whose symbols have these values, as in the code section without the size. */
export function link(out: Bytes, { locals, code, patches }: PatchedCode, links: CodeLinks, id: number, values: Int32Array): void {
  out.bytes(locals);
  let from = 0;
  for (const patch of patches) {
    out.bytes(code.subarray(from, patch.at));
    fill(out, patch.missing, links, id, values);
    from = patch.at;
  }
  out.bytes(code.subarray(from));
}

function fill(out: Bytes, missing: Missing, links: CodeLinks, id: number, values: Int32Array): void {
  switch (missing.k) {
    case 'value':
      return out.s32(valueOf(values, missing.symbol));
    case 'global':
      return out.s32(links.globalBase + valueOf(values, missing.symbol) + missing.add);
    case 'header':
      return out.s32(id << 16);
    case 'sites':
      return out.u32(links.log + log.where);
    case 'row':
      return out.u32(links.dispatchBase + valueOf(values, missing.symbol) * links.dispatchRow);
    case 'function':
      return out.u32(links.functionIndex(valueOf(values, missing.symbol)));
    case 'native':
      return out.u32(links.nativeIndex(missing.name));
  }
}

function valueOf(values: Int32Array, symbol: SymbolId): number {
  return must(values[symbol], 'value of symbol');
}
