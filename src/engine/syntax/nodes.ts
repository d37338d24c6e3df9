/**
 * The syntax tree. One interface per production of the Go specification; the grammar stands above each node.
 *
 * The parser makes it; the checker annotates it in place through the fields that start with `$`
 * (types, constant values, objects), which the parser leaves undefined. Everything else is immutable after parsing.
 * `pos` is where gc reports errors about the node: for binary expressions and calls that is the operator or the opening
 * parenthesis in some messages, so those nodes carry these positions as well.
 */
import type { LineBase } from './lineDirectives.ts';
import type { Pos } from './positions.ts';

/** What the checker leaves on every expression. Declared here, filled by types/: syntax knows nothing of its shape. */
export interface ExprNotes {}
/** What the checker leaves on identifiers, selectors, calls, ... Augmented in types/info.ts by interface merging. */
export interface IdentNotes {}
export interface SelectorNotes {}
export interface NodeNotes {}

interface Base {
  readonly pos: Pos;
  /** Position just behind the node's last character. */
  readonly end: Pos;
}

// ---- Expressions -----------------------------------------------------------------------------------------------

export type Expr =
  | BadExpr | Ident | BasicLit | CompositeLit | KeyValueExpr | FuncLit | ParenExpr | SelectorExpr | IndexExpr | SliceExpr
  | TypeAssertExpr | CallExpr | StarExpr | UnaryExpr | BinaryExpr
  | ArrayType | StructType | FuncType | InterfaceType | MapType | ChanType | EllipsisExpr;

export interface BadExpr extends Base, ExprNotes { readonly kind: 'BadExpr' }

export interface Ident extends Base, ExprNotes, IdentNotes { readonly kind: 'Ident'; readonly name: string }

/** int_lit | float_lit | imaginary_lit | rune_lit | string_lit */
export interface BasicLit extends Base, ExprNotes {
  readonly kind: 'BasicLit';
  readonly lit: 'int' | 'float' | 'imag' | 'char' | 'string';
  /** As written, quotes included. */
  readonly text: string;
}

/** LiteralType "{" [ ElementList [ "," ] ] "}" ; type is undefined where it is elided inside another literal. */
export interface CompositeLit extends Base, ExprNotes, NodeNotes {
  readonly kind: 'CompositeLit';
  readonly type: Expr | undefined;
  readonly elements: readonly Expr[];
  readonly lbrace: Pos;
  readonly rbrace: Pos;
}

/** Key ":" Element, only inside composite literals. */
export interface KeyValueExpr extends Base, ExprNotes { readonly kind: 'KeyValueExpr'; readonly key: Expr; readonly value: Expr }

/** "func" Signature FunctionBody */
export interface FuncLit extends Base, ExprNotes, NodeNotes { readonly kind: 'FuncLit'; readonly type: FuncType; readonly body: BlockStmt }

export interface ParenExpr extends Base, ExprNotes { readonly kind: 'ParenExpr'; readonly x: Expr }

/** x.sel : qualified identifier, field, method value or method expression; the checker says which. */
export interface SelectorExpr extends Base, ExprNotes, SelectorNotes { readonly kind: 'SelectorExpr'; readonly x: Expr; readonly sel: Ident }

/** x[i] or an instantiation x[T1, T2]. */
export interface IndexExpr extends Base, ExprNotes { readonly kind: 'IndexExpr'; readonly x: Expr; readonly indices: readonly Expr[]; readonly lbrack: Pos }

/** x[low : high : max] */
export interface SliceExpr extends Base, ExprNotes {
  readonly kind: 'SliceExpr';
  readonly x: Expr;
  readonly low: Expr | undefined;
  readonly high: Expr | undefined;
  readonly max: Expr | undefined;
  readonly full: boolean;
  readonly lbrack: Pos;
}

/** x.(T), or x.(type) in a type switch guard, where type is undefined. */
export interface TypeAssertExpr extends Base, ExprNotes { readonly kind: 'TypeAssertExpr'; readonly x: Expr; readonly type: Expr | undefined }

/** Call, conversion or builtin; the checker says which. */
export interface CallExpr extends Base, ExprNotes, NodeNotes {
  readonly kind: 'CallExpr';
  readonly fun: Expr;
  readonly args: readonly Expr[];
  /** The last argument is followed by "...". */
  readonly hasDots: boolean;
  readonly lparen: Pos;
  readonly rparen: Pos;
}

/** *x : dereference or pointer type. */
export interface StarExpr extends Base, ExprNotes { readonly kind: 'StarExpr'; readonly x: Expr }

export type UnaryOp = '+' | '-' | '!' | '^' | '&' | '<-' | '~';
export interface UnaryExpr extends Base, ExprNotes { readonly kind: 'UnaryExpr'; readonly op: UnaryOp; readonly x: Expr }

