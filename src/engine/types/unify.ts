/**
 * Unification: finds types for the type parameters of a call that make parameter and argument types match
 * (specification, "Type unification").
 *
 * Type parameters that were unified with each other share a handle, which holds the type inferred for all of them.
 */
import { identical } from './identity.ts';
import { methodType } from './instantiate.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import { sameName } from './object.ts';
import type { FuncObject, VarObject } from './objects.ts';
import { coreType, typeSetOf } from './typeset.ts';
import type { Interface, Signature, Struct, Type, TypeParam } from './types.ts';
import { under, unalias } from './under.ts';
import { Typ } from './universe.ts';

interface Handle {
  type: Type | undefined;
}

/**
 * loose: as for assignments, where underlying types and channel directions may differ at the top;
 * exact: identical but for type parameters.
 */
export type UnifyMode = 'loose' | 'exact';

/** Recursion deeper than this comes from types that grow without end. */
const maxDepth = 100;

export class Unifier {
  private readonly handles = new Map<TypeParam, Handle>();
  private readonly resolve: (method: FuncObject) => Signature | undefined;
  private depth = 0;

  constructor(params: readonly TypeParam[], args: readonly (Type | undefined)[], resolve: (method: FuncObject) => Signature | undefined = methodType) {
    params.forEach((param, i) => this.handles.set(param, { type: args[i] }));
    this.resolve = resolve;
  }

  /** The type inferred so far. */
  at(param: TypeParam): Type | undefined {
    return this.handles.get(param)?.type;
  }
  set(param: TypeParam, type: Type): void {
    const handle = this.handles.get(param);
    if (handle) handle.type = type;
  }
  unknowns(): number {
    return [...this.handles.values()].filter((handle) => handle.type === undefined).length;
  }

  unify(x: Type, y: Type, mode: UnifyMode): boolean {
    if (this.depth > maxDepth) return false;
    this.depth++;
    const result = this.match(unalias(x), unalias(y), mode);
    this.depth--;
    return result;
  }

  private bound(t: Type): TypeParam | undefined {
    return t.kind === 'TypeParam' && this.handles.has(t) ? t : undefined;
  }

  private match(xIn: Type, yIn: Type, mode: UnifyMode): boolean {
    let [x, y] = [xIn, yIn];
    if (x === y) return true;
    if (!this.bound(x) && this.bound(y)) [x, y] = [y, x];
    const px = this.bound(x);
    const py = this.bound(y);
    if (!px && mode === 'loose') [x, y] = this.withoutOneName(x, y);
    if (px && py) return this.join(px, py, mode);
    if (px) return this.matchParam(px, y, mode);
    if (x === y) return true;
    if (mode === 'loose') {
      const answer = this.matchInterface(x, y);
      if (answer !== undefined) return answer;
    }
    if (x.kind === 'TypeParam') return this.matchFreeParam(x, y);
    return y.kind === 'TypeParam' ? this.matchFreeParam(y, x) : this.matchStructure(x, y, mode);
  }

  /** A type parameter of the surrounding function stands for itself, or by its core type for what matches that. */
  private matchFreeParam(x: TypeParam, y: Type): boolean {
    const core = coreType(x);
    return core !== undefined && this.unify(core, y, 'loose');
  }

  /** A defined type against another (a literal or a basic type): only the underlying types need to match. */
  private withoutOneName(x: Type, y: Type): [Type, Type] {
    const isLiteral = (t: Type): boolean => t.kind !== 'Named' && t.kind !== 'TypeParam';
    if (x.kind === 'Named' && isLiteral(y) && under(x).kind !== 'Interface') return [under(x), y];
    if (y.kind === 'Named' && isLiteral(x) && under(y).kind !== 'Interface') return [x, under(y)];
    return [x, y];
  }

  private join(px: TypeParam, py: TypeParam, mode: UnifyMode): boolean {
    const [hx, hy] = [this.handles.get(px), this.handles.get(py)];
    if (!hx || !hy || hx === hy) return true;
    if (hx.type && hy.type && !this.unify(hx.type, hy.type, mode)) return false;
    hx.type ??= hy.type;
    for (const [param, handle] of this.handles) if (handle === hy) this.handles.set(param, hx);
    return true;
  }

  private matchParam(px: TypeParam, y: Type, mode: UnifyMode): boolean {
    const known = this.at(px);
    if (!known) {
      this.set(px, y);
      return true;
    }
    if (!this.unify(known, y, mode)) return false;
    // Of two types that match loosely the defined one, or the directed channel, is the more telling.
    const k = unalias(known);
    if (y.kind === 'Named' && k.kind !== 'Named') this.set(px, y);
    else if (k.kind === 'Chan' && y.kind === 'Chan' && k.dir === 'both' && y.dir !== 'both' && mode === 'loose') this.set(px, y);
    return true;
  }

