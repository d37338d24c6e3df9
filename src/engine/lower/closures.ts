/**
 * Function values. A closure is an object whose first word is a function id and whose rest is what the function captures:
 * copies of values, or addresses of boxes. Functions that capture nothing have one closure, in static data.
 */
import { bug, must } from '../../base/assert.ts';
import type { Expr } from '../ir/ir.ts';
import { natives } from '../ir/natives.ts';
import type * as syntax from '../syntax/nodes.ts';
import type { VarObject } from '../types/objects.ts';
import { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { lowerBody, signature } from './functions.ts';
import { layoutOf, roundUp } from './layout.ts';
import { local } from './ops.ts';
import { Code } from './symbols.ts';
import type { Lowered } from './symbols.ts';
import { placeOf, read, scalars, variablePlace, write } from './values.ts';
import type { Value } from './values.ts';
import { addDebug, unboxedStorage, variableType } from './variables.ts';

export function staticClosure(f: Fn, type: GoType, code: Code): Value {
  return scalars(type, f.symbol({ k: 'closure', code }));
}

/** Where captured values of these types lie in a closure object. */
export function captureOffsets(types: readonly GoType[]): { readonly offsets: readonly number[]; readonly layout: { size: number; align: number; refs: number[] } } {
  let size = 4;
  let align = 4;
  const refs: number[] = [];
  const offsets = types.map((type) => {
    const inner = layoutOf(type);
    const offset = roundUp(size, inner.align);
    align = Math.max(align, inner.align);
    refs.push(...inner.refs.map((ref) => offset + ref));
    size = offset + inner.size;
    return offset;
  });
  return { offsets, layout: { size: roundUp(size, align), align, refs } };
}

/** A new closure of the function over these values: its address. */
export function makeClosure(f: Fn, code: Code, captured: readonly Value[]): Expr {
  if (captured.length === 0) return f.symbol({ k: 'closure', code });
  const { offsets, layout } = captureOffsets(captured.map((value) => value.type));
  const object = f.newLocal('i32', true);
  f.emit({ k: 'native', native: natives.new, args: [f.symbol({ k: 'layout', layout })], results: [object], site: f.site });
  f.emit({ k: 'store', op: 'i32.store', addr: local(object), offset: 0, value: f.symbol({ k: 'func', code }) });
  captured.forEach((value, i) => write(f, { k: 'memory', type: value.type, base: local(object), offset: must(offsets[i], 'offset') }, value));
  return local(object);
}

/** In the closure's function: the captured values. */
export function capturedValues(f: Fn, types: readonly GoType[]): readonly Value[] {
  const { offsets } = captureOffsets(types);
  return types.map((type, i) => read({ k: 'memory', type, base: local(f.closureLocal()), offset: must(offsets[i], 'offset') }));
}

// ---- function literals

interface Capture { readonly variable: VarObject; readonly type: GoType; readonly boxed: boolean }

export function functionLiteral(f: Fn, e: syntax.FuncLit): Value {
  return scalars(f.typeOf(e), literalClosure(f, e).closure);
}

/** The literal's function and its closure. */
export function literalClosure(f: Fn, e: syntax.FuncLit): { readonly code: Code; readonly closure: Expr } {
  const captures = capturesOf(f, e.$captures ?? []);
  const name = f.literalName();
  const code = new Code(() => lowerLiteral(f, name, e, captures));
  return { code, closure: makeClosure(f, code, captureArguments(f, captures)) };
}

export function capturesOf(f: Fn, variables: readonly VarObject[]): readonly Capture[] {
  const pointer = f.world.types.basic('unsafe.Pointer');
  return variables.map((variable) => {
    const boxed = f.storage.get(variable)?.k === 'boxed';
    return { variable, boxed, type: boxed ? pointer : variableType(f, variable) };
  });
}

export function captureArguments(f: Fn, captures: readonly Capture[]): readonly Value[] {
  return captures.map(({ variable, type, boxed }) => {
    if (!boxed) return read(variablePlace(f, variable));
    const storage = f.storage.get(variable);
    return scalars(type, local(storage?.k === 'boxed' ? storage.local : bug('box')));
  });
}

/** Makes the captured variables known in the literal's function. */
export function bindCaptures(f: Fn, captures: readonly Capture[]): void {
  const { offsets } = captureOffsets(captures.map((capture) => capture.type));
  captures.forEach(({ variable, type, boxed }, i) => {
    const offset = must(offsets[i], 'offset');
    const inClosure = { k: 'memory', type, base: local(f.closureLocal()), offset } as const;
    const value = read(inClosure);
    if (value.k === 'memory') {
      f.storage.set(variable, { k: 'closure', offset });
    } else if (boxed) {
      const box = f.newLocal('i32', true);
      f.set(box, must(value.parts[0], 'box'));
      f.storage.set(variable, { k: 'boxed', local: box });
    } else {
      const storage = unboxedStorage(f, type);
      write(f, placeOf(storage, type, f), value);
      f.storage.set(variable, storage);
    }
    addDebug(f, variable, variableType(f, variable), must(f.storage.get(variable), 'storage'), { inClosure: { offset, boxed } });
  });
}

function lowerLiteral(outer: Fn, name: string, e: syntax.FuncLit, captures: readonly Capture[]): Lowered {
  const f = new Fn({ world: outer.world, dispatch: outer.dispatch, name, env: outer.env, library: outer.library, pkg: outer.pkg });
  const vars = must(e.$vars, 'variables of a function literal');
  if (captures.length > 0) bindCaptures(f, captures);
  lowerBody(f, { params: vars.params, results: vars.results, body: e.body });
  const type = outer.typeOf(e).as('func');
  return f.finish(signature(type.params, type.results), f.siteAt(e.pos, e.body.pos));
}
