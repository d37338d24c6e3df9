/** Which functions of the runtime a program calls, with their WebAssembly signatures. */
import type { Expr, Func, Native, Stmt, ValType } from '../ir/ir.ts';

export interface Import {
  readonly name: string;
  readonly params: readonly ValType[];
  readonly results: readonly ValType[];
}

/** spawn(function id, closure or 0, site) → frame, zeroed but for header and closure; spawned(): its arguments are in place. */
const spawnImports: readonly Import[] = [
  { name: 'rt.spawn', params: ['i32', 'i32', 'i32'], results: ['i32'] },
  { name: 'rt.spawned', params: [], results: [] },
];

export function importOf(native: Native): Import {
  const params = native.params.flatMap((type): ValType[] => (type === 'i64' ? ['i32', 'i32'] : [type]));
  if (native.blocks) return { name: native.name, params: ['i32', ...params], results: ['i32'] };
  return { name: native.name, params, results: native.direct ? native.results : [] };
}

/** In order of first use. */
export function collectImports(func: Func): Import[] {
  const found = new Map<string, Import>();
  const add = (wanted: Import) => {
    if (!found.has(wanted.name)) found.set(wanted.name, wanted);
  };
  const expr = (e: Expr | undefined): void => {
    switch (e?.k) {
      case 'op':
        e.args.forEach(expr);
        break;
      case 'load':
        expr(e.addr);
        break;
      case 'cond':
        expr(e.cond);
        expr(e.then);
        expr(e.else);
        break;
      case 'seq':
        e.stmts.forEach(stmt);
        expr(e.value);
        break;
      default:
    }
  };
  const stmt = (s: Stmt): void => {
    switch (s.k) {
      case 'set':
        expr(s.value);
        break;
      case 'store':
        expr(s.addr);
        expr(s.value);
        break;
      case 'copy':
        expr(s.to);
        expr(s.from);
        expr(s.size);
        break;
      case 'zero':
        expr(s.to);
        expr(s.size);
        break;
      case 'go':
        spawnImports.forEach(add);
        callee(s);
        break;
      case 'call':
        callee(s);
        break;
      case 'native':
        add(importOf(s.native));
        s.args.forEach(expr);
        break;
      case 'panicIf':
        expr(s.cond);
        expr(s.a);
        expr(s.b);
        break;
      case 'if':
        expr(s.cond);
        s.then.forEach(stmt);
        s.else.forEach(stmt);
        break;
      case 'block':
      case 'loop':
        s.body.forEach(stmt);
        break;
      case 'switch':
        expr(s.value);
        break;
      default:
    }
  };
  const callee = (s: Extract<Stmt, { k: 'call' | 'go' }>): void => {
    if (s.callee.k === 'method') expr(s.callee.type);
    else expr(s.callee.closure);
    s.args.forEach(expr);
  };
  func.body.forEach(stmt);
  return [...found.values()];
}
