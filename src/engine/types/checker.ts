/**
 * The state of checking one package, and what every part of the checker needs: reporting, recording, delayed actions, lookup.
 *
 * Package-level objects are resolved on demand (decl.ts); function bodies and whatever needs complete types are put off
 * (`later`) until the declarations at hand are done, but before the scope they see changes.
 */
import type * as syntax from '../syntax/nodes.ts';
import type { Diagnostic, Pos } from '../syntax/positions.ts';
import { reportedPosition } from '../syntax/lineDirectives.ts';
import { columnOf, fileOf, lineOf, noPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print.ts';
import type { Const } from './constant.ts';
import { includesVersion } from './goVersion.ts';
import { operandString } from './operand.ts';
import type { Operand } from './operand.ts';
import { lookupParent, newPackage, newScope } from './object.ts';
import type { FuncObject, LabelObject, Obj, Package, PackageNameObject, Scope, TypeNameObject, VarObject } from './objects.ts';
import { isUntyped } from './predicates.ts';
import type { Basic, Mode, Named, Signature, Type, TypeParam } from './types.ts';
import { typeString } from './typestring.ts';
import { resolveMethod } from './decl.ts';
import type { InstanceEdge } from './mono.ts';
import { Universe } from './universe.ts';

export interface CheckInput {
  readonly files: readonly syntax.File[];
  readonly path: string;
  readonly library: boolean;
  /** Check bodies of declared functions when they are first needed (function.ts, ensureChecked): for correct packages only. */
  readonly lateBodies?: boolean;
  readonly goVersion?: string;
  readonly importer: (path: string) => Package | undefined;
  /** What imports that lead nowhere may have meant (missing.ts). */
  readonly knownPaths?: readonly string[];
}

/** How a package-level object (or one of a local declaration) is declared. */
export interface DeclInfo {
  /** The file's scope. */
  readonly scope: Scope;
  readonly file: syntax.File | undefined;
  /** For `var a, b = f()`: all the variables. */
  readonly lhs?: readonly VarObject[];
  readonly typeExpr?: syntax.Expr | undefined;
  readonly init?: syntax.Expr | undefined;
  /** The constant's type and value are repeated from a spec above. */
  readonly inherited?: boolean;
  readonly iota?: number;
  readonly typeDecl?: syntax.TypeDecl;
  readonly funcDecl?: syntax.FuncDecl;
  /** Package-level objects that the initialiser or body refers to. */
  readonly deps: Set<Obj>;
}

/** A function whose body is being checked: for captured variables. */
export interface FuncContext {
  readonly outer: FuncContext | undefined;
  readonly node: syntax.FuncDecl | syntax.FuncLit;
  readonly captures: Set<VarObject>;
  /** The type parameters in scope, which types declared inside depend on. */
  readonly typeParams: readonly TypeParam[];
  readonly labels: Map<string, LabelObject>;
  /** Labels that branch statements name: resolved at the end of the body, for goto may jump forward. */
  readonly branches: syntax.Ident[];
}

/** What the expression or statement at hand stands in. */
export interface Environment {
  readonly decl: DeclInfo | undefined;
  scope: Scope;
  iota: number | undefined;
  /** Errors in a repeated constant expression are reported at the constant. */
  errorPos: Pos;
  readonly signature: Signature | undefined;
  readonly func: FuncContext | undefined;
  readonly file: syntax.File | undefined;
  /** A call or receive was met: len and cap of an array are not constant then. */
  hasCallOrRecv: boolean;
}

interface UntypedInfo {
  isShiftOperand: boolean;
  mode: Mode;
  type: Basic;
  value: Const | undefined;
}

export interface At {
  readonly pos: Pos;
  readonly end?: Pos;
}

export class Checker {
  readonly input: CheckInput;
  readonly pkg: Package;
  readonly diagnostics: Diagnostic[] = [];
  readonly decls = new Map<Obj, DeclInfo>();
  /** Methods by the object of their receiver's base type, until that type is declared. */
  readonly methods = new Map<TypeNameObject, FuncObject[]>();
  readonly resolved = new Set<Obj>();
  /** Type names declared with `=`. */
  readonly aliases = new Set<TypeNameObject>();
  /** Where packages are imported, for messages; objects that a dot-import brought; names of imports that were not found. */
  readonly importPaths = new Map<PackageNameObject, syntax.ImportDecl>();
  readonly dotImports = new Map<Obj, PackageNameObject>();
  readonly missingImports = new Set<string>();
  /** Types known not to contain themselves, and those known to. */
  readonly validTypes = new Set<Named>();
  readonly brokenTypes = new Set<Named>();
  /** Objects being resolved, outermost first. */
  readonly path: Obj[] = [];
  readonly resolving = new Map<Obj, number>();
  readonly untyped = new Map<syntax.Expr, UntypedInfo>();
  /** The scopes of parameters, for the bodies. */
  readonly signatureScopes = new Map<Signature, Scope>();
  /** The function that declares a local variable. */
  readonly owners = new Map<VarObject, FuncContext>();
  readonly localVars: VarObject[] = [];
  /** What type arguments are made of, to find instantiations without end. */
  readonly instanceEdges: InstanceEdge[] = [];
  private readonly delayed: (() => void)[] = [];
  private packageNames: Map<string, Set<string>> | undefined;
  env: Environment;

  constructor(input: CheckInput) {
    this.input = input;
    const name = input.files[0]?.packageName.name ?? 'main';
    this.pkg = newPackage(input.path, name, Universe, input.files, input.library);
    this.env = this.environment(this.pkg.scope, undefined, undefined);
  }

  environment(scope: Scope, decl: DeclInfo | undefined, file: syntax.File | undefined): Environment {
    return {
      decl, scope, file, iota: undefined, errorPos: noPos, signature: undefined, func: undefined, hasCallOrRecv: false,
    };
  }

  // ---- Reporting --------------------------------------------------------------------------------------------------

  error(at: At | Pos, code: string, message: string): void {
    this.report(at, code, message, false);
  }
  softError(at: At | Pos, code: string, message: string): void {
    this.report(at, code, message, true);
  }
  /** At the operand's expression. */
  errorAt(x: Operand, code: string, message: string): void {
    this.report(x.expr ?? noPos, code, message, false);
  }

  private report(at: At | Pos, code: string, message: string, soft: boolean): void {
    // Such messages follow from errors that have been reported.
    const followsOn = message.indexOf('invalid operand') > 0 || message.indexOf('invalid type') > 0;
    if (followsOn && this.diagnostics.length > 0) return;
    const range = typeof at === 'number' ? { pos: at } : { pos: at.pos, end: at.end };
    const where = this.env.errorPos === noPos ? range : { pos: this.env.errorPos };
    this.diagnostics.push({ ...where, message, code, ...(soft ? { soft } : {}) });
  }

  // ---- Words ------------------------------------------------------------------------------------------------------

  readonly qualifier = (pkg: Package): string => {
    if (pkg === this.pkg) return '';
    this.packageNames ??= this.collectPackageNames();
    return (this.packageNames.get(pkg.name)?.size ?? 0) > 1 ? JSON.stringify(pkg.path) : pkg.name;
  };

  private collectPackageNames(): Map<string, Set<string>> {
    const names = new Map<string, Set<string>>();
    const seen = new Set<Package>();
    const visit = (pkg: Package): void => {
      if (seen.has(pkg)) return;
      seen.add(pkg);
      names.set(pkg.name, (names.get(pkg.name) ?? new Set()).add(pkg.path));
      pkg.imports.forEach(visit);
    };
    visit(this.pkg);
    return names;
  }

  str(type: Type | undefined): string {
    return typeString(type, this.qualifier);
  }
  readonly typeName = (type: Type): string => this.str(type);
  /** The expression alone. */
  describeShort(x: Operand): string {
    return x.expr ? exprString(x.expr) : this.describe(x);
  }
  describe(x: Operand): string {
    return operandString(x, this.qualifier);
  }

  /** file.go:3:7, for the further lines of messages. */
  position(pos: Pos): string {
    const file = this.input.files.find((f) => f.index === fileOf(pos));
    const reported = reportedPosition(file?.lineBases, pos);
    if (reported) return `${reported.file}:${reported.line}${reported.column > 0 ? `:${reported.column}` : ''}`;
    return `${file ? `${file.name}:` : ''}${lineOf(pos)}:${columnOf(pos)}`;
  }

  // ---- Delayed actions --------------------------------------------------------------------------------------------

  /** Runs f when the declaration or statement at hand is done. */
  later(f: () => void): void {
    this.delayed.push(f);
  }
  /** How many actions wait: to be handed to processDelayed. */
  get delayedCount(): number {
    return this.delayed.length;
  }
  /** Runs all actions put off since the mark, and those that they put off in turn. */
  processDelayed(mark: number): void {
    if (this.delayed.length === mark) return;
    const saved = this.env;
    for (let i = mark; i < this.delayed.length; i++) this.delayed[i]?.();
    this.delayed.length = mark;
    this.env = saved;
  }

  // ---- Scopes -----------------------------------------------------------------------------------------------------

  lookup(name: string): Obj | undefined {
    return lookupParent(this.env.scope, name)?.object;
  }
  openScope(node: At & { $scope?: Scope }): void {
    this.env.scope = newScope(this.env.scope, node.pos, node.end ?? node.pos);
    node.$scope = this.env.scope;
  }
  closeScope(): void {
    this.env.scope = this.env.scope.parent ?? this.env.scope;
  }

  // ---- Recording --------------------------------------------------------------------------------------------------

  record(x: Operand): void {
    const e = x.expr;
    if (!e || x.mode === 'invalid') return;
    if (isUntyped(x.type)) this.untyped.set(e, { isShiftOperand: false, mode: x.mode, type: x.type, value: x.value });
    this.recordType(e, x.mode, x.mode === 'novalue' ? { kind: 'Tuple', vars: [] } : x.type, x.value);
  }
  recordType(e: syntax.Expr, mode: Mode, type: Type, value: Const | undefined): void {
    e.$tv = mode === 'constant' && value ? { mode, type, value } : { mode, type };
  }
  recordDefinition(ident: syntax.Ident, object: Obj | undefined): void {
    if (object) ident.$obj = object;
    ident.$defines = true;
  }
  recordUse(ident: syntax.Ident, object: Obj): void {
    ident.$obj = object;
  }
  /** v, ok := e: the type of e becomes the pair. */
  recordCommaOk(e: syntax.Expr, first: Type, second: Type, vars: (types: readonly Type[]) => readonly VarObject[]): void {
    let x: syntax.Expr = e;
    for (;;) {
      if (x.$tv) x.$tv = { mode: x.$tv.mode, type: { kind: 'Tuple', vars: vars([first, second]) } };
      if (x.kind !== 'ParenExpr') return;
      x = x.x;
    }
  }

  /** What go1.`minor` brought may be used in the file at hand; if not, that is reported. */
  requireVersion(at: At, minor: number, feature: string): boolean {
    if (this.allowsVersion(minor)) return true;
    this.error(at, 'UnsupportedFeature', `${feature} ${this.versionNeeded(minor)}`);
    return false;
  }
  versionNeeded(minor: number): string {
    const line = this.env.file?.goVersion?.line;
    return `requires go1.${minor} or later${line ? ` (file declares ${line})` : ''}`;
  }
  /** go1.N of the file at hand allows features of go1.`minor`. */
  allowsVersion(minor: number): boolean {
    return includesVersion(this.env.file?.goVersion?.version ?? this.input.goVersion, minor);
  }

  addDependency(object: Obj): void {
    if (this.env.decl && this.decls.has(object)) this.env.decl.deps.add(object);
  }

  /** The signature of a method, which may not have been looked at yet. */
  readonly resolveMethod = (method: FuncObject): Signature | undefined => resolveMethod(this, method);
}
