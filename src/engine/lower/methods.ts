/** Methods: from a receiver operand to a callee and its first argument; method values, method expressions, and what the dispatch table holds. */
import { bug, must } from '../../base/assert.ts';
import { PanicCode } from '../ir/ir.ts';
import type { Callee, Expr, FuncSig } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { capturedValues, makeClosure } from './closures.ts';
import { unbox } from './compare.ts';
import type { Dispatch, Fn, Storage } from './fn.ts';
import { declaredTypes, madeFunction, signature } from './functions.ts';
import type { GoType } from './goTypes.ts';
import { noEnv } from './goTypes.ts';
import { isPointerShaped } from './layout.ts';
import { demandKey, lookup, methodType, selectorKey } from './lookup.ts';
import type { Found, SetMember } from './lookup.ts';
import { eqz, i64, widenU } from './ops.ts';
import { operandInMemory } from './places.ts';
import { find, memoryOperand, readOperand, throughPointer, walkPath } from './selectors.ts';
import type { Operand } from './selectors.ts';
import { isOfSynchronising, isSynchronising, pointBefore } from './syncPoints.ts';
import { addressOf, part, placeOf, read, scalars } from './values.ts';
import type { Value } from './values.ts';
import type { Code } from './symbols.ts';
import type { World } from './world.ts';

export type FoundMethod = Exclude<Found, { kind: 'field' }>;

/** What to call, with which arguments in front. */
export interface Target {
  readonly callee: Callee;
  readonly sig: FuncSig;
  readonly first: readonly Expr[];
  /** The type of what `first` holds; undefined if there is no receiver. */
  readonly receiver?: GoType;
  readonly params: readonly GoType[];
  readonly results: readonly GoType[];
  /** The program synchronises by calling it: see syncPoints.ts. */
  readonly synchronises?: boolean;
}

/** The scalars of a value, or the address of one in memory, as arguments. */
export function argumentsOf(value: Value): readonly Expr[] {
  return value.k === 'scalars' ? value.parts : [addressOf(value)];
}

/** Resolves a method on an operand. */
export function methodTarget(f: Fn, start: Operand, found: FoundMethod): Target {
  const type = methodType(f.world.types, found).as('func');
  const holder = walkPath(f, start, found.path);
  const pointer = f.world.types.basic('unsafe.Pointer');
  if (found.kind === 'demand') {
    const value = readOperand(holder);
    const typeWord = f.reuse(part(value), 'i32');
    const selector = f.symbols.id({ k: 'selector', key: demandKey(found.demand) });
    const sig = signature([pointer, ...type.params], type.results);
    return { callee: { k: 'method', type: typeWord, selector }, sig, first: [part(value, 1)], receiver: pointer, params: type.params, results: type.results, synchronises: isOfSynchronising(f, holder.type) };
  }
  const { object, env } = found.method;
  const receiver = object.ptrRecv ? pointerTo(holder) : argumentsOf(receiverValue(f, holder, found.holder));
  const types = declaredTypes(f.world, object, env);
  const callee = f.callee(f.world.func(object, env));
  return { callee, sig: signature(types.params, types.results), first: receiver, receiver: must(types.params[0], 'receiver type'), params: type.params, results: type.results, synchronises: isSynchronising(f, object) };
}

function pointerTo(holder: Operand): readonly Expr[] {
  if (holder.type.is('pointer')) return [part(readOperand(holder))];
  return [addressOf(memoryOperand(holder))];
}

/** A value receiver is copied, from behind a pointer if need be. */
function receiverValue(f: Fn, holder: Operand, declaredBy: GoType): Value {
  return readOperand(holder.type === declaredBy ? holder : throughPointer(f, holder));
}

/** The method that a selector expression calls, and its operand. */
export function selectedMethod(f: Fn, e: syntax.SelectorExpr): { readonly found: FoundMethod; readonly start: Operand } | undefined {
  const kind = e.$selection?.kind;
  if (kind !== 'method') return undefined;
  const found = find(f, f.typeOf(e.x), e.sel);
  return found.kind === 'field' ? undefined : { found, start: operandInMemory(f, e.x) };
}

/** Calls the target with these storages as the remaining arguments; results go to the made function's own. */
export function forward(f: Fn, target: Target, args: readonly Storage[]): void {
  const rest = args.map((storage, i) => placeOf(storage, must(target.params[i], 'parameter type'), f)).flatMap((place) => argumentsOf(read(place)));
  f.usesRecover = true;
  f.emit({ k: 'call', callee: target.callee, sig: target.sig, args: [...target.first, ...rest], results: f.results, site: 0, transparent: true });
}

function hiddenInit(world: World, dispatch: Dispatch, name: string): Parameters<typeof madeFunction>[0] {
  return { world, dispatch, name, env: noEnv, library: true, pkg: '' };
}

