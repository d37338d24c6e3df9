import { describe, expect, it } from 'vitest';
import type { Expr, Func, Local, Program, Stmt } from '../ir/ir.ts';
import { cell, goroutine } from '../memory/cells.ts';
import { at, goroutineStatus } from '../memory/state.ts';
import { Leave } from './kernel/loop.ts';
import { generateModule } from './module.ts';

const i64: Local = { type: 'i64', ref: false, temp: false };
const scalar = { kind: 'scalar', type: 'i64', ref: false } as const;
const local = (id: number): Expr => ({ k: 'local', id });
const num = (value: number): Expr => ({ k: 'const', type: 'i64', value });
const op = (name: string, ...args: Expr[]): Expr => ({ k: 'op', op: name, args });

/** func fib(n int) int { if n < 2 { return n }; return fib(n-1) + fib(n-2) } */
const fibBody: Stmt[] = [
  { k: 'mark', site: 1 },
  { k: 'if', cond: op('i64.lt_s', local(0), num(2)), then: [{ k: 'mark', site: 2 }, { k: 'set', local: 1, value: local(0) }, { k: 'return' }], else: [] },
  { k: 'mark', site: 3 },
  call(0, [op('i64.sub', local(0), num(1))], 2),
  call(0, [op('i64.sub', local(0), num(2))], 3),
  { k: 'set', local: 1, value: op('i64.add', local(2), local(3)) },
  { k: 'return' },
];
function call(func: number, args: Expr[], result: number): Stmt {
  return { k: 'call', callee: { k: 'func', func, closure: undefined }, sig: { params: [scalar], results: [scalar] }, args, results: [{ k: 'local', id: result }], site: 3 };
}
const fib: Func = {
  name: 'main.fib', sig: { params: [scalar], results: [scalar] }, locals: [i64, i64, i64, i64], slots: [],
  params: [{ k: 'local', id: 0 }], results: [{ k: 'local', id: 1 }], closure: undefined, body: fibBody, library: false, usesRecover: false, hidden: false, defers: undefined, vars: [], site: 0,
};
const program: Program = {
  funcs: [fib], values: [Int32Array.of(0)], types: [], data: new Uint8Array(), globals: { size: 0, refs: [], vars: [] }, dispatch: [], sites: [], layouts: [], entry: 0, raise: 0, gopanic: 0,
};

/** Runs fib(n) as the only goroutine, in slices of the given length; gives the result and the statements executed. */
function run(n: number, slice: number) {
  const module = generateModule(program, { notes: 'nothing' });
  const memory = new WebAssembly.Memory({ initial: 2 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module.bytes.slice()), { env: { memory }, rt: {} });
  const drive = instance.exports['drive'] as (statements: number, inTurn: number) => number;
  const view = new DataView(memory.buffer);
  const [g, stack] = [4096, 8192];
  const begin = { [g + goroutine.id]: 1, [g + goroutine.status]: goroutineStatus.running, [g + goroutine.fp]: stack, [g + goroutine.stackEnd]: 1 << 17 };
  for (const [address, word] of Object.entries({ ...begin, [cell.g]: g, [at.main]: g, [at.quantum]: 1 << 30 })) view.setInt32(Number(address), word, true);
  view.setBigInt64(stack + 16, BigInt(n), true);
  while (drive(slice, 0) === Leave.over);
  return { result: Number(view.getBigInt64(stack + 8, true)), steps: view.getFloat64(cell.granted, true) - view.getInt32(cell.fuel, true) };
}

describe('the exact version of a function', () => {
  it('computes the same in the same number of statements at any slice length', () => {
    const whole = run(15, 1_000_000);
    expect(whole).toEqual({ result: 610, steps: 2 * 1973 } /* 1973 calls of two statements */);
    for (const slice of [1, 2, 3, 5, 7, 11, 64, 1000]) expect(run(15, slice)).toEqual(whole);
  });
});
