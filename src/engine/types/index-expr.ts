/** x[i], x[i:j:k], and the instantiation x[T], which looks the same. */
import type { Expr, IndexExpr, SliceExpr } from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { exprString } from '../syntax/print.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import { commonForSlicing } from './common.ts';
import { toInt } from './constant.ts';
import { convertUntyped } from './conversion-untyped.ts';
import { expression, expressionOrType, use } from './expr.ts';
import { identical } from './identity.ts';
import { failed, invalidate, newOperand } from './operand.ts';
import type { Operand } from './operand.ts';
import { allInteger, isGenericType, isString, isTypeParam, isUntyped, isValid } from './predicates.ts';
import { typeSetOf } from './typeset.ts';
import { typeExpression } from './typexpr.ts';
import type { Type, TypeParam } from './types.ts';
import { under, unalias } from './under.ts';
import { Typ, byteType } from './universe.ts';
import { markAddressed } from './variables.ts';

/** True if x is a generic function, to be instantiated by the caller; the indices are then still unchecked. */
export function indexExpression(c: Checker, x: Operand, e: IndexExpr): boolean {
  expressionOrType(c, x, e.x, true);
  if (x.mode === 'invalid') {
    use(c, ...e.indices);
    return false;
  }
  if (x.mode === 'type') {
    x.mode = 'invalid';
    if (isGenericType(x.type) || e.indices.length > 0) {
      x.type = typeExpression(c, e);
      if (isValid(x.type)) x.mode = 'type';
    }
    return false;
  }
  if (x.mode === 'value' && x.type.kind === 'Signature' && x.type.typeParams.length > 0) return true;
  const [index, extra] = e.indices;
  const element = elementOf(c, x);
  if (!element) {
    if (!failed(x)) {
      c.errorAt(x, 'NonSliceableOperand', `invalid operation: cannot index ${c.describe(x)}`);
      invalidate(x);
    }
    use(c, ...e.indices);
    return false;
  }
  if (!index) return false;
  if (extra) {
    c.error(extra, 'InvalidIndex', 'unexpected comma; expecting ]');
    use(c, ...e.indices.slice(1));
  }
  if (element.kind === 'map') mapIndex(c, x, index, element);
  else sequenceIndex(c, x, index, element);
  return false;
}

type Element =
  | { readonly kind: 'map'; readonly key: Type; readonly value: Type }
  | { readonly kind: 'sequence'; readonly elem: Type; readonly mode: Operand['mode']; readonly length: number };

function elementOf(c: Checker, x: Operand): Element | undefined {
  const t = unalias(x.type);
  if (t.kind === 'TypeParam') return elementOfParam(c, x, t);
  const u = under(t);
  switch (u.kind) {
    case 'Basic':
      if (!isString(u)) return undefined;
      return { kind: 'sequence', elem: byteType, mode: 'value', length: x.value?.kind === 'string' ? x.value.value.length : -1 };
    case 'Array':
      return { kind: 'sequence', elem: u.elem, mode: x.mode === 'variable' ? 'variable' : 'value', length: u.length };
    case 'Pointer': {
      const array = under(u.elem);
      return array.kind === 'Array' && !isTypeParam(u.elem) ? { kind: 'sequence', elem: array.elem, mode: 'variable', length: array.length } : undefined;
    }
    case 'Slice':
      return { kind: 'sequence', elem: u.elem, mode: 'variable', length: -1 };
    case 'Map':
      return { kind: 'map', key: u.key, value: u.value };
    default:
      return undefined;
  }
}

/** All types of the set must be indexable with one element type; maps do not mix with others. */
function elementOfParam(c: Checker, x: Operand, param: TypeParam): Element | undefined {
  const { terms } = typeSetOf(param);
  let result: Element | undefined;
  for (const term of terms ?? []) {
    const next = elementOf(c, { ...x, type: under(term.type), value: undefined });
    if (!next) return undefined;
    if (!result) {
      result = next;
      continue;
    }
    if (result.kind === 'map' || next.kind === 'map') {
      const same = result.kind === 'map' && next.kind === 'map' && identical(result.key, next.key) && identical(result.value, next.value);
      if (!same) return undefined;
      continue;
    }
    if (!identical(result.elem, next.elem)) return undefined;
    const length = result.length < 0 ? next.length : next.length < 0 ? result.length : Math.min(result.length, next.length);
    result = { ...result, length, mode: next.mode === 'value' ? 'value' : result.mode };
  }
  return result;
}

function mapIndex(c: Checker, x: Operand, index: Expr, { key, value }: Element & { kind: 'map' }): void {
  const k = newOperand();
  expression(c, undefined, k, index);
  assignment(c, k, key, 'map index');
  x.mode = 'mapindex';
  x.type = value;
  x.value = undefined;
}

function sequenceIndex(c: Checker, x: Operand, index: Expr, { elem, mode, length }: Element & { kind: 'sequence' }): void {
  checkIndex(c, index, length);
  x.mode = mode;
  x.type = elem;
  // Not even the byte of a constant string is constant.
  x.value = undefined;
}

