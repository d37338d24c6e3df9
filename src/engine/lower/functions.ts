/** Lowering of whole functions: parameters, results, the body, and the protocol of deferred calls at the end. */
import { bug, must } from '../../base/assert.ts';
import type { Dest, FuncSig } from '../ir/ir.ts';
import { deferRecord } from '../memory/cells.ts';
import type * as syntax from '../syntax/nodes.ts';
import { ensureChecked } from '../types/function.ts';
import type { FuncObject, VarObject } from '../types/objects.ts';
import { Fn } from './fn.ts';
import type { Dispatch, FnInit, Storage } from './fn.ts';
import type { Env, GoType } from './goTypes.ts';
import { carriers } from './layout.ts';
import { emitNative } from './nativeCall.ts';
import { load, local } from './ops.ts';
import { allocate, placeOf, read, write } from './values.ts';
import { addDebug, addParam, addUnnamedResult, declare, declareParam, dests, isBoxed, unboxedStorage, variableType } from './variables.ts';
import { factsOf } from './facts.ts';
import { ownedPointees } from './pointees.ts';
import type { Lowered } from './symbols.ts';
import type { World } from './world.ts';

export function signature(params: readonly GoType[], results: readonly GoType[]): FuncSig {
  return { params: params.flatMap(carriers), results: results.flatMap(carriers) };
}

export function packagePrefix(object: { readonly pkg: FuncObject['pkg'] }): string {
  const pkg = object.pkg;
  return !pkg || pkg.name === 'main' ? 'main' : pkg.path;
}

/** "main.worker", "main.(*counter).inc", "main.Map[...]". */
export function functionName(object: FuncObject): string {
  const prefix = packagePrefix(object);
  const recv = receiverName(object);
  if (recv === undefined) return `${prefix}.${object.name}${object.type && object.type.typeParams.length > 0 ? '[...]' : ''}`;
  return `${prefix}.${object.ptrRecv ? `(*${recv})` : recv}.${object.name}`;
}

function receiverName(object: FuncObject): string | undefined {
  let type = object.type?.recv?.type;
  while (type && (type.kind === 'Pointer' || type.kind === 'Alias')) type = type.kind === 'Pointer' ? type.elem : type.actual;
  if (type?.kind !== 'Named') return undefined;
  const origin = type.origin ?? type;
  return origin.object.name + (origin.typeParams.length > 0 ? '[...]' : '');
}

/** The receiver's type (none for functions), the parameters' and the results' of a declared function. */
export function declaredTypes(world: World, object: FuncObject, env: Env): { readonly params: readonly GoType[]; readonly results: readonly GoType[] } {
  const type = must(object.type, `type of ${object.name}`);
  const types = (vars: readonly VarObject[]): GoType[] => vars.map((v) => world.types.of(must(v.type, 'type of parameter'), env));
  return { params: [...(type.recv ? types([type.recv]) : []), ...types(type.params)], results: types(type.results) };
}

export function lowerDeclared(world: World, dispatch: Dispatch, object: FuncObject, env: Env, name = functionName(object)): Lowered {
  const decl = object.decl ?? bug(`no declaration of ${object.name}`);
  ensureChecked(decl);
  const library = object.pkg?.library ?? true;
  const f = new Fn({ world, dispatch, name, env, library, pkg: object.pkg?.path ?? '' });
  const vars = must(decl.$vars, `variables of ${object.name}`);
  const { params, results } = declaredTypes(world, object, env);
  const all = [...(vars.recv ? [vars.recv] : []), ...vars.params];
  if (!decl.body) return nativeBody(f, object, params, results);
  lowerBody(f, { params: all, results: vars.results, body: decl.body });
  return f.finish(signature(params, results), f.siteAt(decl.pos, decl.name.end));
}

/** A function with the signature of a declared one that does nothing: it stands where that one is not needed. */
export function lowerAbsent(world: World, dispatch: Dispatch, object: FuncObject, env: Env): Lowered {
  const f = new Fn({ world, dispatch, name: functionName(object), env, library: true, pkg: object.pkg?.path ?? '' });
  const { params, results } = declaredTypes(world, object, env);
  params.forEach((type) => addParam(f, unboxedStorage(f, type)));
  for (const type of results) f.results.push(...dests(unboxedStorage(f, type)));
  f.emit({ k: 'return' });
  return f.finish(signature(params, results), 0);
}

/** A native, or an instruction, as a function of its own, for where its value is used. */
function nativeBody(f: Fn, object: FuncObject, params: readonly GoType[], results: readonly GoType[]): Lowered {
  const storages = params.map((type) => unboxedStorage(f, type));
  storages.forEach((storage) => addParam(f, storage));
  const outs = results.map((type) => unboxedStorage(f, type));
  outs.forEach((storage) => f.results.push(...dests(storage)));
  const args = storages.map((storage, i) => read(placeOf(storage, must(params[i], 'type of parameter'), f)));
  const values = emitNative(f, object, args, results);
  values.forEach((value, i) => write(f, placeOf(must(outs[i], 'result'), value.type, f), value));
  f.emit({ k: 'return' });
  return f.finish(signature(params, results), 0);
}

interface Body { readonly params: readonly VarObject[]; readonly results: readonly VarObject[]; readonly body: syntax.BlockStmt }

