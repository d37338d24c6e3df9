/** Assignability (specification, "Assignability"). */
import type { Checker } from './checker.ts';
import { implicitType } from './conversion-untyped.ts';
import { identical } from './identity.ts';
import { implementsCause } from './implements.ts';
import type { Operand } from './operand.ts';
import { hasName, isInterfacePointer, isUntyped, isValid } from './predicates.ts';
import { typeSetOf } from './typeset.ts';
import type { Term, Type, TypeParam } from './types.ts';
import { under, unalias } from './under.ts';

export type Assignable = { readonly ok: true } | { readonly ok: false; readonly cause: string; readonly code: string };

const yes: Assignable = { ok: true };
const no: Assignable = { ok: false, cause: '', code: 'IncompatibleAssign' };
function check(ok: boolean): Assignable {
  return ok ? yes : no;
}

export function assignableTo(c: Checker, x: Operand, target: Type): Assignable {
  if (x.mode === 'invalid' || !isValid(target) || identical(x.type, target)) return yes;
  const [v, t] = [unalias(x.type), unalias(target)];
  if (isUntyped(v)) {
    if (t.kind !== 'TypeParam') return check('type' in implicitType(x, target));
    return check(everyTerm(t, (term) => 'type' in implicitType(x, term.type)));
  }
  const [vu, tu] = [under(v), under(t)];
  const [vp, tp] = [v.kind === 'TypeParam' ? v : undefined, t.kind === 'TypeParam' ? t : undefined];
  if (identical(vu, tu) && (!hasName(v) || !hasName(t)) && !vp && !tp) return yes;
  if ((tu.kind === 'Interface' && !tp) || isInterfacePointer(tu)) {
    const cause = implementsCause(c, x.type, target, false);
    if (cause === undefined) return yes;
    if (!vp) return { ok: false, cause, code: 'InvalidIfaceAssign' };
  }
  if (vu.kind === 'Interface' && !vp && implementsCause(c, target, x.type, false) === undefined) {
    return { ok: false, cause: 'need type assertion', code: 'IncompatibleAssign' };
  }
  if (vu.kind === 'Chan' && vu.dir === 'both' && tu.kind === 'Chan' && identical(vu.elem, tu.elem)) {
    return hasName(v) && hasName(t) ? { ok: false, cause: '', code: 'InvalidChanAssign' } : yes;
  }
  return assignableParams(c, x, target, vp, tp);
}

/** A type parameter's every type must do, and the other side must have no name. */
function assignableParams(c: Checker, x: Operand, target: Type, vp: TypeParam | undefined, tp: TypeParam | undefined): Assignable {
  let failure: Assignable = no;
  const fail = (inner: Assignable, text: string): boolean => {
    if (inner.ok) return true;
    failure = { ...inner, cause: inner.cause ? `${text}\n\t${inner.cause}` : text };
    return false;
  };
  if (tp && !hasName(x.type)) {
    const ok = everyTerm(tp, (term) =>
      fail(assignableTo(c, x, term.type), `cannot assign ${c.str(x.type)} to ${c.str(term.type)} (in ${c.str(tp)})`),
    );
    return ok ? yes : failure;
  }
  if (vp && !hasName(target)) {
    const ok = everyTerm(vp, (term) =>
      fail(assignableTo(c, { ...x, type: term.type }, target), `cannot assign ${c.str(term.type)} (in ${c.str(vp)}) to ${c.str(target)}`),
    );
    return ok ? yes : failure;
  }
  return no;
}

/** False also for type parameters without specific types. */
function everyTerm(param: TypeParam, f: (term: Term) => boolean): boolean {
  const { terms } = typeSetOf(param);
  return terms !== undefined && terms.length > 0 && terms.every(f);
}
