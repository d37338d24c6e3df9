/** complex, real, imag, min and max. */
import type { CallExpr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import type { Checker } from './checker.ts';
import { complexConst, imagPart, isNumericConst, isZero, realPart, toComplex, toFloat } from './constant.ts';
import { constCompare } from './constant-arithmetic.ts';
import { convertUntyped, updateExprType } from './conversion-untyped.ts';
import { identical } from './identity.ts';
import { matchTypes } from './operators.ts';
import { failed, assignOperand, invalidate, setConstant, setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import { allOrdered, isNumeric, isTypeParam, isUntyped } from './predicates.ts';
import type { BasicName, Type } from './types.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';

const complexOf: Partial<Record<BasicName, Type>> = {
  float32: Typ.complex64, float64: Typ.complex128, 'untyped float': Typ['untyped complex'],
};
const partOf: Partial<Record<BasicName, Type>> = {
  complex64: Typ.float32, complex128: Typ.float64, 'untyped complex': Typ['untyped float'],
};

export function complexCall(c: Checker, x: Operand, re: Operand | undefined, im: Operand | undefined, call: CallExpr): void {
  if (!re || !im) return;
  makeFloats(c, re, im);
  if (re.mode === 'invalid' || im.mode === 'invalid') return;
  if (!identical(re.type, im.type)) {
    c.error(call, 'InvalidComplex', `invalid operation: ${exprString(call)} (mismatched types ${c.str(re.type)} and ${c.str(im.type)})`);
    return;
  }
  const u = under(re.type);
  const result = u.kind === 'Basic' && !isTypeParam(re.type) ? complexOf[u.name] : undefined;
  if (!result) {
    c.error(call, 'InvalidComplex', `invalid argument: arguments have type ${c.str(re.type)}, expected floating-point`);
    return;
  }
  const [a, b] = [re.value && toFloat(re.value), im.value && toFloat(im.value)];
  if (re.mode === 'constant' && im.mode === 'constant' && a && b) setConstant(x, result, complexConst(a, b));
  else setValue(x, result);
  for (const operand of [re, im]) if (x.mode !== 'constant' && operand.expr) updateExprType(c, operand.expr, re.type, true);
}

/** Untyped operands become what the other is; two of them untyped floats if constant, else float64. */
function makeFloats(c: Checker, re: Operand, im: Operand): void {
  const [u, v] = [isUntyped(re.type), isUntyped(im.type)];
  if (u && !v) convertUntyped(c, re, im.type);
  else if (v && !u) convertUntyped(c, im, re.type);
  else if (u && v) {
    for (const x of [re, im]) {
      if (re.mode === 'constant' && im.mode === 'constant') {
        if (isNumeric(x.type) && x.value && toFloat(x.value)) x.type = Typ['untyped float'];
      } else convertUntyped(c, x, Typ.float64);
    }
  }
}

export function realImag(c: Checker, x: Operand, a: Operand | undefined, name: 'real' | 'imag'): void {
  if (!a) return;
  if (isUntyped(a.type)) {
    if (a.mode === 'constant') {
      if (isNumeric(a.type) && a.value && toComplex(a.value)) a.type = Typ['untyped complex'];
    } else convertUntyped(c, a, Typ.complex128);
    if (failed(a)) return;
  }
  const u = under(a.type);
  const result = u.kind === 'Basic' && !isTypeParam(a.type) ? partOf[u.name] : undefined;
  if (!result) {
    c.errorAt(a, name === 'real' ? 'InvalidReal' : 'InvalidImag', `invalid argument: argument has type ${c.str(a.type)}, expected complex type`);
    return;
  }
  if (a.mode === 'constant' && a.value && isNumericConst(a.value)) {
    const part = name === 'real' ? realPart(a.value) : imagPart(a.value);
    setConstant(x, result, isZero(part) ? (toFloat(part) ?? part) : part);
  } else setValue(x, result);
}

/** Folds the arguments pairwise, as if by an operator. */
export function minMax(c: Checker, x: Operand, args: readonly Operand[], name: 'min' | 'max', call: CallExpr): void {
  for (const a of args) {
    if (allOrdered(a.type)) continue;
    c.errorAt(a, 'InvalidMinMaxOperand', `invalid argument: ${c.describe(a)} cannot be ordered`);
    return;
  }
  const [first, ...others] = args;
  if (!first) return;
  const result: Operand = { ...first };
  for (const a of others) {
    matchTypes(c, result, a);
    if (result.mode === 'invalid') return;
    if (!identical(result.type, a.type)) {
      c.errorAt(a, 'MismatchedTypes', `invalid argument: mismatched types ${c.str(result.type)} (previous argument) and ${c.str(a.type)} (type of ${a.expr ? exprString(a.expr) : ''})`);
      return invalidate(x);
    }
    if (result.mode === 'constant' && a.mode === 'constant' && result.value && a.value) {
      if (constCompare(a.value, name === 'min' ? '<' : '>', result.value)) result.value = a.value;
    } else {
      result.mode = 'value';
      result.value = undefined;
    }
  }
  if (result.mode !== 'constant') setValue(result, result.type);
  assignOperand(x, { ...result, expr: call });
  // All arguments have the type of the result.
  for (const a of args) if (a.expr) updateExprType(c, a.expr, result.type, !isUntyped(result.type));
}
