/** append and copy. */
import type { CallExpr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import { assignableTo } from './assignable.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { reportCount } from './call.ts';
import { allStrings, holdsText, sliceElement } from './common.ts';
import { convertUntyped } from './conversion-untyped.ts';
import { identical } from './identity.ts';
import { newVar } from './object.ts';
import { setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import { isUntyped } from './predicates.ts';
import { byteType, Typ } from './universe.ts';

/** append(s S, values ...E) S, or append([]byte, string...). */
export function appendCall(c: Checker, x: Operand, call: CallExpr, args: readonly Operand[]): void {
  const [slice, ...values] = args;
  if (!slice) return;
  const { type } = slice;
  const common = sliceElement(slice, c.typeName, c.describe(slice));
  if ('cause' in common) return c.errorAt(slice, 'InvalidAppend', `invalid append: ${common.cause}`);
  const elem = common.type;
  const [only] = values;
  if (call.hasDots && values.length === 1 && only) {
    if (!isBytes(c, slice) || !appendsString(c, only)) assignment(c, only, { kind: 'Slice', elem }, `argument to ${exprString(call.fun)}`);
  } else if (call.hasDots) {
    const params = [newVar('param', '', slice.expr?.pos ?? call.pos, c.pkg, type), newVar('param', '', call.pos, c.pkg, { kind: 'Slice', elem })];
    reportCount(c, call, params, true, args, 2);
  } else {
    for (const value of values) assignment(c, value, elem, 'argument to append');
  }
  // Whatever is wrong with the values, the result's type is known.
  setValue(x, type);
}

function isBytes(c: Checker, x: Operand): boolean {
  return assignableTo(c, x, { kind: 'Slice', elem: byteType }).ok;
}

/** A string, perhaps mixed with byte slices in a type set. */
function appendsString(c: Checker, x: Operand): boolean {
  if (x.mode === 'nil' || !holdsText(x.type)) return false;
  if (isUntyped(x.type)) convertUntyped(c, x, Typ.string);
  return true;
}

export function copyCall(c: Checker, x: Operand, to: Operand | undefined, from: Operand | undefined): void {
  if (!to || !from) return;
  if (isBytes(c, to) && from.mode !== 'nil' && holdsText(from.type)) {
    if (isUntyped(from.type)) convertUntyped(c, from, Typ.string);
    return setValue(x, Typ.int);
  }
  const fail = (at: Operand, cause: string): void => c.errorAt(at, 'InvalidCopy', `invalid copy: ${cause}`);
  const target = sliceElement(to, c.typeName, c.describe(to));
  if ('cause' in target) return fail(to, target.cause);
  const source = allStrings(from.type) ? { type: byteType } : sliceElement(from, c.typeName, c.describe(from));
  if ('cause' in source) return fail(from, source.cause);
  if (identical(target.type, source.type)) return setValue(x, Typ.int);
  fail(to, `arguments ${c.describe(to)} and ${c.describe(from)} have different element types ${c.str(target.type)} and ${c.str(source.type)}`);
}
