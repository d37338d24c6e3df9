/** What a check works with. Types are named with their packages' paths, as go vet names them. */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { Diagnostic, Pos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print.ts';
import type { FuncObject, Package } from '../types/objects.ts';
import type { Type } from '../types/types.ts';
import { typeString } from '../types/typestring.ts';

export class Pass {
  readonly pkg: Package;
  readonly diagnostics: Diagnostic[] = [];
  private readonly code: string;

  constructor(pkg: Package, code: string) {
    this.pkg = pkg;
    this.code = code;
  }

  report(at: Pos | { readonly pos: Pos; readonly end: Pos }, message: string): void {
    const range = typeof at === 'number' ? { pos: at } : { pos: at.pos, end: at.end };
    this.diagnostics.push({ ...range, message, code: this.code });
  }
}

export type Check = (pass: Pass) => void;

export function typeName(type: Type | undefined): string {
  return typeString(type, (pkg) => pkg.path);
}

/** The declared function or method that a call calls; undefined for function values, conversions and builtins. */
export function calledFunction(call: syntax.CallExpr): FuncObject | undefined {
  if (call.$call !== 'call') return undefined;
  let fun = unparen(call.fun);
  if (fun.kind === 'IndexExpr') fun = unparen(fun.x);
  const name = fun.kind === 'SelectorExpr' ? fun.sel : fun.kind === 'Ident' ? fun : undefined;
  return name?.$obj?.kind === 'Func' ? name.$obj : undefined;
}

/** "fmt.Printf", "(*log.Logger).Printf": a method is named with the type of its receiver. */
export function fullName(f: FuncObject): string {
  const recv = f.type?.recv?.type;
  return recv ? `(${typeName(recv)}).${f.name}` : `${f.pkg?.path ?? ''}.${f.name}`;
}

/** An expression as it is written; the elements of a literal are only left out further inside. */
export function sourceText(e: syntax.Expr): string {
  if (e.kind === 'UnaryExpr') return `${e.op}${sourceText(e.x)}`;
  if (e.kind !== 'CompositeLit') return exprString(e);
  const elements = e.elements.map((element) => (element.kind === 'KeyValueExpr' ? `${sourceText(element.key)}: ${sourceText(element.value)}` : sourceText(element)));
  return `${e.type ? exprString(e.type) : ''}{${elements.join(', ')}}`;
}
