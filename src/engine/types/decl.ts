/**
 * Declarations, resolved on demand: meeting an object that is not resolved yet resolves it first. The objects under way are kept on
 * a path, so that meeting one of them again shows a cycle, which may be harmless (types through pointers, functions) or not.
 */
import { must } from '../../base/assert.ts';
import type { ConstDecl, Decl, Expr, FuncDecl, TypeDecl, VarDecl } from '../syntax/nodes.ts';
import type { Pos } from '../syntax/positions.ts';
import { initConst, initVar, initVars } from './assignments.ts';
import type { Checker, DeclInfo } from './checker.ts';
import { declare, note } from './declare.ts';
import { expression, makeTarget } from './expr.ts';
import { functionBody, lateCheck } from './function.ts';
import { methodType } from './instantiate.ts';
import { newOperand } from './operand.ts';
import { newConst, newScope, newTypeName, newVar, sameName } from './object.ts';
import type { ConstObject, FuncObject, Obj, TypeNameObject, VarObject } from './objects.ts';
import { isConstType, isTypeParam, isValid } from './predicates.ts';
import { collectTypeParams, functionType } from './signature.ts';
import type { Alias, Named, Signature } from './types.ts';
import { typeExpression, variableType } from './typexpr.ts';
import { under, unalias } from './under.ts';
import { Typ } from './universe.ts';
import { checkValidType } from './validtype.ts';

/** Gives the object its type (and value), if it has none yet. */
export function resolve(c: Checker, object: Obj): void {
  if (c.resolving.has(object)) {
    meetAgain(c, object);
    return;
  }
  const info = c.decls.get(object);
  if (!info || c.resolved.has(object)) return;
  const saved = c.env;
  enter(c, object);
  switch (object.kind) {
    case 'Const':
      c.env = { ...c.environment(info.scope, info, info.file), iota: info.iota, errorPos: info.inherited ? object.pos : 0 };
      constDecl(c, object, info.typeExpr, info.init);
      break;
    case 'Var':
      c.env = c.environment(info.scope, info, info.file);
      varDecl(c, object, info.lhs, info.typeExpr, info.init);
      break;
    case 'TypeName':
      c.env = c.environment(info.scope, info, info.file);
      if (info.typeDecl) typeDecl(c, object, info.typeDecl);
      break;
    case 'Func':
      c.env = c.environment(info.scope, info, info.file);
      if (info.funcDecl) funcDecl(c, object, info, info.funcDecl);
      break;
    default:
      break;
  }
  leave(c, object);
  c.env = saved;
}

export function resolveMethod(c: Checker, method: FuncObject): Signature | undefined {
  resolve(c, method.origin ?? method);
  return methodType(method);
}

function enter(c: Checker, object: Obj): void {
  c.resolving.set(object, c.path.length);
  c.path.push(object);
}
function leave(c: Checker, object: Obj): void {
  c.path.pop();
  c.resolving.delete(object);
  c.resolved.add(object);
}

// ---- Cycles ---------------------------------------------------------------------------------------------------------

function meetAgain(c: Checker, object: Obj): void {
  const harmless = isHarmless(c, object);
  switch (object.kind) {
    case 'Const':
    case 'Var':
      if (!harmless || !object.type) object.type = Typ.invalid;
      break;
    case 'TypeName':
      if (!harmless) object.type = Typ.invalid;
      break;
    default:
      break;
  }
}

/** Reports the cycle that the object closes, unless it is one that types may have or that is reported elsewhere. */
function isHarmless(c: Checker, object: Obj): boolean {
  const cycle = c.path.slice(c.resolving.get(object) ?? 0);
  let values = 0;
  let definitions = 0;
  for (const o of cycle) {
    if (o.kind === 'Const' || o.kind === 'Var') values++;
    else if (o.kind === 'TypeName' && o.type?.kind === 'TypeParam') return true;
    else if (o.kind === 'TypeName' && !c.aliases.has(o)) definitions++;
  }
  // Initialisation cycles are found once all is known.
  if (values === cycle.length && values > 0) return true;
  if (values === 0 && (definitions > 0 || cycle.every((o) => o.kind === 'Func'))) return true;
  reportCycle(c, cycle);
  return false;
}

/** Starts at the object that stands first in the source. */
export function reportCycle(c: Checker, cycle: readonly Obj[]): void {
  const start = cycle.reduce((best, o, i) => (o.pos < (cycle[best]?.pos ?? 0) ? i : best), 0);
  const rotated = [...cycle.slice(start), ...cycle.slice(0, start)];
  const [first] = rotated;
  if (!first) return;
  const isType = first.kind === 'TypeName';
  if (rotated.length === 1) {
    c.error(first.pos, 'InvalidDeclCycle', `${isType ? 'invalid recursive type' : 'invalid cycle in declaration'}: ${first.name} refers to itself`);
    return;
  }
  const lines = rotated.map((o, i) => note(c, o.pos, `${o.name} refers to ${(rotated[i + 1] ?? first).name}`));
  const head = isType ? `invalid recursive type ${first.name}` : `invalid cycle in declaration of ${first.name}`;
  c.error(first.pos, 'InvalidDeclCycle', head + lines.join(''));
}