  /** An interface with methods against a type that must have them; undefined if this is not the case at hand. */
  private matchInterface(x: Type, y: Type): boolean | undefined {
    const [ux, uy] = [x.kind === 'TypeParam' ? x : under(x), y.kind === 'TypeParam' ? y : under(y)];
    const [ix, iy] = [ux.kind === 'Interface' ? ux : undefined, uy.kind === 'Interface' ? uy : undefined];
    if (!ix && !iy) return undefined;
    if (ix && iy) return this.matchTwoInterfaces(x, y, ix, iy);
    const [iface, type] = ix ? [ix, y] : [iy ?? ix, x];
    if (!iface) return undefined;
    return typeSetOf(iface).methods.every((m) => {
      const found = lookupFieldOrMethod(type, false, m.pkg, m.name);
      return found.kind === 'found' && found.object.kind === 'Func' && this.unifyMethods(found.object, m);
    });
  }

  private matchTwoInterfaces(x: Type, y: Type, ix: Interface, iy: Interface): boolean | undefined {
    if (x.kind === 'Named' && y.kind === 'Named') {
      if (x.origin && x.origin === y.origin) return undefined;
      if (x.object === y.object) return true;
    }
    const [sx, sy] = [typeSetOf(ix), typeSetOf(iy)];
    const [small, large] = sx.methods.length <= sy.methods.length ? [sx, sy] : [sy, sx];
    return small.methods.every((m) => {
      const other = large.methods.find((o) => sameName(m.name, m.pkg, o));
      return other !== undefined && this.unifyMethods(m, other);
    });
  }

  private unifyMethods(x: FuncObject, y: FuncObject): boolean {
    const [sx, sy] = [this.resolve(x), this.resolve(y)];
    return sx !== undefined && sy !== undefined && this.unify(sx, sy, 'exact');
  }

  private matchStructure(x: Type, y: Type, mode: UnifyMode): boolean {
    switch (x.kind) {
      case 'Pointer':
      case 'Slice':
        return y.kind === x.kind && this.unify(x.elem, y.elem, 'exact');
      case 'Array':
        return y.kind === 'Array' && x.length === y.length && this.unify(x.elem, y.elem, 'exact');
      case 'Map':
        return y.kind === 'Map' && this.unify(x.key, y.key, 'exact') && this.unify(x.value, y.value, 'exact');
      case 'Chan':
        return y.kind === 'Chan' && (mode === 'loose' || x.dir === y.dir) && this.unify(x.elem, y.elem, 'exact');
      case 'Signature':
        return y.kind === 'Signature' && this.matchSignatures(x, y);
      case 'Struct':
        return y.kind === 'Struct' && this.matchStructs(x, y);
      case 'Interface':
        return y.kind === 'Interface' && this.matchExactInterfaces(x, y);
      case 'Named':
        if (y.kind !== 'Named' || !x.origin || x.origin !== y.origin) return false;
        return x.typeArgs.every((arg, i) => this.unify(arg, y.typeArgs[i] ?? Typ.invalid, 'exact'));
      default:
        return identical(x, y);
    }
  }

  private matchVars(xs: readonly VarObject[], ys: readonly VarObject[]): boolean {
    return xs.length === ys.length && xs.every((v, i) => this.unify(v.type ?? Typ.invalid, ys[i]?.type ?? Typ.invalid, 'exact'));
  }

  private matchSignatures(x: Signature, y: Signature): boolean {
    return x.variadic === y.variadic && this.matchVars(x.params, y.params) && this.matchVars(x.results, y.results);
  }

  private matchStructs(x: Struct, y: Struct): boolean {
    if (x.fields.length !== y.fields.length) return false;
    const same = x.fields.every((f, i) => {
      const g = y.fields[i];
      return g !== undefined && f.embedded === g.embedded && sameName(f.name, f.pkg, g) && (x.tags[i] ?? '') === (y.tags[i] ?? '');
    });
    return same && this.matchVars(x.fields, y.fields);
  }

  private matchExactInterfaces(x: Interface, y: Interface): boolean {
    const [sx, sy] = [typeSetOf(x), typeSetOf(y)];
    if (sx.methods.length !== sy.methods.length || sx.comparable !== sy.comparable) return false;
    return sx.methods.every((m, i) => {
      const other = sy.methods[i];
      return other !== undefined && sameName(m.name, m.pkg, other) && this.unifyMethods(m, other);
    });
  }
}
