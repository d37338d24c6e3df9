/** Interface types, unions, and the constraints of type parameters. */
import type { Expr, Field, InterfaceType } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import type { Checker } from './checker.ts';
import { note } from './declare.ts';
import { identical } from './identity.ts';
import { newFunc, newVar, sameName } from './object.ts';
import type { FuncObject } from './objects.ts';
import { isTypeParam, isValid } from './predicates.ts';
import { functionType } from './signature.ts';
import { disjoint, typeSetOf } from './typeset.ts';
import type { Interface, Term, Type, Union } from './types.ts';
import { typeExpression } from './typexpr.ts';
import { under, unalias } from './under.ts';
import { Typ } from './universe.ts';

export function interfaceType(c: Checker, e: InterfaceType): Interface {
  const methods: FuncObject[] = [];
  const embedded: Type[] = [];
  const positions: Expr[] = [];
  const iface: Interface = { kind: 'Interface', methods, embedded, implicit: false };
  for (const element of e.elements) {
    if (element.name) {
      const method = methodOf(c, element, iface);
      if (method) methods.push(method);
    } else {
      embedded.push(embeddedElement(c, element.type));
      positions.push(element.type);
    }
  }
  c.later(() => checkInterface(c, iface, positions));
  return iface;
}

function methodOf(c: Checker, element: Field, iface: Interface): FuncObject | undefined {
  const { name, type } = element;
  if (!name || type.kind !== 'FuncType') return undefined;
  if (name.name === '_') {
    c.error(name, 'BlankIfaceMethod', 'methods must have a unique non-blank name');
    return undefined;
  }
  const { signature } = functionType(c, type, undefined);
  c.recordType(type, 'type', signature, undefined);
  const recv = newVar('receiver', '', name.pos, c.pkg, iface);
  const method = newFunc(name.name, name.pos, c.pkg, { ...signature, recv }, {});
  c.recordDefinition(name, method);
  return method;
}

function embeddedElement(c: Checker, e: Expr): Type {
  if ((e.kind === 'BinaryExpr' && e.op === '|') || (e.kind === 'UnaryExpr' && e.op === '~')) {
    const union = unionType(c, e);
    c.recordType(e, 'type', union, undefined);
    return union;
  }
  const type = typeExpression(c, e);
  if (isTypeParam(type)) {
    c.error(e, 'MisplacedTypeParam', `term cannot represent type parameter`);
    return Typ.invalid;
  }
  return type;
}

/** Methods that are declared or embedded twice must be the same; embedded types must be allowed there. */
function checkInterface(c: Checker, iface: Interface, positions: readonly Expr[]): void {
  const all: FuncObject[] = [];
  for (const m of iface.methods) {
    const other = all.find((o) => sameName(m.name, m.pkg, o));
    if (other) c.error(m.pos, 'DuplicateDecl', `duplicate method ${m.name}${note(c, other.pos, `other declaration of method ${other.name}`)}`);
    else all.push(m);
  }
  for (const [i, type] of iface.embedded.entries()) {
    const u = under(type);
    const at = positions[i];
    if (u.kind !== 'Interface' || !at) continue;
    for (const m of typeSetOf(u).methods) {
      const other = all.find((o) => sameName(m.name, m.pkg, o));
      if (!other) all.push(m);
      else if (!identical(other.type ?? Typ.invalid, m.type ?? Typ.invalid)) {
        c.error(at, 'DuplicateDecl', `duplicate method ${m.name}${note(c, other.pos, `other declaration of method ${other.name}`)}`);
      }
    }
  }
  typeSetOf(iface);
}

/** The type that constrains a type parameter: a union or ~T stands for the interface of it. */
export function typeConstraint(c: Checker, e: Expr): Type {
  const isUnion = (e.kind === 'BinaryExpr' && e.op === '|') || (e.kind === 'UnaryExpr' && e.op === '~');
  if (!isUnion) {
    const type = typeExpression(c, e);
    return type;
  }
  const union = unionType(c, e);
  c.recordType(e, 'type', union, undefined);
  return isValid(union) ? { kind: 'Interface', methods: [], embedded: [union], implicit: true } : Typ.invalid;
}

/** ~A | B | ... */
export function unionType(c: Checker, e: Expr): Union | typeof Typ.invalid {
  const operands: Expr[] = [];
  flatten(e, operands);
  const terms: Term[] = [];
  for (const operand of operands) {
    const tilde = operand.kind === 'UnaryExpr' && operand.op === '~';
    const inner = operand.kind === 'UnaryExpr' && tilde ? operand.x : operand;
    const type = typeExpression(c, inner);
    if (isTypeParam(type)) {
      c.error(inner, 'MisplacedTypeParam', 'term cannot represent type parameter');
      return Typ.invalid;
    }
    if (!isValid(type)) return Typ.invalid;
    terms.push({ tilde, type });
    c.recordType(operand, 'type', type, undefined);
  }
  c.later(() => checkTerms(c, terms, operands));
  return { kind: 'Union', terms };
}

function flatten(e: Expr, out: Expr[]): void {
  if (e.kind === 'BinaryExpr' && e.op === '|') {
    flatten(e.x, out);
    flatten(e.y, out);
  } else out.push(e);
}

function checkTerms(c: Checker, terms: readonly Term[], at: readonly Expr[]): void {
  for (const [i, term] of terms.entries()) {
    const e = at[i];
    if (!e) return;
    const u = under(term.type);
    if (u.kind === 'Interface') {
      checkInterfaceTerm(c, e, term, u, terms.length);
      continue;
    }
    if (term.tilde && !identical(u, term.type)) {
      c.error(e, 'InvalidUnion', `invalid use of ~ (underlying type of ${c.str(term.type)} is ${c.str(u)})`);
      continue;
    }
    const overlap = terms.slice(0, i).find((other) => under(other.type).kind !== 'Interface' && !disjoint(other, term));
    if (overlap) c.softError(e, 'InvalidUnion', `overlapping terms ${termString(c, term)} and ${termString(c, overlap)}`);
  }
}

function checkInterfaceTerm(c: Checker, e: Expr, term: Term, u: Interface, count: number): void {
  if (term.tilde) {
    c.error(e, 'InvalidUnion', `invalid use of ~ (${c.str(term.type)} is an interface)`);
    return;
  }
  if (count < 2) return;
  const set = typeSetOf(u);
  if (set.methods.length > 0) c.error(e, 'InvalidUnion', `cannot use ${exprString(e)} in union (${exprString(e)} contains methods)`);
  else if (unalias(term.type).kind === 'Named' && set.comparable && set.terms === undefined) c.error(e, 'InvalidUnion', `cannot use comparable in union`);
}

function termString(c: Checker, term: Term): string {
  return `${term.tilde ? '~' : ''}${c.str(term.type)}`;
}
