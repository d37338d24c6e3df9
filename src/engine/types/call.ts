/** Calls: conversions, builtins, functions; and the instantiation of generic functions, explicit or inferred. */
import type { CallExpr, Expr, IndexExpr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import { assignment, typesSummary } from './assignments.ts';
import { builtinCall } from './builtins.ts';
import type { Pos } from '../syntax/positions.ts';
import type { At, Checker } from './checker.ts';
import { commonUnder } from './common.ts';
import { conversion } from './conversions.ts';
import { exclude, expression, expressionOrType, genericExpression, rawExpression, singleValue, use } from './expr.ts';
import type { ExprKind, Target } from './expr.ts';
import { indexExpression } from './index-expr.ts';
import { infer, renameTypeParams } from './infer.ts';
import { instantiateSignature } from './instantiate.ts';
import { newVar } from './object.ts';
import type { VarObject } from './objects.ts';
import { failed, invalidate, newOperand, setValue, valueOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { isGenericType, isNonTypeParamInterface } from './predicates.ts';
import { makeSubstitution, substituteVars } from './subst.ts';
import { isMethodSet, typeSetOf } from './typeset.ts';
import type { Signature, Type, TypeParam } from './types.ts';
import { typeList } from './typexpr.ts';
import { under } from './under.ts';
import { Typ } from './universe.ts';
import { verifyInstance } from './verify.ts';

export function callExpression(c: Checker, _target: Target | undefined, x: Operand, call: CallExpr): ExprKind {
  const instance = callee(c, x, call);
  switch (x.mode) {
    case 'invalid':
      use(c, ...call.args);
      x.expr = call;
      return 'statement';
    case 'type':
      call.$call = 'conversion';
      convert(c, x, call);
      x.expr = call;
      return 'conversion';
    case 'builtin': {
      call.$call = 'builtin';
      const { builtin } = x;
      const kind = builtin ? builtinCall(c, x, call, builtin.name) : 'statement';
      x.expr = call;
      if (!failed(x) && x.mode !== ('constant' as string)) c.env.hasCallOrRecv = true;
      return kind;
    }
    default:
      call.$call = 'call';
      ordinaryCall(c, x, call, instance);
      x.expr = call;
      return 'statement';
  }
}

/** Evaluates what is called. An index expression that instantiates is returned, to be completed by inference. */
function callee(c: Checker, x: Operand, call: CallExpr): IndexExpr | undefined {
  if (call.fun.kind !== 'IndexExpr') {
    expressionOrType(c, x, call.fun, true);
    return undefined;
  }
  x.mode = 'invalid';
  const generic = indexExpression(c, x, call.fun);
  x.expr = call.fun;
  c.record(x);
  return generic ? call.fun : undefined;
}

function convert(c: Checker, x: Operand, call: CallExpr): void {
  const { type } = x;
  const shown = c.str(type);
  invalidate(x);
  if (isGenericType(type)) {
    c.error(call.fun, 'WrongTypeArgCount', `cannot use generic type ${shown} without instantiation`);
    use(c, ...call.args);
    return;
  }
  const [argument] = call.args;
  if (!argument) {
    c.error(call.rparen, 'WrongArgCount', `missing argument in conversion to ${shown}`);
    return;
  }
  const extra = call.args.at(-1);
  if (call.args.length > 1 && extra) {
    use(c, ...call.args);
    c.error(extra, 'WrongArgCount', `too many arguments in conversion to ${shown}`);
    return;
  }
  expression(c, undefined, x, argument);
  if (failed(x)) return;
  const u = under(type);
  if (u.kind === 'Interface' && isNonTypeParamInterface(type) && !isMethodSet(typeSetOf(u))) {
    c.error(call, 'MisplacedConstraintIface', `cannot use interface ${shown} in conversion (contains specific type constraints or is comparable)`);
    return invalidate(x);
  }
  if (call.hasDots) {
    c.error(argument, 'BadDotDotDotSyntax', `invalid use of ... in conversion to ${shown}`);
    return invalidate(x);
  }
  conversion(c, x, type);
}

// ---- Function calls -------------------------------------------------------------------------------------------------

function ordinaryCall(c: Checker, x: Operand, call: CallExpr, instance: IndexExpr | undefined): void {
  const common = commonUnder(x.type, c.typeName, (t, u) => (u && u.kind !== 'Signature' ? `${c.str(t)} is not a function` : undefined));
  if ('cause' in common || common.type.kind !== 'Signature') {
    c.errorAt(x, 'InvalidCall', `invalid operation: cannot call ${c.describe(x)}: ${'cause' in common ? common.cause : ''}`);
    use(c, ...call.args);
    return invalidate(x);
  }
  let signature = common.type;
  let typeArgs: (Type | undefined)[] = [];
  if (instance) {
    const explicit = explicitTypeArgs(c, instance, signature);
    if (!explicit) {
      use(c, ...call.args);
      return invalidate(x);
    }
    typeArgs = explicit;
    if (explicit.length === signature.typeParams.length) {
      signature = instantiate(c, instance, signature, explicit, instance.indices);
      c.recordType(instance, 'value', signature, undefined);
      typeArgs = [];
    }
  }
  const wasGeneric = signature.typeParams.length > 0;
  const { args, partial } = genericArguments(c, call.args);
  const result = checkArguments(c, call, signature, typeArgs, instance?.indices ?? [], args, partial);
  if (wasGeneric && result.typeParams.length === 0) c.recordType(call.fun, 'value', result, undefined);
  c.env.hasCallOrRecv = true;
  setResult(x, result, wasGeneric);
}

function setResult(x: Operand, signature: Signature, wasGeneric: boolean): void {
  const [first, second] = signature.results;
  if (!first) {
    x.mode = 'novalue';
    x.type = { kind: 'Tuple', vars: [] };
  } else setValue(x, second ? { kind: 'Tuple', vars: signature.results } : (first.type ?? Typ.invalid));
  // Where inference failed, a result with type parameters in it is of no use.
  if (wasGeneric && signature.typeParams.length > 0 && first) invalidate(x);
}

/** The type arguments in brackets; undefined if they are wrong. */
function explicitTypeArgs(c: Checker, e: IndexExpr, signature: Signature): Type[] | undefined {
  const args = typeList(c, e.indices);
  const want = signature.typeParams.length;
  if (args && args.length > want) {
    c.error(e.indices[want] ?? e, 'WrongTypeArgCount', `got ${args.length} type arguments but want ${want}`);
    return undefined;
  }
  return args;
}

interface Arguments {
  readonly args: Operand[];
  /** The explicit type arguments of arguments that are partly instantiated functions. */
  readonly partial: ReadonlyMap<Operand, readonly Type[]>;
}

/** Arguments may be generic functions, whose type arguments are inferred along with the callee's. */
function genericArguments(c: Checker, list: readonly Expr[]): Arguments {
  const partial = new Map<Operand, readonly Type[]>();
  const [only] = list;
  if (list.length === 1 && only && only.kind !== 'IndexExpr') {
    const x = newOperand();
    rawExpression(c, undefined, x, only, undefined, true);
    exclude(c, x, ['novalue', 'builtin', 'type']);
    if (x.type.kind === 'Tuple' && x.mode !== 'invalid') {
      return { args: x.type.vars.map((v) => valueOperand(only, v.type ?? Typ.invalid)), partial };
    }
    return { args: [x], partial };
  }
  const args = list.map((e) => {
    const x = newOperand();
    if (e.kind !== 'IndexExpr') genericExpression(c, x, e);
    else partialInstance(c, x, e, partial);
    return x;
  });
  return { args, partial };
}

function partialInstance(c: Checker, x: Operand, e: IndexExpr, partial: Map<Operand, readonly Type[]>): void {
  const generic = indexExpression(c, x, e);
  x.expr = e;
  if (generic && x.type.kind === 'Signature') {
    const types = explicitTypeArgs(c, e, x.type);
    if (!types) return invalidate(x);
    if (types.length < x.type.typeParams.length) {
      partial.set(x, types);
      return;
    }
    setValue(x, instantiate(c, e, x.type, types, e.indices));
  } else if (x.mode === 'invalid') return;
  exclude(c, x, ['novalue', 'builtin', 'type']);
  singleValue(c, x);
  c.record(x);
}

/** Checks the arguments and gives the signature, instantiated if it was generic; after a mistake the signature as it came. */
function checkArguments(
  c: Checker, call: CallExpr, signature: Signature, typeArgs: readonly (Type | undefined)[], typeExprs: readonly Expr[],
  args: readonly Operand[], partial: ReadonlyMap<Operand, readonly Type[]>,
): Signature {
  for (const a of args) if (a.mode === 'invalid') return signature;
  const adjusted = matchParameters(c, call, signature, args);
  if (!adjusted) return signature;
  const inference = collectTypeParams(c, signature, adjusted, typeArgs, args, partial);
  let { params } = inference;
  let result = signature;
  if (inference.typeParams.length > 0) {
    const inferred = infer(c, call.lparen, inference.typeParams, inference.typeArgs, params, args, (at, message) =>
      c.error(at, 'CannotInferTypeArgs', `in call to ${exprString(call.fun)}, ${message}`),
    );
    if (!inferred) return signature;
    const own = signature.typeParams.length;
    if (own > 0) {
      result = instantiate(c, call.fun, signature, inferred.slice(0, own), typeExprs, call.lparen);
      params = substituteVars(params, makeSubstitution(inference.typeParams, inferred));
    }
    instantiateArguments(c, inference.generic, inferred);
  }
  const context = `argument to ${exprString(call.fun)}`;
  args.forEach((a, i) => assignment(c, a, params[i]?.type ?? Typ.invalid, context));
  return result;
}

/** One parameter per argument: the variadic one is repeated. Undefined if the counts do not match. */
function matchParameters(c: Checker, call: CallExpr, signature: Signature, args: readonly Operand[]): readonly VarObject[] | undefined {
  const { params, variadic } = signature;
  let want = params.length;
  let adjusted = params;
  if (call.hasDots) {
    const [only] = call.args;
    if (!variadic) {
      c.error(call.args.at(-1) ?? call, 'NonVariadicDotDotDot', `cannot use ... in call to non-variadic ${exprString(call.fun)}`);
      return undefined;
    }
    if (call.args.length === 1 && args.length > 1 && only) {
      c.error(only, 'InvalidDotDotDot', `cannot use ... with ${args.length}-valued ${exprString(only)}`);
      return undefined;
    }
  } else if (variadic) {
    const last = params[want - 1];
    if (args.length >= want - 1 && last?.type?.kind === 'Slice') {
      const { elem } = last.type;
      const repeated = Array.from({ length: args.length - want + 1 }, () => newVar('param', last.name, last.pos, last.pkg, elem));
      adjusted = [...params.slice(0, -1), ...repeated];
      want = args.length;
    } else want--;
  }
  if (args.length === want) return adjusted;
  reportCount(c, call, signature.params, signature.variadic, args, want);
  return undefined;
}

export function reportCount(
  c: Checker, call: CallExpr, params: readonly VarObject[], variadic: boolean, args: readonly Operand[], want: number,
): void {
  const tooMany = args.length > want;
  const at = (tooMany ? args[want] : args.at(-1))?.expr ?? { pos: call.rparen };
  const have = typesSummary(c, args.map((a) => a.type), false, call.hasDots);
  const wanted = typesSummary(c, params.map((p) => p.type), variadic, false);
  const head = `${tooMany ? 'too many' : 'not enough'} arguments in call to ${exprString(call.fun)}`;
  c.error(at, 'WrongArgCount', `${head}\n\thave ${have}\n\twant ${wanted}`);
}

interface GenericArgument {
  readonly operand: Operand;
  readonly signature: Signature;
  readonly start: number;
}
interface Inference {
  readonly typeParams: readonly TypeParam[];
  readonly typeArgs: readonly (Type | undefined)[];
  readonly params: readonly VarObject[];
  readonly generic: readonly GenericArgument[];
}

/** The type parameters of callee and arguments, renamed so that recursive calls do not confuse them. */
function collectTypeParams(
  c: Checker, signature: Signature, params: readonly VarObject[], explicit: readonly (Type | undefined)[], args: readonly Operand[],
  partial: ReadonlyMap<Operand, readonly Type[]>,
): Inference {
  const typeParams: TypeParam[] = [];
  const typeArgs: (Type | undefined)[] = [];
  const generic: GenericArgument[] = [];
  let renamedParams = params;
  const add = (fresh: readonly TypeParam[], known: readonly (Type | undefined)[]): void => {
    fresh.forEach((p, i) => {
      typeParams.push(p);
      typeArgs.push(known[i]);
    });
  };
  if (signature.typeParams.length > 0) {
    const { fresh, map } = renameTypeParams(signature.typeParams);
    renamedParams = substituteVars(params, map);
    add(fresh, explicit);
  }
  for (const operand of args) {
    const { type } = operand;
    if (type.kind !== 'Signature' || type.typeParams.length === 0) continue;
    if (operand.expr) c.requireVersion({ pos: bracket(operand.expr) }, 21, `${partial.has(operand) ? 'partially' : 'implicitly'} instantiated function as argument`);
    const { fresh, map } = renameTypeParams(type.typeParams);
    generic.push({ operand, signature: type, start: typeParams.length });
    operand.type = { ...type, params: substituteVars(type.params, map), results: substituteVars(type.results, map), typeParams: fresh };
    add(fresh, partial.get(operand) ?? []);
  }
  return { typeParams, typeArgs, params: renamedParams, generic };
}

function instantiateArguments(c: Checker, generic: readonly GenericArgument[], inferred: readonly Type[]): void {
  for (const { operand, signature, start } of generic) {
    if (!operand.expr) continue;
    const args = inferred.slice(start, start + signature.typeParams.length);
    operand.type = instantiate(c, operand.expr, signature, args, []);
    c.record(operand);
  }
}

// ---- Instantiation --------------------------------------------------------------------------------------------------

/** Instantiates a generic function that is not called: the target's type provides the type arguments that are not written. */
export function functionInstance(c: Checker, target: Target | undefined, x: Operand, e: IndexExpr | undefined): void {
  const { type } = x;
  if (type.kind !== 'Signature' || !x.expr) return;
  if (e) x.expr = e;
  const at = x.expr;
  const explicit = e ? explicitTypeArgs(c, e, type) : [];
  if (!explicit) return invalidate(x);
  let args: readonly Type[] | undefined = explicit;
  if (explicit.length < type.typeParams.length) {
    args = inferInstance(c, type, explicit, target, at);
    if (!args) return invalidate(x);
  }
  setValue(x, instantiate(c, at, type, args, e?.indices ?? [], bracket(at)));
}

/** gc's position of an index expression. */
function bracket(e: Expr): Pos {
  return e.kind === 'IndexExpr' ? e.lbrack : e.pos;
}

/** From the constraints, and if there is a target as if the function were an argument for a parameter of the target's type. */
function inferInstance(
  c: Checker, type: Signature, explicit: readonly Type[], target: Target | undefined, at: Expr,
): readonly Type[] | undefined {
  const { fresh, map } = renameTypeParams(type.typeParams);
  const report = (where: At | Pos, message: string): void => c.error(where, 'CannotInferTypeArgs', message);
  const pos = bracket(at);
  if (!target) return infer(c, pos, fresh, explicit, [], [], report);
  c.requireVersion({ pos }, 21, `${at.kind === 'IndexExpr' ? 'partially' : 'implicitly'} instantiated function in assignment`);
  const own: Signature = { ...type, typeParams: [], params: substituteVars(type.params, map), results: substituteVars(type.results, map) };
  const parameter = newVar('param', '', pos, c.pkg, own);
  const argument = valueOperand({ kind: 'Ident', name: target.description, pos, end: at.end }, target.signature);
  return infer(c, pos, fresh, explicit, [parameter], [argument], report, true);
}

/** The instantiated signature, noted on the name that denotes the function; whether the arguments satisfy the constraints is checked later. */
export function instantiate(
  c: Checker, e: Expr, signature: Signature, args: readonly Type[], typeExprs: readonly Expr[], pos = e.pos,
): Signature {
  const result = instantiateSignature(signature, args);
  recordInstance(e, args);
  c.later(() => verifyInstance(c, pos, signature.typeParams, args, typeExprs));
  return result;
}

function recordInstance(e: Expr, typeArgs: readonly Type[]): void {
  let x = e;
  for (;;) {
    if (x.kind === 'ParenExpr' || x.kind === 'IndexExpr') x = x.x;
    else if (x.kind === 'SelectorExpr') x = x.sel;
    else break;
  }
  if (x.kind === 'Ident' && x.$obj?.kind === 'Func') x.$instance = { func: x.$obj, typeArgs: [...typeArgs] };
}
