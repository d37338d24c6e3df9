/** x.f : package members, fields, methods, method values and method expressions. */
import type { SelectorExpr } from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { exprString } from '../syntax/print.ts';
import type { Checker } from './checker.ts';
import { expressionOrType } from './expr.ts';
import { pointerToInterface } from './implements.ts';
import { leftOutName } from './left-out.ts';
import type { Found } from './lookup.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import { isExported, newVar } from './object.ts';
import type { FuncObject, Obj, PackageNameObject } from './objects.ts';
import { invalidate, setConstant, setValue } from './operand.ts';
import type { Operand } from './operand.ts';
import { isInterfacePointer, isValid } from './predicates.ts';
import type { Signature, Type } from './types.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';
import { withoutUnsafe } from './unsafe.ts';
import { markAddressed } from './variables.ts';

export function selector(c: Checker, x: Operand, e: SelectorExpr, wantType: boolean): void {
  if (e.x.kind === 'Ident') {
    const object = c.lookup(e.x.name);
    if (object?.kind === 'PackageName') {
      c.recordUse(e.x, object);
      return qualified(c, x, e, object);
    }
  }
  expressionOrType(c, x, e.x, false);
  if (x.mode === 'builtin') {
    c.error(e, 'UncalledBuiltin', `invalid use of ${c.describe(x)} in selector expression`);
    return fail(x, e);
  }
  if (x.mode === 'invalid' || e.sel.name === '_') {
    if (x.mode !== 'invalid') c.error(e.sel, 'InvalidBlank', 'cannot refer to blank field or method');
    return fail(x, e);
  }
  if (wantType) {
    c.error(e.sel, 'NotAType', `${exprString(e)} is not a type`);
    return fail(x, e);
  }
  const found = lookupFieldOrMethod(x.type, x.mode === 'variable', c.pkg, e.sel.name);
  if (found.kind !== 'found') {
    if (isValid(under(x.type))) reportMissing(c, x, e, found);
    return fail(x, e);
  }
  const { object } = found;
  c.recordUse(e.sel, object);
  if (object.kind === 'Func') {
    const signature = c.resolveMethod(object);
    if (!signature) return fail(x, e);
    c.addDependency(object.origin ?? object);
    if (x.mode === 'type') methodExpression(c, x, e, found, object, signature);
    else methodValue(x, e, found, object, signature);
  } else if (x.mode === 'type') {
    c.error(e.sel, 'MissingFieldOrMethod', `${exprString(e)} undefined (type ${c.str(x.type)} has no method ${e.sel.name})`);
    return fail(x, e);
  } else {
    e.$selection = { kind: 'field', recv: x.type, object, path: found.path, indirect: found.indirect };
    x.mode = x.mode === 'variable' || found.indirect ? 'variable' : 'value';
    x.type = object.type ?? Typ.invalid;
    x.value = undefined;
    if (!isValid(x.type)) invalidate(x);
  }
  x.expr = e;
}

function fail(x: Operand, e: SelectorExpr): void {
  invalidate(x);
  x.expr = e;
}

// ---- Packages -------------------------------------------------------------------------------------------------------

function qualified(c: Checker, x: Operand, e: SelectorExpr, pkgName: PackageNameObject): void {
  pkgName.used = true;
  const object = pkgName.imported.scope.objects.get(e.sel.name);
  if (!object || object.kind === 'PackageName') {
    const why = leftOutName(pkgName.imported.path, e.sel.name);
    c.error(e.sel, 'UndeclaredImportedName', `undefined: ${exprString(e)}${why ? ` (${why})` : ''}`);
    return fail(x, e);
  }
  if (!isExported(e.sel.name)) {
    c.error(e.sel, 'UnexportedName', `name ${object.name} not exported by package ${pkgName.imported.name}`);
    return fail(x, e);
  }
  if (object.kind === 'TypeName' && object.type === Typ['unsafe.Pointer']) withoutUnsafe(c, e.sel, 'unsafe.Pointer');
  c.recordUse(e.sel, object);
  e.$selection = { kind: 'qualified', recv: Typ.invalid, object, path: [], indirect: false };
  packageMember(x, object);
  x.expr = e;
}

