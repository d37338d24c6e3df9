/** Explicit conversions T(x) (specification, "Conversions"). */
import { assignableTo } from './assignable.ts';
import type { Checker } from './checker.ts';
import { stringConst, toInt } from './constant.ts';
import type { Const } from './constant.ts';
import { utf8 } from './constant-literal.ts';
import { constToString } from './constant-print.ts';
import { updateExprType } from './conversion-untyped.ts';
import { identical, identicalIgnoreTags } from './identity.ts';
import { invalidate } from './operand.ts';
import type { Operand } from './operand.ts';
import {
  defaultType, isConstType, isFloat, isInteger, isComplex, isNonTypeParamInterface, isString, isTypeParam, isUntyped, isUntypedNil,
} from './predicates.ts';
import { representable } from './representable.ts';
import { typeSetOf } from './typeset.ts';
import type { Term, Type, TypeParam } from './types.ts';
import { under, unalias } from './under.ts';

export function conversion(c: Checker, x: Operand, target: Type): void {
  const constant = x.mode === 'constant' && x.value !== undefined;
  const tp = unalias(target);
  let cause = '';
  let ok = false;
  let result: Const | undefined;
  if (constant && isConstType(target)) {
    result = constantConversion(x, target);
    ok = result !== undefined;
    if (!ok && isInteger(x.type) && isInteger(target) && x.value) {
      c.errorAt(x, 'InvalidConversion', `constant ${constToString(x.value)} overflows ${c.str(target)}`);
      return invalidate(x);
    }
  } else if (constant && tp.kind === 'TypeParam') {
    ({ ok, cause } = constantToParam(c, x, tp));
    x.mode = 'value';
  } else {
    const answer = convertible(c, x, target);
    ({ ok, cause } = answer);
    if (ok) x.mode = 'value';
  }
  if (!ok) {
    c.errorAt(x, 'InvalidConversion', `cannot convert ${c.describe(x)} to type ${c.str(target)}${cause ? `: ${cause}` : ''}`);
    return invalidate(x);
  }
  settleUntyped(c, x, target, constant);
  x.value = result;
  x.type = target;
}

/** An untyped operand gets the type it has at run time before it is converted. */
function settleUntyped(c: Checker, x: Operand, target: Type, constant: boolean): void {
  if (!isUntyped(x.type) || !x.expr) return;
  let final = target;
  // A constant in an interface has its default type; an integer converted to a string stays an integer.
  if (isNonTypeParamInterface(target) || (constant && !isConstType(target)) || isUntypedNil(x.type)) {
    final = isUntypedNil(x.type) ? target : defaultType(x.type);
  } else if (x.mode === 'constant' && isInteger(x.type) && isString(target)) final = x.type;
  updateExprType(c, x.expr, final, true);
}

function constantConversion(x: Operand, target: Type): Const | undefined {
  const u = under(target);
  if (u.kind !== 'Basic' || !x.value) return undefined;
  const value = representable(x.value, u);
  if (value) return value;
  // A float constant may be converted to an integer type only if it is whole: representable has decided that.
  if (isInteger(x.type) && isString(u)) return stringOfRune(x.value);
  return undefined;
}

function stringOfRune(value: Const): Const {
  const code = toInt(value)?.value ?? 0xfffdn;
  const valid = code >= 0n && code <= 0x10ffffn && !(code >= 0xd800n && code <= 0xdfffn);
  return stringConst(utf8(String.fromCodePoint(valid ? Number(code) : 0xfffd)));
}

interface Answer {
  readonly ok: boolean;
  readonly cause: string;
}

/** Every type of the set must be able to hold the constant. */
function constantToParam(c: Checker, x: Operand, param: TypeParam): Answer {
  let cause = '';
  const { terms } = typeSetOf(param);
  const ok = terms !== undefined && terms.length > 0 && terms.every((term) => {
    const u = under(term.type);
    if (isString(x.type) && isBytesOrRunes(u)) return true;
    if (!isConstType(u)) {
      cause = `cannot convert ${c.describe(x)} to type ${c.str(u)} (in ${c.str(param)})`;
      return convertible(c, { ...x }, u).ok;
    }
    if (constantConversion(x, u)) return true;
    cause = `cannot convert ${c.describe(x)} to type ${c.str(u)} (in ${c.str(param)})`;
    if (isInteger(x.type) && isInteger(u) && x.value) cause = `constant ${constToString(x.value)} overflows ${c.str(u)} (in ${c.str(param)})`;
    return false;
  });
  return { ok, cause: ok ? '' : cause };
}

