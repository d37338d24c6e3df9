/** Types that would contain themselves and so have no size: `type T struct { next T }`. */
import type { Checker } from './checker.ts';
import { reportCycle } from './decl.ts';
import { substitutionOf } from './instantiate.ts';
import type { Named, Type } from './types.ts';
import { unalias } from './under.ts';
import { substitute } from './subst.ts';
import { Typ } from './universe.ts';

/** Deeper nesting of instances than this is taken as endless. */
const maxDepth = 100;

/** Reports a type that contains itself, once, and makes all types of the cycle invalid. */
export function checkValidType(c: Checker, named: Named): void {
  visit(c, named, []);
}

function visit(c: Checker, type: Type, path: readonly Named[]): boolean {
  const t = unalias(type);
  switch (t.kind) {
    case 'Array':
      return visit(c, t.elem, path);
    case 'Struct':
      return t.fields.every((field) => visit(c, field.type ?? Typ.invalid, path));
    case 'Union':
      return t.terms.every((term) => visit(c, term.type, path));
    case 'Interface':
      return t.embedded.every((e) => visit(c, e, path));
    case 'Named':
      return visitNamed(c, t, path);
    default:
      return true;
  }
}

function visitNamed(c: Checker, t: Named, path: readonly Named[]): boolean {
  const origin = t.origin ?? t;
  if (c.validTypes.has(t) || path.length > maxDepth) return true;
  const start = path.findIndex((other) => (other.origin ?? other) === origin && (t.origin === undefined || other === t || other === origin));
  if (start >= 0) {
    const cycle = path.slice(start).map((n) => n.object);
    if (path.slice(start).some((n) => c.brokenTypes.has(n.origin ?? n))) return false;
    reportCycle(c, cycle);
    for (const n of path.slice(start)) {
      c.brokenTypes.add(n.origin ?? n);
      (n.origin ?? n).underlying = Typ.invalid;
    }
    return false;
  }
  if (origin.object.pkg !== c.pkg && origin.typeParams.length === 0) return true;
  const rhs = origin.rhs ?? origin.underlying;
  if (!rhs) return true;
  const inner = t.origin ? substitute(rhs, substitutionOf(t)) : rhs;
  const valid = visit(c, inner, [...path, t]);
  if (valid && path.length === 0) c.validTypes.add(t);
  return valid;
}
