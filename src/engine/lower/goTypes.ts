/**
 * Concrete types: what types are once type parameters have been replaced. One object per type: identical types are the same object,
 * so they compare with ===. Everything the lowering knows about a type (layout, run-time id) hangs on these objects.
 *
 * `name` is the type as %T prints it; `key` is unique, `linkName` qualifies packages by path as type arguments are printed.
 */
import { bug, must } from '../../base/assert.ts';
import type { FuncObject, TypeNameObject, VarObject } from '../types/objects.ts';
import type { Interface, Named, Signature, Type, TypeParam } from '../types/types.ts';

export type BasicKind =
  | 'bool' | 'int' | 'int8' | 'int16' | 'int32' | 'int64' | 'uint' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'uintptr'
  | 'float32' | 'float64' | 'complex64' | 'complex128' | 'string' | 'unsafe.Pointer';

export interface Field {
  readonly name: string;
  readonly type: GoType;
  readonly embedded: boolean;
  readonly exported: boolean;
  readonly tag: string;
  /** Import path of the package whose name an unexported field has. */
  readonly pkg: string;
}
/** A method that an interface type demands. */
export interface Demand { readonly name: string; readonly pkg: string; readonly type: GoType }

export type Shape =
  | { readonly kind: BasicKind }
  | { readonly kind: 'pointer'; readonly elem: GoType }
  | { readonly kind: 'slice'; readonly elem: GoType }
  | { readonly kind: 'array'; readonly elem: GoType; readonly length: number }
  | { readonly kind: 'map'; readonly key: GoType; readonly elem: GoType }
  | { readonly kind: 'chan'; readonly dir: 'both' | 'send' | 'recv'; readonly elem: GoType }
  | { readonly kind: 'struct'; readonly fields: readonly Field[] }
  | { readonly kind: 'func'; readonly params: readonly GoType[]; readonly results: readonly GoType[]; readonly variadic: boolean }
  | { readonly kind: 'interface'; readonly methods: readonly Demand[] }
  | { readonly kind: 'tuple'; readonly elems: readonly GoType[] }
  | { readonly kind: 'nil' };
export type ShapeOf<K extends Shape['kind']> = Extract<Shape, { readonly kind: K }>;

/** What a defined type adds to its shape. */
export interface Definition {
  readonly object: TypeNameObject;
  readonly origin: Named;
  readonly args: readonly GoType[];
  readonly env: Env;
}

export class GoType {
  readonly key: string;
  readonly name: string;
  readonly linkName: string;
  readonly definition: Definition | undefined;
  /** Made of the library's and predeclared types alone: known to every program. */
  readonly shared: boolean;
  private make: (() => Shape) | undefined;
  private made: Shape | undefined;

  constructor(key: string, name: string, linkName: string, definition: Definition | undefined, shared: boolean, make: () => Shape) {
    this.key = key;
    this.shared = shared;
    this.name = name;
    this.linkName = linkName;
    this.definition = definition;
    this.make = make;
  }

  /** The underlying type's shape. Computed on first use: types may contain themselves. */
  get shape(): Shape {
    if (!this.made) {
      this.made = must(this.make, `shape of ${this.name}`)();
      this.make = undefined;
    }
    return this.made;
  }
  get kind(): Shape['kind'] {
    return this.shape.kind;
  }
  is<K extends Shape['kind']>(kind: K): this is GoType & { readonly shape: ShapeOf<K> } {
    return this.shape.kind === kind;
  }
  /** The shape, which must be of this kind. */
  as<K extends Shape['kind']>(kind: K): ShapeOf<K> {
    const shape = this.shape;
    if (shape.kind !== kind) bug(`${this.name} is not a ${kind}`);
    return shape as ShapeOf<K>;
  }
}

/** What type parameters stand for in an instance of a function or type. */
export class Env {
  readonly bindings: ReadonlyMap<TypeParam, GoType>;
  readonly key: string;
  /** As for types: all parameters are the library's, and all types shared. */
  readonly shared: boolean;

  constructor(bindings: ReadonlyMap<TypeParam, GoType>, shared: boolean) {
    this.bindings = bindings;
    this.shared = shared;
    this.key = [...bindings.values()].map((type) => type.key).join(',');
  }
  get empty(): boolean {
    return this.bindings.size === 0;
  }
}
export const noEnv = new Env(new Map(), true);

