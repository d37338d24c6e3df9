/** Fields and methods of concrete types, promoted ones included (specification: "Selectors", "Method sets"). */
import { must } from '../../base/assert.ts';
import type { FuncObject } from '../types/objects.ts';
import type { TypeParam } from '../types/types.ts';
import type { Demand, Env, Field, GoType, TypeTable } from './goTypes.ts';
import { isExported, noEnv, signatureText } from './goTypes.ts';

/** A declared method with what the type parameters of its receiver stand for. */
export interface Method { readonly object: FuncObject; readonly env: Env }

/** `path` leads through embedded fields to the holder of the field or method; for a field its own index is the last. */
export type Found =
  | { readonly kind: 'field'; readonly path: readonly number[]; readonly field: Field }
  | { readonly kind: 'method'; readonly path: readonly number[]; readonly method: Method; /** The type that declares it, without pointer. */ readonly holder: GoType; readonly indirect: boolean }
  | { readonly kind: 'demand'; readonly path: readonly number[]; readonly demand: Demand; readonly holder: GoType; readonly indirect: boolean };

interface Candidate { readonly type: GoType; readonly path: readonly number[]; readonly indirect: boolean }

const known = new WeakMap<GoType, Map<string, Found | undefined>>();

/** Finds the field or method at the shallowest depth. Names of other packages' unexported members do not match. */
export function lookup(table: TypeTable, start: GoType, name: string, pkg: string): Found | undefined {
  let ofType = known.get(start);
  if (!ofType) known.set(start, (ofType = new Map()));
  const key = `${pkg} ${name}`;
  if (!ofType.has(key)) ofType.set(key, search(table, start, name, pkg));
  return ofType.get(key);
}

function search(table: TypeTable, start: GoType, name: string, pkg: string): Found | undefined {
  let level: Candidate[] = [{ type: start, path: [], indirect: false }];
  const seen = new Set<GoType>();
  while (level.length > 0) {
    const next: Candidate[] = [];
    for (const candidate of level) {
      const pointer = candidate.type.is('pointer') && !candidate.type.definition;
      const type = pointer && candidate.type.is('pointer') ? candidate.type.shape.elem : candidate.type;
      if (seen.has(type)) continue;
      seen.add(type);
      const at = { path: candidate.path, indirect: candidate.indirect || pointer };
      // A pointer to an interface has no methods.
      if (pointer && type.is('interface')) continue;
      const struct = structOf(type, pointer);
      const found = member(table, type, struct, at, name, pkg);
      if (found) return found;
      struct?.as('struct').fields.forEach((field, i) => {
        if (field.embedded) next.push({ type: field.type, path: [...at.path, i], indirect: at.indirect || type.is('pointer') });
      });
    }
    level = next;
  }
  return undefined;
}

/** A defined pointer type has no methods, but the fields of the struct it points to. */
function structOf(type: GoType, behindPointer: boolean): GoType | undefined {
  const holder = type.is('pointer') && !behindPointer ? type.shape.elem : type;
  return holder.is('struct') ? holder : undefined;
}

function member(table: TypeTable, type: GoType, struct: GoType | undefined, at: { readonly path: readonly number[]; readonly indirect: boolean }, name: string, pkg: string): Found | undefined {
  const method = declaredMethod(table, type, name, pkg);
  if (method) return { kind: 'method', ...at, method, holder: type };
  if (type.is('interface')) {
    const demand = type.shape.methods.find((m) => sameName(m.name, m.pkg, name, pkg));
    if (demand) return { kind: 'demand', ...at, demand, holder: type };
  }
  if (struct?.is('struct')) {
    const index = struct.shape.fields.findIndex((field) => sameName(field.name, field.pkg, name, pkg));
    const field = struct.shape.fields[index];
    if (field) return { kind: 'field', path: [...at.path, index], field };
  }
  return undefined;
}

function sameName(aName: string, aPkg: string, bName: string, bPkg: string): boolean {
  return aName === bName && (aPkg === bPkg || isExported(aName));
}

function declaredMethod(table: TypeTable, type: GoType, name: string, pkg: string): Method | undefined {
  const object = type.definition?.origin.methods.find((m) => sameName(m.name, m.pkg?.path ?? '', name, pkg));
  return object && { object, env: methodEnv(table, type, object) };
}

/** Binds the receiver's type parameters to the arguments of an instantiated type. */
function methodEnv(table: TypeTable, type: GoType, method: FuncObject): Env {
  const definition = must(type.definition, 'definition of a type with methods');
  if (definition.args.length === 0) return noEnv;
  let recv = method.type?.recv?.type;
  while (recv && (recv.kind === 'Pointer' || recv.kind === 'Alias')) recv = recv.kind === 'Pointer' ? recv.elem : recv.actual;
  const own = recv?.kind === 'Named' ? recv.typeArgs.filter((arg): arg is TypeParam => arg.kind === 'TypeParam') : [];
  return table.env(definition.origin.typeParams, definition.args, own.length === definition.args.length ? own : undefined);
}

/** A member of a method set: how to find it, and its selector key ("Error() string", with the package for unexported names). */
export interface SetMember { readonly name: string; readonly pkg: string; readonly key: string }

export function selectorKey(name: string, pkg: string, type: GoType): string {
  const shape = type.as('func');
  const text = signatureText(shape.params, shape.results, shape.variadic, (t) => t.key);
  return (isExported(name) ? name : `${pkg}.${name}`) + text;
}

export function demandKey(demand: Demand): string {
  return selectorKey(demand.name, demand.pkg, demand.type);
}

const knownSets = new WeakMap<GoType, readonly SetMember[]>();

/** The method set of a type that an interface can hold, sorted by key. */
export function methodSet(table: TypeTable, type: GoType): readonly SetMember[] {
  let set = knownSets.get(type);
  if (!set) knownSets.set(type, (set = collectMethods(table, type)));
  return set;
}

function collectMethods(table: TypeTable, type: GoType): readonly SetMember[] {
  const names = new Map<string, { name: string; pkg: string }>();
  collectNames(type, names, new Set());
  const members: SetMember[] = [];
  for (const { name, pkg } of names.values()) {
    const found = lookup(table, type, name, pkg);
    if (!found || found.kind === 'field' || !inMethodSet(type, found)) continue;
    members.push({ name, pkg, key: selectorKey(name, pkg, methodType(table, found)) });
  }
  return members.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Methods with pointer receivers belong to *T, and to T only if reached through an embedded pointer. */
function inMethodSet(type: GoType, found: Exclude<Found, { kind: 'field' }>): boolean {
  return found.kind === 'demand' || !found.method.object.ptrRecv || found.indirect || type.is('pointer');
}

function collectNames(type: GoType, names: Map<string, { name: string; pkg: string }>, seen: Set<GoType>): void {
  const base = type.is('pointer') && !type.definition ? type.shape.elem : type;
  if (seen.has(base)) return;
  seen.add(base);
  const add = (name: string, pkg: string): void => void names.set(isExported(name) ? name : `${pkg}.${name}`, { name, pkg });
  for (const method of base.definition?.origin.methods ?? []) add(method.name, method.pkg?.path ?? '');
  if (base.is('interface')) for (const demand of base.shape.methods) add(demand.name, demand.pkg);
  if (base.is('struct')) for (const field of base.shape.fields) if (field.embedded) collectNames(field.type, names, seen);
}

/** The signature, without receiver, of a found method. */
export function methodType(table: TypeTable, found: Exclude<Found, { kind: 'field' }>): GoType {
  if (found.kind === 'demand') return found.demand.type;
  return table.of(must(found.method.object.type, 'type of method'), found.method.env);
}
