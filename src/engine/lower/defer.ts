/**
 * go and defer. A go statement names callee and arguments directly; a deferred call becomes a closure without parameters over its callee
 * and arguments, put in front of the function's list.
 */
import { bug, must } from '../../base/assert.ts';
import type { Callee, Expr } from '../ir/ir.ts';
import { PanicCode } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { apply, builtinArguments, builtinName } from './builtins.ts';
import { callArguments, resolveCallee, resultDests } from './calls.ts';
import { capturedValues, functionLiteral, makeClosure } from './closures.ts';
import type { Fn } from './fn.ts';
import { madeFunction } from './functions.ts';
import type { GoType } from './goTypes.ts';
import { noEnv } from './goTypes.ts';
import { natives } from '../ir/natives.ts';
import { deferRecord } from '../memory/cells.ts';
import { callNative } from './lazy.ts';
import { argumentsOf } from './methods.ts';
import type { Target } from './methods.ts';
import { emitNative } from './nativeCall.ts';
import { add, cond, eqz, i32, local } from './ops.ts';
import { orderOperands } from './order.ts';
import { deferredDistance } from './recover.ts';
import { pointBefore } from './syncPoints.ts';
import { part, placeOf, read, scalars, write } from './values.ts';
import type { Value } from './values.ts';

function callOf(e: syntax.Expr): syntax.CallExpr {
  const call = unparen(e);
  return call.kind === 'CallExpr' ? call : bug('go or defer without a call');
}

export function goStatement(f: Fn, s: syntax.GoStmt): void {
  const e = callOf(s.call);
  orderOperands(f, e);
  const site = f.siteAt(s.pos, s.end);
  const resolved = e.$call === 'builtin' ? undefined : resolveCallee(f, e.fun);
  if (resolved?.k === 'target') {
    const { target } = resolved;
    const args = callArguments(f, e, target.params);
    if (target.callee.k === 'closure') f.panicIf(eqz(target.callee.closure), PanicCode.nilFuncGo);
    f.emit({ k: 'go', callee: target.callee, sig: target.sig, args: [...target.first, ...args.flatMap(argumentsOf)], site });
    return;
  }
  const closure = f.reuse(deferredClosure(f, e), 'i32', true);
  f.emit({ k: 'go', callee: { k: 'closure', closure }, sig: { params: [], results: [] }, args: [], site });
}

export function deferStatement(f: Fn, s: syntax.DeferStmt): void {
  const e = callOf(s.call);
  orderOperands(f, e);
  const closure = deferredClosure(f, e);
  const held = f.reuse(closure, 'i32', true);
  const record = f.newLocal('i32', true);
  const head = placeOf(must(f.defers, 'list of deferred calls'), f.world.types.basic('unsafe.Pointer'), f);
  f.emit({ k: 'native', native: natives.new, args: [f.symbol({ k: 'layout', layout: deferRecord.layout })], results: [record], site: f.site });
  const field = (offset: number, value: Expr): void => f.emit({ k: 'store', op: 'i32.store', addr: local(record), offset, value });
  field(deferRecord.next, part(read(head)));
  field(deferRecord.closure, held);
  write(f, head, scalars(head.type, local(record)));
}

/** A function value without parameters and results that makes the call. Everything is evaluated now. */
function deferredClosure(f: Fn, e: syntax.CallExpr): Expr {
  if (e.$call === 'builtin') return builtinClosure(f, e);
  const fun = unparen(e.fun);
  if (fun.kind === 'FuncLit') {
    const { params, results } = f.typeOf(fun).as('func');
    if (params.length === 0 && results.length === 0) return part(functionLiteral(f, fun));
  }
  const resolved = resolveCallee(f, fun);
  if (resolved.k === 'native') {
    const args = callArguments(f, e, resolved.params);
    return thunk(f, `native ${resolved.object.pkg?.path ?? ''}.${resolved.object.name}`, args, (inner, values) => {
      emitNative(inner, resolved.object, values, resolved.results);
    });
  }
  const { target } = resolved;
  if (target.callee.k === 'closure' && target.params.length === 0 && target.results.length === 0 && !target.synchronises) {
    // A nil function panics when it is called, not now.
    return target.callee.closure;
  }
  return targetClosure(f, target, callArguments(f, e, target.params));
}

