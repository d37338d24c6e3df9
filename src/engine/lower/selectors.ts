/** Walking from an operand through (embedded) fields to what a selector denotes. */
import { bug } from '../../base/assert.ts';
import type * as syntax from '../syntax/nodes.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { lookup } from './lookup.ts';
import type { Found } from './lookup.ts';
import { deref, fieldOf, fieldPlace, part, read } from './values.ts';
import type { MemoryValue, Value } from './values.ts';

/** A value, or memory that is only read if it has to be (even if its type has scalar values). */
export type Operand = Value;

export function readOperand(operand: Operand): Value {
  return operand.k === 'memory' ? read(operand) : operand;
}

/** The struct's field; a memory operand stays in memory. */
function fieldOperand(operand: Operand, index: number): Operand {
  if (operand.k === 'scalars') return fieldOf(operand, index);
  const place = fieldPlace(operand, index);
  return place.k === 'memory' ? place : bug('field of memory in locals');
}

/** Follows a pointer if the operand is one. */
export function throughPointer(f: Fn, operand: Operand): Operand {
  return operand.type.is('pointer') ? deref(f, operand.type.shape.elem, part(readOperand(operand))) : operand;
}

export function walkPath(f: Fn, start: Operand, path: readonly number[]): Operand {
  return path.reduce((operand: Operand, index) => fieldOperand(throughPointer(f, operand), index), start);
}

/** What `type`.`name` denotes, seen from the code of f. */
export function find(f: Fn, type: GoType, name: syntax.Ident): Found {
  return lookup(f.world.types, type, name.name, selectorPackage(f, name)) ?? bug(`${type.name} has no ${name.name}`);
}

/** The package whose unexported names the selector may mean: the one it is written in. */
function selectorPackage(f: Fn, name: syntax.Ident): string {
  return name.$obj?.pkg?.path ?? f.pkg;
}

export function memoryOperand(operand: Operand): MemoryValue {
  return operand.k === 'memory' ? operand : bug(`${operand.type.name} is not addressable`);
}