function packageMember(x: Operand, object: Obj): void {
  switch (object.kind) {
    case 'Const':
      if (object.type && object.value) setConstant(x, object.type, object.value);
      else invalidate(x);
      break;
    case 'TypeName':
      x.mode = 'type';
      x.type = object.type ?? Typ.invalid;
      break;
    case 'Var':
      x.mode = 'variable';
      x.type = object.type ?? Typ.invalid;
      break;
    case 'Func':
      setValue(x, object.type ?? Typ.invalid);
      break;
    case 'Builtin':
      x.mode = 'builtin';
      x.builtin = object;
      break;
    default:
      break;
  }
  if (x.mode !== 'builtin' && !isValid(x.type)) invalidate(x);
}

// ---- Methods --------------------------------------------------------------------------------------------------------

function methodValue(x: Operand, e: SelectorExpr, found: Found, method: FuncObject, signature: Signature): void {
  // The receiver's address is taken implicitly: by the variable itself unless a pointer is on the way.
  if (method.ptrRecv && !found.indirect && under(x.type).kind !== 'Pointer') markAddressed(unparen(e.x));
  e.$selection = { kind: 'method', recv: x.type, object: method, path: found.path, indirect: found.indirect };
  setValue(x, { ...signature, recv: undefined });
}

/** T.m is a function whose first parameter is the receiver. */
function methodExpression(c: Checker, x: Operand, e: SelectorExpr, found: Found, method: FuncObject, signature: Signature): void {
  e.$selection = { kind: 'methodExpr', recv: x.type, object: method, path: found.path, indirect: found.indirect };
  const named = signature.params.some((p) => p.name !== '');
  const name = named ? signature.recv?.name || '_' : '';
  const receiver = newVar('param', name, method.pos, c.pkg, x.type);
  setValue(x, { ...signature, recv: undefined, params: [receiver, ...signature.params] });
}

// ---- Mistakes -------------------------------------------------------------------------------------------------------

function reportMissing(c: Checker, x: Operand, e: SelectorExpr, found: Exclude<ReturnType<typeof lookupFieldOrMethod>, Found>): void {
  const { name } = e.sel;
  const [type, text] = [c.str(x.type), exprString(e.x)];
  switch (found.kind) {
    case 'ambiguous':
      c.error(e.sel, 'AmbiguousSelector', `ambiguous selector ${text}.${name}`);
      break;
    case 'pointerReceiver':
      if (x.mode === 'type') {
        c.error(e.sel, 'InvalidMethodExpr', `invalid method expression ${type}.${name} (needs pointer receiver (*${type}).${name})`);
      } else c.error(e.sel, 'InvalidMethodExpr', `cannot call pointer method ${name} on ${type}`);
      break;
    case 'missing': {
      const why = isInterfacePointer(x.type) ? pointerToInterface(c, x.type) : lookupError(c, x.type, name, similar(c, x, name), false);
      c.error(e.sel, 'MissingFieldOrMethod', `${text}.${name} undefined (${why})`);
      break;
    }
  }
}

function similar(c: Checker, x: Operand, name: string): Obj | undefined {
  const found = lookupFieldOrMethod(x.type, x.mode === 'variable', c.pkg, name, true);
  return found.kind === 'found' || found.kind === 'pointerReceiver' ? found.object : undefined;
}

type Misspelling = 'missing' | 'misspelled' | 'unexported' | 'inaccessible';

/** How the name that was found for want of the selector relates to it. */
function misspelling(c: Checker, name: string, found: Obj | undefined): Misspelling {
  if (!found || name === '_') return 'missing';
  const sameTail = name.slice(1) === found.name.slice(1);
  if (found.pkg === c.pkg) return 'misspelled';
  if (isExported(name)) return isExported(found.name) ? 'misspelled' : sameTail ? 'unexported' : 'missing';
  if (isExported(found.name)) return sameTail ? 'misspelled' : 'missing';
  return name === found.name ? 'inaccessible' : 'missing';
}

/** Why a type has no such field or method, with what it has instead under a similar name. */
export function lookupError(c: Checker, type: Type, name: string, found: Obj | undefined, structLiteral: boolean): string {
  const [where, other] = [c.str(type), found?.name ?? ''];
  const what = found?.kind === 'Func' ? 'method' : 'field';
  const missing = structLiteral ? `unknown field ${name} in struct literal of type ${where}` : `type ${where} has no field or method ${name}`;
  switch (misspelling(c, name, found)) {
    case 'missing':
      return missing;
    case 'misspelled':
      return `${missing}, but does have ${structLiteral ? '' : `${what} `}${other}`;
    case 'unexported':
      return `${missing}, but does have unexported ${structLiteral ? '' : `${what} `}${other}`;
    case 'inaccessible':
      return `cannot refer to unexported ${what} ${other}${structLiteral ? ` in struct literal of type ${where}` : ''}`;
  }
}
