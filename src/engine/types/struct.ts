/** Struct types. */
import type { Expr, Field, StructType } from '../syntax/nodes.ts';
import type { Checker } from './checker.ts';
import { literalConst } from './constant-literal.ts';
import { note } from './declare.ts';
import { newField } from './object.ts';
import type { VarObject } from './objects.ts';
import { isTypeParam, isValid } from './predicates.ts';
import type { Struct, Type } from './types.ts';
import { typeExpression, variableType } from './typexpr.ts';
import { under, unalias } from './under.ts';
import { Typ } from './universe.ts';

export function structType(c: Checker, e: StructType): Struct {
  const fields: VarObject[] = [];
  const tags: string[] = [];
  const names = new Map<string, VarObject>();
  let previous: { node: Expr; type: Type } | undefined;
  for (const field of e.fields) {
    if (previous?.node !== field.type) {
      previous = { node: field.type, type: field.embedded ? embeddedType(c, field) : variableType(c, field.type) };
    }
    const name = field.embedded ? embeddedName(field.type) : field.name;
    const object = newField(name?.name ?? '_', name?.pos ?? field.pos, c.pkg, previous.type, field.embedded);
    if (name && object.name !== '_') {
      const other = names.get(object.name);
      if (other) c.error(name, 'DuplicateDecl', `${object.name} redeclared${note(c, other.pos, `other declaration of ${other.name}`)}`);
      names.set(object.name, object);
    }
    if (field.name && !field.embedded) c.recordDefinition(field.name, object);
    fields.push(object);
    tags.push(field.tag ? tagOf(field) : '');
  }
  return { kind: 'Struct', fields, tags };
}

function tagOf(field: Field): string {
  const value = field.tag && literalConst(field.tag.lit, field.tag.text);
  return value?.kind === 'string' ? value.value : '';
}

/** The name of an embedded field is that of its type, without package and type arguments. */
function embeddedName(e: Expr): { name: string; pos: number } | undefined {
  switch (e.kind) {
    case 'Ident':
      return e;
    case 'StarExpr':
    case 'ParenExpr':
      return embeddedName(e.x);
    case 'SelectorExpr':
      return e.sel;
    case 'IndexExpr':
      return embeddedName(e.x);
    default:
      return undefined;
  }
}

function embeddedType(c: Checker, field: Field): Type {
  const type = typeExpression(c, field.type);
  if (!embeddedName(field.type)) {
    c.error(field.type, 'InvalidSyntaxTree', 'invalid embedded field type');
    return Typ.invalid;
  }
  c.later(() => checkEmbedded(c, field, type));
  return type;
}

function checkEmbedded(c: Checker, field: Field, type: Type): void {
  const t = unalias(type);
  const isPointer = t.kind === 'Pointer';
  const base = isPointer ? t.elem : t;
  if (!isValid(base)) return;
  const complain = (what: string): void => c.error(field.type, 'InvalidPtrEmbed', `embedded field type cannot be ${what}`);
  if (isTypeParam(base)) return complain('a type parameter');
  const u = under(base);
  if (u.kind === 'Basic' && u.name === 'unsafe.Pointer') complain('unsafe.Pointer');
  else if (u.kind === 'Pointer') complain('a pointer');
  else if (u.kind === 'Interface' && isPointer) complain('a pointer to an interface');
}