// ---- Constants and variables ----------------------------------------------------------------------------------------

function constDecl(c: Checker, object: ConstObject, typeExpr: Expr | undefined, init: Expr | undefined): void {
  if (typeExpr) {
    const type = typeExpression(c, typeExpr);
    if (!isConstType(type)) {
      if (isValid(under(type))) c.error(typeExpr, 'InvalidConstType', `invalid constant type ${c.str(type)}`);
      object.type = Typ.invalid;
      return;
    }
    object.type = type;
  }
  const x = newOperand();
  if (init) expression(c, undefined, x, init);
  initConst(c, object, x);
}

function varDecl(c: Checker, object: VarObject, lhs: readonly VarObject[] | undefined, typeExpr: Expr | undefined, init: Expr | undefined): void {
  if (typeExpr) object.type = variableType(c, typeExpr);
  if (!init) {
    object.type ??= Typ.invalid;
    return;
  }
  if (!lhs || lhs.length === 1) {
    const x = newOperand();
    expression(c, makeTarget(object.type, object.name), x, init);
    initVar(c, object, x, 'variable declaration');
    return;
  }
  if (typeExpr) for (const v of lhs) v.type = object.type;
  initVars(c, lhs, [init], undefined);
}

// ---- Types ----------------------------------------------------------------------------------------------------------

export function typeDecl(c: Checker, object: TypeNameObject, decl: TypeDecl): void {
  if (decl.alias) aliasDecl(c, object, decl);
  else definition(c, object, decl);
}

function aliasDecl(c: Checker, object: TypeNameObject, decl: TypeDecl): void {
  const alias: Alias = { kind: 'Alias', object, actual: undefined, typeParams: [], typeArgs: [] };
  object.type = alias;
  const outer = c.env.scope;
  const [parameter] = decl.typeParams ?? [];
  if (parameter) {
    c.requireVersion(parameter.name ?? decl, 23, 'generic type alias');
    typeParamsOf(c, decl, alias);
  }
  const rhs = typeExpression(c, decl.type);
  if (isTypeParam(rhs) && alias.typeParams.includes(unalias(rhs) as never)) {
    c.error(decl.type, 'MisplacedTypeParam', 'cannot use type parameter declared in alias declaration as RHS');
    alias.actual = Typ.invalid;
  } else alias.actual = rhs;
  if (!isValid(alias)) object.type = Typ.invalid;
  c.env.scope = outer;
}

function definition(c: Checker, object: TypeNameObject, decl: TypeDecl): void {
  const enclosing = c.env.func?.typeParams ?? [];
  const named: Named = {
    kind: 'Named', object, underlying: undefined, methods: [], typeParams: [], origin: undefined, typeArgs: [],
    ...(enclosing.length > 0 ? { enclosing } : {}),
  };
  object.type = named;
  const outer = c.env.scope;
  if (decl.typeParams) typeParamsOf(c, decl, named);
  const rhs = typeExpression(c, decl.type);
  named.rhs = rhs;
  c.env.scope = outer;
  finishDefinition(c, named, decl);
  collectMethods(c, object, named);
}

function typeParamsOf(c: Checker, decl: TypeDecl, type: Named | Alias): void {
  c.env.scope = newScope(c.env.scope, decl.pos, decl.end);
  decl.$scope = c.env.scope;
  collectTypeParams(
    c,
    decl.typeParams ?? [],
    (name, object) => declare(c, c.env.scope, name, object),
    (params) => (type.typeParams = params),
  );
}

/** The right-hand side may be a type whose own declaration is under way: then the underlying type is known only later. */
function finishDefinition(c: Checker, named: Named, decl: TypeDecl): void {
  const rhs = named.rhs ?? Typ.invalid;
  if (isTypeParam(rhs)) {
    c.error(decl.type, 'MisplacedTypeParam', 'cannot use a type parameter as RHS in type declaration');
    named.underlying = Typ.invalid;
    return;
  }
  const settle = (): void => {
    if (named.underlying === undefined) named.underlying = under(named);
    checkValidType(c, named);
  };
  if (unalias(rhs).kind === 'Named') c.later(settle);
  else {
    named.underlying = under(rhs);
    c.later(() => checkValidType(c, named));
  }
}

function collectMethods(c: Checker, object: TypeNameObject, named: Named): void {
  const methods = c.methods.get(object);
  if (!methods) return;
  c.methods.delete(object);
  for (const method of methods) {
    const other = named.methods.find((m) => sameName(method.name, method.pkg, m));
    if (other) {
      const name = `${object.name}.${method.name}`;
      c.error(method.pos, 'DuplicateMethod', `method ${name} already declared at ${c.position(other.pos)}`);
    } else named.methods.push(method);
  }
  c.later(() => checkFieldClashes(c, named));
}

function checkFieldClashes(c: Checker, named: Named): void {
  const u = under(named);
  if (u.kind !== 'Struct') return;
  for (const method of named.methods) {
    const field = u.fields.find((f) => f.name !== '_' && sameName(method.name, method.pkg, f));
    if (field) c.error(method.pos, 'DuplicateFieldAndMethod', `field and method with the same name ${method.name}${note(c, field.pos, `other declaration of ${method.name}`)}`);
  }
}

