/** Making objects, scopes and packages. */
import type * as syntax from '../syntax/nodes.ts';
import { noPos } from '../syntax/positions.ts';
import type { Pos } from '../syntax/positions.ts';
import type { Const } from './constant.ts';
import type {
  ConstObject, FuncObject, LabelObject, Obj, Package, PackageNameObject, Scope, TypeNameObject, VarObject,
} from './objects.ts';
import type { Named, Signature, Type } from './types.ts';

export function newVar(role: VarObject['role'], name: string, pos: Pos, pkg: Package | undefined, type: Type | undefined): VarObject {
  return {
    kind: 'Var', name, pos, pkg, parent: undefined, type, used: false, role, embedded: false, addressed: false, pointeeAddressed: false, captured: false,
    reassigned: false, perIteration: false,
  };
}

/** A struct field, or a parameter or result of a type that nobody declared. */
export function newField(name: string, pos: Pos, pkg: Package | undefined, type: Type, embedded: boolean): VarObject {
  return { ...newVar('field', name, pos, pkg, type), embedded };
}

export function newConst(name: string, pos: Pos, pkg: Package | undefined, type: Type | undefined, value: Const | undefined): ConstObject {
  return { kind: 'Const', name, pos, pkg, parent: undefined, type, value };
}

export function newTypeName(name: string, pos: Pos, pkg: Package | undefined, type: Type | undefined): TypeNameObject {
  return { kind: 'TypeName', name, pos, pkg, parent: undefined, type };
}

export interface FuncParts {
  readonly decl?: syntax.FuncDecl | undefined;
  readonly recvNamed?: Named | undefined;
  readonly ptrRecv?: boolean;
  readonly origin?: FuncObject | undefined;
}

export function newFunc(name: string, pos: Pos, pkg: Package | undefined, type: Signature | undefined, parts: FuncParts): FuncObject {
  const { decl, recvNamed, ptrRecv = false, origin } = parts;
  return { kind: 'Func', name, pos, pkg, parent: undefined, type, decl, recvNamed, ptrRecv, origin };
}

export function newPackageName(name: string, pos: Pos, pkg: Package, imported: Package): PackageNameObject {
  return { kind: 'PackageName', name, pos, pkg, parent: undefined, imported, used: false };
}

export function newLabel(name: string, pos: Pos, pkg: Package): LabelObject {
  return { kind: 'Label', name, pos, pkg, parent: undefined, used: false };
}

export function newScope(parent: Scope | undefined, start: Pos, end: Pos): Scope {
  const scope: Scope = { parent, objects: new Map(), start, end, children: [] };
  // The universe would keep every package alive.
  if (parent?.parent) parent.children.push(scope);
  return scope;
}

export function newPackage(path: string, name: string, universe: Scope, files: readonly syntax.File[], library: boolean): Package {
  return { path, name, scope: newScope(universe, noPos, noPos), files, imports: [], initOrder: [], inits: [], library };
}

/** Puts the object into the scope, unless one of that name is there: that one is returned then. */
export function insert(scope: Scope, object: Obj): Obj | undefined {
  const other = scope.objects.get(object.name);
  if (other) return other;
  scope.objects.set(object.name, object);
  object.parent ??= scope;
  return undefined;
}

export function lookupParent(scope: Scope | undefined, name: string): { scope: Scope; object: Obj } | undefined {
  for (let s = scope; s; s = s.parent) {
    const object = s.objects.get(name);
    if (object) return { scope: s, object };
  }
  return undefined;
}

export function isExported(name: string): boolean {
  const first = name.charCodeAt(0);
  return first < 0x80 ? first >= 0x41 && first <= 0x5a : /^\p{Lu}/u.test(name);
}

/** Whether the two names are one: unexported names differ from package to package. */
export function sameName(name: string, pkg: Package | undefined, object: { name: string; pkg: Package | undefined }, foldCase = false): boolean {
  if (foldCase && name.toLowerCase() === object.name.toLowerCase()) return true;
  if (name !== object.name) return false;
  return isExported(name) || pkg === object.pkg || (pkg !== undefined && object.pkg !== undefined && pkg.path === object.pkg.path);
}
