/** What the checker leaves on the syntax tree: the `$` fields of the nodes, added by interface merging. */
import type { FuncObject, LabelObject, Obj, PackageNameObject, Scope, VarObject } from './objects.ts';
import type { Type, TypeAndValue } from './types.ts';

/**
 * Which field or method a selector denotes. `path` walks from the operand's type: each index is a field of the struct reached so far
 * (pointers are followed implicitly); for a field the last index is the field itself, for a method the path leads to the embedded
 * field that has it (empty: the operand itself). `indirect`: some pointer was followed on the way.
 */
export interface Selection {
  readonly kind: 'field' | 'method' | 'methodExpr' | 'qualified';
  readonly recv: Type;
  readonly object: Obj;
  readonly path: readonly number[];
  readonly indirect: boolean;
}

/** Type arguments of a generic function used at this node (explicit or inferred); set on the Ident or SelectorExpr that names it. */
export interface Instance {
  readonly func: FuncObject;
  readonly typeArgs: readonly Type[];
}

declare module '../syntax/nodes.ts' {
  interface ExprNotes { $tv?: TypeAndValue }
  interface IdentNotes {
    /** The object declared or used. For `x` in a type switch guard: undefined (see CaseClause.$implicit). */
    $obj?: Obj;
    /** True if this identifier declares $obj rather than uses it (needed by := with old and new variables). */
    $defines?: boolean;
    $instance?: Instance;
  }
  interface SelectorNotes { $selection?: Selection }
  interface NodeNotes {
    /** CaseClause of a type switch with a bound variable: the variable of this clause. CommClause, blocks: unused. */
    $implicit?: VarObject | PackageNameObject;
    /** CallExpr: what it is. */
    $call?: 'call' | 'conversion' | 'builtin';
    /** FuncDecl, FuncLit: the parameter and result variables in order, receiver first; and the variables captured by a FuncLit. */
    $vars?: { readonly recv: VarObject | undefined; readonly params: readonly VarObject[]; readonly results: readonly VarObject[] };
    $captures?: VarObject[];
    /** FuncDecl: its object. */
    $func?: FuncObject;
    /** FuncDecl: checks the body, if that has been put off (ensureChecked). */
    $check?: (() => void) | undefined;
    /** LabeledStmt: its label. BranchStmt's label Ident carries it in $obj. */
    $label?: LabelObject;
    /** ForStmt, RangeStmt with define: loop variables are fresh in every iteration (go >= 1.22). */
    $perIteration?: boolean;
    /** The scope that the node opens. */
    $scope?: Scope;
  }
}
export {};
