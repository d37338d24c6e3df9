/** Selectors: fields and methods, found breadth first through embedded fields (specification, "Selectors"). */
import { methodsOf } from './instantiate.ts';
import { sameName } from './object.ts';
import type { FuncObject, Package, VarObject } from './objects.ts';
import { typeSetOf } from './typeset.ts';
import type { Named, Type } from './types.ts';
import { under, unalias } from './under.ts';

export interface Found {
  readonly kind: 'found';
  readonly object: VarObject | FuncObject;
  /** Fields to walk through; for a field including itself. */
  readonly path: readonly number[];
  /** A pointer was followed on the way. */
  readonly indirect: boolean;
}
export type Lookup =
  | Found
  | { readonly kind: 'ambiguous' }
  /** The method has a pointer receiver, and the operand is neither a pointer nor addressable. */
  | { readonly kind: 'pointerReceiver'; readonly object: FuncObject }
  | { readonly kind: 'missing' };

interface Embedded {
  readonly type: Type;
  readonly path: readonly number[];
  readonly indirect: boolean;
  /** Met more than once at this depth: anything found in it is ambiguous. */
  readonly multiples: boolean;
}

const missing: Lookup = { kind: 'missing' };

/** foldCase also finds names that differ in the case of letters, for suggestions. */
export function lookupFieldOrMethod(type: Type, addressable: boolean, pkg: Package | undefined, name: string, foldCase = false): Lookup {
  if (name === '_') return missing;
  // A defined pointer type has no methods, but the fields of what it points to.
  const t = unalias(type);
  if (t.kind === 'Named') {
    const u = under(t);
    if (u.kind === 'Pointer') {
      const found = lookup(u, false, pkg, name, foldCase);
      return found.kind === 'found' && found.object.kind === 'Func' ? missing : found;
    }
  }
  return lookup(t, addressable, pkg, name, foldCase);
}

function lookup(type: Type, addressable: boolean, pkg: Package | undefined, name: string, foldCase: boolean): Lookup {
  const [base, isPointer] = dereferenced(type);
  // A pointer to an interface or to a type parameter has no methods.
  if (isPointer && under(base).kind === 'Interface') return missing;
  let level: readonly Embedded[] = [{ type: base, path: [], indirect: isPointer, multiples: false }];
  const seen = new Set<Named>();
  while (level.length > 0) {
    const hits: Found[] = [];
    const next: Embedded[] = [];
    for (const embedded of level) {
      const t = unalias(embedded.type);
      if (t.kind === 'Named') {
        if (seen.has(t)) continue;
        seen.add(t);
      }
      const found = inType(t, embedded, pkg, name, foldCase, next);
      if (found) hits.push(found, ...(embedded.multiples ? [found] : []));
    }
    const [hit, second] = hits;
    if (second) return { kind: 'ambiguous' };
    if (hit) return checkReceiver(hit, isPointer, addressable);
    level = consolidated(next);
  }
  return missing;
}

/** Something of the name directly in the type; its embedded fields go to `next`. */
function inType(t: Type, at: Embedded, pkg: Package | undefined, name: string, foldCase: boolean, next: Embedded[]): Found | undefined {
  const { path, indirect } = at;
  if (t.kind === 'Named') {
    const method = methodsOf(t).find((m) => sameName(name, pkg, m, foldCase));
    if (method) return { kind: 'found', object: method, path, indirect };
  }
  const u = under(t);
  if (u.kind === 'Interface') {
    const method = typeSetOf(u).methods.find((m) => sameName(name, pkg, m, foldCase));
    return method && { kind: 'found', object: method, path, indirect };
  }
  if (u.kind !== 'Struct') return undefined;
  let found: Found | undefined;
  for (let i = 0; i < u.fields.length; i++) {
    const field = u.fields[i];
    if (!field) break;
    if (sameName(name, pkg, field, foldCase)) found = { kind: 'found', object: field, path: [...path, i], indirect };
    else if (field.embedded && field.type) {
      const [base, isPointer] = dereferenced(field.type);
      const kind = under(base).kind;
      if (unalias(base).kind === 'Named' || kind === 'Struct' || kind === 'Interface') {
        next.push({ type: base, path: [...path, i], indirect: indirect || isPointer, multiples: at.multiples });
      }
    }
  }
  return found;
}

/** *T is the type T with a pointer; type parameters and others stay as they are. */
function dereferenced(type: Type): [Type, boolean] {
  const t = unalias(type);
  return t.kind === 'Pointer' ? [t.elem, true] : [t, false];
}

function checkReceiver(found: Found, isPointer: boolean, addressable: boolean): Lookup {
  const { object } = found;
  if (object.kind === 'Func' && object.ptrRecv && !found.indirect && !isPointer && !addressable) {
    return { kind: 'pointerReceiver', object };
  }
  return found;
}

/** The same type reached by several ways at one depth is looked at once, marked as multiple. */
function consolidated(list: readonly Embedded[]): readonly Embedded[] {
  const out: Embedded[] = [];
  for (const e of list) {
    const i = out.findIndex((other) => unalias(other.type) === unalias(e.type));
    const known = out[i];
    if (known) out[i] = { ...known, multiples: true };
    else out.push(e);
  }
  return out;
}

/** Every method that values of the type have, promoted ones included, by name; as go/types' method sets. */
export function methodSet(type: Type): ReadonlyMap<string, Found> {
  const names = new Map<string, Package | undefined>();
  collectNames(type, names, new Set());
  const out = new Map<string, Found>();
  for (const [name, pkg] of [...names].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = lookupFieldOrMethod(type, false, pkg, name);
    if (found.kind === 'found' && found.object.kind === 'Func') out.set(name, found);
  }
  return out;
}

function collectNames(type: Type, names: Map<string, Package | undefined>, seen: Set<Type>): void {
  const [base] = dereferenced(type);
  const t = unalias(base);
  if (seen.has(t)) return;
  seen.add(t);
  if (t.kind === 'Named') for (const m of methodsOf(t)) names.set(m.name, m.pkg);
  const u = under(t);
  if (u.kind === 'Interface') for (const m of typeSetOf(u).methods) names.set(m.name, m.pkg);
  if (u.kind !== 'Struct') return;
  for (const field of u.fields) if (field.embedded && field.type) collectNames(field.type, names, seen);
}