export function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/**
 * Makes concrete types of the checker's types. The table of a program rests on one for the library, which lives on between programs:
 * whatever is made of the library's types alone is kept there, and nothing else.
 */
export class TypeTable {
  private readonly library: TypeTable | undefined;
  private readonly types = new Map<string, GoType>();
  private readonly envs = new Map<string, Env>();
  private readonly pointers = new Map<GoType, GoType>();
  private readonly slices = new Map<GoType, GoType>();
  private readonly basics = new Map<BasicKind, GoType>();
  private readonly numbers = new Map<object, number>();
  private readonly caches = new Map<Env, Map<Type, GoType>>();

  /** The type of an untyped nil that nothing else gave a type. */
  readonly nil: GoType;
  readonly any: GoType;

  constructor(library?: TypeTable) {
    this.library = library;
    this.nil = library?.nil ?? this.simple('untyped nil', { kind: 'nil' });
    this.any = library?.any ?? this.interface([]);
  }

  /** The table for a type made of these. */
  private over(parts: readonly GoType[]): TypeTable {
    return this.library && parts.every((part) => part.shared) ? this.library : this;
  }

  private intern(key: string, name: string, linkName: string, make: () => Shape, definition?: Definition): GoType {
    let type = this.types.get(key);
    if (!type) {
      type = new GoType(key, name, linkName, definition, this.library === undefined, make);
      this.types.set(key, type);
    }
    return type;
  }
  private simple(name: string, shape: Shape): GoType {
    return this.intern(name, name, name, () => shape);
  }

  basic(kind: BasicKind): GoType {
    if (this.library) return this.library.basic(kind);
    let type = this.basics.get(kind);
    if (!type) this.basics.set(kind, (type = this.simple(kind, { kind })));
    return type;
  }
  pointer(elem: GoType): GoType {
    if (this.library && elem.shared) return this.library.pointer(elem);
    let type = this.pointers.get(elem);
    if (!type) this.pointers.set(elem, (type = this.intern(`*${elem.key}`, `*${elem.name}`, `*${elem.linkName}`, () => ({ kind: 'pointer', elem }))));
    return type;
  }
  slice(elem: GoType): GoType {
    if (this.library && elem.shared) return this.library.slice(elem);
    let type = this.slices.get(elem);
    if (!type) this.slices.set(elem, (type = this.intern(`[]${elem.key}`, `[]${elem.name}`, `[]${elem.linkName}`, () => ({ kind: 'slice', elem }))));
    return type;
  }
  array(elem: GoType, length: number): GoType {
    const prefix = `[${length}]`;
    return this.over([elem]).intern(prefix + elem.key, prefix + elem.name, prefix + elem.linkName, () => ({ kind: 'array', elem, length }));
  }
  map(key: GoType, elem: GoType): GoType {
    const text = (of: (type: GoType) => string): string => `map[${of(key)}]${of(elem)}`;
    return this.over([key, elem]).intern(text(keyOf), text(nameOf), text(linkOf), () => ({ kind: 'map', key, elem }));
  }
  chan(dir: 'both' | 'send' | 'recv', elem: GoType): GoType {
    const prefix = dir === 'both' ? 'chan ' : dir === 'send' ? 'chan<- ' : '<-chan ';
    const text = (of: (type: GoType) => string): string =>
      dir !== 'send' && !elem.definition && elem.is('chan') && elem.shape.dir === 'recv' ? `${prefix}(${of(elem)})` : prefix + of(elem);
    return this.over([elem]).intern(text(keyOf), text(nameOf), text(linkOf), () => ({ kind: 'chan', dir, elem }));
  }
  func(params: readonly GoType[], results: readonly GoType[], variadic: boolean): GoType {
    const text = (of: (type: GoType) => string): string => `func${signatureText(params, results, variadic, of)}`;
    return this.over([...params, ...results]).intern(text(keyOf), text(nameOf), text(linkOf), () => ({ kind: 'func', params, results, variadic }));
  }
  tuple(elems: readonly GoType[]): GoType {
    const text = `(${elems.map(keyOf).join(', ')})`;
    return this.over(elems).intern(text, text, text, () => ({ kind: 'tuple', elems }));
  }
  struct(fields: readonly Field[]): GoType {
    const text = (of: (type: GoType) => string, unique: boolean): string => {
      if (fields.length === 0) return 'struct {}';
      const parts = fields.map((field) => {
        const name = unique && !field.exported ? `${field.pkg}.${field.name}` : field.name;
        const tag = field.tag === '' ? '' : ` ${JSON.stringify(field.tag)}`;
        return `${field.embedded && !unique ? '' : `${field.embedded ? '!' : ''}${name} `}${of(field.type)}${tag}`;
      });
      return `struct { ${parts.join('; ')} }`;
    };
    return this.over(fields.map((field) => field.type)).intern(text(keyOf, true), text(nameOf, false), text(linkOf, false), () => ({ kind: 'struct', fields }));
  }
  interface(methods: readonly Demand[]): GoType {
    const sorted = [...methods].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const text = (of: (type: GoType) => string, unique: boolean): string => {
      if (sorted.length === 0) return 'interface {}';
      const parts = sorted.map((method) => {
        const name = isExported(method.name) ? method.name : `${unique ? method.pkg : lastElement(method.pkg)}.${method.name}`;
        return name + of(method.type).slice('func'.length);
      });
      return `interface { ${parts.join('; ')} }`;
    };
    return this.over(sorted.map((method) => method.type)).intern(text(keyOf, true), text(nameOf, false), text(linkOf, false), () => ({ kind: 'interface', methods: sorted }));
  }

