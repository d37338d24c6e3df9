/** printf: arguments that do not fit the format, and formats given to functions that take none. */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { walk, walkFile } from '../syntax/walk.ts';
import type { FuncObject } from '../types/objects.ts';
import { unalias, under } from '../types/under.ts';
import type { Type } from '../types/types.ts';
import { calledFunction, fullName, type Pass, sourceText } from './pass.ts';
import { checkFormat } from './printfFormat.ts';
import { isFunction, recursiveMethod } from './printfTypes.ts';

export type PrintKind = 'print' | 'printf' | 'errorf';

export function printf(pass: Pass): void {
  const wrappers = findWrappers(pass);
  for (const file of pass.pkg.files) {
    walkFile(file, (node) => {
      if (node.kind !== 'CallExpr') return;
      const f = calledFunction(node);
      const kind = f && kindOf(f, wrappers);
      if (!f || !kind) return;
      if (kind === 'print') checkPrint(pass, node, f);
      else printfCall(pass, node, f, kind);
    });
  }
}

// ---- which functions print

const libraryNames = /^(?:fmt\.(?:Append|Append[f]|Appendln|Errorf|[FS]?[Pp]rint(?:f|ln)?)|log\.(?:Fatal|Panic|Print)(?:f|ln)?|\(\*log\.Logger\)\.(?:Fatal|Panic|Print)(?:f|ln)?)$/;
const testingNames = /^(?:Error|Fatal|Log|Skip)f?$/;

function kindOf(f: FuncObject, wrappers: ReadonlyMap<FuncObject, PrintKind>): PrintKind | undefined {
  const declared = f.origin ?? f;
  const known = wrappers.get(declared);
  if (known) return known;
  if (f.pkg?.path !== 'testing' ? !libraryNames.test(fullName(f)) : !f.type?.recv || !testingNames.test(f.name)) return undefined;
  if (fullName(f) === 'fmt.Errorf') return 'errorf';
  return f.name.endsWith('f') ? 'printf' : 'print';
}

/** As messages name it. */
function nameOf(f: FuncObject): string {
  return f.pkg?.path === 'testing' ? `(*testing.common).${f.name}` : fullName(f);
}

/** Functions of the program that hand their last parameters on to one that prints. */
function findWrappers(pass: Pass): Map<FuncObject, PrintKind> {
  const wrappers = new Map<FuncObject, PrintKind>();
  const candidates = pass.pkg.files.flatMap((file) => file.decls.flatMap((decl) => (decl.kind === 'FuncDecl' && decl.$func && hasArgs(decl.$func) ? [decl] : [])));
  for (let changed = true; changed; ) {
    changed = false;
    for (const decl of candidates) {
      const f = decl.$func as FuncObject;
      const kind = wrappers.has(f) ? undefined : forwards(decl, wrappers);
      if (kind) wrappers.set(f, kind);
      changed ||= kind !== undefined;
    }
  }
  return wrappers;
}

/** Its last parameter is `...any`. */
function hasArgs(f: FuncObject): boolean {
  const last = f.type?.params.at(-1)?.type;
  const elem = f.type?.variadic === true && last?.kind === 'Slice' ? under(last.elem) : undefined;
  return elem?.kind === 'Interface' && elem.methods.length === 0 && elem.embedded.length === 0;
}

function forwards(decl: syntax.FuncDecl, wrappers: ReadonlyMap<FuncObject, PrintKind>): PrintKind | undefined {
  const params = decl.$vars?.params ?? [];
  const args = params.at(-1);
  const format = isStringType(params.at(-2)?.type) ? params.at(-2) : undefined;
  let kind: PrintKind | undefined;
  if (decl.body) {
    walk(decl.body, (node) => {
      const f = node.kind === 'CallExpr' && node.hasDots ? calledFunction(node) : undefined;
      if (node.kind !== 'CallExpr' || !f || kind) return;
      const [before, last] = [node.args.at(-2), node.args.at(-1)].map((e) => (e?.kind === 'Ident' ? e.$obj : undefined));
      const inner = last === args ? kindOf(f, wrappers) : undefined;
      if (inner === 'print' || (inner !== undefined && format !== undefined && before === format)) kind = inner;
    });
  }
  return kind;
}

function isStringType(type: Type | undefined): boolean {
  const t = type && unalias(type);
  return t?.kind === 'Basic' && t.name === 'string';
}

// ---- Print, Println

const directive = /%[+\-#]*([0-9]+|(\[[0-9]+\])?\*)?\.?([0-9]+|(\[[0-9]+\])?\*)?(\[[0-9]+\])?[bcdefgopqstvxEFGTUX]/;

function checkPrint(pass: Pass, call: syntax.CallExpr, f: FuncObject): void {
  if (!hasArgs(f)) return;
  const firstArg = (f.type?.params.length ?? 1) - 1;
  const args = call.args.slice(firstArg);
  const [first] = args;
  const last = args.at(-1);
  if (!first || !last) return;
  const name = nameOf(f);
  if (firstArg === 0 && isStandardFile(first)) pass.report(call, `${name} does not take io.Writer but has first arg ${sourceText(first)}`);
  const found = directive.exec(constantString(first)?.replace(/%$/, '') ?? '');
  if (found) pass.report(call, `${name} call has possible formatting directive ${found[0]}`);
  if (f.name.endsWith('ln') && constantString(last)?.endsWith('\n')) pass.report(call, `${name} arg list ends with redundant newline`);
  for (const arg of args) {
    if (isFunction(arg)) pass.report(call, `${name} arg ${sourceText(arg)} is a func value, not called`);
    const method = recursiveMethod(arg);
    if (method) pass.report(call, `${name} arg ${sourceText(arg)} causes recursive call to ${method} method`);
  }
}

function isStandardFile(e: syntax.Expr): boolean {
  return e.kind === 'SelectorExpr' && e.x.kind === 'Ident' && e.x.name === 'os' && e.sel.name.startsWith('Std');
}

function constantString(e: syntax.Expr): string | undefined {
  const value = e.$tv?.value;
  return value?.kind === 'string' ? value.value : undefined;
}

// ---- Printf

function printfCall(pass: Pass, call: syntax.CallExpr, f: FuncObject, kind: PrintKind): void {
  const at = (f.type?.params.length ?? 0) - 2;
  const formatArg = call.args[at];
  const format = formatArg && constantString(unparen(formatArg));
  if (format === undefined) return;
  checkFormat(pass, { call, name: nameOf(f), kind, format, firstArg: at + 1 });
}
