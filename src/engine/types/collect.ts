/** Collecting the package-level objects and imports of all files, before anything is resolved. */
import type { ConstDecl, Expr, File, FuncDecl, Ident, ImportDecl, TypeDecl, VarDecl } from '../syntax/nodes.ts';
import type { Checker, DeclInfo } from './checker.ts';
import { literalConst } from './constant-literal.ts';
import { checkArity } from './decl.ts';
import { declare, otherDeclaration } from './declare.ts';
import { invalidPath } from './imports.ts';
import { missingPackage } from './missing.ts';
import { isExported, newConst, newFunc, newPackageName, newScope, newTypeName, newVar } from './object.ts';
import type { FuncObject, PackageNameObject, Scope, TypeNameObject } from './objects.ts';
import { receiverParts } from './signature.ts';
import { unsafePackage } from './unsafe.ts';

export interface Collected {
  readonly imports: readonly PackageNameObject[];
}

export function collectObjects(c: Checker): Collected {
  const imports: PackageNameObject[] = [];
  const methods: { readonly method: FuncObject; readonly decl: FuncDecl; readonly scope: Scope }[] = [];
  const fileScopes: Scope[] = [];
  for (const file of c.input.files) {
    const scope = newScope(c.pkg.scope, file.packageName.pos, file.end);
    fileScopes.push(scope);
    if (file.packageName.name === '_') c.error(file.packageName, 'BlankPkgName', 'invalid package name _');
    c.env = c.environment(scope, undefined, file);
    for (const decl of file.decls) {
      switch (decl.kind) {
        case 'ImportDecl':
          importDecl(c, scope, decl, imports);
          break;
        case 'ConstDecl':
          constDecl(c, scope, file, decl);
          break;
        case 'VarDecl':
          varDecl(c, scope, file, decl);
          break;
        case 'TypeDecl':
          typeDecl(c, scope, file, decl);
          break;
        case 'FuncDecl': {
          const method = funcDecl(c, scope, file, decl);
          if (method) methods.push({ method, decl, scope });
          break;
        }
        case 'BadDecl':
          break;
      }
    }
  }
  checkFileScopes(c, fileScopes);
  for (const { method, decl, scope } of methods) associate(c, method, decl, scope);
  return { imports };
}

function declarePackageObject(c: Checker, ident: Ident, object: Parameters<typeof declare>[3], info: DeclInfo): void {
  if (ident.name === 'init') {
    c.error(ident, 'InvalidInitDecl', 'cannot declare init - must be func');
    return;
  }
  if (ident.name === 'main' && c.pkg.name === 'main') {
    c.error(ident, 'InvalidMainDecl', 'cannot declare main - must be func');
    return;
  }
  declare(c, c.pkg.scope, ident, object);
  c.decls.set(object, info);
}

// ---- Imports --------------------------------------------------------------------------------------------------------

function importDecl(c: Checker, scope: Scope, decl: ImportDecl, imports: PackageNameObject[]): void {
  const literal = literalConst('string', decl.path.text);
  const path = literal?.kind === 'string' ? new TextDecoder().decode(Uint8Array.from(literal.value, (byte) => byte.charCodeAt(0))) : '';
  const invalid = invalidPath(path);
  if (invalid) {
    c.error(decl.path, 'BadImportPath', invalid);
    return;
  }
  const imported = path === 'unsafe' ? unsafePackage : c.input.importer(path);
  if (!imported) {
    c.error(decl.path, 'BrokenImport', missingPackage(path, c.input.knownPaths ?? []));
    if (decl.name?.name !== '_' && decl.name?.name !== '.') c.missingImports.add(decl.name?.name ?? path.slice(path.lastIndexOf('/') + 1));
    return;
  }
  if (!c.pkg.imports.includes(imported)) c.pkg.imports.push(imported);
  const name = decl.name?.name ?? imported.name;
  if (name === 'init') {
    c.error(decl.path, 'InvalidInitDecl', 'cannot import package as init - init must be a func');
    return;
  }
  const object = newPackageName(name, decl.name?.pos ?? decl.path.pos, c.pkg, imported);
  decl.$implicit = object;
  if (decl.name) c.recordDefinition(decl.name, object);
  if (name === '_') return;
  imports.push(object);
  c.importPaths.set(object, decl);
  if (name === '.') importAll(c, scope, imported.scope, object);
  else declare(c, scope, undefined, object);
}

/** import . "path" : its exported objects become the file's. */
function importAll(c: Checker, scope: Scope, from: Scope, pkgName: PackageNameObject): void {
  for (const [name, object] of from.objects) {
    if (!isExported(name)) continue;
    // The object keeps its own package's scope.
    const other = scope.objects.get(name);
    scope.objects.set(name, other ?? object);
    if (other && other !== object) c.error(pkgName.pos, 'DuplicateDecl', `${name} redeclared in this block${otherDeclaration(c, other)}`);
    c.dotImports.set(object, pkgName);
  }
}