const yes: Answer = { ok: true, cause: '' };

function convertible(c: Checker, x: Operand, target: Type): Answer {
  const assigned = assignableTo(c, x, target);
  if (assigned.ok) return yes;
  const [v, t] = [unalias(x.type), unalias(target)];
  const [vu, tu] = [under(v), under(t)];
  const [vp, tp] = [v.kind === 'TypeParam' ? v : undefined, t.kind === 'TypeParam' ? t : undefined];
  if (!vp && !tp && identicalIgnoreTags(vu, tu)) return yes;
  if (v.kind === 'Pointer' && t.kind === 'Pointer' && !isTypeParam(v.elem) && !isTypeParam(t.elem) && identicalIgnoreTags(under(v.elem), under(t.elem))) return yes;
  if ((isInteger(vu) || isFloat(vu)) && (isInteger(tu) || isFloat(tu))) return yes;
  if (isComplex(vu) && isComplex(tu)) return yes;
  if (isString(tu) && (isInteger(vu) || isBytesOrRunes(vu))) return yes;
  if (isString(vu) && isBytesOrRunes(tu)) return yes;
  if (unsafeConversion(vu, tu)) return yes;
  if (vu.kind === 'Slice') {
    const array = tu.kind === 'Pointer' ? under(tu.elem) : tu;
    if (array.kind === 'Array' && identical(vu.elem, array.elem)) {
      return tu.kind === 'Pointer' || c.allowsVersion(20) ? yes : { ok: false, cause: `conversion of slice to array ${c.versionNeeded(20)}` };
    }
  }
  return vp || tp ? convertibleParams(c, x, target, vp, tp) : { ok: false, cause: assigned.cause };
}

function unsafeConversion(vu: Type, tu: Type): boolean {
  const isUnsafe = (t: Type): boolean => t.kind === 'Basic' && t.name === 'unsafe.Pointer';
  const pointerLike = (t: Type): boolean => t.kind === 'Pointer' || isUnsafe(t) || (t.kind === 'Basic' && t.name === 'uintptr');
  return (isUnsafe(tu) && pointerLike(vu)) || (isUnsafe(vu) && pointerLike(tu));
}

function convertibleParams(c: Checker, x: Operand, target: Type, vp: TypeParam | undefined, tp: TypeParam | undefined): Answer {
  let cause = '';
  const every = (param: TypeParam, f: (term: Term) => boolean): boolean => {
    const { terms } = typeSetOf(param);
    return terms !== undefined && terms.length > 0 && terms.every(f);
  };
  const from = (type: Type): Operand => ({ ...x, type });
  const explain = (text: string, inner: string): false => {
    cause = inner ? `${text}\n\t${inner}` : text;
    return false;
  };
  const suffix = (p: TypeParam | undefined): string => (p ? ` (in ${c.str(p)})` : '');
  const one = (v: Type, t: Type): boolean => {
    const answer = convertible(c, from(v), t);
    return answer.ok || explain(`cannot convert ${c.str(v)}${suffix(vp)} to type ${c.str(t)}${suffix(tp)}`, answer.cause);
  };
  const targets = (v: Type): boolean => (tp ? every(tp, (term) => one(v, term.type)) : one(v, target));
  const ok = vp ? every(vp, (term) => targets(term.type)) : targets(x.type);
  return { ok, cause: ok ? '' : cause };
}

function isBytesOrRunes(t: Type): boolean {
  if (t.kind !== 'Slice') return false;
  const elem = under(t.elem);
  return elem.kind === 'Basic' && (elem.name === 'uint8' || elem.name === 'int32');
}