/** Captures what identifies the callee, its receiver and the arguments. */
function targetClosure(f: Fn, target: Target, args: readonly Value[]): Expr {
  const { callee, sig } = target;
  if (callee.k === 'method') f.panicIf(eqz(callee.type), PanicCode.nil);
  const words = f.world.types.basic('unsafe.Pointer');
  const typeId = f.world.types.basic('uint32');
  const identity: Value[] = callee.k === 'method' ? [scalars(typeId, callee.type)] : callee.closure ? [scalars(words, callee.closure)] : [];
  const receiver = receiverValues(target);
  const captured = [...identity, ...receiver, ...args];
  const symbol = callee.k === 'func' ? f.symbols.list[callee.func] : callee.k === 'method' ? f.symbols.list[callee.selector] : undefined;
  const name = symbol?.k === 'func' ? `func ${f.world.types.number(symbol.code)}` : symbol?.k === 'selector' ? `method ${symbol.key}` : 'closure';
  return thunk(f, `${name} ${sig.results.length}`, captured, (inner, values) => {
    const [first] = values;
    const word = (): Expr => part(must(first, 'what identifies the callee'));
    const known = symbol && inner.symbols.id(symbol);
    const again = calleeAgain(callee, known ?? -1, word);
    const rest = values.slice(identity.length);
    const { dests } = resultDests(inner, target.results);
    inner.usesRecover = true;
    pointBefore(inner, target.synchronises);
    inner.emit({ k: 'call', callee: again, sig, args: rest.flatMap(argumentsOf), results: dests, site: 0, transparent: true });
  });
}

/** The callee in a function whose symbol for it is `symbol`, with the type or closure that was captured. */
function calleeAgain(callee: Callee, symbol: number, word: () => Expr): Callee {
  switch (callee.k) {
    case 'func':
      return { k: 'func', func: symbol, closure: callee.closure && word() };
    case 'method':
      return { k: 'method', selector: symbol, type: word() };
    case 'closure':
      return { k: 'closure', closure: word() };
  }
}

/** The receiver's arguments as a value that a closure can hold. */
function receiverValues({ first, receiver, sig }: Target): readonly Value[] {
  if (!receiver) return [];
  if (sig.params[0]?.kind !== 'memory') return [scalars(receiver, ...first)];
  return [{ k: 'memory', type: receiver, base: must(first[0], 'receiver'), offset: 0 }];
}

function builtinClosure(f: Fn, e: syntax.CallExpr): Expr {
  const name = builtinName(e);
  if (name === 'recover') return recoverClosure(f);
  const args = builtinArguments(f, name, e);
  return thunk(f, `builtin ${name}`, args, (inner, values) => {
    pointBefore(inner, name === 'close' && !f.library);
    apply(inner, name, values, f.world.types.basic('int'));
  });
}

/**
 * `defer recover()` counts as a call by the function that says it: it recovers if that function is itself run by a panic. The closure holds the
 * distance to whoever runs that one, 0 if it is no deferred call.
 */
function recoverClosure(f: Fn): Expr {
  const distance = scalars(f.world.types.basic('uint32'), deferredDistance(f));
  return thunk(f, 'builtin recover', [distance], (inner, values) => {
    inner.usesRecover = true;
    const outer = part(must(values[0], 'distance'));
    const whole = cond('i32', outer, add({ k: 'deferred' }, outer), i32(0));
    callNative(inner, natives.recover, [whole, { k: 'fp' }], [false, true]);
  });
}

/** A closure over the values whose function does `make` with them; one function per key and types in each function, so that its name is the same in every program. */
function thunk(f: Fn, key: string, captured: readonly Value[], make: (inner: Fn, values: readonly Value[]) => void): Expr {
  const types: readonly GoType[] = captured.map((value) => value.type);
  const { world, dispatch } = f;
  const code = world.once(`deferred ${f.name} ${key} ${types.map((type) => type.key).join(' ')}`, () =>
    madeFunction({ world, dispatch, name: `${f.name}.deferwrap`, env: noEnv, library: true, pkg: f.pkg }, [], [], (inner) => {
      make(inner, captured.length === 0 ? [] : capturedValues(inner, types));
    }),
  );
  return makeClosure(f, code, captured);
}