  /** An environment binding these parameters: one object per distinct arguments. */
  env(params: readonly TypeParam[], args: readonly GoType[], more?: readonly TypeParam[]): Env {
    if (args.length === 0) return noEnv;
    const library = this.library && args.every((arg) => arg.shared) && params.every((param) => isLibrary(param.object)) ? this.library : undefined;
    if (library) return library.env(params, args, more);
    const key = `${params.map((param) => this.number(param)).join(',')};${more?.map((param) => this.number(param)).join(',') ?? ''};${args.map(keyOf).join(',')}`;
    let env = this.envs.get(key);
    if (!env) {
      const bindings = new Map<TypeParam, GoType>();
      for (const list of more ? [params, more] : [params]) {
        list.forEach((param, i) => bindings.set(param, must(args[i], `argument for ${param.object.name}`)));
      }
      env = new Env(bindings, this.library === undefined);
      this.envs.set(key, env);
    }
    return env;
  }

  /** A short text that tells this object from others in keys. */
  number(object: object): string {
    let number = this.numbers.get(object);
    if (number === undefined) this.numbers.set(object, (number = this.numbers.size + 1));
    return this.library ? `p${number}` : `${number}`;
  }

  of(type: Type, env: Env): GoType {
    let cache = this.caches.get(env);
    if (!cache) this.caches.set(env, (cache = new Map()));
    let result = cache.get(type);
    if (!result) cache.set(type, (result = this.convert(type, env)));
    return result;
  }

  private convert(type: Type, env: Env): GoType {
    switch (type.kind) {
      case 'Basic':
        return this.convertBasic(type.name);
      case 'Pointer':
        return this.pointer(this.of(type.elem, env));
      case 'Slice':
        return this.slice(this.of(type.elem, env));
      case 'Array':
        return this.array(this.of(type.elem, env), type.length);
      case 'Map':
        return this.map(this.of(type.key, env), this.of(type.value, env));
      case 'Chan':
        return this.chan(type.dir, this.of(type.elem, env));
      case 'Struct':
        return this.struct(type.fields.map((field, i) => this.convertField(field, type.tags[i] ?? '', env)));
      case 'Signature':
        return this.convertSignature(type, env);
      case 'Interface':
        return this.interface(interfaceMethods(type).map((method) => this.demand(method, env)));
      case 'Tuple':
        return this.tuple(type.vars.map((v) => this.of(must(v.type, 'type of result'), env)));
      case 'TypeParam':
        return must(env.bindings.get(type), `binding of type parameter ${type.object.name}`);
      case 'Alias':
        return this.of(must(type.actual, `type of alias ${type.object.name}`), env);
      case 'Named':
        return this.convertNamed(type, env);
      case 'Union':
        return bug('a union is no type of a value');
    }
  }