// ---- Functions ------------------------------------------------------------------------------------------------------

function funcDecl(c: Checker, object: FuncObject, info: DeclInfo, decl: FuncDecl): void {
  const { signature } = functionType(c, decl.type, decl);
  object.type = signature;
  decl.$func = object;
  if (!decl.recv) checkSpecial(c, decl, signature);
  if (decl.hasBody) {
    const { scope, file } = info;
    const check = (): void => functionBody(c, decl, signature, must(decl.body, 'body'), c.environment(scope, info, file));
    if (c.input.lateBodies) decl.$check = () => lateCheck(c, check);
    else c.later(check);
    return;
  }
  if (!c.input.library) missingBody(c, decl);
  decl.$vars = { recv: signature.recv, params: signature.params, results: signature.results };
}

/** Any other function might have its body in assembly: whether it does is known when the program is put together. */
function missingBody(c: Checker, decl: FuncDecl): void {
  if (decl.name.name === 'init' && !decl.recv) return;
  if (decl.type.typeParams?.length) c.softError(decl, 'BadDecl', 'generic function is missing function body');
  else c.softError(decl.name, 'MissingBody', 'missing function body');
}

function checkSpecial(c: Checker, decl: FuncDecl, signature: Signature): void {
  const { name } = decl.name;
  if (name !== 'init' && !(name === 'main' && c.pkg.name === 'main')) return;
  if (signature.typeParams.length > 0) c.softError(decl.type.typeParams?.[0] ?? decl, 'InvalidInitDecl', `func ${name} must have no type parameters`);
  if (signature.params.length > 0 || signature.results.length > 0) {
    c.softError(decl.name, 'InvalidInitDecl', `func ${name} must have no arguments and no return values`);
  }
}

// ---- Local declarations ---------------------------------------------------------------------------------------------

export function localDeclarations(c: Checker, decls: readonly Decl[]): void {
  for (const decl of decls) {
    switch (decl.kind) {
      case 'ConstDecl':
        localConst(c, decl);
        break;
      case 'VarDecl':
        localVar(c, decl);
        break;
      case 'TypeDecl':
        localType(c, decl);
        break;
      case 'ImportDecl':
      case 'FuncDecl':
      case 'BadDecl':
        break;
    }
  }
}

function localConst(c: Checker, decl: ConstDecl): void {
  const mark = c.delayedCount;
  const saved = { iota: c.env.iota, errorPos: c.env.errorPos };
  const objects = decl.names.map((name, i) => {
    const object = newConst(name.name, name.pos, c.pkg, undefined, undefined);
    c.env.iota = decl.iota;
    c.env.errorPos = decl.implicit ? name.pos : 0;
    constDecl(c, object, decl.type, decl.values[i]);
    return object;
  });
  Object.assign(c.env, saved);
  checkArity(c, decl.names[0]?.pos ?? decl.pos, decl.names, decl.values, true, decl.implicit);
  c.processDelayed(mark);
  objects.forEach((object, i) => declare(c, c.env.scope, decl.names[i], object));
}

function localVar(c: Checker, decl: VarDecl): void {
  const mark = c.delayedCount;
  const vars = decl.names.map((name) => newVar('local', name.name, name.pos, c.pkg, undefined));
  for (const [i, v] of vars.entries()) {
    if (decl.values.length === 1 && vars.length > 1) {
      const [init] = decl.values;
      varDecl(c, v, vars, decl.type, init);
      break;
    }
    const init = decl.values[i];
    varDecl(c, v, undefined, decl.type, init);
  }
  for (const v of vars) {
    v.type ??= Typ.invalid;
    if (!isValid(v.type)) v.used = true;
  }
  if (decl.values.length !== 1 || vars.length <= 1) checkArity(c, decl.names[0]?.pos ?? decl.pos, decl.names, decl.values, false, false);
  c.processDelayed(mark);
  vars.forEach((v, i) => declare(c, c.env.scope, decl.names[i], v));
}

function localType(c: Checker, decl: TypeDecl): void {
  const object = newTypeName(decl.name.name, decl.name.pos, c.pkg, undefined);
  // A type may be used in its own declaration.
  declare(c, c.env.scope, decl.name, object);
  if (decl.alias) c.aliases.add(object);
  enter(c, object);
  typeDecl(c, object, decl);
  leave(c, object);
}

/** Every name needs a value (or all none), and every value a name. */
export function checkArity(
  c: Checker, pos: Pos, names: readonly { readonly pos: Pos; readonly name: string }[], values: readonly Expr[], constant: boolean, inherited: boolean,
): void {
  const [l, r] = [names.length, values.length];
  const [name, value] = [names[r], values[l]];
  if (l < r && value) c.error(inherited ? pos : value, 'WrongAssignCount', 'extra init expr');
  else if (l > r && name && (constant || r > 1)) c.error(name, 'WrongAssignCount', `missing init expr for ${name.name}`);
}