export type BinaryOp =
  | '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '|' | '^' | '*' | '/' | '%' | '<<' | '>>' | '&' | '&^';
export interface BinaryExpr extends Base, ExprNotes {
  readonly kind: 'BinaryExpr';
  readonly op: BinaryOp;
  readonly opPos: Pos;
  readonly x: Expr;
  readonly y: Expr;
}

/** "[" Length "]" Type | "[" "..." "]" Type | "[" "]" Type (slice: length undefined). */
export interface ArrayType extends Base, ExprNotes { readonly kind: 'ArrayType'; readonly length: Expr | 'dots' | undefined; readonly elem: Expr }

export interface StructType extends Base, ExprNotes { readonly kind: 'StructType'; readonly fields: readonly Field[] }
export interface FuncType extends Base, ExprNotes {
  readonly kind: 'FuncType';
  readonly typeParams: readonly Field[] | undefined;
  readonly params: readonly Field[];
  readonly results: readonly Field[];
}
export interface InterfaceType extends Base, ExprNotes {
  readonly kind: 'InterfaceType';
  /** Methods have one name and a FuncType; embedded elements and unions have no name. */
  readonly elements: readonly Field[];
}
export interface MapType extends Base, ExprNotes { readonly kind: 'MapType'; readonly key: Expr; readonly value: Expr }
export interface ChanType extends Base, ExprNotes { readonly kind: 'ChanType'; readonly dir: 'both' | 'send' | 'recv'; readonly elem: Expr }
/** "..." Type, only as the type of a last parameter. */
export interface EllipsisExpr extends Base, ExprNotes { readonly kind: 'EllipsisExpr'; readonly elem: Expr | undefined }

/** One declared name (or none: embedded field, unnamed parameter) with its type: `a, b int` gives two fields sharing the type node. */
export interface Field {
  readonly pos: Pos;
  readonly name: Ident | undefined;
  readonly type: Expr;
  readonly embedded: boolean;
  readonly tag: BasicLit | undefined;
}

// ---- Statements ------------------------------------------------------------------------------------------------

export type Stmt =
  | BadStmt | EmptyStmt | DeclStmt | LabeledStmt | ExprStmt | SendStmt | IncDecStmt | AssignStmt | GoStmt | DeferStmt | ReturnStmt
  | BranchStmt | BlockStmt | IfStmt | SwitchStmt | TypeSwitchStmt | SelectStmt | ForStmt | RangeStmt;

export interface BadStmt extends Base { readonly kind: 'BadStmt' }
export interface EmptyStmt extends Base { readonly kind: 'EmptyStmt' }
export interface DeclStmt extends Base { readonly kind: 'DeclStmt'; readonly decls: readonly Decl[] }
export interface LabeledStmt extends Base, NodeNotes { readonly kind: 'LabeledStmt'; readonly label: Ident; readonly body: Stmt }
export interface ExprStmt extends Base { readonly kind: 'ExprStmt'; readonly x: Expr }
export interface SendStmt extends Base { readonly kind: 'SendStmt'; readonly chan: Expr; readonly value: Expr; readonly arrow: Pos }
export interface IncDecStmt extends Base { readonly kind: 'IncDecStmt'; readonly x: Expr; readonly op: '++' | '--' }
/** lhs = rhs, lhs := rhs (define) or lhs op= rhs (op). pos is that of the operator's left operand list; opPos of the operator. */
export interface AssignStmt extends Base {
  readonly kind: 'AssignStmt';
  readonly lhs: readonly Expr[];
  readonly rhs: readonly Expr[];
  readonly define: boolean;
  readonly op: BinaryOp | undefined;
  readonly opPos: Pos;
}
export interface GoStmt extends Base { readonly kind: 'GoStmt'; readonly call: Expr }
export interface DeferStmt extends Base { readonly kind: 'DeferStmt'; readonly call: Expr }
export interface ReturnStmt extends Base { readonly kind: 'ReturnStmt'; readonly results: readonly Expr[] }
export interface BranchStmt extends Base {
  readonly kind: 'BranchStmt';
  readonly tok: 'break' | 'continue' | 'goto' | 'fallthrough';
  readonly label: Ident | undefined;
  /**
   * Set by the parser (branches.ts): the statement that break leaves or continue goes on with, label or not; the labelled statement a
   * goto leads to. Undefined for fallthrough and for branches that were reported.
   */
  $target?: BranchTarget;
}
export type BranchTarget = LabeledStmt | ForStmt | RangeStmt | SwitchStmt | TypeSwitchStmt | SelectStmt;
export interface BlockStmt extends Base { readonly kind: 'BlockStmt'; readonly list: readonly Stmt[]; readonly rbrace: Pos }
export interface IfStmt extends Base {
  readonly kind: 'IfStmt';
  readonly init: Stmt | undefined;
  readonly cond: Expr;
  readonly then: BlockStmt;
  readonly else: BlockStmt | IfStmt | undefined;
}
/** exprs is undefined for default. */
export interface CaseClause extends Base, NodeNotes { readonly kind: 'CaseClause'; readonly exprs: readonly Expr[] | undefined; readonly body: readonly Stmt[]; readonly colon: Pos }
export interface SwitchStmt extends Base {
  readonly kind: 'SwitchStmt';
  readonly init: Stmt | undefined;
  readonly tag: Expr | undefined;
  readonly clauses: readonly CaseClause[];
  readonly rbrace: Pos;
}
/** switch [bind :=] x.(type) */
export interface TypeSwitchStmt extends Base {
  readonly kind: 'TypeSwitchStmt';
  readonly init: Stmt | undefined;
  readonly bind: Ident | undefined;
  readonly x: Expr;
  readonly clauses: readonly CaseClause[];
  readonly rbrace: Pos;
}
/** comm: SendStmt, ExprStmt or AssignStmt with a receive; undefined for default. */
export interface CommClause extends Base, NodeNotes { readonly kind: 'CommClause'; readonly comm: Stmt | undefined; readonly body: readonly Stmt[]; readonly colon: Pos }
export interface SelectStmt extends Base { readonly kind: 'SelectStmt'; readonly clauses: readonly CommClause[]; readonly rbrace: Pos }
export interface ForStmt extends Base, NodeNotes {
  readonly kind: 'ForStmt';
  readonly init: Stmt | undefined;
  readonly cond: Expr | undefined;
  readonly post: Stmt | undefined;
  readonly body: BlockStmt;
}
export interface RangeStmt extends Base, NodeNotes {
  readonly kind: 'RangeStmt';
  readonly key: Expr | undefined;
  readonly value: Expr | undefined;
  /** A third variable, which is one too many. */
  readonly extra?: Expr | undefined;
  readonly define: boolean;
  readonly x: Expr;
  readonly body: BlockStmt;
}

