/** append and copy. */
import type { CallExpr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { reportCount } from './call.ts';
import { convertUntyped } from './conversion-untyped.ts';
import { identical } from './identity.ts';
import { newVar } from './object.ts';
import { setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import { isString, isUntyped, isUntypedNil } from './predicates.ts';
import { coreString, coreType } from './typeset.ts';
import type { Type } from './types.ts';
import { under } from './under.ts';
import { byteType, Typ } from './universe.ts';

/** append(s S, values ...E) S, or append([]byte, string...). */
export function appendCall(c: Checker, x: Operand, call: CallExpr, args: readonly Operand[]): void {
  const [slice, ...values] = args;
  if (!slice) return;
  const type = slice.type;
  const core = coreType(type);
  if (core?.kind !== 'Slice') {
    const what = isUntypedNil(type) ? 'first argument to append must be a typed slice; have untyped nil' : undefined;
    c.errorAt(slice, 'InvalidAppend', what ?? `invalid argument: ${c.describe(slice)} is not a slice`);
    return;
  }
  const [only] = values;
  if (call.hasDots && values.length === 1 && only) {
    if (isBytes(core) && appendsString(c, only)) return setValue(x, type);
    assignment(c, only, { kind: 'Slice', elem: core.elem }, `argument to ${exprString(call.fun)}`);
    if (only.mode !== 'invalid') setValue(x, type);
    return;
  }
  if (call.hasDots) {
    const params = [newVar('param', '', slice.expr?.pos ?? call.pos, c.pkg, type), newVar('param', '', call.pos, c.pkg, { kind: 'Slice', elem: core.elem })];
    reportCount(c, call, params, true, args, 2);
    return;
  }
  for (const value of values) assignment(c, value, core.elem, 'argument to append');
  if (values.every((value) => value.mode !== 'invalid')) setValue(x, type);
}

function isBytes(t: Type): boolean {
  if (t.kind !== 'Slice') return false;
  const elem = under(t.elem);
  return elem.kind === 'Basic' && elem.name === 'uint8';
}

/** A string, perhaps mixed with byte slices in a type set. */
function appendsString(c: Checker, x: Operand): boolean {
  if (x.mode === 'nil') return false;
  const core = coreString(x.type);
  if (!core || !isString(core)) return false;
  if (isUntyped(x.type)) convertUntyped(c, x, Typ.string);
  return true;
}

export function copyCall(c: Checker, x: Operand, to: Operand | undefined, from: Operand | undefined, call: CallExpr): void {
  if (!to || !from) return;
  const target = coreType(to.type);
  let source = from.mode === 'nil' ? undefined : coreString(from.type);
  if (source && isString(source)) {
    if (isUntyped(from.type)) convertUntyped(c, from, Typ.string);
    source = { kind: 'Slice', elem: byteType };
  }
  if (target?.kind !== 'Slice' || source?.kind !== 'Slice') {
    c.error(call, 'InvalidCopy', `invalid argument: copy expects slice arguments; found ${c.describe(to)} and ${c.describe(from)}`);
    return;
  }
  if (!identical(target.elem, source.elem)) {
    const types = `${c.str(target.elem)} and ${c.str(source.elem)}`;
    c.error(call, 'InvalidCopy', `invalid argument: arguments to copy ${c.describe(to)} and ${c.describe(from)} have different element types ${types}`);
    return;
  }
  setValue(x, Typ.int);
}
