/** Type identity (specification, "Type identity"). */
import { sameName } from './object.ts';
import type { VarObject } from './objects.ts';
import { typeSetOf } from './typeset.ts';
import type { Interface, Signature, Struct, Term, Type, TypeParam } from './types.ts';
import { unalias } from './under.ts';
import { substitute } from './subst.ts';
import { Typ } from './universe.ts';

/** Pairs of interfaces being compared: a pair met again inside itself is taken as identical. */
interface Pair {
  readonly x: Interface;
  readonly y: Interface;
  readonly outer: Pair | undefined;
}

interface Options {
  readonly ignoreTags: boolean;
}
const plain: Options = { ignoreTags: false };

export function identical(x: Type, y: Type): boolean {
  return x === y || compare(x, y, plain, undefined);
}
/** As conversions compare: struct tags do not matter. */
export function identicalIgnoreTags(x: Type, y: Type): boolean {
  return x === y || compare(x, y, { ignoreTags: true }, undefined);
}
export function identicalLists(xs: readonly Type[], ys: readonly Type[]): boolean {
  return xs.length === ys.length && xs.every((x, i) => identical(x, ys[i] ?? Typ.invalid));
}

function compare(aliasX: Type, aliasY: Type, options: Options, pair: Pair | undefined): boolean {
  const [x, y] = [unalias(aliasX), unalias(aliasY)];
  if (x === y) return true;
  const same = (a: Type, b: Type) => compare(a, b, options, pair);
  switch (x.kind) {
    case 'Basic':
      return y.kind === 'Basic' && x.name === y.name;
    case 'Named':
      return y.kind === 'Named' && x.origin !== undefined && x.origin === y.origin && x.typeArgs.every((arg, i) => same(arg, y.typeArgs[i] ?? Typ.invalid));
    case 'Pointer':
      return y.kind === 'Pointer' && same(x.elem, y.elem);
    case 'Slice':
      return y.kind === 'Slice' && same(x.elem, y.elem);
    case 'Array':
      // A negative length is that of an invalid array: do not report on top.
      return y.kind === 'Array' && (x.length < 0 || y.length < 0 || x.length === y.length) && same(x.elem, y.elem);
    case 'Map':
      return y.kind === 'Map' && same(x.key, y.key) && same(x.value, y.value);
    case 'Chan':
      return y.kind === 'Chan' && x.dir === y.dir && same(x.elem, y.elem);
    case 'Struct':
      return y.kind === 'Struct' && sameStructs(x, y, options, pair);
    case 'Signature':
      return y.kind === 'Signature' && sameSignatures(x, y, options, pair);
    case 'Interface':
      return y.kind === 'Interface' && sameInterfaces(x, y, options, pair);
    case 'Tuple':
      return y.kind === 'Tuple' && sameVars(x.vars, y.vars, same);
    case 'Union':
      return y.kind === 'Union' && sameTerms(x.terms, y.terms, same);
    case 'TypeParam':
      return false;
  }
}

type Same = (a: Type, b: Type) => boolean;

function typeOf(v: VarObject | undefined): Type {
  return v?.type ?? Typ.invalid;
}

function sameVars(xs: readonly VarObject[], ys: readonly VarObject[], same: Same): boolean {
  return xs.length === ys.length && xs.every((x, i) => same(typeOf(x), typeOf(ys[i])));
}

function sameStructs(x: Struct, y: Struct, options: Options, pair: Pair | undefined): boolean {
  if (x.fields.length !== y.fields.length) return false;
  return x.fields.every((f, i) => {
    const g = y.fields[i];
    if (!g || f.embedded !== g.embedded || !sameName(f.name, f.pkg, g)) return false;
    if (!options.ignoreTags && (x.tags[i] ?? '') !== (y.tags[i] ?? '')) return false;
    return compare(typeOf(f), typeOf(g), options, pair);
  });
}

/** Generic signatures are identical if they are after renaming the type parameters of one to those of the other. */
function sameSignatures(x: Signature, y: Signature, options: Options, pair: Pair | undefined): boolean {
  if (x.typeParams.length !== y.typeParams.length || x.variadic !== y.variadic) return false;
  const same: Same = (a, b) => compare(a, b, options, pair);
  if (x.typeParams.length === 0) return sameVars(x.params, y.params, same) && sameVars(x.results, y.results, same);
  const map = new Map<TypeParam, Type>();
  y.typeParams.forEach((param, i) => map.set(param, x.typeParams[i] ?? Typ.invalid));
  const renamed: Same = (a, b) => same(a, substitute(b, map));
  const constraints = x.typeParams.every((param, i) => renamed(param.constraint, y.typeParams[i]?.constraint ?? Typ.invalid));
  return constraints && sameVars(x.params, y.params, renamed) && sameVars(x.results, y.results, renamed);
}

function sameInterfaces(x: Interface, y: Interface, options: Options, pair: Pair | undefined): boolean {
  for (let p = pair; p; p = p.outer) {
    if ((p.x === x && p.y === y) || (p.x === y && p.y === x)) return true;
  }
  const [sx, sy] = [typeSetOf(x), typeSetOf(y)];
  const inner: Pair = { x, y, outer: pair };
  const same: Same = (a, b) => compare(a, b, options, inner);
  if (sx.comparable !== sy.comparable || sx.methods.length !== sy.methods.length) return false;
  if ((sx.terms === undefined) !== (sy.terms === undefined)) return false;
  if (sx.terms && sy.terms && !sameTerms(sx.terms, sy.terms, same)) return false;
  return sx.methods.every((m, i) => {
    const other = sy.methods[i];
    return other !== undefined && sameName(m.name, m.pkg, other) && same(m.type ?? Typ.invalid, other.type ?? Typ.invalid);
  });
}

function sameTerms(xs: readonly Term[], ys: readonly Term[], same: Same): boolean {
  const within = (as: readonly Term[], bs: readonly Term[]) => as.every((a) => bs.some((b) => a.tilde === b.tilde && same(a.type, b.type)));
  return within(xs, ys) && within(ys, xs);
}
