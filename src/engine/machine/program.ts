/** A program ready to run: its intermediate code's tables, the compiled module, and where its functions' frames stand. */
import type { Program } from '../ir/ir.ts';
import { type GeneratedModule, type GenerateOptions, generateModule } from '../wasm/module.ts';

export interface Executable {
  readonly program: Program;
  readonly code: GeneratedModule;
  readonly module: WebAssembly.Module;
  /** The code was lowered with trace hooks. */
  readonly traced: boolean;
}

export type Assembly = { readonly executable: Executable } | { readonly tooLarge: string };

export function assembleProgram(program: Program, options: GenerateOptions & { readonly traced: boolean }): Assembly {
  const code = generateModule(program, options);
  if (code.tooLarge !== undefined) return { tooLarge: code.tooLarge };
  return { executable: { program, code, module: new WebAssembly.Module(code.bytes), traced: options.traced } };
}