/** Parameters, results and body; ends with a return on every path. */
export function lowerBody(f: Fn, { params, results, body }: Body): void {
  const facts = factsOf(f, body);
  f.pointees = ownedPointees(f, body);
  for (const param of params) declareParam(f, param);
  f.resultVariables = results;
  if (facts.returnsInRange) results.forEach((v) => f.world.escaping.add(v));
  f.resultTypes = results.map((v) => variableType(f, v));
  f.resultStorage = results.map((v) => declareResult(f, v));
  const resultDests: Exclude<Dest, undefined>[][] = f.resultStorage.map((storage, i) => (storage.k === 'boxed' ? dests(unboxedStorage(f, must(f.resultTypes[i], 'type of result'))) : dests(storage)));
  f.results.push(...resultDests.flat());
  const { defers } = facts;
  facts.gotoTargets.forEach((label) => f.gotoLabels.set(label, f.newLabel()));
  if (defers) {
    f.defers = deferList(f, facts.defersInRange);
    f.runsDefers = true;
  }
  f.exit = f.newLabel();
  const code = f.body(() => f.dispatch.stmts(f, body.list));
  if (f.exitUsed || defers) f.emit({ k: 'block', label: f.exit, body: code });
  else code.forEach((stmt) => f.emit(stmt));
  if (defers) results.forEach((v, i) => v.name === '' && addUnnamedResult(f, i, variableType(f, v), must(f.storage.get(v), 'result'), body.rbrace));
  if (defers) runDefers(f, f.siteAt(body.rbrace, body.rbrace + 1));
  f.resultStorage.forEach((storage, i) => {
    const type = must(f.resultTypes[i], 'type of result');
    if (storage.k === 'boxed') write(f, destPlace(f, type, must(resultDests[i], 'result')), read(placeOf(storage, type, f)));
  });
  if (code.at(-1)?.k !== 'return' || f.exitUsed || defers) f.emit({ k: 'return' });
}

/** Leaves the function; the results are where they belong. */
export function leave(f: Fn): void {
  if (f.defers || f.resultStorage.some((storage) => storage.k === 'boxed')) {
    f.exitUsed = true;
    f.br(f.exit);
  } else f.emit({ k: 'return' });
}

/** Result variables are zero when the function begins. Unnamed ones are only written by return statements. */
function declareResult(f: Fn, variable: VarObject): Storage {
  const type = variableType(f, variable);
  if ((variable.name !== '' && isBoxed(f, variable)) || f.world.escaping.has(variable)) {
    declare(f, variable);
    return must(f.storage.get(variable), 'storage of result');
  }
  const storage = unboxedStorage(f, type);
  f.storage.set(variable, storage);
  addDebug(f, variable, type, storage);
  return storage;
}

function destPlace(f: Fn, type: GoType, list: readonly Exclude<Dest, undefined>[]): ReturnType<typeof placeOf> {
  const first = list[0];
  if (first?.k === 'slot') return placeOf({ k: 'slot', slot: first.id }, type, f);
  return placeOf({ k: 'scalars', locals: list.map((dest) => dest.id) }, type, f);
}

// ---- deferred calls: a list of records { next, closure }, newest first

/** The head of the list; boxed where the body of a range-over-func loop defers on behalf of this function. */
function deferList(f: Fn, shared: boolean): Storage {
  const head = f.newLocal('i32', true);
  if (!shared) return { k: 'scalars', locals: [head] };
  const box = allocate(f, f.world.types.basic('unsafe.Pointer'));
  f.set(head, box.base);
  return { k: 'boxed', local: head };
}

/** The calls count as made at the function's closing brace. */
function runDefers(f: Fn, site: number): void {
  const place = placeOf(must(f.defers, 'list of deferred calls'), f.world.types.basic('unsafe.Pointer'), f);
  f.emit({ k: 'deferPoint' });
  const again = f.newLabel();
  const body = f.body(() => {
    const record = f.newLocal('i32', true);
    const head = read(place);
    f.set(record, head.k === 'scalars' ? must(head.parts[0], 'head') : bug('head in memory'));
    const call = f.body(() => {
      const closure = f.hold(load('i32.load', local(record), deferRecord.closure), 'i32', true);
      write(f, place, { k: 'scalars', type: place.type, parts: [load('i32.load', local(record), deferRecord.next)] });
      f.emit({ k: 'call', callee: { k: 'closure', closure }, sig: { params: [], results: [] }, args: [], results: [], site, deferred: true });
      f.br(again);
    });
    f.if(local(record), call);
  });
  f.emit({ k: 'loop', label: again, body });
}

/** A function made by the lowering: a wrapper or thunk. */
export function madeFunction(init: Omit<FnInit, 'dispatch'> & { readonly dispatch: Dispatch }, params: readonly GoType[], results: readonly GoType[], make: (f: Fn, params: readonly Storage[]) => void): Lowered {
  const f = new Fn({ ...init, hidden: init.hidden ?? true });
  const storages = params.map((type) => {
    const storage = unboxedStorage(f, type);
    addParam(f, storage);
    return storage;
  });
  f.resultTypes = results;
  f.resultStorage = results.map((type) => unboxedStorage(f, type));
  f.resultStorage.forEach((storage) => f.results.push(...dests(storage)));
  make(f, storages);
  f.emit({ k: 'return' });
  return f.finish(signature(params, results), 0);
}
