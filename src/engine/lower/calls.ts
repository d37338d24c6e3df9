/** Calls (specification: "Calls", "Passing arguments to ... parameters"). */
import { must } from '../../base/assert.ts';
import type { Dest } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { FuncObject } from '../types/objects.ts';
import { literalClosure } from './closures.ts';
import { convert, exprAs } from './convert.ts';
import type { Fn } from './fn.ts';
import { declaredTypes, signature } from './functions.ts';
import type { Env, GoType } from './goTypes.ts';
import { noEnv } from './goTypes.ts';
import { isHook } from './hooks.ts';
import { layoutOf, partsOf, sizeOf } from './layout.ts';
import { callDirect } from './lazy.ts';
import { argumentsOf, methodTarget, selectedMethod } from './methods.ts';
import type { Target } from './methods.ts';
import { emitNative } from './nativeCall.ts';
import { i32, local } from './ops.ts';
import { isOfSynchronising, isSynchronising, pointBefore } from './syncPoints.ts';
import { part, scalars, slotMemory, write, zeroValue } from './values.ts';
import type { Value } from './values.ts';

/** The function that an expression names, with its type arguments. */
export function staticFunction(f: Fn, expr: syntax.Expr): { readonly object: FuncObject; readonly env: Env } | undefined {
  const e = unparen(expr);
  if (e.kind === 'IndexExpr') return staticFunction(f, e.x);
  const name = e.kind === 'Ident' ? e : e.kind === 'SelectorExpr' && isQualified(e) ? e.sel : undefined;
  const object = name?.$obj;
  if (!name || object?.kind !== 'Func') return undefined;
  const instance = name.$instance;
  if (!instance) return { object, env: noEnv };
  const origin = instance.func.origin ?? instance.func;
  const params = must(origin.type, 'type of generic function').typeParams;
  return { object: origin, env: f.world.types.env(params, instance.typeArgs.map((arg) => f.type(arg))) };
}

function isQualified(e: syntax.SelectorExpr): boolean {
  return e.$selection === undefined || e.$selection.kind === 'qualified';
}

/** A callee ready to be called, perhaps a native of the library. */
export type ResolvedCallee = { readonly k: 'target'; readonly target: Target } | { readonly k: 'native'; readonly object: FuncObject; readonly params: readonly GoType[]; readonly results: readonly GoType[] };

export function resolveCallee(f: Fn, expr: syntax.Expr): ResolvedCallee {
  const fun = unparen(expr);
  const named = staticFunction(f, fun);
  if (named) {
    const { params, results } = declaredTypes(f.world, named.object, named.env);
    if (!named.object.decl?.hasBody) return { k: 'native', object: named.object, params, results };
    const callee = f.callee(f.world.func(named.object, named.env));
    return { k: 'target', target: { callee, sig: signature(params, results), first: [], params, results, synchronises: isSynchronising(f, named.object) } };
  }
  const method = fun.kind === 'SelectorExpr' ? selectedMethod(f, fun) : undefined;
  if (method) return { k: 'target', target: methodTarget(f, method.start, method.found) };
  const { params, results } = f.typeOf(fun).as('func');
  const sig = signature(params, results);
  if (fun.kind === 'FuncLit') {
    const { code, closure } = literalClosure(f, fun);
    return { k: 'target', target: { callee: f.callee(code, closure), sig, first: [], params, results } };
  }
  const closure = f.reuse(part(f.expr(fun)), 'i32', true);
  return { k: 'target', target: { callee: { k: 'closure', closure }, sig, first: [], params, results, synchronises: isOfSynchronising(f, f.typeOf(fun)) } };
}

/** The results of a call: one value for each. */
export function call(f: Fn, e: syntax.CallExpr): readonly Value[] {
  const known = f.ordered.get(e);
  if (known) return known;
  const resolved = resolveCallee(f, e.fun);
  if (resolved.k === 'native') return callNativeFunction(f, e, resolved);
  const { target } = resolved;
  const args = callArguments(f, e, target.params);
  return emitCall(f, target, args, callSite(f, e));
}

