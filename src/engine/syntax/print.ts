/** Expressions as gc's messages quote them: on one line, bodies of functions and elements of literals left out. */
import { assertUnreachable } from '../../base/assert.ts';
import type { BinaryExpr, Expr, Field, FuncType, InterfaceType, ParenExpr, SliceExpr, Stmt, StructType } from './nodes.ts';
import { leftSpine, unparen } from './paren.ts';

export function exprString(x: Expr): string {
  switch (x.kind) {
    case 'BadExpr': return '<bad expr>';
    case 'Ident': return x.name;
    case 'BasicLit': return x.text;
    case 'CompositeLit': return `${x.type === undefined ? '' : exprString(x.type)}${x.elements.length > 0 ? '{…}' : '{}'}`;
    case 'KeyValueExpr': return `${exprString(x.key)}: ${exprString(x.value)}`;
    case 'FuncLit': return `${exprString(x.type)} ${x.body.list.length > 0 ? '{…}' : '{}'}`;
    case 'ParenExpr':
    case 'BinaryExpr': return operationString(x);
    case 'SelectorExpr': return `${exprString(x.x)}.${x.sel.name}`;
    case 'IndexExpr': return `${exprString(x.x)}[${exprListString(x.indices)}]`;
    case 'SliceExpr': return sliceString(x);
    case 'TypeAssertExpr': return `${exprString(x.x)}.(${x.type === undefined ? 'type' : exprString(x.type)})`;
    case 'CallExpr': return `${exprString(x.fun)}(${exprListString(x.args)}${x.hasDots ? '...' : ''})`;
    case 'StarExpr': return `*${exprString(x.x)}`;
    case 'UnaryExpr': return `${x.op}${exprString(x.op === '&' ? unparen(x.x) : x.x)}`;
    case 'ArrayType': return `[${x.length === undefined ? '' : x.length === 'dots' ? '...' : exprString(x.length)}]${exprString(x.elem)}`;
    case 'StructType': return structString(x);
    case 'FuncType': return `func${signatureString(x)}`;
    case 'InterfaceType': return interfaceString(x);
    case 'MapType': return `map[${exprString(x.key)}]${exprString(x.value)}`;
    case 'ChanType': return chanString(x.dir, x.elem);
    case 'EllipsisExpr': return `...${x.elem === undefined ? '' : exprString(x.elem)}`;
    default: return assertUnreachable(x);
  }
}

/** Long chains of operators and parentheses are deep trees. */
function operationString(e: BinaryExpr | ParenExpr): string {
  const { spine, leaf } = leftSpine(e);
  return spine.reduceRight((text, node) => (node.kind === 'ParenExpr' ? `(${text})` : `${text} ${node.op} ${exprString(node.y)}`), exprString(leaf));
}

export function exprListString(list: readonly Expr[]): string {
  return list.map(exprString).join(', ');
}

/** `(a, b int, c ...string) (n int, err error)`, type parameters in front. */
export function signatureString(type: FuncType): string {
  const typeParams = type.typeParams === undefined ? '' : `[${fieldsString(type.typeParams, ', ')}]`;
  return `${typeParams}(${fieldsString(type.params, ', ')})${resultString(type.results)}`;
}

function resultString(results: readonly Field[]): string {
  const only = results.length === 1 ? results[0] : undefined;
  if (only !== undefined && only.name === undefined) return ` ${exprString(only.type)}`;
  return results.length === 0 ? '' : ` (${fieldsString(results, ', ')})`;
}

/** Neighbours that share their type node are written with one type. */
function fieldsString(fields: readonly Field[], separator: string): string {
  const groups: string[] = [];
  let names: string[] = [];
  fields.forEach((field, i) => {
    if (field.name !== undefined) names.push(field.name.name);
    if (field.name !== undefined && fields[i + 1]?.type === field.type) return;
    const tag = field.tag === undefined ? '' : ` ${field.tag.text}`;
    groups.push((names.length > 0 ? `${names.join(', ')} ` : '') + exprString(field.type) + tag);
    names = [];
  });
  return groups.join(separator);
}

function sliceString({ x, low, high, max, full }: SliceExpr): string {
  const part = (index: Expr | undefined) => (index === undefined ? '' : exprString(index));
  return `${exprString(x)}[${part(low)}:${part(high)}${full ? `:${part(max)}` : ''}]`;
}

function structString({ fields }: StructType): string {
  return `struct{${fieldsString(fields, '; ')}}`;
}

function interfaceString({ elements }: InterfaceType): string {
  const methods = elements.map(({ name, type }) =>
    name !== undefined && type.kind === 'FuncType' ? name.name + signatureString(type) : exprString(type),
  );
  return `interface{${methods.join('; ')}}`;
}

function chanString(dir: 'both' | 'send' | 'recv', elem: Expr): string {
  if (dir === 'recv') return `<-chan ${exprString(elem)}`;
  if (dir === 'send') return `chan<- ${exprString(elem)}`;
  // Without parentheses the arrow would bind to the outer channel.
  return elem.kind === 'ChanType' && elem.dir === 'recv' ? `chan (${exprString(elem)})` : `chan ${exprString(elem)}`;
}

/** A simple statement, as quoted where an expression was expected. */
export function simpleStmtString(s: Stmt): string {
  switch (s.kind) {
    case 'ExprStmt': return exprString(s.x);
    case 'SendStmt': return `${exprString(s.chan)} <- ${exprString(s.value)}`;
    case 'IncDecStmt': return exprString(s.x) + s.op;
    case 'AssignStmt': return `${exprListString(s.lhs)} ${s.define ? ':' : (s.op ?? '')}= ${exprListString(s.rhs)}`;
    default: return '';
  }
}
