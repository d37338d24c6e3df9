/**
 * Loops over functions (specification: "For statements with range clause", range over func). The body becomes a function that the
 * iterator calls; it shares variables with the function around it through boxes.
 *
 * A box holds the loop's state: 0 between iterations, 1 once the body has returned false, 2 once the loop is over, 3 while the body runs (and
 * so after it has panicked), and `firstLeave` + i when the body was left by the i-th of its branches or returns that go further than the
 * loop. The function around it looks at the state behind the call of the iterator and goes there.
 */
import { must } from '../../base/assert.ts';
import { PanicCode } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import type { VarObject } from '../types/objects.ts';
import { assign, assignAll, prepare } from './assign.ts';
import { emitCall } from './calls.ts';
import { bindCaptures, captureArguments, capturesOf, makeClosure } from './closures.ts';
import { targetOf } from './control.ts';
import { freeVariables, returnsInside } from './facts.ts';
import { Fn } from './fn.ts';
import type { Leave } from './fn.ts';
import { leave, signature } from './functions.ts';
import type { GoType } from './goTypes.ts';
import { mark } from './marks.ts';
import { i32, i64, op, widen } from './ops.ts';
import { order } from './order.ts';
import { shareRecovering } from './recover.ts';
import { isBlank, returnValues } from './returns.ts';
import { Code } from './symbols.ts';
import type { Lowered } from './symbols.ts';
import { part, placeOf, read, scalars, variablePlace, write } from './values.ts';
import { addParam, declare, declareParam, dests, hiddenVariable, unboxedStorage } from './variables.ts';

const State = { ready: 0, stopped: 1, over: 2, inBody: 3 } as const;
const swallowed = 4;
const firstLeave = 5;

interface Loop {
  readonly s: syntax.RangeStmt;
  readonly state: VarObject;
  readonly defers: VarObject | undefined;
  readonly label: Fn['pendingLabel'];
  readonly leaves: Leave[];
}

export function rangeOverFunction(f: Fn, s: syntax.RangeStmt): void {
  const label = f.pendingLabel;
  f.pendingLabel = undefined;
  mark(f, { pos: s.pos, end: s.x.end });
  order(f, [s.x]);
  const iterator = f.reuse(part(f.expr(s.x)), 'i32', true);
  const state = hiddenVariable({ kind: 'Basic', name: 'int32' });
  f.world.escaping.add(state);
  declare(f, state);
  const loop: Loop = { s, state, defers: defersVariable(f), label, leaves: [] };
  const yieldType = must(f.typeOf(s.x).as('func').params[0], 'type of yield');
  const shared = [state, ...shareRecovering(f, s), ...(loop.defers ? [loop.defers] : []), ...(returnsInside(s) ? f.resultVariables : []), ...freeVariables(s)];
  const captures = capturesOf(f, [...new Set(shared)].filter((variable) => f.storage.has(variable)));
  // Lowered at once: the leaves are needed behind the call.
  const code = new Code(() => body);
  const closure = makeClosure(f, code, captureArguments(f, captures));
  const body = lowerLoopBody(f, loop, yieldType, captures);
  const sig = signature([yieldType], []);
  emitCall(f, { callee: { k: 'closure', closure: iterator }, sig, first: [], params: [yieldType], results: [] }, [scalars(yieldType, closure)], f.site);
  afterLoop(f, loop);
}

/** The box with the list of deferred calls, as a variable that bodies can share. */
function defersVariable(f: Fn): VarObject | undefined {
  if (f.defers?.k !== 'boxed') return undefined;
  const variable = hiddenVariable({ kind: 'Basic', name: 'unsafe.Pointer' });
  f.storage.set(variable, f.defers);
  return variable;
}

function setState(f: Fn, loop: Loop, value: number): void {
  const place = variablePlace(f, loop.state);
  write(f, place, scalars(place.type, i32(value)));
}