export function emitCall(f: Fn, target: Target, args: readonly Value[], site: number): readonly Value[] {
  const { dests, values } = resultDests(f, target.results);
  pointBefore(f, target.synchronises);
  f.emit({ k: 'call', callee: target.callee, sig: target.sig, args: [...target.first, ...args.flatMap(argumentsOf)], results: dests, site });
  return values;
}

/** Fresh places for results. */
export function resultDests(f: Fn, results: readonly GoType[]): { readonly dests: readonly Dest[]; readonly values: readonly Value[] } {
  const dests: Dest[] = [];
  const values = results.map((type): Value => {
    const parts = partsOf(type);
    if (!parts) {
      const slot = f.tempSlot(layoutOf(type));
      dests.push({ k: 'slot', id: slot });
      return slotMemory(type, slot);
    }
    const ids = parts.map((p) => f.newLocal(p.type, p.ref));
    dests.push(...ids.map((id): Dest => ({ k: 'local', id })));
    return scalars(type, ...ids.map(local));
  });
  return { dests, values };
}

/** Frames are shown where their call's name stands: the statement's site unless that is on another line. */
export function callSite(f: Fn, e: syntax.CallExpr): number {
  if (f.library) return 0;
  const pos = e.fun.kind === 'SelectorExpr' ? e.fun.sel.pos : e.lparen;
  return f.world.isSameLine(f.site, pos) ? f.site : f.siteAt(pos, e.end);
}

/** Arguments converted to the parameters' types; extra ones packed into a slice for a variadic function. */
export function callArguments(f: Fn, e: syntax.CallExpr, params: readonly GoType[]): readonly Value[] {
  const variadic = isVariadic(f, e);
  const only = e.args.length === 1 ? unparen(must(e.args[0], 'argument')) : undefined;
  if (only?.kind === 'CallExpr' && only.$call !== 'conversion' && (only.$tv?.type.kind === 'Tuple')) {
    return pack(f, call(f, only), params, variadic);
  }
  const argument = (arg: syntax.Expr, i: number): Value => exprAs(f, arg, must(params[i], 'parameter'));
  if (!variadic) return e.args.map(argument);
  const fixed = params.length - 1;
  const last = must(params.at(-1), 'parameter');
  // The list first: see order.ts.
  const rest = sliceOf(f, last, e.args.slice(fixed).map((arg) => exprAs(f, arg, last.as('slice').elem)));
  return [...e.args.slice(0, fixed).map(argument), rest];
}

/** Whether the call packs arguments into a slice. */
export function isVariadic(f: Fn, e: syntax.CallExpr): boolean {
  const type = f.typeOf(e.fun);
  return !e.hasDots && type.is('func') && type.shape.variadic;
}

export function pack(f: Fn, values: readonly Value[], params: readonly GoType[], variadic: boolean): readonly Value[] {
  const fixed = variadic ? params.length - 1 : params.length;
  const list = values.slice(0, fixed).map((value, i) => convert(f, value, must(params[i], 'parameter')));
  if (!variadic) return list;
  const type = must(params.at(-1), 'parameter');
  return [...list, sliceOf(f, type, values.slice(fixed))];
}

/** A slice of these values; nil if there are none. */
function sliceOf(f: Fn, type: GoType, values: readonly Value[]): Value {
  if (values.length === 0) return zeroValue(f, type);
  const elem = type.as('slice').elem;
  const ptr = callDirect(f, natives.newArray, [f.layoutNumber(elem), i32(values.length)], true);
  values.forEach((value, i) => write(f, { k: 'memory', type: elem, base: ptr, offset: i * sizeOf(elem) }, convert(f, value, elem)));
  return scalars(type, ptr, i32(values.length), i32(values.length));
}

// ---- natives of the library

function callNativeFunction(f: Fn, e: syntax.CallExpr, native: Extract<ResolvedCallee, { k: 'native' }>): readonly Value[] {
  if (isHook(native.object) && !f.world.options.trace) return [];
  return emitNative(f, native.object, callArguments(f, e, native.params), native.results);
}
