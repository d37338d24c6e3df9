/** The things that identifiers denote, and the scopes that hold them. */
import type * as syntax from '../syntax/nodes.ts';
import type { Pos } from '../syntax/positions.ts';
import type { Const } from './constant.ts';
import type { Named, Signature, Type } from './types.ts';

export type Obj = PackageNameObject | ConstObject | TypeNameObject | VarObject | FuncObject | LabelObject | BuiltinObject | NilObject;

interface Common {
  readonly name: string;
  readonly pos: Pos;
  /** Undefined for the universe, labels and predeclared things. */
  readonly pkg: Package | undefined;
  /** The scope it is declared in; undefined for struct fields and methods. */
  parent: Scope | undefined;
}
export interface PackageNameObject extends Common { readonly kind: 'PackageName'; readonly imported: Package; used: boolean }
export interface ConstObject extends Common { readonly kind: 'Const'; type: Type | undefined; value: Const | undefined }
export interface TypeNameObject extends Common { readonly kind: 'TypeName'; type: Type | undefined }
export interface VarObject extends Common {
  readonly kind: 'Var';
  type: Type | undefined;
  used: boolean;
  readonly role: 'local' | 'package' | 'param' | 'result' | 'receiver' | 'field';
  /** Embedded struct field. */
  readonly embedded: boolean;
  /** Set by the checker if the variable's address is taken (&x, x.ptrMethod(), slicing an array). */
  addressed: boolean;
  /** Set by the checker if the address of a part of what the variable points to is taken (&p.f, p.f.ptrMethod(), slicing an array p.f). */
  pointeeAddressed: boolean;
  /** Set by the checker if a function literal uses a variable of an enclosing function. */
  captured: boolean;
  /** Set if it is assigned to after its declaration (so that an unassigned captured variable may be copied). */
  reassigned: boolean;
  /** Set on loop variables with a fresh copy per iteration. */
  perIteration: boolean;
}
export interface FuncObject extends Common {
  readonly kind: 'Func';
  type: Signature | undefined;
  /** Declaration with the body; undefined for interface methods. Instantiated methods share their generic origin's. */
  readonly decl: syntax.FuncDecl | undefined;
  /** For methods: the receiver's base type, and whether the receiver is a pointer. */
  readonly recvNamed: Named | undefined;
  readonly ptrRecv: boolean;
  /** For a method of an instantiated type: the generic method it comes from. */
  readonly origin: FuncObject | undefined;
}
export interface LabelObject extends Common { readonly kind: 'Label'; used: boolean }
export type BuiltinName =
  | 'append' | 'cap' | 'clear' | 'close' | 'complex' | 'copy' | 'delete' | 'imag' | 'len' | 'make' | 'max' | 'min' | 'new' | 'panic'
  | 'print' | 'println' | 'real' | 'recover'
  | 'unsafe.Sizeof' | 'unsafe.Offsetof' | 'unsafe.Alignof' | 'unsafe.Add' | 'unsafe.Slice' | 'unsafe.SliceData'
  | 'unsafe.String' | 'unsafe.StringData';
export interface BuiltinObject extends Common { readonly kind: 'Builtin'; readonly name: BuiltinName }
export interface NilObject extends Common { readonly kind: 'Nil' }

export interface Scope {
  readonly parent: Scope | undefined;
  readonly objects: Map<string, Obj>;
  /** Extent, for the editor's completion. */
  readonly start: Pos;
  readonly end: Pos;
  readonly children: Scope[];
}

export interface Package {
  readonly path: string;
  readonly name: string;
  readonly scope: Scope;
  readonly files: readonly syntax.File[];
  readonly imports: Package[];
  /** Package-level variables in initialisation order, each with the names set by one expression. Filled by the checker. */
  initOrder: Initializer[];
  /** init functions in order of appearance. */
  inits: syntax.FuncDecl[];
  /** True for the library, whose calls are one step. */
  readonly library: boolean;
}
export interface Initializer { readonly lhs: readonly VarObject[]; readonly rhs: syntax.Expr }
