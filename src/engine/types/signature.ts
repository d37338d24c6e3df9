/** Function types, with their receivers and type parameters. */
import type { Expr, Field, FuncDecl, FuncType, Ident } from '../syntax/nodes.ts';
import type { Checker } from './checker.ts';
import { declare } from './declare.ts';
import { typeConstraint } from './interface.ts';
import { instantiateNamed } from './instantiate.ts';
import { newScope, newTypeName, newVar } from './object.ts';
import type { Scope, TypeNameObject, VarObject } from './objects.ts';
import { isInterface, isTypeParam, isValid } from './predicates.ts';
import type { Alias, Named, Signature, Type, TypeParam } from './types.ts';
import { genericType, typeExpression, variableType } from './typexpr.ts';
import { under, unalias } from './under.ts';
import { Typ, anyType } from './universe.ts';

export interface FunctionParts {
  readonly signature: Signature;
  /** Holds type parameters, receiver, parameters and results: the outermost scope of the body. */
  readonly scope: Scope;
}

/** `decl` is the declaration, if it is that of a function or method. */
export function functionType(c: Checker, e: FuncType, decl: FuncDecl | undefined): FunctionParts {
  const outer = c.env.scope;
  const scope = newScope(outer, decl?.pos ?? e.pos, decl?.end ?? e.end);
  c.env.scope = scope;
  const recv = decl?.recv && receiver(c, decl.recv);
  const typeParams = e.typeParams ? collectTypeParams(c, e.typeParams, (name, object) => declare(c, scope, name, object)) : [];
  const params = collectParams(c, e.params, 'param');
  const results = collectParams(c, e.results, 'result');
  const variables = [...(recv ? [recv] : []), ...params.vars, ...results.vars];
  for (const v of variables) {
    v.used = true;
    if (v.name !== '' && v.name !== '_') declare(c, scope, identOf(v, decl, e), v);
  }
  c.env.scope = outer;
  const signature: Signature = { kind: 'Signature', typeParams, recv, params: params.vars, results: results.vars, variadic: params.variadic };
  c.signatureScopes.set(signature, scope);
  return { signature, scope };
}

function identOf(v: VarObject, decl: FuncDecl | undefined, e: FuncType): Ident | undefined {
  const fields = [...(decl?.recv ? [decl.recv] : []), ...e.params, ...e.results];
  return fields.find((f) => f.name?.pos === v.pos)?.name;
}

/** Fields that share a type node are declared together: the type is checked once. */
function collectParams(c: Checker, fields: readonly Field[], role: 'param' | 'result'): { vars: VarObject[]; variadic: boolean } {
  let variadic = false;
  let previous: { node: Expr; type: Type } | undefined;
  const vars = fields.map((field, i) => {
    if (previous?.node !== field.type) {
      const dots = field.type.kind === 'EllipsisExpr' ? field.type : undefined;
      let type = variableType(c, dots?.elem ?? field.type);
      if (dots) {
        if (role === 'param' && i === fields.length - 1) variadic = true;
        type = { kind: 'Slice', elem: type };
        c.recordType(dots, 'type', type, undefined);
      }
      previous = { node: field.type, type };
    }
    return newVar(role, field.name?.name ?? '', field.name?.pos ?? field.pos, c.pkg, previous.type);
  });
  return { vars, variadic };
}

/** Declares all names first: constraints may mention any of them, and the generic type itself, which `announce` tells of them. */
export function collectTypeParams(
  c: Checker, fields: readonly Field[], declareName: (name: Ident, object: TypeNameObject) => void,
  announce: (params: TypeParam[]) => void = () => {},
): TypeParam[] {
  const params = fields.map((field, index) => {
    const object = newTypeName(field.name?.name ?? '_', field.name?.pos ?? field.pos, c.pkg, undefined);
    const param: TypeParam = { kind: 'TypeParam', object, index, constraint: anyType };
    object.type = param;
    if (field.name) declareName(field.name, object);
    return param;
  });
  announce(params);
  let previous: { node: Expr; bound: Type } | undefined;
  for (const [i, field] of fields.entries()) {
    if (previous?.node !== field.type) previous = { node: field.type, bound: bound(c, field.type) };
    const param = params[i];
    if (param) param.constraint = previous.bound;
  }
  return params;
}

function bound(c: Checker, e: Expr): Type {
  const type = typeConstraint(c, e);
  if (!isTypeParam(type)) return type;
  c.error(e, 'MisplacedTypeParam', `cannot use a type parameter as constraint`);
  return Typ.invalid;
}

