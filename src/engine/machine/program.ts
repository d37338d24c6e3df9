/** A program ready to run: its intermediate code's tables, the compiled module, and where its functions' frames stand. */
import type { Program } from '../ir/ir.ts';
import type { Notes } from '../memory/log.ts';
import { type GeneratedModule, generateModule } from '../wasm/module.ts';

export interface Executable {
  readonly program: Program;
  readonly code: GeneratedModule;
  /** The code was lowered with trace hooks, and is for recordings. */
  readonly traced: boolean;
  /** The code that notes this much: it is the same but for that. Made when it is first wanted. */
  module(notes: Notes): WebAssembly.Module;
}

export type Assembly = { readonly executable: Executable } | { readonly tooLarge: string };

export function assembleProgram(program: Program, { traced }: { readonly traced: boolean }): Assembly {
  const first: Notes = traced ? 'statements' : 'nothing';
  const code = generateModule(program, { notes: first });
  if (code.tooLarge !== undefined) return { tooLarge: code.tooLarge };
  const modules = new Map<Notes, WebAssembly.Module>([[first, new WebAssembly.Module(code.bytes)]]);
  const module = (notes: Notes): WebAssembly.Module => {
    const known = modules.get(notes) ?? new WebAssembly.Module(generateModule(program, { notes }).bytes);
    modules.set(notes, known);
    return known;
  };
  return { executable: { program, code, traced, module } };
}
