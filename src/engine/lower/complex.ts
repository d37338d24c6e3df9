/** Multiplication and division of complex numbers, with the results for infinities and NaNs that Go's run-time library gives. */
import type { Expr } from '../ir/ir.ts';
import type { Fn } from './fn.ts';
import { cond, f64, local, not, op } from './ops.ts';
import { part, scalars } from './values.ts';
import type { Value } from './values.ts';

export function multiplyComplex(f: Fn, x: Value, y: Value): Value {
  const w = x.type.kind === 'complex64' ? 'f32' : 'f64';
  const [a, b, c, d] = [part(x, 0), part(x, 1), part(y, 0), part(y, 1)].map((e) => f.reuse(e, w)) as [Expr, Expr, Expr, Expr];
  const mul = (p: Expr, q: Expr): Expr => op(`${w}.mul`, p, q);
  return scalars(x.type, op(`${w}.sub`, mul(a, c), mul(b, d)), op(`${w}.add`, mul(a, d), mul(b, c)));
}

const isNaN64 = (e: Expr): Expr => op('f64.ne', e, e);
const isInf64 = (e: Expr): Expr => op('f64.eq', op('f64.abs', e), f64(Infinity));
const isFinite64 = (e: Expr): Expr => op('f64.lt', op('f64.abs', e), f64(Infinity));
const both = (p: Expr, q: Expr): Expr => op('i32.and', p, q);
const either = (p: Expr, q: Expr): Expr => op('i32.or', p, q);
const mul64 = (p: Expr, q: Expr): Expr => op('f64.mul', p, q);
const add64 = (p: Expr, q: Expr): Expr => op('f64.add', p, q);
const sub64 = (p: Expr, q: Expr): Expr => op('f64.sub', p, q);
const div64 = (p: Expr, q: Expr): Expr => op('f64.div', p, q);
const copysign = (p: Expr, q: Expr): Expr => op('f64.copysign', p, q);

/** Smith's method, in double precision for both types. */
export function divideComplex(f: Fn, x: Value, y: Value): Value {
  const single = x.type.kind === 'complex64';
  const wide = (e: Expr): Expr => f.hold(single ? op('f64.promote_f32', e) : e, 'f64');
  const [a, b, c, d] = [part(x, 0), part(x, 1), part(y, 0), part(y, 1)].map(wide) as [Expr, Expr, Expr, Expr];
  const re = f.newLocal('f64');
  const im = f.newLocal('f64');
  const set = (p: Expr, q: Expr) => (): void => {
    f.set(re, p);
    f.set(im, q);
  };
  const larger = f.body(() => {
    const ratio = f.hold(div64(d, c), 'f64');
    const denominator = f.hold(add64(c, mul64(ratio, d)), 'f64');
    set(div64(add64(a, mul64(b, ratio)), denominator), div64(sub64(b, mul64(a, ratio)), denominator))();
  });
  const smaller = f.body(() => {
    const ratio = f.hold(div64(c, d), 'f64');
    const denominator = f.hold(add64(d, mul64(ratio, c)), 'f64');
    set(div64(add64(mul64(a, ratio), b), denominator), div64(sub64(mul64(b, ratio), a), denominator))();
  });
  f.if(op('f64.ge', op('f64.abs', c), op('f64.abs', d)), larger, smaller);
  f.if(both(isNaN64(local(re)), isNaN64(local(im))), f.body(() => repairQuotient(f, [a, b, c, d], re, im)));
  return scalars(x.type, ...[local(re), local(im)].map((e) => (single ? op('f32.demote_f64', e) : e)));
}

/** Annex G of C99: quotients that the formula turned into NaN though they are infinite or zero. */
function repairQuotient(f: Fn, [a, b, c, d]: readonly [Expr, Expr, Expr, Expr], re: number, im: number): void {
  const assign = (p: Expr, q: Expr) => (): void => {
    f.set(re, p);
    f.set(im, q);
  };
  const zeroDivisor = both(both(op('f64.eq', c, f64(0)), op('f64.eq', d, f64(0))), either(not(isNaN64(a)), not(isNaN64(b))));
  const infiniteX = both(either(isInf64(a), isInf64(b)), both(isFinite64(c), isFinite64(d)));
  const infiniteY = both(either(isInf64(c), isInf64(d)), both(isFinite64(a), isFinite64(b)));
  const unit = (e: Expr): Expr => copysign(cond('f64', isInf64(e), f64(1), f64(0)), e);
  const infinity = f64(Infinity);
  const zeroCase = f.body(assign(mul64(copysign(infinity, c), a), mul64(copysign(infinity, c), b)));
  const infiniteXCase = f.body(() => {
    const [p, q] = [f.hold(unit(a), 'f64'), f.hold(unit(b), 'f64')];
    assign(mul64(infinity, add64(mul64(p, c), mul64(q, d))), mul64(infinity, sub64(mul64(q, c), mul64(p, d))))();
  });
  const infiniteYCase = f.body(() => {
    const [p, q] = [f.hold(unit(c), 'f64'), f.hold(unit(d), 'f64')];
    assign(mul64(f64(0), add64(mul64(a, p), mul64(b, q))), mul64(f64(0), sub64(mul64(b, p), mul64(a, q))))();
  });
  const rest = f.body(() => f.if(infiniteX, infiniteXCase, f.body(() => f.if(infiniteY, infiniteYCase))));
  f.if(zeroDivisor, zeroCase, rest);
}
