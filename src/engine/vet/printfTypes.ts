/** Which values a verb of a format can show. */
import type * as syntax from '../syntax/nodes.ts';
import { identical } from '../types/identity.ts';
import { methodSet } from '../types/lookup.ts';
import type { FuncObject } from '../types/objects.ts';
import type { Type } from '../types/types.ts';
import { termsOf } from '../types/typeset.ts';
import { unalias, under } from '../types/under.ts';
import { isExported } from '../types/object.ts';
import { Typ } from '../types/universe.ts';
import { fullName, typeName } from './pass.ts';

export type Accepted = 'bool' | 'int' | 'rune' | 'string' | 'float' | 'complex' | 'pointer' | 'error';

export function isNil(e: syntax.Expr): boolean {
  return e.kind === 'Ident' && e.$obj?.kind === 'Nil';
}

export function isFunction(e: syntax.Expr): boolean {
  const type = e.$tv?.type;
  return type !== undefined && e.$tv?.mode !== 'type' && under(type).kind === 'Signature';
}

/** A value that may print itself: it has Format, or is an interface, whose value may have it. */
export function isFormatter(type: Type | undefined): boolean {
  const t = type && unalias(type);
  if (!t || t.kind === 'TypeParam') return false;
  if (under(t).kind === 'Interface') return true;
  const method = methodSet(t).get('Format')?.object;
  return method?.kind === 'Func' && method.type?.params.length === 2;
}

/** The value of a method Error or String with the right signature. */
function hasStringMethod(type: Type): boolean {
  return ['Error', 'String'].some((name) => {
    const method = methodSet(type).get(name)?.object;
    return method?.kind === 'Func' && isStringMethod(method);
  });
}

function isStringMethod({ type }: FuncObject): boolean {
  const result = type?.results[0]?.type;
  return type?.params.length === 0 && type.results.length === 1 && result !== undefined && identical(result, Typ.string);
}

function isError(type: Type): boolean {
  const method = methodSet(type).get('Error')?.object;
  return method?.kind === 'Func' && isStringMethod(method);
}

/** Whether one of these kinds of argument describes the value, and why not if that is not plain from its type. */
export function accepts(kinds: readonly Accepted[], e: syntax.Expr): { readonly ok: boolean; readonly reason: string } {
  const tv = e.$tv;
  if (!tv) return { ok: true, reason: '' };
  if (isNil(e)) return { ok: false, reason: '' };
  const matcher = new Matcher(kinds);
  return { ok: matcher.match(tv.type, true), reason: matcher.reason };
}

class Matcher {
  reason = '';
  private readonly kinds: ReadonlySet<Accepted>;
  private readonly seen = new Set<Type>();

  constructor(kinds: readonly Accepted[]) {
    this.kinds = new Set(kinds);
  }

  private get onlyPointer(): boolean {
    return this.kinds.size === 1 && this.kinds.has('pointer');
  }

  match(type: Type, top: boolean): boolean {
    const t = unalias(type);
    if (this.kinds.has('error')) return isError(t);
    if (isFormatter(t)) return true;
    if (this.kinds.has('string') && hasStringMethod(t)) return true;
    if (t.kind === 'TypeParam') return this.parameter(t, top);
    const u = under(t);
    if (this.seen.has(u)) return true;
    if (u.kind !== 'Basic') this.seen.add(u);
    return this.underlying(u, top);
  }

  private parameter(t: Extract<Type, { kind: 'TypeParam' }>, top: boolean): boolean {
    if (this.seen.has(t)) return true;
    this.seen.add(t);
    const terms = termsOf(t);
    if (!terms || terms.length === 0) return false;
    const report = this.seen.size === 1;
    const bad = terms.find((term) => !this.match(term.type, top));
    if (bad && report) this.reason = `contains ${bad.tilde ? '~' : ''}${typeName(bad.type)}`;
    return bad === undefined;
  }

  private underlying(u: ReturnType<typeof under>, top: boolean): boolean {
    const { kinds } = this;
    switch (u.kind) {
      case 'Signature':
        return this.onlyPointer;
      case 'Map':
        return this.onlyPointer || (this.match(u.key, false) && this.match(u.value, false));
      case 'Chan':
        return kinds.has('pointer');
      case 'Array':
      case 'Slice':
        if (kinds.has('string') && identical(under(u.elem), Typ.uint8)) return true;
        return (u.kind === 'Slice' && this.onlyPointer) || this.match(u.elem, false);
      case 'Pointer':
        return this.pointer(u.elem, top);
      case 'Struct':
        return u.fields.every(({ name, type }) => {
          if (!type || !this.match(type, false)) return false;
          // What is not exported cannot be asked for its text.
          return !(kinds.has('string') && !isExported(name) && hasStringMethod(type));
        });
      case 'Basic':
        return this.basic(u.name);
      default:
        return true;
    }
  }

  private pointer(elem: Type, top: boolean): boolean {
    if (this.onlyPointer || unalias(elem).kind === 'TypeParam') return true;
    const u = under(elem);
    if (u.kind !== 'Struct' && u.kind !== 'Array' && u.kind !== 'Slice' && u.kind !== 'Map') return this.kinds.has('pointer');
    return top && this.match(u, false);
  }

  private basic(name: Extract<Type, { kind: 'Basic' }>['name']): boolean {
    const { kinds } = this;
    if (name === 'bool' || name === 'untyped bool') return kinds.has('bool');
    if (name === 'string' || name === 'untyped string') return kinds.has('string');
    if (name === 'unsafe.Pointer') return kinds.has('pointer') || kinds.has('int');
    if (name === 'untyped rune') return kinds.has('int') || kinds.has('rune');
    if (name === 'untyped nil') return false;
    if (/float/.test(name)) return kinds.has('float');
    if (/complex/.test(name)) return kinds.has('complex');
    return name === 'invalid' || kinds.has('int');
  }
}

/** The String or Error method in which its own receiver is printed by it; as messages name it. */
export function recursiveMethod(e: syntax.Expr): string | undefined {
  const type = e.$tv?.type;
  if (!type || e.$tv?.mode === 'type' || isFormatter(type)) return undefined;
  const receiver = e.kind === 'UnaryExpr' && e.op === '&' ? e.x : e;
  const variable = receiver.kind === 'Ident' && receiver.$obj?.kind === 'Var' && receiver.$obj.role === 'receiver' ? receiver.$obj : undefined;
  for (const name of ['String', 'Error']) {
    const method = methodSet(type).get(name)?.object;
    if (method?.kind === 'Func' && isStringMethod(method) && method.decl?.$vars?.recv === variable && variable) return fullName(method);
  }
  return undefined;
}
