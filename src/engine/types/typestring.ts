/** Types as gc prints them. */
import type { FuncObject, Obj, Package, VarObject } from './objects.ts';
import type { Alias, Chan, Interface, Named, Signature, Struct, Term, Type } from './types.ts';
import { quote } from './constant-print.ts';
import { Typ } from './universe.ts';

/** What stands before a package's types: '' for none. */
export type Qualifier = (pkg: Package) => string;

const byName: Qualifier = (pkg) => pkg.name;

export function typeString(type: Type | undefined, qualifier: Qualifier = byName): string {
  return new Writer(qualifier).type(type ?? Typ.invalid);
}
/** The signature without "func", e.g. "(x int) string", or without the names of parameters "(int) string". */
export function signatureString(signature: Signature, qualifier: Qualifier = byName, names = true): string {
  return new Writer(qualifier, names).signature(signature);
}

/** Objects as they are described in messages: "var x int". */
export function objectString(object: Obj, qualifier: Qualifier = byName): string {
  const type = 'type' in object && object.type ? ` ${typeString(object.type, qualifier)}` : '';
  switch (object.kind) {
    case 'Var':
      return `${object.role === 'field' ? 'field' : 'var'} ${object.name}${type}`;
    case 'Const':
      return `const ${object.name}${type}`;
    case 'TypeName':
      return `type ${object.name}`;
    case 'Func':
      return `func ${object.name}${object.type ? signatureString(object.type, qualifier) : ''}`;
    case 'PackageName':
      return `package ${object.name}`;
    case 'Label':
      return `label ${object.name}`;
    case 'Builtin':
      return `builtin ${object.name}`;
    case 'Nil':
      return 'nil';
  }
}

class Writer {
  private readonly qualifier: Qualifier;
  private readonly names: boolean;

  constructor(qualifier: Qualifier, names = true) {
    this.qualifier = qualifier;
    this.names = names;
  }

  type(t: Type): string {
    switch (t.kind) {
      case 'Basic':
        return t.alias ?? (t.name === 'invalid' ? 'invalid type' : t.name);
      case 'Pointer':
        return `*${this.type(t.elem)}`;
      case 'Slice':
        return `[]${this.type(t.elem)}`;
      case 'Array':
        return `[${t.length}]${this.type(t.elem)}`;
      case 'Map':
        return `map[${this.type(t.key)}]${this.type(t.value)}`;
      case 'Chan':
        return this.chan(t);
      case 'Struct':
        return this.struct(t);
      case 'Signature':
        return `func${this.signature(t)}`;
      case 'Interface':
        return this.interface(t);
      case 'Tuple':
        return this.parameters(t.vars, false);
      case 'Union':
        return t.terms.map((term) => this.term(term)).join(' | ');
      case 'Named':
      case 'Alias':
        return this.named(t);
      case 'TypeParam':
        return t.object.name;
    }
  }

  signature(t: Signature): string {
    const params = this.parameters(t.params, t.variadic);
    const [first] = t.results;
    if (!first) return `${this.typeParams(t)}${params}`;
    const single = t.results.length === 1 && (first.name === '' || !this.names);
    return `${this.typeParams(t)}${params} ${single ? this.type(first.type ?? Typ.invalid) : this.parameters(t.results, false)}`;
  }

  private typeParams(t: Signature | Named | Alias): string {
    if (t.typeParams.length === 0) return '';
    const shown = t.typeParams.map((p, i) => (t.typeParams[i + 1]?.constraint === p.constraint ? p.object.name : `${p.object.name} ${this.type(p.constraint)}`));
    return `[${shown.join(', ')}]`;
  }

  private parameters(vars: readonly VarObject[], variadic: boolean): string {
    const shown = vars.map((v, i) => {
      const type = v.type ?? Typ.invalid;
      const last = variadic && i === vars.length - 1;
      const text = last && type.kind === 'Slice' ? `...${this.type(type.elem)}` : last ? `${this.type(type)}...` : this.type(type);
      return v.name === '' || !this.names ? text : `${v.name} ${text}`;
    });
    return `(${shown.join(', ')})`;
  }

  private chan(t: Chan): string {
    const elem = this.type(t.elem);
    if (t.dir === 'recv') return `<-chan ${elem}`;
    if (t.dir === 'send') return `chan<- ${elem}`;
    return t.elem.kind === 'Chan' && t.elem.dir === 'recv' ? `chan (${elem})` : `chan ${elem}`;
  }

  private struct(t: Struct): string {
    const fields = t.fields.map((f, i) => {
      const tag = t.tags[i] ? ` ${quote(t.tags[i] ?? '')}` : '';
      const type = this.type(f.type ?? Typ.invalid);
      return f.embedded ? `${type}${tag}` : `${f.name} ${type}${tag}`;
    });
    return `struct{${fields.join('; ')}}`;
  }

  private interface(t: Interface): string {
    const [single] = t.embedded;
    if (t.implicit && t.methods.length === 0 && t.embedded.length === 1 && single) return this.type(single);
    const parts = [...t.methods.map((m) => this.method(m)), ...t.embedded.map((e) => this.type(e))];
    return `interface{${parts.join('; ')}}`;
  }

  private method(m: FuncObject): string {
    return m.type ? `${m.name}${this.signature(m.type)}` : m.name;
  }

  private term(term: Term): string {
    return `${term.tilde ? '~' : ''}${this.type(term.type)}`;
  }

  private named(t: Named | Alias): string {
    const prefix = t.object.pkg ? this.qualifier(t.object.pkg) : '';
    const name = prefix === '' ? t.object.name : `${prefix}.${t.object.name}`;
    if (t.typeArgs.length > 0) return `${name}[${t.typeArgs.map((arg) => this.type(arg)).join(',')}]`;
    return name + this.typeParams(t);
  }
}