  private convertBasic(name: string): GoType {
    switch (name) {
      case 'untyped bool':
        return this.basic('bool');
      case 'untyped int':
        return this.basic('int');
      case 'untyped rune':
        return this.basic('int32');
      case 'untyped float':
        return this.basic('float64');
      case 'untyped complex':
        return this.basic('complex128');
      case 'untyped string':
        return this.basic('string');
      case 'untyped nil':
        return this.nil;
      case 'invalid':
        return bug('an invalid type reached the lowering');
      default:
        return this.basic(name as BasicKind);
    }
  }

  private convertField(field: VarObject, tag: string, env: Env): Field {
    const type = this.of(must(field.type, `type of field ${field.name}`), env);
    return { name: field.name, type, embedded: field.embedded, exported: isExported(field.name), tag, pkg: field.pkg?.path ?? '' };
  }

  private convertSignature(type: Signature, env: Env): GoType {
    const list = (vars: readonly VarObject[]): GoType[] => vars.map((v) => this.of(must(v.type, 'type of parameter'), env));
    return this.func(list(type.params), list(type.results), type.variadic);
  }

  private demand(method: FuncObject, env: Env): Demand {
    const type = this.convertSignature(must(method.type, `type of method ${method.name}`), env);
    return { name: method.name, pkg: method.pkg?.path ?? '', type };
  }

  private convertNamed(type: Named, env: Env): GoType {
    const origin = type.origin ?? type;
    // A type declared inside a generic function depends on that function's type parameters without naming them.
    const hidden = origin.typeParams.length === 0;
    const params = hidden ? (origin.enclosing ?? []) : origin.typeParams;
    return this.named(origin, params, (type.origin ? type.typeArgs : params).map((arg) => this.of(arg, env)));
  }

  private named(origin: Named, params: readonly TypeParam[], args: readonly GoType[]): GoType {
    if (this.library && isLibrary(origin.object) && args.every((arg) => arg.shared)) return this.library.named(origin, params, args);
    const hidden = origin.typeParams.length === 0;
    const { object } = origin;
    const list = (of: (type: GoType) => string, shown: boolean): string => (args.length === 0 || !shown ? '' : `[${args.map(of).join(',')}]`);
    const name = (object.pkg ? `${object.pkg.name}.${object.name}` : object.name) + list(linkOf, !hidden);
    const linkName = (object.pkg ? `${object.pkg.path}.${object.name}` : object.name) + list(linkOf, !hidden);
    const key = `#${this.number(object)}${list(keyOf, true)}`;
    const inner = this.env(params, args);
    const make = (): Shape => this.of(must(origin.underlying, `underlying type of ${object.name}`), inner).shape;
    return this.intern(key, name, linkName, make, { object, origin, args, env: inner });
  }
}

/** The library's, or predeclared. */
function isLibrary(object: TypeNameObject): boolean {
  return object.pkg?.library ?? true;
}

function keyOf(type: GoType): string {
  return type.key;
}
function nameOf(type: GoType): string {
  return type.name;
}
function linkOf(type: GoType): string {
  return type.linkName;
}
function lastElement(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** "(int, ...string) error" in the given spelling of types. */
export function signatureText(params: readonly GoType[], results: readonly GoType[], variadic: boolean, of: (type: GoType) => string): string {
  const spelled = params.map((param, i) => (variadic && i === params.length - 1 && param.is('slice') ? `...${of(param.shape.elem)}` : of(param)));
  const tail = results.length === 0 ? '' : results.length === 1 ? ` ${results.map(of).join('')}` : ` (${results.map(of).join(', ')})`;
  return `(${spelled.join(', ')})${tail}`;
}

/** All methods of an interface type, embedded ones included. */
function interfaceMethods(type: Interface): readonly FuncObject[] {
  if (type.complete) return type.complete.methods;
  const all = new Map<string, FuncObject>();
  for (const method of type.methods) all.set(method.name, method);
  for (const embedded of type.embedded) {
    const under = underlying(embedded);
    if (under?.kind === 'Interface') for (const method of interfaceMethods(under)) all.set(method.name, method);
  }
  return [...all.values()];
}

function underlying(type: Type): Type | undefined {
  if (type.kind === 'Alias') return type.actual && underlying(type.actual);
  return type.kind === 'Named' ? type.underlying : type;
}
