/** Short names for making expressions of the intermediate code, with the folding of constants that keeps it readable. */
import type { Expr, Stmt, ValType } from '../ir/ir.ts';

export function i32(value: number): Expr {
  return { k: 'const', type: 'i32', value: value | 0 };
}
export function i64(value: bigint | number): Expr {
  return { k: 'const', type: 'i64', value: BigInt.asIntN(64, BigInt(value)) };
}
export function f64(value: number): Expr {
  return { k: 'const', type: 'f64', value };
}
export function f32(value: number): Expr {
  return { k: 'const', type: 'f32', value };
}
export function zeroOf(type: ValType): Expr {
  return type === 'i64' ? i64(0n) : { k: 'const', type, value: 0 };
}
export function local(id: number): Expr {
  return { k: 'local', id };
}
export function op(name: string, ...args: Expr[]): Expr {
  const last = args[args.length - 1];
  return (last?.k === 'const' && fold(name, args)) || { k: 'op', op: name, args };
}
export function load(name: string, addr: Expr, offset: number): Expr {
  return { k: 'load', op: name, addr, offset };
}
export function cond(type: ValType, test: Expr, then: Expr, other: Expr): Expr {
  const known = constI32(test);
  if (known !== undefined) return known !== 0 ? then : other;
  return { k: 'cond', type, cond: test, then, else: other };
}
export function seq(stmts: readonly Stmt[], value: Expr): Expr {
  return stmts.length === 0 ? value : { k: 'seq', stmts, value };
}

/** The value of a 32-bit constant. */
export function constI32(e: Expr): number | undefined {
  return e.k === 'const' && e.type === 'i32' ? Number(e.value) : undefined;
}
export function constI64(e: Expr): bigint | undefined {
  return e.k === 'const' && e.type === 'i64' ? BigInt(e.value) : undefined;
}

const fold32: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => Math.imul(a, b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  eq: (a, b) => Number(a === b),
  ne: (a, b) => Number(a !== b),
  lt_s: (a, b) => Number(a < b),
  lt_u: (a, b) => Number(a >>> 0 < b >>> 0),
  gt_u: (a, b) => Number(a >>> 0 > b >>> 0),
  ge_u: (a, b) => Number(a >>> 0 >= b >>> 0),
};
const fold64: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
};
const compare64: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
  eq: (a, b) => a === b,
  lt_s: (a, b) => a < b,
  gt_s: (a, b) => a > b,
  lt_u: (a, b) => BigInt.asUintN(64, a) < BigInt.asUintN(64, b),
  gt_u: (a, b) => BigInt.asUintN(64, a) > BigInt.asUintN(64, b),
  ge_u: (a, b) => BigInt.asUintN(64, a) >= BigInt.asUintN(64, b),
};

function fold(name: string, args: readonly Expr[]): Expr | undefined {
  const [x, y] = args;
  if (!x) return undefined;
  const [type, operation = ''] = name.split('.');
  const x32 = constI32(x);
  if (name === 'i32.eqz' && x32 !== undefined) return i32(Number(x32 === 0));
  if (name === 'i64.extend_i32_s' && x32 !== undefined) return i64(x32);
  if (name === 'i64.extend_i32_u' && x32 !== undefined) return i64(x32 >>> 0);
  const x64 = constI64(x);
  if (name === 'i32.wrap_i64' && x64 !== undefined) return i32(Number(BigInt.asIntN(32, x64)));
  if (!y) return undefined;
  const y32 = constI32(y);
  if (type === 'i32' && y32 === 0 && (operation === 'add' || operation === 'sub' || operation === 'or')) return x;
  if (type === 'i32' && y32 === 1 && operation === 'mul') return x;
  const by32 = fold32[operation];
  if (type === 'i32' && by32 && x32 !== undefined && y32 !== undefined) return i32(by32(x32, y32));
  const y64 = constI64(y);
  if (type !== 'i64' || x64 === undefined || y64 === undefined) return undefined;
  const by64 = fold64[operation];
  if (by64) return i64(by64(x64, y64));
  const compare = compare64[operation];
  return compare && i32(Number(compare(x64, y64)));
}

/** Costs (almost) nothing to evaluate twice, and means the same until a local is set. Addresses in the frame must not be held in locals. */
export function isSimple(e: Expr): boolean {
  if (e.k === 'op') return e.op === 'i32.add' && e.args[0]?.k === 'frameAddr' && e.args[1]?.k === 'local';
  return e.k === 'const' || e.k === 'symbol' || e.k === 'local' || e.k === 'globalAddr' || e.k === 'frameAddr' || e.k === 'fp';
}
export function isConst(e: Expr): boolean {
  return e.k === 'const' || e.k === 'symbol' || e.k === 'globalAddr';
}

export const eqz = (e: Expr): Expr => op('i32.eqz', e);
export const add = (a: Expr, b: Expr): Expr => op('i32.add', a, b);
export const widen = (e: Expr): Expr => op('i64.extend_i32_s', e);
export const widenU = (e: Expr): Expr => op('i64.extend_i32_u', e);
export const wrap = (e: Expr): Expr => op('i32.wrap_i64', e);

/** The logical negation of a boolean. */
export function not(e: Expr): Expr {
  if (e.k === 'op' && e.args.length === 2) {
    const opposite = opposites[e.op];
    if (opposite) return op(opposite, ...e.args);
  }
  if (e.k === 'op' && e.op === 'i32.eqz' && e.args[0] && isBoolean(e.args[0])) return e.args[0];
  return eqz(e);
}

const opposites: Readonly<Record<string, string>> = Object.fromEntries(
  ['i32', 'i64'].flatMap((type) =>
    [['eq', 'ne'], ['lt_s', 'ge_s'], ['gt_s', 'le_s'], ['lt_u', 'ge_u'], ['gt_u', 'le_u']].flatMap(([a, b]) => [
      [`${type}.${a}`, `${type}.${b}`],
      [`${type}.${b}`, `${type}.${a}`],
    ]),
  ),
);

/** Certainly 0 or 1. */
function isBoolean(e: Expr): boolean {
  return e.k === 'op' && (e.op in opposites || e.op === 'i32.eqz' || /^f(32|64)\.(eq|ne|lt|gt|le|ge)$/.test(e.op));
}
