/**
 * The table of run-time types, and which of them can be the dynamic type of an interface ("live"). A type gets its id when first asked
 * for; its row is made at the end, which may bring in more types.
 */
import type { RuntimeKind, RuntimeType } from '../ir/ir.ts';
import { bug } from '../../base/assert.ts';
import type { GoType, TypeTable } from './goTypes.ts';
import { layoutOf } from './layout.ts';
import { demandKey, methodSet } from './lookup.ts';

export class RuntimeTypes {
  private readonly table: TypeTable;
  private readonly list: GoType[] = [];
  private readonly ids = new Map<GoType, number>();

  constructor(table: TypeTable) {
    this.table = table;
  }

  id(type: GoType): number {
    let id = this.ids.get(type);
    if (id === undefined) {
      this.list.push(type);
      this.ids.set(type, (id = this.list.length));
    }
    return id;
  }

  finish(): readonly RuntimeType[] {
    const rows: RuntimeType[] = [noType];
    for (let i = 0; i < this.list.length; i++) {
      const type = this.list[i];
      if (type) rows.push(this.row(i + 1, type));
    }
    return rows;
  }

  private row(id: number, type: GoType): RuntimeType {
    const shape = type.shape;
    if (shape.kind === 'tuple' || shape.kind === 'nil') bug(`no run-time type for ${type.name}`);
    const { size, align, refs } = layoutOf(type);
    const ids = (types: readonly GoType[]): number[] => types.map((t) => this.id(t));
    const definition = type.definition;
    return {
      ...noType,
      id,
      kind: shape.kind satisfies RuntimeKind,
      name: type.name,
      defined: definition ? type.name.slice(type.name.indexOf(`.${definition.object.name}`) + 1) : '',
      pkgPath: definition?.object.pkg?.path ?? '',
      layout: { size, align, refs },
      comparable: isComparable(type),
      elem: 'elem' in shape ? this.id(shape.elem) : 0,
      key: shape.kind === 'map' ? this.id(shape.key) : 0,
      length: shape.kind === 'array' ? shape.length : 0,
      chanDir: shape.kind === 'chan' ? shape.dir : 'both',
      fields: shape.kind === 'struct' ? this.fields(type) : [],
      methods: shape.kind === 'interface' ? shape.methods.map(demandKey) : methodSet(this.table, type).map((member) => member.key),
      params: shape.kind === 'func' ? ids(shape.params) : [],
      results: shape.kind === 'func' ? ids(shape.results) : [],
      variadic: shape.kind === 'func' && shape.variadic,
    };
  }

  private fields(type: GoType): RuntimeType['fields'] {
    const offsets = layoutOf(type).fieldOffsets;
    return type.as('struct').fields.map((field, i) => ({
      name: field.name, type: this.id(field.type), offset: offsets[i] ?? 0, embedded: field.embedded, exported: field.exported, tag: field.tag,
    }));
  }
}

const noType: RuntimeType = {
  id: 0, kind: 'interface', name: '', defined: '', pkgPath: '', layout: { size: 0, align: 1, refs: [] }, comparable: false, elem: 0, key: 0,
  length: 0, chanDir: 'both', fields: [], methods: [], params: [], results: [], variadic: false,
};

/** Values of the type can be compared without a panic that is due to the type itself. */
export function isComparable(type: GoType): boolean {
  const shape = type.shape;
  switch (shape.kind) {
    case 'slice':
    case 'map':
    case 'func':
      return false;
    case 'array':
      return isComparable(shape.elem);
    case 'struct':
      return shape.fields.every((field) => isComparable(field.type));
    default:
      return true;
  }
}

/** Comparing or hashing values of the type may panic, because an interface inside may hold an incomparable value. */
export function mayPanicComparing(type: GoType): boolean {
  const shape = type.shape;
  if (shape.kind === 'array') return mayPanicComparing(shape.elem);
  if (shape.kind === 'struct') return shape.fields.some((field) => mayPanicComparing(field.type));
  return shape.kind === 'interface';
}

/** The types that values of this type contain or lead to. */
export function componentsOf(type: GoType): readonly GoType[] {
  const shape = type.shape;
  if (shape.kind === 'struct') return shape.fields.map((field) => field.type);
  if (shape.kind === 'map') return [shape.key, shape.elem];
  return 'elem' in shape ? [shape.elem] : [];
}
