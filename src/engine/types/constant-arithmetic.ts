/** Operations on constants: exact, so neither rounding nor overflow happens here (see representable.ts). */
import { bug } from '../../base/assert.ts';
import type { BinaryOp } from '../syntax/nodes.ts';
import { boolConst, complexConst, floatConst, fraction, intConst, isNumericConst, sign, stringConst, toComplex, toFloat } from './constant.ts';
import { wideOperation } from './constant-wide.ts';
import type { ComplexConst, Const, FloatConst, IntConst, NumericConst, RealConst } from './constant.ts';

/** `bits` limits ^x to an unsigned type's width; 0 for signed and untyped operands. */
export function constUnary(op: '+' | '-' | '^' | '!', x: Const, bits: number): Const {
  if (op === '!' && x.kind === 'bool') return boolConst(!x.value);
  if (op === '^' && x.kind === 'int') return intConst(bits > 0 ? BigInt.asUintN(bits, ~x.value) : ~x.value);
  if (op === '+' && isNumericConst(x)) return x;
  if (op === '-' && isNumericConst(x)) return negate(x);
  return bug(`constant operation ${op} on ${x.kind}`);
}

function negate(x: NumericConst): NumericConst {
  if (x.kind === 'int') return intConst(-x.value);
  if (x.kind === 'float') return { ...x, num: -x.num };
  return complexConst(negate(x.re) as RealConst, negate(x.im) as RealConst);
}

/**
 * x op y for all operators but shifts and comparisons. Both operands must be of one sort (numbers mix).
 * Division of two integers truncates if `integer`, else it is exact; the divisor must not be zero.
 */
export function constBinary(x: Const, op: BinaryOp, y: Const, integer: boolean): Const {
  if (x.kind === 'bool' && y.kind === 'bool') return boolConst(op === '&&' ? x.value && y.value : x.value || y.value);
  if (x.kind === 'string' && y.kind === 'string') return stringConst(x.value + y.value);
  if (!isNumericConst(x) || !isNumericConst(y)) return bug(`constant operation ${op} on ${x.kind} and ${y.kind}`);
  if (x.kind === 'int' && y.kind === 'int') return integerOperation(x.value, op, y.value, integer);
  const [cx, cy] = [toComplex(x), toComplex(y)];
  if ((x.kind === 'complex' || y.kind === 'complex') && cx && cy) return complexOperation(cx, op, cy);
  const [fx, fy] = [toFloat(x), toFloat(y)];
  if (fx && fy) return floatOperation(fx, op, fy);
  return bug('constant operands');
}

function integerOperation(x: bigint, op: BinaryOp, y: bigint, integer: boolean): IntConst | FloatConst {
  switch (op) {
    case '+':
      return intConst(x + y);
    case '-':
      return intConst(x - y);
    case '*':
      return intConst(x * y);
    case '/':
      return integer ? intConst(x / y) : floatConst(x, y);
    case '%':
      return intConst(x % y);
    case '&':
      return intConst(x & y);
    case '|':
      return intConst(x | y);
    case '^':
      return intConst(x ^ y);
    case '&^':
      return intConst(x & ~y);
    default:
      return bug(`integer constant operation ${op}`);
  }
}

function floatOperation(x: FloatConst, op: BinaryOp, y: FloatConst): FloatConst {
  if (x.exp !== undefined || y.exp !== undefined) return wideOperation(x, op as '+' | '-' | '*' | '/', y);
  switch (op) {
    case '+':
      return floatConst(x.num * y.den + y.num * x.den, x.den * y.den);
    case '-':
      return floatConst(x.num * y.den - y.num * x.den, x.den * y.den);
    case '*':
      return floatConst(x.num * y.num, x.den * y.den);
    case '/':
      return floatConst(x.num * y.den, x.den * y.num);
    default:
      return bug(`float constant operation ${op}`);
  }
}

function complexOperation(x: ComplexConst, op: BinaryOp, y: ComplexConst): ComplexConst {
  const add = (a: RealConst, b: RealConst) => constBinary(a, '+', b, false) as RealConst;
  const sub = (a: RealConst, b: RealConst) => constBinary(a, '-', b, false) as RealConst;
  const mul = (a: RealConst, b: RealConst) => constBinary(a, '*', b, false) as RealConst;
  const div = (a: RealConst, b: RealConst) => constBinary(a, '/', b, false) as RealConst;
  switch (op) {
    case '+':
      return complexConst(add(x.re, y.re), add(x.im, y.im));
    case '-':
      return complexConst(sub(x.re, y.re), sub(x.im, y.im));
    case '*':
      return complexConst(sub(mul(x.re, y.re), mul(x.im, y.im)), add(mul(x.im, y.re), mul(x.re, y.im)));
    case '/': {
      const norm = add(mul(y.re, y.re), mul(y.im, y.im));
      const re = add(mul(x.re, y.re), mul(x.im, y.im));
      const im = sub(mul(x.im, y.re), mul(x.re, y.im));
      return complexConst(div(re, norm), div(im, norm));
    }
    default:
      return bug(`complex constant operation ${op}`);
  }
}

export function constShift(x: IntConst, op: '<<' | '>>', count: number): IntConst {
  return intConst(op === '<<' ? x.value << BigInt(count) : x.value >> BigInt(count));
}

export function constCompare(x: Const, op: BinaryOp, y: Const): boolean {
  if (x.kind === 'complex' || y.kind === 'complex') {
    const [cx, cy] = [toComplex(x), toComplex(y)];
    const equal = cx !== undefined && cy !== undefined && order(cx.re, cy.re) === 0 && order(cx.im, cy.im) === 0;
    return op === '==' ? equal : !equal;
  }
  return holds(op, order(x, y));
}

function order(x: Const, y: Const): number {
  if ((x.kind === 'int' || x.kind === 'float') && (y.kind === 'int' || y.kind === 'float')) {
    const [a, b] = [toFloat(x), toFloat(y)];
    if (a && b && (a.exp !== undefined || b.exp !== undefined)) return sign(wideOperation(a, '-', b));
    const [[n, d], [m, e]] = [fraction(x), fraction(y)];
    return less(n * e, m * d);
  }
  // Byte strings: UTF-16 units are bytes, so the order of JavaScript is Go's.
  if (x.kind === 'string' && y.kind === 'string') return less(x.value, y.value);
  if (x.kind === 'bool' && y.kind === 'bool') return x.value === y.value ? 0 : 1;
  return bug(`comparison of constants ${x.kind} and ${y.kind}`);
}

function less<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function holds(op: BinaryOp, order: number): boolean {
  switch (op) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return bug(`comparison ${op}`);
  }
}
