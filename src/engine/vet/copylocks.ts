/** copylocks: values that contain a lock are copied. */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { walkFile } from '../syntax/walk.ts';
import { methodSet } from '../types/lookup.ts';
import type { Named, Type } from '../types/types.ts';
import { unalias, under } from '../types/under.ts';
import { type Pass, sourceText, typeName } from './pass.ts';

export function copylocks(pass: Pass): void {
  for (const file of pass.pkg.files) walkFile(file, (node) => visit(pass, node as syntax.Expr | syntax.Stmt | syntax.Decl));
}

function visit(pass: Pass, node: syntax.Expr | syntax.Stmt | syntax.Decl): void {
  switch (node.kind) {
    case 'FuncDecl':
      return signature(pass, node.name.name, node.type, node.recv);
    case 'FuncLit':
      return signature(pass, 'func', node.type, undefined);
    case 'AssignStmt':
      if (!node.op) node.rhs.forEach((x, i) => copied(pass, x, x, node.lhs[i] && `assignment copies lock value to ${sourceText(node.lhs[i] as syntax.Expr)}`));
      return;
    case 'VarDecl':
      return node.values.forEach((x, i) => copied(pass, x, x, `variable declaration copies lock value to ${node.names[i]?.name ?? ''}`));
    case 'CompositeLit':
      for (const element of node.elements) {
        const x = element.kind === 'KeyValueExpr' ? element.value : element;
        copied(pass, x, x, `literal copies lock value from ${sourceText(x)}`);
      }
      return;
    case 'ReturnStmt':
      return node.results.forEach((x) => copied(pass, x, x, 'return copies lock value'));
    case 'CallExpr':
      return call(pass, node);
    case 'RangeStmt':
      for (const x of [node.key, node.value]) if (x) rangeVariable(pass, x, node.define);
      return;
    default:
  }
}

function signature(pass: Pass, name: string, type: syntax.FuncType, recv: syntax.Field | undefined): void {
  const seen = new Set<syntax.Expr>();
  for (const { type: expr } of [...(recv ? [recv] : []), ...type.params]) {
    if (seen.has(expr)) continue;
    seen.add(expr);
    const path = expr.kind === 'EllipsisExpr' ? undefined : lockPath(expr.$tv?.type);
    if (path) pass.report(expr, `${name} passes lock by value: ${path.join(' contains ')}`);
  }
}

function call(pass: Pass, node: syntax.CallExpr): void {
  const fun = unparen(node.fun);
  const builtin = fun.kind === 'Ident' ? fun.$obj : fun.kind === 'SelectorExpr' ? fun.sel.$obj : undefined;
  // These look at types only.
  if (builtin?.kind === 'Builtin' && ['new', 'len', 'cap', 'unsafe.Sizeof', 'unsafe.Alignof', 'unsafe.Offsetof'].includes(builtin.name)) return;
  for (const x of node.args) copied(pass, x, x, `call of ${sourceText(node.fun)} copies lock value`);
}

function rangeVariable(pass: Pass, x: syntax.Expr, define: boolean): void {
  if (x.kind === 'Ident' && x.name === '_') return;
  const object = define && x.kind === 'Ident' ? x.$obj : undefined;
  const path = lockPath(object?.kind === 'Var' ? object.type : x.$tv?.type);
  if (path) pass.report(x, `range var ${sourceText(x)} copies lock: ${path.join(' contains ')}`);
}

/** Reports the value of x if it is a copy of something with a lock. What is made anew, or given by a call, is none. */
function copied(pass: Pass, at: syntax.Expr, expr: syntax.Expr, what: string | undefined): void {
  const x = unparen(expr);
  if (what === undefined || x.kind === 'CompositeLit' || x.kind === 'CallExpr') return;
  if (x.kind === 'StarExpr' && unparen(x.x).kind === 'CallExpr') return;
  const tv = x.$tv;
  if (!tv || tv.mode === 'type' || tv.mode === 'novalue' || tv.mode === 'builtin') return;
  const path = lockPath(tv.type);
  if (path) pass.report(at, `${what}: ${path.join(' contains ')}`);
}

/** Library types with locks, by what Go's own consist of. */
const libraryLocks: Readonly<Record<string, readonly string[]>> = {
  'sync.Mutex': [], 'sync.RWMutex': [], 'sync.Map': ['sync.Mutex'], 'sync.Once': ['sync.Mutex'],
  'sync.WaitGroup': ['sync.noCopy'], 'sync.Cond': ['sync.noCopy'], 'sync.Pool': ['sync.noCopy'],
  'golang.org/x/sync/errgroup.Group': ['sync.WaitGroup', 'sync.noCopy'], 'golang.org/x/sync/semaphore.Weighted': ['sync.Mutex'],
  'golang.org/x/sync/singleflight.Group': ['sync.Mutex'], 'golang.org/x/time/rate.Limiter': ['sync.Mutex'],
  ...Object.fromEntries(['Int32', 'Int64', 'Uint32', 'Uint64', 'Uintptr', 'Bool', 'Pointer'].map((name) => [`sync/atomic.${name}`, ['sync/atomic.noCopy']])),
};

/** From the type to a lock in it, through fields and elements. */
function lockPath(type: Type | undefined, seen: ReadonlySet<Type> = new Set()): readonly string[] | undefined {
  if (!type) return undefined;
  let t = unalias(type);
  for (let u = under(t); u.kind === 'Array'; u = under(t)) t = unalias(u.elem);
  if (seen.has(t)) return undefined;
  const within = new Set([...seen, t]);
  if (t.kind === 'Named' && t.object.pkg?.library) {
    const rest = libraryLocks[`${t.object.pkg.path}.${t.object.name}`];
    return rest && [typeName(t), ...rest];
  }
  const u = under(t);
  const parts = u.kind === 'Struct' ? u.fields : t.kind === 'Tuple' ? t.vars : undefined;
  if (u.kind === 'Struct' && isLock(t)) return [typeName(t)];
  for (const part of parts ?? []) {
    const path = lockPath(part.type, within);
    if (path) return [typeName(t), ...path];
  }
  return undefined;
}

/** A pointer to it is a sync.Locker, a value is not. */
function isLock(t: Exclude<Type, { kind: 'Alias' }>): boolean {
  const isLocker = (candidate: Type): boolean => {
    const methods = methodSet(candidate);
    return methods.has('Lock') && methods.has('Unlock');
  };
  const named: Named | undefined = t.kind === 'Named' ? t : undefined;
  return (named !== undefined || t.kind === 'Struct') && isLocker({ kind: 'Pointer', elem: t }) && !isLocker(t);
}
