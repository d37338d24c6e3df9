/** Looking through names: aliases, defined types, and the constraints of type parameters. */
import { expandInstance } from './instantiate.ts';
import type { Alias, Interface, Named, Type, TypeParam } from './types.ts';
import { Typ } from './universe.ts';

/** The type without alias names on top. An alias that is still being declared (a cycle, reported elsewhere) is invalid. */
export function unalias(type: Type): Exclude<Type, Alias> {
  let t = type;
  while (t.kind === 'Alias') t = t.actual ?? Typ.invalid;
  return t;
}

/** The underlying type; for a type parameter the interface that constrains it. Never Named, Alias or TypeParam. */
export function under(type: Type): Exclude<Type, Alias | Named | TypeParam> {
  const t = unalias(type);
  switch (t.kind) {
    case 'Named':
      return underNamed(t);
    case 'TypeParam':
      return constraintOf(t);
    default:
      return t;
  }
}

function underNamed(named: Named): Exclude<Type, Alias | Named | TypeParam> {
  if (named.underlying !== undefined) return under(named.underlying);
  if (!named.origin) return underChain(named);
  // Undefined while the origin is being declared: to be asked again.
  named.underlying = expandInstance(named);
  return named.underlying === undefined ? Typ.invalid : under(named.underlying);
}

/** While `type A B; type B ...` are being declared: follow the right-hand sides as far as they are known. */
function underChain(named: Named): Exclude<Type, Alias | Named | TypeParam> {
  const seen = new Set<Named>();
  let t: Type = named;
  while (t.kind === 'Named' && t.underlying === undefined && !t.origin) {
    if (seen.has(t) || t.rhs === undefined) return Typ.invalid;
    seen.add(t);
    t = unalias(t.rhs);
  }
  return t.kind === 'TypeParam' ? Typ.invalid : under(t);
}

/** The interface that constrains a type parameter. */
export function constraintOf(param: TypeParam): Interface {
  const constraint = unalias(param.constraint);
  if (constraint.kind !== 'TypeParam') {
    const u = under(constraint);
    if (u.kind === 'Interface') return u;
    if (u.kind === 'Basic' && u.name === 'invalid') return noConstraint;
  }
  const wrapped: Interface = { kind: 'Interface', methods: [], embedded: [param.constraint], implicit: true };
  param.constraint = wrapped;
  return wrapped;
}

const noConstraint: Interface = { kind: 'Interface', methods: [], embedded: [], implicit: false };
