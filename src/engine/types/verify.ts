/** Type arguments against the constraints of their type parameters. */
import type { Expr } from '../syntax/nodes.ts';
import type { Pos } from '../syntax/positions.ts';
import type { Checker } from './checker.ts';
import { implementsCause } from './implements.ts';
import { noteInstance } from './mono.ts';
import { isValid } from './predicates.ts';
import { makeSubstitution, substitute } from './subst.ts';
import type { Type, TypeParam } from './types.ts';
import { under } from './under.ts';

/** A constraint that is no interface stands for the interface of that one type. */
function asInterface(constraint: Type): Type {
  const isInterface = under(constraint).kind === 'Interface' || !isValid(constraint);
  return isInterface ? constraint : { kind: 'Interface', methods: [], embedded: [constraint], implicit: true };
}

/** Reports the first argument that does not satisfy its constraint: at its expression if it is written. Whether all do. */
export function verifyInstance(c: Checker, pos: Pos, params: readonly TypeParam[], args: readonly Type[], typeExprs: readonly Expr[]): boolean {
  const map = makeSubstitution(params, args);
  for (const [i, param] of params.entries()) {
    const arg = args[i];
    if (!arg) return false;
    const constraint = asInterface(substitute(param.constraint, map));
    const cause = implementsCause(c, arg, constraint, true);
    if (cause === undefined) continue;
    c.softError(typeExprs[i] ?? pos, 'InvalidTypeArg', cause);
    return false;
  }
  noteInstance(c, pos, params, args);
  return true;
}