/** The function behind a method of a dynamic type: takes the data word of an interface as its receiver. */
export function dispatched(world: World, dispatch: Dispatch, type: GoType, member: SetMember): Code {
  const found = lookup(world.types, type, member.name, member.pkg);
  if (!found || found.kind === 'field') return bug(`${type.name} has no method ${member.name}`);
  if (found.kind === 'method' && found.path.length === 0) {
    const direct = found.method.object.ptrRecv ? type.is('pointer') : type === found.holder && isPointerShaped(type);
    if (direct) return world.func(found.method.object, found.method.env);
  }
  const { params, results } = methodType(world.types, found).as('func');
  const data = world.types.basic('unsafe.Pointer');
  return world.once(`dispatch ${type.key} ${member.key}`, () =>
    madeFunction(hiddenInit(world, dispatch, `${type.linkName}.${member.name}`), [data, ...params], results, (f, [word, ...args]) => {
      const receiver = part(read(placeOf(must(word, 'data word'), data, f)));
      if (type.is('pointer') && found.kind === 'method' && found.path.length === 0) checkReceiver(f, found, receiver);
      const start: Operand = isPointerShaped(type) ? unbox(type, receiver) : { k: 'memory', type, base: receiver, offset: 0 };
      forward(f, methodTarget(f, start, found), args);
    }),
  );
}

/** A method of the value type is called by a pointer that may be nil: the panic says which. */
function checkReceiver(f: Fn, { holder, method }: Extract<FoundMethod, { kind: 'method' }>, pointer: Expr): void {
  if (method.object.ptrRecv) return;
  const text = `value method ${holder.linkName}.${method.object.name} called using nil *${holder.linkName.replace(/^.*\./, '')} pointer`;
  f.panicIf(eqz(pointer), PanicCode.wrapper, widenU(f.text(text)), i64(text.length));
}

/** x.M as a value: a closure over the receiver, evaluated now. */
export function methodValue(f: Fn, e: syntax.SelectorExpr, { found, start }: { readonly found: FoundMethod; readonly start: Operand }): Value {
  const funcType = f.typeOf(e);
  const { params, results } = methodType(f.world.types, found).as('func');
  const { world, dispatch } = f;
  const bound = boundReceiver(f, start, found);
  const synchronises = found.kind === 'method' ? isSynchronising(f, found.method.object) : isOfSynchronising(f, bound.type);
  const rest: FoundMethod = { ...found, path: [] };
  const key = `bound ${bound.type.key} ${selectorKey(e.sel.name, e.sel.$obj?.pkg?.path ?? f.pkg, methodType(world.types, found))}`;
  const code = world.once(key, () =>
    madeFunction(hiddenInit(world, dispatch, `${bound.type.linkName}.${e.sel.name}-fm`), params, results, (thunk, args) => {
      const receiver = must(capturedValues(thunk, [bound.type])[0], 'receiver');
      pointBefore(thunk, synchronises);
      forward(thunk, methodTarget(thunk, receiver, rest), args);
    }),
  );
  return scalars(funcType, makeClosure(f, code, [bound]));
}

/** What a method value keeps: the interface (not nil), the pointer, or a copy of the value. */
function boundReceiver(f: Fn, start: Operand, found: FoundMethod): Value {
  const holder = walkPath(f, start, found.path);
  if (found.kind === 'demand') {
    const value = readOperand(holder);
    const typeWord = f.reuse(part(value), 'i32');
    f.panicIf(eqz(typeWord), PanicCode.nil);
    return scalars(value.type, typeWord, part(value, 1));
  }
  if (found.method.object.ptrRecv) {
    const pointer = holder.type.is('pointer') ? holder.type : f.world.types.pointer(holder.type);
    return scalars(pointer, must(pointerTo(holder)[0], 'pointer'));
  }
  return receiverValue(f, holder, found.holder);
}

/** T.M as a value: a function whose first parameter is the receiver. */
export function methodExpression(f: Fn, e: syntax.SelectorExpr): Value {
  const funcType = f.typeOf(e);
  const { params, results } = funcType.as('func');
  const recv = must(params[0], 'receiver type');
  const found = find(f, recv, e.sel);
  if (found.kind === 'field') return bug('method expression of a field');
  const { world, dispatch } = f;
  const code = world.once(`expression ${recv.key} ${e.sel.name} ${e.sel.$obj?.pkg?.path ?? f.pkg}`, () =>
    madeFunction(hiddenInit(world, dispatch, `${recv.linkName}.${e.sel.name}`), params, results, (thunk, [first, ...args]) => {
      const receiver = read(placeOf(must(first, 'receiver'), recv, thunk));
      if (recv.is('pointer') && found.kind === 'method' && found.path.length === 0) checkReceiver(thunk, found, part(receiver));
      forward(thunk, methodTarget(thunk, receiver, found), args);
    }),
  );
  return scalars(funcType, makeClosure(f, code, []));
}
