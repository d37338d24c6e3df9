/** Conditional evaluation: && and ||, and values that are computed only if needed. */
import type { Expr, Native, Stmt } from '../ir/ir.ts';
import type { Fn } from './fn.ts';
import { cond, i32, local, not, seq } from './ops.ts';

/** Statements that may stand in an expression: see Expr "seq". */
export function fitsInExpression(stmts: readonly Stmt[]): boolean {
  return stmts.every((stmt) => {
    switch (stmt.k) {
      case 'set':
      case 'store':
      case 'copy':
      case 'zero':
      case 'panicIf':
        return true;
      case 'native':
        return !stmt.native.blocks;
      case 'if':
        return fitsInExpression(stmt.then) && fitsInExpression(stmt.else);
      default:
        return false;
    }
  });
}

export function and(f: Fn, left: Expr, right: () => Expr): Expr {
  return shortCircuit(f, left, right, true);
}
export function or(f: Fn, left: Expr, right: () => Expr): Expr {
  return shortCircuit(f, left, right, false);
}

function shortCircuit(f: Fn, left: Expr, right: () => Expr, conjunction: boolean): Expr {
  const { value, stmts } = f.collect(right);
  if (fitsInExpression(stmts)) {
    const lazy = seq(stmts, value);
    return conjunction ? cond('i32', left, lazy, i32(0)) : cond('i32', left, i32(1), lazy);
  }
  const result = f.newLocal('i32');
  f.set(result, left);
  f.if(conjunction ? local(result) : not(local(result)), [...stmts, { k: 'set', local: result, value }]);
  return local(result);
}

/** Calls a function of the runtime that returns one i32. */
export function callDirect(f: Fn, native: Native, args: readonly Expr[], ref = false): Expr {
  const result = f.newLocal('i32', ref);
  f.emit({ k: 'native', native, args, results: [result], site: f.site });
  return local(result);
}
/** Calls a function of the runtime with results in cell.results: their locals. */
export function callNative(f: Fn, native: Native, args: readonly Expr[], refs: readonly boolean[] = []): Expr[] {
  const results = native.results.map((type, i) => f.newLocal(type, refs[i] ?? false));
  f.emit({ k: 'native', native, args, results, site: f.site });
  return results.map(local);
}