/** An index must be an integer, and if constant not negative and below the length (length < 0: unknown). */
export function checkIndex(c: Checker, index: Expr, length: number, inclusive = false): number | undefined {
  const x = newOperand();
  expression(c, undefined, x, index);
  if (!validIndex(c, x, 'index', false)) return undefined;
  if (x.mode !== 'constant' || !x.value) return undefined;
  const value = toInt(x.value)?.value ?? 0n;
  if (length >= 0 && value >= BigInt(length) + (inclusive ? 1n : 0n)) {
    c.errorAt(x, 'InvalidIndex', `invalid argument: index ${value} out of bounds [0:${inclusive ? length + 1 : length}]`);
    return undefined;
  }
  return Number(value);
}

/** The index of a key in an array or slice literal, which must be constant. */
export function constantIndex(c: Checker, key: Expr, length: number): number | undefined {
  const x = newOperand();
  expression(c, undefined, x, key);
  if (x.mode === 'invalid') return undefined;
  if (x.mode !== 'constant') {
    c.error(key, 'InvalidLitIndex', `index ${exprString(key)} must be integer constant`);
    return undefined;
  }
  if (!validIndex(c, x, 'index', false) || !x.value) return undefined;
  const value = toInt(x.value)?.value ?? 0n;
  if (length >= 0 && value >= BigInt(length)) {
    c.errorAt(x, 'InvalidIndex', `invalid argument: index ${value} out of bounds [0:${length}]`);
    return undefined;
  }
  return Number(value);
}

/** An untyped constant becomes an int. `what` is "index" or the size of make. */
export function validIndex(c: Checker, x: Operand, what: string, allowNegative: boolean): boolean {
  if (x.mode === 'invalid') return false;
  convertUntyped(c, x, Typ.int);
  if (failed(x)) return false;
  if (!allInteger(x.type)) {
    c.errorAt(x, 'InvalidIndex', `invalid argument: ${what} ${c.describe(x)} must be integer`);
    return false;
  }
  if (x.mode !== 'constant' || !x.value) return true;
  const value = toInt(x.value);
  if (!allowNegative && value && value.value < 0n) {
    c.errorAt(x, 'InvalidIndex', `invalid argument: ${what} ${c.describe(x)} must not be negative`);
    return false;
  }
  if (value && BigInt.asIntN(64, value.value) !== value.value) {
    c.errorAt(x, 'InvalidIndex', `invalid argument: ${what} ${c.describe(x)} overflows int`);
    return false;
  }
  return true;
}

export function sliceExpression(c: Checker, x: Operand, e: SliceExpr): void {
  expression(c, undefined, x, e.x);
  if (x.mode === 'invalid') {
    use(c, e.low, e.high, e.max);
    return;
  }
  const length = sliceOperand(c, x, e);
  if (length === undefined) {
    use(c, e.low, e.high, e.max);
    return invalidate(x);
  }
  checkSliceIndices(c, e, length);
}

/** Turns x into what slicing it gives; the length bounds constant indices, < 0 if unknown. */
function sliceOperand(c: Checker, x: Operand, e: SliceExpr): number | undefined {
  const fail = (message: string): undefined => {
    c.errorAt(x, 'NonSliceableOperand', message);
    return undefined;
  };
  const common = commonForSlicing(x.type, c.typeName);
  if ('cause' in common) return fail(`cannot slice ${c.describe(x)}: ${common.cause}`);
  const core = common.type;
  let length = -1;
  switch (core.kind) {
    case 'Basic': {
      if (!isString(core)) return fail(`cannot slice ${c.describe(x)}`);
      if (e.full) {
        c.error(e.max ?? e, 'InvalidSliceExpr', `invalid operation: 3-index slice of string`);
        return undefined;
      }
      if (x.mode === 'constant' && x.value?.kind === 'string') length = x.value.value.length;
      if (isUntyped(x.type)) convertUntyped(c, x, Typ.string);
      break;
    }
    case 'Array':
      if (x.mode !== 'variable') return fail(`invalid operation: ${c.describe(x)} (slice of unaddressable value)`);
      markAddressed(unparen(e.x));
      length = core.length;
      x.type = { kind: 'Slice', elem: core.elem };
      break;
    case 'Pointer': {
      const array = under(core.elem);
      if (array.kind !== 'Array') return fail(`cannot slice ${c.describe(x)}`);
      length = array.length;
      x.type = { kind: 'Slice', elem: array.elem };
      break;
    }
    case 'Slice':
      break;
    default:
      return fail(`cannot slice ${c.describe(x)}`);
  }
  x.mode = 'value';
  x.value = undefined;
  return length;
}

function checkSliceIndices(c: Checker, e: SliceExpr, length: number): void {
  const constants: { readonly value: number; readonly at: Expr }[] = [];
  for (const index of [e.low, e.high, e.max]) {
    if (!index) continue;
    const value = checkIndex(c, index, length, true);
    if (value !== undefined) constants.push({ value, at: index });
  }
  for (const [i, x] of constants.entries()) {
    const smaller = constants.slice(i + 1).find((y) => x.value > y.value);
    if (smaller) {
      c.error(smaller.at, 'SwappedSliceIndices', `invalid slice indices: ${smaller.value} < ${x.value}`);
      return;
    }
  }
}
