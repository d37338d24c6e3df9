/** Putting a name into a scope, and what is wrong if it is there already. */
import type { Ident } from '../syntax/nodes.ts';
import type { Pos } from '../syntax/positions.ts';
import type { Checker } from './checker.ts';
import { insert } from './object.ts';
import type { Obj, Scope } from './objects.ts';

/** Declares the object; `ident` is the name's occurrence, if there is one to annotate. */
export function declare(c: Checker, scope: Scope, ident: Ident | undefined, object: Obj): void {
  if (object.name !== '_') {
    const other = insert(scope, object);
    if (other) {
      c.error(ident ?? object.pos, 'DuplicateDecl', `${object.name} redeclared in this block${otherDeclaration(c, other)}`);
      return;
    }
  }
  if (object.kind === 'Var' && object.role === 'local' && object.name !== '_') c.localVars.push(object);
  if (object.kind === 'Var' && object.role !== 'package' && c.env.func) c.owners.set(object, c.env.func);
  if (ident) c.recordDefinition(ident, object);
}

export function otherDeclaration(c: Checker, other: Obj): string {
  return other.pos === 0 ? '' : note(c, other.pos, `other declaration of ${other.name}`);
}

/** A further line of a message, about another position. */
export function note(c: Checker, pos: Pos, text: string): string {
  return `\n\t${c.position(pos)}: ${text}`;
}
