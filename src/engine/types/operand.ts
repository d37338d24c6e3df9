/** Operands: what the checker knows of an expression on the way up from its parts. */
import type { Expr } from '../syntax/nodes.ts';
import { exprString } from '../syntax/print.ts';
import type { Const } from './constant.ts';
import { constToString } from './constant-print.ts';
import type { BuiltinObject } from './objects.ts';
import { isGeneric, isUntyped, isValid } from './predicates.ts';
import { typeSetOf } from './typeset.ts';
import { typeString } from './typestring.ts';
import type { Qualifier } from './typestring.ts';
import type { Mode, Type } from './types.ts';
import { under, unalias } from './under.ts';
import { Typ } from './universe.ts';

/** Mutable: the functions that check an expression fill the operand they are given. */
export interface Operand {
  mode: Mode;
  type: Type;
  /** Set if mode is constant. */
  value: Const | undefined;
  expr: Expr | undefined;
  /** Set if mode is builtin. */
  builtin: BuiltinObject | undefined;
}

export function newOperand(): Operand {
  return { mode: 'invalid', type: Typ.invalid, value: undefined, expr: undefined, builtin: undefined };
}
export function valueOperand(expr: Expr, type: Type): Operand {
  return { mode: 'value', type, value: undefined, expr, builtin: undefined };
}
export function assignOperand(to: Operand, from: Operand): void {
  Object.assign(to, from);
}

/** As a function, for the compiler takes the mode to be what it was before a call. */
export function failed(x: Operand): boolean {
  return x.mode === 'invalid';
}
export function invalidate(x: Operand): void {
  x.mode = 'invalid';
}
export function setValue(x: Operand, type: Type): void {
  x.mode = 'value';
  x.type = type;
  x.value = undefined;
}
export function setConstant(x: Operand, type: Type, value: Const): void {
  x.mode = 'constant';
  x.type = type;
  x.value = value;
}

const modeNames: Readonly<Record<Mode, string>> = {
  invalid: 'invalid operand', novalue: 'no value', builtin: 'built-in', type: 'type', constant: 'constant', variable: 'variable',
  mapindex: 'map index expression', value: 'value', nil: 'nil', commaok: 'comma, ok expression',
};

/** As gc describes operands: `x (variable of type int)`, `300 (untyped int constant)`. */
export function operandString(x: Operand, qualifier: Qualifier): string {
  if (x.mode === 'nil') return nilString(x, qualifier);
  const expr = x.expr ? exprString(x.expr) : x.mode === 'type' ? typeString(x.type, qualifier) : '';
  const inner = description(x, expr, qualifier);
  return expr === '' ? inner : `${expr} (${inner})`;
}

function nilString(x: Operand, qualifier: Qualifier): string {
  if (!isValid(x.type)) return 'nil (with invalid type)';
  return isUntyped(x.type) ? 'nil' : `nil (of type ${typeString(x.type, qualifier)})`;
}

function description(x: Operand, expr: string, qualifier: Qualifier): string {
  const typeless = x.mode === 'invalid' || x.mode === 'novalue' || x.mode === 'builtin' || x.mode === 'type';
  const untyped = !typeless && isUntyped(x.type) ? `${typeString(x.type, qualifier)} ` : '';
  const value = x.mode === 'constant' && x.value ? constToString(x.value) : expr;
  const shownValue = value === expr ? '' : ` ${value}`;
  const type = typeless || untyped ? '' : typeDescription(x.type, qualifier);
  return `${untyped}${modeNames[x.mode]}${shownValue}${type}`;
}

function typeDescription(type: Type, qualifier: Qualifier): string {
  if (!isValid(type)) return ' with invalid type';
  const generic = isGeneric(type) ? 'generic ' : '';
  const t = unalias(type);
  if (t.kind === 'TypeParam') {
    const { terms } = typeSetOf(t);
    const empty = terms !== undefined && terms.length === 0 ? ' with empty type set' : '';
    return ` of type ${typeString(type, qualifier)} constrained by ${typeString(t.constraint, qualifier)}${empty}`;
  }
  const what = type.kind === 'Named' || type.kind === 'Alias' ? `${compositeKind(type) || typeString(under(type), qualifier)} ` : '';
  return ` of ${generic}${what}type ${typeString(type, qualifier)}`;
}

/** The sort of a composite type in words; '' for basic types. */
export function compositeKind(type: Type): string {
  const u = under(type);
  switch (u.kind) {
    case 'Array':
      return 'array';
    case 'Slice':
      return 'slice';
    case 'Struct':
      return 'struct';
    case 'Pointer':
      return 'pointer';
    case 'Signature':
      return 'func';
    case 'Interface':
      return unalias(type).kind === 'TypeParam' ? 'type parameter' : 'interface';
    case 'Map':
      return 'map';
    case 'Chan':
      return 'chan';
    case 'Tuple':
      return 'tuple';
    default:
      return '';
  }
}