// ---- Declarations and files -------------------------------------------------------------------------------------

export type Decl = ImportDecl | ConstDecl | TypeDecl | VarDecl | FuncDecl | BadDecl;

export interface BadDecl extends Base { readonly kind: 'BadDecl' }
export interface ImportDecl extends Base, NodeNotes { readonly kind: 'ImportDecl'; readonly name: Ident | undefined; readonly path: BasicLit }
/**
 * One ConstSpec. In a group, a spec without type and values repeats the previous ones: `type` and `values` then are those of the
 * spec it repeats and `implicit` is set. `iota` is its index in the group.
 */
export interface ConstDecl extends Base {
  readonly kind: 'ConstDecl';
  readonly names: readonly Ident[];
  readonly type: Expr | undefined;
  readonly values: readonly Expr[];
  readonly iota: number;
  readonly implicit: boolean;
  readonly doc: string;
}
export interface TypeDecl extends Base, NodeNotes {
  readonly kind: 'TypeDecl';
  readonly name: Ident;
  readonly typeParams: readonly Field[] | undefined;
  readonly alias: boolean;
  readonly type: Expr;
  readonly doc: string;
}
export interface VarDecl extends Base { readonly kind: 'VarDecl'; readonly names: readonly Ident[]; readonly type: Expr | undefined; readonly values: readonly Expr[]; readonly doc: string }
/** `hasBody` is false for a function implemented outside Go (a native of the library). Asking for the body may parse it (bodies.ts). */
export interface FuncDecl extends Base, NodeNotes {
  readonly kind: 'FuncDecl';
  readonly recv: Field | undefined;
  readonly name: Ident;
  readonly type: FuncType;
  readonly hasBody: boolean;
  readonly body: BlockStmt | undefined;
  readonly doc: string;
}

/** The version of the language that a file asks for, "1.21", and in what words. */
export interface GoVersion { readonly version: string; readonly line: string }

export interface File {
  readonly index: number;
  readonly name: string;
  readonly packageName: Ident;
  /** All imports, in order; they are also among decls. */
  readonly imports: readonly ImportDecl[];
  readonly decls: readonly Decl[];
  /** From a `//go:build go1.21` line or a `// go 1.21` comment line at the top; undefined: newest. */
  readonly goVersion: GoVersion | undefined;
  readonly comments: readonly Comment[];
  /** Where the text came from, if it says so: see lineDirectives.ts. */
  readonly lineBases: readonly LineBase[];
  readonly end: Pos;
}
export interface Comment { readonly pos: Pos; readonly text: string }
