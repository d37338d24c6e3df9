/** Inference of type arguments (specification, "Type inference"). */
import type { Pos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print.ts';
import type { At, Checker } from './checker.ts';
import { missingCause, missingMethod } from './implements.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import type { FuncObject, VarObject } from './objects.ts';
import type { Operand } from './operand.ts';
import { defaultType, isTyped, isValid, maxUntyped } from './predicates.ts';
import { substitute, substituteVars } from './subst.ts';
import { coreType, typeSetOf } from './typeset.ts';
import type { Term, Type, TypeParam } from './types.ts';
import { Unifier } from './unify.ts';
import { constraintOf, unalias } from './under.ts';
import { Typ, newTypeParam } from './universe.ts';

export type ReportFailure = (at: At | Pos, message: string) => void;

/** Fresh copies of the type parameters, so that a generic function can be called with arguments that mention its own. */
export function renameTypeParams(params: readonly TypeParam[]): { fresh: readonly TypeParam[]; map: ReadonlyMap<TypeParam, Type> } {
  const map = new Map<TypeParam, Type>();
  const fresh = params.map((param, index) => {
    const copy: TypeParam = { ...newTypeParam(param.object.name, index, param.constraint), object: param.object };
    map.set(param, copy);
    return copy;
  });
  for (const copy of fresh) copy.constraint = substitute(copy.constraint, map);
  return { fresh, map };
}

/**
 * The type arguments for all parameters, some of which may be given. Undefined after a failure, which is reported. `assigned`: the argument is a
 * variable that the function is assigned to, the parameter the function's own type.
 */
export function infer(
  c: Checker, pos: Pos, typeParams: readonly TypeParam[], given: readonly (Type | undefined)[], params: readonly VarObject[],
  args: readonly Operand[], report: ReportFailure, assigned = false,
): Type[] | undefined {
  if (typeParams.every((_, i) => given[i])) return given.filter((type) => type !== undefined);
  if (args.some((a) => a.mode === 'invalid') || params.some((p) => !p.type || !isValid(p.type))) return undefined;
  const known = new Map<TypeParam, Type>();
  typeParams.forEach((param, i) => {
    const type = given[i];
    if (type) known.set(param, type);
  });
  const unifier = new Unifier(typeParams, given, c.resolveMethod);
  const state: State = { c, unifier, typeParams, report, assigned };
  const untypedArgs = matchArguments(state, substituteVars(params, known), args);
  if (!untypedArgs || !useConstraints(state, pos) || !matchUntyped(state, untypedArgs)) return undefined;
  return finish(state, pos);
}

interface State {
  readonly c: Checker;
  readonly unifier: Unifier;
  readonly typeParams: readonly TypeParam[];
  readonly report: ReportFailure;
  readonly assigned: boolean;
}

interface UntypedArgument {
  readonly param: TypeParam;
  readonly arg: Operand;
}

/** Typed arguments first. Those untyped constants whose parameter is a bare type parameter are returned for later. */
function matchArguments(state: State, params: readonly VarObject[], args: readonly Operand[]): UntypedArgument[] | undefined {
  const untyped: UntypedArgument[] = [];
  for (const [i, arg] of args.entries()) {
    const type = params[i]?.type;
    // The argument may be a generic function whose own type parameters are among those to be found.
    if (!type || !(mentions(type, state.typeParams) || mentions(arg.type, state.typeParams))) continue;
    if (isTyped(arg.type)) {
      if (!state.unifier.unify(type, arg.type, 'loose')) {
        reportMismatch(state, type, arg);
        return undefined;
      }
    } else {
      const t = unalias(type);
      if (t.kind === 'TypeParam' && arg.mode !== 'nil') untyped.push({ param: t, arg });
    }
  }
  return untyped;
}

function reportMismatch(state: State, type: Type, arg: Operand): void {
  const { c, typeParams, unifier, assigned } = state;
  const inferred = new Map<TypeParam, Type>();
  for (const param of typeParams) {
    const t = unifier.at(param);
    if (t) inferred.set(param, t);
  }
  const shown = substitute(type, inferred);
  const expr = arg.expr ? exprString(arg.expr) : '';
  const argument = `type ${c.str(arg.type)} of ${expr}`;
  const names = typeParams.map((param) => param.object.name);
  const wanted = `inferred type ${c.str(shown)} for ${c.str(type)}`;
  const none = inferred.size === 0 ? ` (cannot infer ${listed(names)})` : '';
  if (shown === type) state.report(arg.expr ?? 0, `${argument} does not match ${c.str(type)}${none}`);
  else state.report(arg.expr ?? 0, assigned ? `${wanted} does not match ${argument}` : `${argument} does not match ${wanted}`);
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  if (names.length === 2) return names.join(' and ');
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`;
}

/** The single type (perhaps ~T) that a constraint's type set comes down to. */
function coreTerm(param: TypeParam): { term: Term; single: boolean } | undefined {
  const { terms } = typeSetOf(param);
  const [first] = terms ?? [];
  if (!first || !terms) return undefined;
  if (terms.length === 1) return { term: first, single: true };
  const core = coreType(param);
  return core && { term: { tilde: terms.some((term) => term.tilde), type: core }, single: false };
}

/** What constraints say of each other's parameters: core types, and methods. Repeated while it brings something new. */
function useConstraints(state: State, pos: Pos): boolean {
  const { unifier, typeParams } = state;
  for (let before = -1; before !== unifier.unknowns(); ) {
    before = unifier.unknowns();
    for (const param of typeParams) {
      if (!useConstraint(state, param, pos)) return false;
    }
  }
  return true;
}

function useConstraint(state: State, param: TypeParam, pos: Pos): boolean {
  const { unifier } = state;
  const type = unifier.at(param);
  const core = coreTerm(param);
  if (core) {
    if (!type) {
      if (core.single && !core.term.tilde) unifier.set(param, core.term.type);
      return true;
    }
    // Loosely, for a defined type matches ~ of its underlying type; whether it satisfies the constraint is checked later.
    if (unifier.unify(type, core.term.type, 'loose') || !core.single) return true;
    return unsatisfied(state, param, type, pos);
  }
  return !type || useMethods(state, param, type, pos);
}

function useMethods(state: State, param: TypeParam, type: Type, pos: Pos): boolean {
  const { unifier, c } = state;
  for (const method of typeSetOf(constraintOf(param)).methods) {
    const found = lookupFieldOrMethod(type, false, method.pkg, method.name);
    const signature = found.kind === 'found' && found.object.kind === 'Func' ? c.resolveMethod(found.object) : undefined;
    if (!signature || !method.type || !unifier.unify(signature, method.type, 'exact')) return unsatisfied(state, param, type, pos, method);
  }
  return true;
}

function unsatisfied(state: State, param: TypeParam, type: Type, pos: Pos, method?: FuncObject): false {
  const { c } = state;
  const missing = method && missingMethod(type, { kind: 'Interface', methods: [method], embedded: [], implicit: false }, true, c.resolveMethod);
  const cause = missing ? ` ${missingCause(c, type, missing)}` : '';
  state.report(pos, `${param.object.name} (type ${c.str(type)}) does not satisfy ${c.str(param.constraint)}${cause}`);
  return false;
}

/** Parameters known only from untyped constants get the default type of the largest kind among them. */
function matchUntyped(state: State, list: readonly UntypedArgument[]): boolean {
  const kinds = new Map<TypeParam, Type>();
  for (const { param, arg } of list) {
    if (state.unifier.at(param)) continue;
    const known = kinds.get(param);
    const kind = known ? maxUntyped(known, arg.type) : arg.type;
    if (!kind) {
      const { c } = state;
      state.report(arg.expr ?? 0, `mismatched types ${c.str(known)} and ${c.str(arg.type)} (cannot infer ${listed(state.typeParams.map((p) => p.object.name))})`);
      return false;
    }
    kinds.set(param, kind);
  }
  for (const [param, kind] of kinds) state.unifier.set(param, defaultType(kind));
  return true;
}

/** Puts inferred types into each other until no type parameter at hand is left in them. */
function finish(state: State, pos: Pos): Type[] | undefined {
  const { typeParams, unifier } = state;
  const map = new Map<TypeParam, Type>();
  for (const param of typeParams) {
    const type = unifier.at(param);
    if (type && unalias(type) !== param) map.set(param, type);
  }
  for (let round = 0; round < typeParams.length; round++) {
    for (const [param, type] of map) {
      const others = new Map(map);
      others.delete(param);
      map.set(param, substitute(type, others));
    }
  }
  const result: Type[] = [];
  for (const param of typeParams) {
    const type = map.get(param);
    if (!type || mentions(type, typeParams)) {
      state.report(pos, `cannot infer ${param.object.name} (declared at ${state.c.position(param.object.pos)})`);
      return undefined;
    }
    result.push(type);
  }
  return result;
}

/** Whether any of the type parameters occurs in the type. */
function mentions(type: Type, typeParams: readonly TypeParam[]): boolean {
  const map = new Map<TypeParam, Type>();
  for (const param of typeParams) map.set(param, Typ.invalid);
  return substitute(type, map) !== type;
}