/** A file's imports must not have the names of package-level objects. */
function checkFileScopes(c: Checker, scopes: readonly Scope[]): void {
  for (const scope of scopes) {
    for (const [name, object] of scope.objects) {
      const other = c.pkg.scope.objects.get(name);
      if (!other) continue;
      if (object.kind === 'PackageName') {
        c.error(other.pos, 'DuplicateDecl', `${name} already declared through import of package ${object.imported.name} ("${object.imported.path}")${otherDeclarationAt(c, object)}`);
        // Do not report it as unused on top.
        object.used = true;
      } else c.error(other.pos, 'DuplicateDecl', `${name} already declared through dot-import of package ${object.pkg?.name ?? ''}`);
    }
  }
}

function otherDeclarationAt(c: Checker, object: PackageNameObject): string {
  return `\n\t${c.position(object.pos)}: other declaration of ${object.name}`;
}

// ---- Constants, variables, types ------------------------------------------------------------------------------------

function constDecl(c: Checker, scope: Scope, file: File, decl: ConstDecl): void {
  decl.names.forEach((name, i) => {
    const object = newConst(name.name, name.pos, c.pkg, undefined, undefined);
    declarePackageObject(c, name, object, {
      scope, file, typeExpr: decl.type, init: decl.values[i], inherited: decl.implicit, iota: decl.iota, deps: new Set(),
    });
  });
  checkArity(c, decl.names[0]?.pos ?? decl.pos, decl.names, decl.values, true, decl.implicit);
}

function varDecl(c: Checker, scope: Scope, file: File, decl: VarDecl): void {
  const vars = decl.names.map((name) => newVar('package', name.name, name.pos, c.pkg, undefined));
  const shared = decl.values.length === 1 && vars.length > 1;
  const deps = new Set<never>();
  decl.names.forEach((name, i) => {
    const v = vars[i];
    if (!v) return;
    const info: DeclInfo = shared
      ? { scope, file, lhs: vars, typeExpr: decl.type, init: decl.values[0], deps }
      : { scope, file, typeExpr: decl.type, init: decl.values[i], deps: new Set() };
    declarePackageObject(c, name, v, info);
  });
  if (!decl.type || decl.values.length > 0) checkArity(c, decl.names[0]?.pos ?? decl.pos, decl.names, decl.values, false, false);
}

function typeDecl(c: Checker, scope: Scope, file: File, decl: TypeDecl): void {
  const object = newTypeName(decl.name.name, decl.name.pos, c.pkg, undefined);
  if (decl.alias) c.aliases.add(object);
  declarePackageObject(c, decl.name, object, { scope, file, typeDecl: decl, deps: new Set() });
}

// ---- Functions and methods ------------------------------------------------------------------------------------------

/** Methods are returned, to be put with their types when all of these are known. */
function funcDecl(c: Checker, scope: Scope, file: File, decl: FuncDecl): FuncObject | undefined {
  const { name } = decl;
  const info: DeclInfo = { scope, file, funcDecl: decl, deps: new Set() };
  if (decl.recv) {
    const method = newFunc(name.name, name.pos, c.pkg, undefined, { decl, ptrRecv: receiverParts(decl.recv.type).pointer });
    c.decls.set(method, info);
    c.recordDefinition(name, method);
    return method;
  }
  const object = newFunc(name.name, name.pos, c.pkg, undefined, { decl });
  if (name.name === 'init' || name.name === '_') {
    object.parent = c.pkg.scope;
    c.recordDefinition(name, object);
    if (name.name === 'init') c.pkg.inits.push(decl);
  } else declare(c, c.pkg.scope, name, object);
  if (name.name === 'init' && !decl.hasBody) c.softError(name, 'MissingInitBody', 'missing function body');
  c.decls.set(object, info);
  return undefined;
}

/** Finds the type that the method belongs to, through aliases, by name alone. */
function associate(c: Checker, method: FuncObject, decl: FuncDecl, scope: Scope): void {
  if (!decl.recv) return;
  const { base } = receiverParts(decl.recv.type);
  const type = resolveBase(c, base, scope, new Set());
  if (!type || method.name === '_') return;
  c.methods.set(type.object, [...(c.methods.get(type.object) ?? []), method]);
  if (type.pointer) Object.assign(method, { ptrRecv: true });
}

function resolveBase(c: Checker, e: Expr, scope: Scope, seen: Set<TypeNameObject>): { object: TypeNameObject; pointer: boolean } | undefined {
  const { base, pointer } = receiverParts(e);
  if (base.kind !== 'Ident') return undefined;
  const object = c.pkg.scope.objects.get(base.name);
  if (object?.kind !== 'TypeName' || seen.has(object) || scope.objects.has(base.name)) return undefined;
  const decl = c.decls.get(object)?.typeDecl;
  if (!decl) return undefined;
  if (!decl.alias) return { object, pointer };
  // Aliases with parameters, or of instances, can have no methods of their own.
  if (decl.typeParams || receiverParts(decl.type).typeParams.length > 0) return undefined;
  seen.add(object);
  const inner = resolveBase(c, decl.type, scope, seen);
  return inner && { object: inner.object, pointer: pointer || inner.pointer };
}
