/** Types that would contain themselves and so have no size: `type T struct { next T }`. */
import type { Checker } from './checker.ts';
import { reportCycle } from './decl.ts';
import type { Named, Type, TypeParam } from './types.ts';
import { unalias } from './under.ts';
import { Typ } from './universe.ts';

/** Reports a type that contains itself, once, and makes all types of the cycle invalid. */
export function checkValidType(c: Checker, named: Named): void {
  visit(c, named, []);
}

/**
 * `nest` holds the defined types that the type at hand is a part of, outermost first. Instances are looked at by way of their
 * origin's right-hand side, where a type parameter stands for the argument of the instance it belongs to: so `T[T[int]]` is fine
 * while `type A[P any] [2]A[*P]` comes back to where it was.
 */
function visit(c: Checker, type: Type, nest: readonly Named[]): boolean {
  const t = unalias(type);
  switch (t.kind) {
    case 'Array':
      return visit(c, t.elem, nest);
    case 'Struct':
      return t.fields.every((field) => visit(c, field.type ?? Typ.invalid, nest));
    case 'Union':
      return t.terms.every((term) => visit(c, term.type, nest));
    case 'Interface':
      return t.embedded.every((e) => visit(c, e, nest));
    case 'Named':
      return visitNamed(c, t, nest);
    case 'TypeParam':
      return visitArgument(c, t, nest);
    default:
      return true;
  }
}

function visitNamed(c: Checker, t: Named, nest: readonly Named[]): boolean {
  if (c.validTypes.has(t)) return true;
  const start = nest.indexOf(t);
  if (start >= 0) {
    report(c, nest.slice(start));
    return false;
  }
  const origin = t.origin ?? t;
  // Imported types have been looked at; only their arguments may lead back.
  if (origin.object.pkg !== c.pkg && t.typeArgs.length === 0) return true;
  const rhs = origin.rhs ?? origin.underlying;
  if (!rhs) return true;
  const valid = visit(c, rhs, [...nest, t]);
  if (valid && nest.length === 0) c.validTypes.add(t);
  return valid;
}

function visitArgument(c: Checker, param: TypeParam, nest: readonly Named[]): boolean {
  const owner = nest.at(-1);
  const index = owner?.origin?.typeParams.indexOf(param) ?? -1;
  const arg = index >= 0 ? owner?.typeArgs.at(index - (owner.origin?.typeParams.length ?? 0)) : undefined;
  return arg === undefined || visit(c, arg, nest.slice(0, -1));
}

function report(c: Checker, cycle: readonly Named[]): void {
  const origins = [...new Set(cycle.map((n) => n.origin ?? n))];
  if (origins.some((n) => c.brokenTypes.has(n))) return;
  reportCycle(c, origins.map((n) => n.object));
  for (const n of origins) {
    c.brokenTypes.add(n);
    n.underlying = Typ.invalid;
  }
}
