/**
 * Type sets of interfaces: their methods, and the terms (T or ~T) that their types are among.
 * terms === undefined stands for all types, the empty list for none.
 */
import { identical } from './identity.ts';
import { sameName } from './object.ts';
import type { FuncObject } from './objects.ts';
import type { Interface, Term, Type, TypeParam } from './types.ts';
import { constraintOf, under, unalias } from './under.ts';
import { Typ } from './universe.ts';

export type TypeSet = NonNullable<Interface['complete']>;

/** Embedding instances of itself without end (reported elsewhere) must not either. */
const maxDepth = 100;
let depth = 0;

const everything: TypeSet = { methods: [], terms: undefined, comparable: false };

/** The type set of an interface or of a type parameter's constraint. */
export function typeSetOf(t: Interface | TypeParam): TypeSet {
  const iface = t.kind === 'TypeParam' ? constraintOf(t) : t;
  if (!iface.complete) {
    // An interface that embeds itself (reported elsewhere) must not recurse.
    iface.complete = everything;
    if (depth < maxDepth) {
      depth++;
      iface.complete = compute(iface);
      depth--;
    }
  }
  return iface.complete;
}

function compute(iface: Interface): TypeSet {
  const methods: FuncObject[] = [...iface.methods];
  let terms: readonly Term[] | undefined;
  let comparable = false;
  for (const embedded of iface.embedded) {
    const u = under(embedded);
    let embeddedTerms: readonly Term[] | undefined;
    if (u.kind === 'Interface') {
      const set = typeSetOf(u);
      comparable ||= set.comparable;
      for (const m of set.methods) addMethod(methods, m);
      embeddedTerms = set.terms;
    } else {
      embeddedTerms = u.kind === 'Union' ? unionTerms(u.terms) : u === Typ.invalid ? undefined : [{ tilde: false, type: embedded }];
    }
    terms = intersectLists(terms, embeddedTerms);
  }
  methods.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { methods, terms, comparable };
}

function addMethod(methods: FuncObject[], m: FuncObject): void {
  if (!methods.some((other) => sameName(m.name, m.pkg, other))) methods.push(m);
}

function unionTerms(terms: readonly Term[]): readonly Term[] | undefined {
  const out: Term[] = [];
  for (const term of terms) {
    const u = under(term.type);
    if (u.kind === 'Interface' && unalias(term.type).kind !== 'TypeParam') {
      const inner = typeSetOf(u).terms;
      if (inner === undefined) return undefined;
      out.push(...inner);
    } else if (u !== Typ.invalid) out.push(term);
  }
  return out;
}

function intersectLists(a: readonly Term[] | undefined, b: readonly Term[] | undefined): readonly Term[] | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  const out: Term[] = [];
  for (const x of a) {
    for (const y of b) {
      const both = intersect(x, y);
      if (both && !out.some((term) => term.tilde === both.tilde && identical(term.type, both.type))) out.push(both);
    }
  }
  return out;
}

function intersect(x: Term, y: Term): Term | undefined {
  if (disjoint(x, y)) return undefined;
  return x.tilde && !y.tilde ? y : x;
}

/** Whether no type is in both terms. */
export function disjoint(x: Term, y: Term): boolean {
  const tx = y.tilde ? under(x.type) : x.type;
  const ty = x.tilde ? under(y.type) : y.type;
  return !identical(tx, ty);
}

export function termIncludes(term: Term, t: Type): boolean {
  return identical(term.type, term.tilde ? under(t) : t);
}

/** Whether every type of x is in y. */
function termSubset(x: Term, y: Term): boolean {
  return !disjoint(x, y) && (!x.tilde || y.tilde);
}

export function termsSubset(xs: readonly Term[] | undefined, ys: readonly Term[] | undefined): boolean {
  if (ys === undefined) return true;
  return xs !== undefined && xs.every((x) => ys.some((y) => termSubset(x, y)));
}

/** No methods and no terms: every type is in it. */
export function isAllTypes(set: TypeSet): boolean {
  return set.methods.length === 0 && set.terms === undefined && !set.comparable;
}
/** An interface that may be used as the type of a variable. */
export function isMethodSet(set: TypeSet): boolean {
  return set.terms === undefined && !set.comparable;
}

/** The terms of a type parameter; undefined if it has none (all types), also if its type set is empty. */
export function termsOf(param: TypeParam): readonly Term[] | undefined {
  const { terms } = typeSetOf(param);
  return terms !== undefined && terms.length > 0 ? terms : undefined;
}

/** Whether f holds for the underlying type of every term; f is called with undefined if there are no specific types. */
export function underIs(param: TypeParam, f: (u: Type | undefined) => boolean): boolean {
  const { terms } = typeSetOf(param);
  if (terms === undefined || terms.length === 0) return f(undefined);
  return terms.every((term) => f(under(term.type)));
}

/**
 * The core type: the underlying type, or for a type parameter the one that all types of its set share (channels may differ in
 * direction). Undefined if there is none.
 */
export function coreType(t: Type): Type | undefined {
  const type = unalias(t);
  const u = under(type);
  if (type.kind !== 'TypeParam' && u.kind !== 'Interface') return u;
  if (type.kind !== 'TypeParam') return u.kind === 'Interface' && typeSetOf(u).terms === undefined ? u : u.kind === 'Interface' ? coreOfTerms(typeSetOf(u).terms) : u;
  return coreOfTerms(typeSetOf(type).terms);
}

function coreOfTerms(terms: readonly Term[] | undefined): Type | undefined {
  let core: Type | undefined;
  for (const term of terms ?? []) {
    const u = under(term.type);
    if (core === undefined) core = u;
    else {
      const both = match(core, u);
      if (both === undefined) return undefined;
      core = both;
    }
  }
  return core;
}

function match(x: Type, y: Type): Type | undefined {
  if (identical(x, y)) return x;
  if (x.kind !== 'Chan' || y.kind !== 'Chan' || !identical(x.elem, y.elem)) return undefined;
  return x.dir === 'both' ? y : y.dir === 'both' ? x : undefined;
}

/** Like coreType, but a mix of string and []byte counts as string. */
export function coreString(t: Type): Type | undefined {
  const type = unalias(t);
  if (type.kind !== 'TypeParam') return coreType(t);
  let sawString = false;
  let core: Type | undefined;
  for (const term of typeSetOf(type).terms ?? []) {
    let u: Type = under(term.type);
    if (u.kind === 'Basic' && u.name === 'string') {
      sawString = true;
      u = { kind: 'Slice', elem: Typ.uint8 };
    }
    const both: Type | undefined = core === undefined ? u : match(core, u);
    if (both === undefined) return undefined;
    core = both;
  }
  return sawString && core ? Typ.string : core;
}