function lowerLoopBody(outer: Fn, loop: Loop, yieldType: GoType, captures: ReturnType<typeof capturesOf>): Lowered {
  const { s } = loop;
  const { world, dispatch, env, library, pkg } = outer;
  const f = new Fn({ world, dispatch, name: outer.rangeBodyName(), env, library, pkg });
  const { params } = yieldType.as('func');
  const bool = world.types.basic('bool');
  bindCaptures(f, captures);
  f.defers = loop.defers && f.storage.get(loop.defers);
  f.recovering = outer.recovering;
  f.pointees = outer.pointees;
  takeLabels(f, outer, s.body);
  bindIteration(f, s, params, () => {
    const state = f.reuse(part(read(variablePlace(f, loop.state))), 'i32');
    f.panicIf(op('i32.ne', state, i32(State.ready)), PanicCode.rangeState, widen(state));
    setState(f, loop, State.inBody);
    mark(f, { pos: s.pos, end: s.x.end });
  });
  const result = unboxedStorage(f, bool);
  f.results.push(...dests(result));
  f.resultVariables = outer.resultVariables;
  f.resultTypes = outer.resultTypes;
  const finish = (goOn: boolean): void => {
    if (goOn) setState(f, loop, State.ready);
    write(f, placeOf(result, bool, f), scalars(bool, i32(Number(goOn))));
    f.emit({ k: 'return' });
  };
  const leaveBy = (how: Leave): void => {
    setState(f, loop, firstLeave + loop.leaves.push(how) - 1);
    finish(false);
  };
  f.rangeBody = {
    returnFrom: (_, statement) => {
      storeOuterResults(f, statement);
      leaveBy({ k: 'return' });
    },
    leave: (_, how) => leaveBy(how),
  };
  f.block((out) => {
    f.block((next) => {
      f.targets.push({ label: loop.label, breakTo: out, continueTo: next });
      dispatch.stmts(f, s.body.list);
      f.targets.pop();
    });
    finish(true);
  });
  setState(f, loop, State.stopped);
  finish(false);
  return f.finish(signature(params, [bool]), f.siteAt(s.pos, s.x.end));
}

/** Labels in the body, to which only gotos in it can go, are those of the function that the body becomes. */
function takeLabels(f: Fn, outer: Fn, body: syntax.BlockStmt): void {
  for (const label of outer.gotoLabels.keys()) {
    if (label.pos < body.pos || label.pos >= body.end) continue;
    outer.gotoLabels.delete(label);
    f.gotoLabels.set(label, f.newLabel());
  }
}

/** The parameters of the body are the iteration's values. */
function bindIteration(f: Fn, s: syntax.RangeStmt, params: readonly GoType[], begin: () => void): void {
  const targets = [s.key, s.value];
  const arriving = params.map((type, i) => {
    const target = targets[i];
    const variable = s.define && target?.kind === 'Ident' && target.name !== '_' && target.$obj?.kind === 'Var' ? target.$obj : undefined;
    if (variable) {
      declareParam(f, variable);
      return undefined;
    }
    const storage = unboxedStorage(f, type);
    addParam(f, storage);
    return target && !isBlank(target) ? { target, storage, type } : undefined;
  });
  begin();
  if (!s.define) order(f, targets);
  for (const item of arriving) if (item) assign(f, prepare(f, item.target, false)(), read(placeOf(item.storage, item.type, f)));
}

function storeOuterResults(f: Fn, s: syntax.ReturnStmt): void {
  const values = returnValues(f, s);
  if (values.length === 0) return;
  const targets = f.resultVariables.map((variable) => () => ({ k: 'place', place: variablePlace(f, variable), variable: undefined }) as const);
  assignAll(f, targets, values);
}

/** Behind the call of the iterator: the loop is over; goes where the body wanted to go. */
function afterLoop(f: Fn, loop: Loop): void {
  const code = f.hold(part(read(variablePlace(f, loop.state))), 'i32');
  f.panicIf(op('i32.eq', code, i32(State.inBody)), PanicCode.rangeState, i64(swallowed));
  setState(f, loop, State.over);
  loop.leaves.forEach((how, i) => {
    f.if(op('i32.eq', code, i32(firstLeave + i)), f.body(() => follow(f, how)));
  });
}

function follow(f: Fn, how: Leave): void {
  if (how.k === 'branch') {
    const label = how.tok === 'goto' ? how.label && f.gotoLabels.get(how.label) : targetOf(f, how.tok, how.label);
    if (label !== undefined) return f.emit(how.tok === 'goto' ? { k: 'goto', label } : { k: 'br', label });
  }
  if (f.rangeBody) return f.rangeBody.leave(f, how);
  leave(f);
}
