/** Identifiers, and expressions that denote types. */
import type { ArrayType, ChanType, Expr, Ident, IndexExpr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import type { Checker } from './checker.ts';
import { intConst, toInt } from './constant.ts';
import { resolve } from './decl.ts';
import { expression } from './expr.ts';
import { instantiateAlias, instantiateNamed } from './instantiate.ts';
import { interfaceType, unionType } from './interface.ts';
import { checkMapKey } from './literals.ts';
import { invalidate, newOperand, setConstant } from './operand.ts';
import type { Operand } from './operand.ts';
import { isGenericType, isInteger, isTypeParam, isUntyped, isValid } from './predicates.ts';
import { selector } from './selector.ts';
import { functionType } from './signature.ts';
import { sizeOf } from './sizes.ts';
import { structType } from './struct.ts';
import { typeSetOf } from './typeset.ts';
import type { Alias, Named, Type } from './types.ts';
import { under } from './under.ts';
import { Typ, iotaObject } from './universe.ts';
import { noteUse } from './variables.ts';
import { verifyInstance } from './verify.ts';

/** With wantType everything but a type is a mistake. */
export function identifier(c: Checker, x: Operand, e: Ident, wantType: boolean): void {
  x.mode = 'invalid';
  x.expr = e;
  const object = c.lookup(e.name);
  if (!object) {
    // A package that was not found has been reported where it is imported.
    if (c.missingImports.has(e.name)) return;
    if (e.name === '_') c.error(e, 'InvalidBlank', 'cannot use _ as value or type');
    else c.error(e, 'UndeclaredName', `undefined: ${e.name}`);
    return;
  }
  c.recordUse(e, object);
  const dotImport = c.dotImports.get(object);
  if (dotImport) dotImport.used = true;
  if (object.kind === 'PackageName') {
    c.error(e, 'InvalidPkgUse', `use of package ${object.name} not in selector`);
    return;
  }
  if (object.kind !== 'Nil' && object.kind !== 'Builtin' && object.kind !== 'Label') resolve(c, object);
  if (wantType && object.kind !== 'TypeName') {
    c.error(e, 'NotAType', `${object.name} is not a type`);
    if (object.kind === 'Var' && object.pkg === c.pkg) object.used = true;
    return;
  }
  switch (object.kind) {
    case 'Const':
      c.addDependency(object);
      if (object === iotaObject) iota(c, x, e);
      else if (object.type && isValid(object.type) && object.value) setConstant(x, object.type, object.value);
      break;
    case 'TypeName':
      x.mode = object.type && isValid(object.type) ? 'type' : 'invalid';
      x.type = object.type ?? Typ.invalid;
      break;
    case 'Var':
      if (object.pkg === c.pkg) object.used = true;
      c.addDependency(object);
      noteUse(c, object);
      if (!object.type || !isValid(object.type)) return;
      x.mode = 'variable';
      x.type = object.type;
      break;
    case 'Func':
      c.addDependency(object);
      x.mode = 'value';
      x.type = object.type ?? Typ.invalid;
      if (!object.type) invalidate(x);
      break;
    case 'Builtin':
      x.mode = 'builtin';
      x.builtin = object;
      break;
    case 'Nil':
      x.mode = 'nil';
      x.type = Typ['untyped nil'];
      break;
    case 'Label':
      break;
  }
}

function iota(c: Checker, x: Operand, e: Ident): void {
  if (c.env.iota === undefined) c.error(e, 'InvalidIota', 'cannot use iota outside constant declaration');
  else setConstant(x, Typ['untyped int'], intConst(c.env.iota));
}

/** A type; a generic one must have its arguments. */
export function typeExpression(c: Checker, e: Expr): Type {
  const type = typeOf(c, e);
  if (isGenericType(type)) {
    c.error(e, 'WrongTypeArgCount', `cannot use generic type ${c.str(type)} without instantiation`);
    c.recordType(e, 'type', Typ.invalid, undefined);
    return Typ.invalid;
  }
  c.recordType(e, 'type', type, undefined);
  return type;
}

/** A type that variables may have: not an interface that only constrains. */
export function variableType(c: Checker, e: Expr): Type {
  const type = typeExpression(c, e);
  validVarType(c, e, type);
  return type;
}

export function validVarType(c: Checker, e: Expr, type: Type): void {
  if (isTypeParam(type)) return;
  // The interface may not be complete yet.
  c.later(() => {
    const u = under(type);
    if (u.kind !== 'Interface') return;
    const set = typeSetOf(u);
    if (set.terms === undefined && !set.comparable) return;
    const why = set.comparable ? 'is (or embeds) comparable' : 'contains type constraints';
    c.softError(e, 'MisplacedConstraintIface', `cannot use type ${c.str(type)} outside a type constraint: interface ${why}`);
  });
}

/** A generic type without its arguments; invalid after a mistake. */
export function genericType(c: Checker, e: Expr): Type {
  const type = typeOf(c, e);
  c.recordType(e, 'type', type, undefined);
  if (!isValid(type) || isGenericType(type)) return type;
  c.error(e, 'NotAGenericType', `${c.str(type)} is not a generic type`);
  return Typ.invalid;
}

function typeOf(c: Checker, e: Expr): Type {
  switch (e.kind) {
    case 'BadExpr':
      return Typ.invalid;
    case 'Ident':
    case 'SelectorExpr':
      return namedType(c, e);
    case 'IndexExpr':
      return instantiatedType(c, e);
    case 'ParenExpr': {
      const type = typeOf(c, e.x);
      c.recordType(e.x, 'type', type, undefined);
      return type;
    }
    case 'ArrayType':
      return arrayType(c, e);
    case 'EllipsisExpr':
      c.error(e, 'InvalidSyntaxTree', "invalid use of '...'");
      return Typ.invalid;
    case 'StructType':
      return structType(c, e);
    case 'StarExpr': {
      const elem = variableType(c, e.x);
      return isValid(elem) ? { kind: 'Pointer', elem } : Typ.invalid;
    }
    case 'FuncType':
      return functionType(c, e, undefined).signature;
    case 'InterfaceType':
      return interfaceType(c, e);
    case 'MapType': {
      const key = variableType(c, e.key);
      const value = variableType(c, e.value);
      c.later(() => checkMapKey(c, e.key, key));
      return { kind: 'Map', key, value };
    }
    case 'ChanType':
      return channelType(c, e);
    case 'BinaryExpr':
    case 'UnaryExpr':
      if ((e.kind === 'BinaryExpr' && e.op === '|') || (e.kind === 'UnaryExpr' && e.op === '~')) return unionType(c, e);
      break;
    default:
      break;
  }
  c.error(e, 'NotAType', `${exprString(e)} is not a type`);
  return Typ.invalid;
}

/** Elements of a channel are at most 64 kB large, as gc has it. */
const largestElement = 1 << 16;

function channelType(c: Checker, e: ChanType): Type {
  const elem = variableType(c, e.elem);
  c.later(() => {
    if (isValid(elem) && sizeOf(elem) >= largestElement) c.error(e, 'InvalidChanElem', 'channel element type too large (>64kB)');
  });
  return { kind: 'Chan', dir: e.dir, elem };
}

function namedType(c: Checker, e: Expr & { kind: 'Ident' | 'SelectorExpr' }): Type {
  const x = newOperand();
  if (e.kind === 'Ident') identifier(c, x, e, true);
  else selector(c, x, e, true);
  switch (x.mode) {
    case 'type':
      return x.type;
    case 'invalid':
      return Typ.invalid;
    case 'novalue':
      c.error(e, 'NotAType', `${c.describe(x)} used as type`);
      return Typ.invalid;
    default:
      c.error(e, 'NotAType', `${exprString(e)} is not a type`);
      return Typ.invalid;
  }
}

function arrayType(c: Checker, e: ArrayType): Type {
  if (e.length === undefined) return { kind: 'Slice', elem: variableType(c, e.elem) };
  if (e.length === 'dots') {
    c.error(e, 'BadDotDotDotSyntax', 'invalid use of [...] array (outside a composite literal)');
    variableType(c, e.elem);
    return Typ.invalid;
  }
  const length = arrayLength(c, e.length);
  const elem = variableType(c, e.elem);
  return length === undefined ? Typ.invalid : { kind: 'Array', elem, length };
}

function arrayLength(c: Checker, e: Expr): number | undefined {
  if (e.kind === 'Ident') {
    const object = c.lookup(e.name);
    if (!object) {
      c.error(e, 'InvalidArrayLen', `undefined array length ${e.name} or missing type constraint`);
      return undefined;
    }
    if (object.kind !== 'Const') {
      if (object.kind === 'Var') object.used = true;
      c.error(e, 'InvalidArrayLen', `invalid array length ${e.name}`);
      return undefined;
    }
  }
  const x = newOperand();
  expression(c, undefined, x, e);
  if (x.mode === 'invalid') return undefined;
  if (x.mode !== 'constant' || !x.value) {
    c.errorAt(x, 'InvalidArrayLen', `array length ${c.describe(x)} must be constant`);
    return undefined;
  }
  if (isUntyped(x.type) || isInteger(x.type)) {
    const value = toInt(x.value);
    if (value) {
      if (value.value >= 0n && value.value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value.value);
      c.errorAt(x, 'InvalidArrayLen', `invalid array length ${c.describe(x)}`);
      return undefined;
    }
  }
  c.errorAt(x, 'InvalidArrayLen', `array length ${c.describe(x)} must be integer`);
  return undefined;
}

function instantiatedType(c: Checker, e: IndexExpr): Type {
  const origin = genericType(c, e.x);
  const args = typeList(c, e.indices);
  if (!isValid(origin) || !args) return Typ.invalid;
  if (origin.kind !== 'Named' && origin.kind !== 'Alias') return Typ.invalid;
  if (!rightArgumentCount(c, e, origin, args)) return Typ.invalid;
  if (origin.kind === 'Alias') {
    c.later(() => verifyInstance(c, e.pos, origin.typeParams, args, e.indices));
    return instantiateAlias(origin, args);
  }
  const instance = instantiateNamed(origin, args);
  c.later(() => {
    verifyInstance(c, e.pos, origin.typeParams, args, e.indices);
  });
  return instance;
}

function rightArgumentCount(c: Checker, e: IndexExpr, origin: Named | Alias, args: readonly Type[]): boolean {
  const [got, want] = [args.length, origin.typeParams.length];
  if (got === want) return true;
  const at = got > want ? e.indices[want] : undefined;
  const qualifier = got < want ? 'not enough' : 'too many';
  c.error(at ?? e, 'WrongTypeArgCount', `${qualifier} type arguments for type ${origin.object.name}: have ${got}, want ${want}`);
  return false;
}

/** Type arguments; undefined if any is wrong. */
export function typeList(c: Checker, list: readonly Expr[]): Type[] | undefined {
  const types = list.map((e) => variableType(c, e));
  return types.every(isValid) ? types : undefined;
}
