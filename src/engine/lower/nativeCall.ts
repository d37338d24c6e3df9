/** Calls of library functions without a body: instructions, or what the machine does. */
import { bug, must } from '../../base/assert.ts';
import type { Expr } from '../ir/ir.ts';
import { libraryNative } from '../ir/natives.ts';
import type { FuncObject } from '../types/objects.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { intrinsic } from './intrinsics.ts';
import { scalarParts } from './layout.ts';
import { local } from './ops.ts';
import { part, partsOfValue, scalars } from './values.ts';
import type { Value } from './values.ts';

/** A call in which recover recovers. */
function callDeferred(f: Fn, args: readonly Value[]): readonly Value[] {
  const closure = f.reuse(part(must(args[0], 'deferred function')), 'i32', true);
  f.emit({ k: 'call', callee: { k: 'closure', closure }, sig: { params: [], results: [] }, args: [], results: [], site: 0, deferred: true });
  return [];
}

export function emitNative(f: Fn, object: FuncObject, args: readonly Value[], resultTypes: readonly GoType[]): readonly Value[] {
  const name = `${object.pkg?.path ?? ''}.${object.name}`;
  const known = intrinsic(f, name, args, resultTypes);
  if (known) return known;
  if (name === 'runtime.callDeferred') return callDeferred(f, args);
  if (name === 'internal/rtype.Make') f.symbols.id({ k: 'components' });
  if (name === 'internal/rtype.PointerTo') f.symbols.id({ k: 'pointers' });
  const inputs: Expr[] = args.flatMap(partsOfValue).map((e) => e);
  const types = args.flatMap((arg) => scalarParts(arg.type).map((p) => p.type));
  const outputs = resultTypes.flatMap((type) => [...scalarParts(type)]);
  const results = outputs.map((p) => f.newLocal(p.type, p.ref));
  const native = libraryNative(name, types, outputs.map((p) => p.type));
  f.emit({ k: 'native', native, args: inputs, results, site: f.site });
  let next = 0;
  return resultTypes.map((type) => scalars(type, ...scalarParts(type).map(() => local(results[next++] ?? bug('result')))));
}