// ---- Receivers ------------------------------------------------------------------------------------------------------

/** A receiver taken apart: *T[A, B]. */
export interface ReceiverParts {
  readonly pointer: boolean;
  readonly base: Expr;
  readonly typeParams: readonly Expr[];
}
export function receiverParts(e: Expr): ReceiverParts {
  let base = e;
  let pointer = false;
  for (;;) {
    if (base.kind === 'ParenExpr') base = base.x;
    else if (base.kind === 'StarExpr') {
      pointer = true;
      base = base.x;
    } else break;
  }
  return base.kind === 'IndexExpr' ? { pointer, base: base.x, typeParams: base.indices } : { pointer, base, typeParams: [] };
}

/**
 * The receiver's type parameters are names for those of the type itself: within a method of List[T], however it calls T, List's own
 * type parameter is meant. That makes instances of methods instances of the type, with no further mapping.
 */
function receiver(c: Checker, field: Field): VarObject {
  const { pointer, base, typeParams } = receiverParts(field.type);
  const name = field.name?.name ?? '';
  const v = newVar('receiver', name, field.name?.pos ?? field.pos, c.pkg, Typ.invalid);
  if (typeParams.length === 0) {
    v.type = typeExpression(c, field.type);
  } else {
    const origin = genericType(c, base);
    if (origin.kind === 'Alias') aliasReceiver(c, base, origin, typeParams);
    if (origin.kind === 'Named') v.type = parameterisedReceiver(c, field, origin, typeParams, pointer);
  }
  validReceiver(c, field, v.type ?? Typ.invalid);
  return v;
}

/** A method can be declared for a type, not for an alias with parameters. */
function aliasReceiver(c: Checker, base: Expr, alias: Alias, names: readonly Expr[]): void {
  if (isValid(unalias(alias))) c.error(base, 'InvalidRecv', `cannot define new methods on generic alias type ${c.str(alias)}`);
  for (const e of names) if (e.kind === 'Ident' && e.name !== '_') declare(c, c.env.scope, e, newTypeName(e.name, e.pos, c.pkg, Typ.invalid));
}

function parameterisedReceiver(c: Checker, field: Field, origin: Named, names: readonly Expr[], pointer: boolean): Type {
  if (names.length !== origin.typeParams.length) {
    c.error(names[origin.typeParams.length] ?? field.type, 'BadRecv', `receiver declares ${names.length} type parameters, but receiver base type declares ${origin.typeParams.length}`);
    return Typ.invalid;
  }
  for (const [i, e] of names.entries()) {
    const param = origin.typeParams[i];
    if (e.kind !== 'Ident') {
      c.error(e, 'BadDecl', `receiver type parameter ${c.str(param)} must be an identifier`);
      continue;
    }
    if (!param) continue;
    const object = newTypeName(e.name, e.pos, c.pkg, param);
    if (e.name !== '_') declare(c, c.env.scope, e, object);
    else c.recordDefinition(e, object);
    c.recordType(e, 'type', param, undefined);
  }
  const instance = instantiateNamed(origin, origin.typeParams);
  const type: Type = pointer ? { kind: 'Pointer', elem: instance } : instance;
  c.recordType(field.type, 'type', type, undefined);
  return type;
}

/** Said once the base type is declared. */
function validReceiver(c: Checker, field: Field, type: Type): void {
  c.later(() => {
    const t = unalias(type);
    const pointed = t.kind === 'Pointer' ? unalias(t.elem) : t;
    if (!isValid(pointed)) return;
    const at = receiverParts(field.type).base;
    if (pointed.kind === 'Basic') {
      c.error(at, 'InvalidRecv', `cannot define new methods on non-local type ${c.str(pointed)}`);
    } else if (pointed.kind !== 'Named') {
      c.error(at, 'InvalidRecv', `invalid receiver type ${c.str(type)}`);
    } else if (receiverParts(field.type).typeParams.length === 0 && pointed.typeArgs.length > 0) {
      c.error(at, 'InvalidRecv', `cannot define new methods on instantiated type ${c.str(pointed)}`);
    } else if (pointed.object.pkg !== c.pkg) {
      c.error(at, 'InvalidRecv', `cannot define new methods on non-local type ${c.str(pointed)}`);
    } else if (under(pointed).kind === 'Pointer' || isInterface(pointed)) {
      c.error(at, 'InvalidRecv', `invalid receiver type ${c.str(pointed)} (pointer or interface type)`);
    }
  });
}
