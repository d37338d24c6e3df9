/**
 * Instantiations without end: `func f[T any]() { f[*T]() }` would need infinitely many functions.
 *
 * A graph over type parameters: an edge from P to Q says that some instantiation gives Q a type made of P, of weight 1 if it is more
 * than P itself. A cycle with a positive weight makes ever larger types (the idea is that of cmd/compile).
 */
import type { Pos } from '../syntax/positions.ts';
import type { Checker } from './checker.ts';
import { note } from './declare.ts';
import type { Type, TypeParam } from './types.ts';
import { unalias } from './under.ts';

export interface InstanceEdge {
  readonly from: TypeParam;
  readonly to: TypeParam;
  readonly grows: boolean;
  readonly pos: Pos;
  readonly type: Type;
}

/** Notes what an instantiation of `params` with `args` says. */
export function noteInstance(c: Checker, pos: Pos, params: readonly TypeParam[], args: readonly Type[]): void {
  params.forEach((to, i) => {
    const type = args[i];
    if (!type) return;
    for (const from of paramsIn(type)) c.instanceEdges.push({ from, to, grows: unalias(type) !== from, pos, type });
  });
}

function paramsIn(type: Type, found: Set<TypeParam> = new Set()): Set<TypeParam> {
  const t = unalias(type);
  switch (t.kind) {
    case 'TypeParam':
      found.add(t);
      break;
    case 'Pointer':
    case 'Slice':
    case 'Array':
    case 'Chan':
      paramsIn(t.elem, found);
      break;
    case 'Map':
      paramsIn(t.key, found);
      paramsIn(t.value, found);
      break;
    case 'Named':
      for (const arg of t.typeArgs) paramsIn(arg, found);
      for (const param of t.origin ? [] : (t.enclosing ?? [])) found.add(param);
      break;
    case 'Struct':
      for (const field of t.fields) if (field.type) paramsIn(field.type, found);
      break;
    case 'Signature':
      for (const v of [...t.params, ...t.results]) if (v.type) paramsIn(v.type, found);
      break;
    default:
      break;
  }
  return found;
}

/** Reports one growing cycle, at one of its instantiations. */
export function checkInstanceCycles(c: Checker): void {
  const outgoing = new Map<TypeParam, InstanceEdge[]>();
  for (const edge of c.instanceEdges) outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);
  for (const edge of c.instanceEdges) {
    const back = edge.grows ? pathBetween(outgoing, edge.to, edge.from) : undefined;
    if (!back) continue;
    const lines = [edge, ...back].map((e) => note(c, e.pos, `${e.to.object.name} instantiated as ${c.str(e.type)}`));
    c.error(edge.to.object.pos, 'InvalidInstanceCycle', `instantiation cycle${lines.join('')}`);
    return;
  }
}

/** Edges that lead from one type parameter to another, breadth first. */
function pathBetween(outgoing: ReadonlyMap<TypeParam, readonly InstanceEdge[]>, from: TypeParam, to: TypeParam): InstanceEdge[] | undefined {
  const cameBy = new Map<TypeParam, InstanceEdge | undefined>([[from, undefined]]);
  const queue = [from];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (node === to) {
      const path: InstanceEdge[] = [];
      for (let e = cameBy.get(node); e; e = cameBy.get(e.from)) path.unshift(e);
      return path;
    }
    for (const edge of outgoing.get(node) ?? []) {
      if (cameBy.has(edge.to)) continue;
      cameBy.set(edge.to, edge);
      queue.push(edge.to);
    }
  }
  return undefined;
}
