/**
 * Types as the checker and everything after it see them. Types are compared with `identical` (types/identity.ts), never with ===,
 * except Named, TypeParam and Basic, which are unique objects (an instance of a generic type is unique per identical arguments).
 */
import type { Const } from './constant.ts';
import type { FuncObject, TypeNameObject, VarObject } from './objects.ts';

export type Type = Basic | Named | Pointer | Slice | ArrayT | MapT | Chan | Struct | Signature | Interface | Tuple | TypeParam | Union | Alias;

export type BasicName =
  | 'invalid' | 'bool' | 'int' | 'int8' | 'int16' | 'int32' | 'int64' | 'uint' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'uintptr'
  | 'float32' | 'float64' | 'complex64' | 'complex128' | 'string' | 'unsafe.Pointer'
  | 'untyped bool' | 'untyped int' | 'untyped rune' | 'untyped float' | 'untyped complex' | 'untyped string' | 'untyped nil';

/** byte and rune are the Basic objects uint8 and int32 printed under another name: `alias` holds it. */
export interface Basic { readonly kind: 'Basic'; readonly name: BasicName; readonly alias?: 'byte' | 'rune' }

/** A defined type, perhaps an instance of a generic one. */
export interface Named {
  readonly kind: 'Named';
  readonly object: TypeNameObject;
  /** Set once the declaration is complete; never itself Named. For instances computed by substitution on first use: read through `under()`. */
  underlying: Type | undefined;
  /** Declared methods (not promoted ones), in source order. For instances: instantiated lazily, read through `methodsOf()`. */
  methods: FuncObject[];
  typeParams: TypeParam[];
  /** The generic type this is an instance of, and its arguments; `origin === undefined` for others. */
  readonly origin: Named | undefined;
  readonly typeArgs: readonly Type[];
  /** The right-hand side of the declaration, known before `underlying` is. */
  rhs?: Type;
  /** For a type declared inside a generic function: the function's type parameters, on which it depends. */
  readonly enclosing?: readonly TypeParam[];
}
export interface Pointer { readonly kind: 'Pointer'; readonly elem: Type }
export interface Slice { readonly kind: 'Slice'; readonly elem: Type }
export interface ArrayT { readonly kind: 'Array'; readonly elem: Type; readonly length: number }
export interface MapT { readonly kind: 'Map'; readonly key: Type; readonly value: Type }
export interface Chan { readonly kind: 'Chan'; readonly dir: 'both' | 'send' | 'recv'; readonly elem: Type }
export interface Struct { readonly kind: 'Struct'; readonly fields: readonly VarObject[]; readonly tags: readonly string[] }
export interface Signature {
  readonly kind: 'Signature';
  readonly typeParams: readonly TypeParam[];
  readonly recv: VarObject | undefined;
  readonly params: readonly VarObject[];
  readonly results: readonly VarObject[];
  /** The last parameter is variadic; its type is a Slice. */
  readonly variadic: boolean;
}
export interface Interface {
  readonly kind: 'Interface';
  /** Methods declared in it. */
  readonly methods: readonly FuncObject[];
  readonly embedded: readonly Type[];
  /** any written as a constraint literal such as ~int|~string. */
  readonly implicit: boolean;
  /** Filled on completion: all methods sorted by name, and the type set's terms (undefined: all types). */
  complete?: { readonly methods: readonly FuncObject[]; readonly terms: readonly Term[] | undefined; readonly comparable: boolean };
}
export interface Term { readonly tilde: boolean; readonly type: Type }
export interface Union { readonly kind: 'Union'; readonly terms: readonly Term[] }
export interface Tuple { readonly kind: 'Tuple'; readonly vars: readonly VarObject[] }
export interface TypeParam { readonly kind: 'TypeParam'; readonly object: TypeNameObject; readonly index: number; constraint: Type }
/** A declared alias (`type A = B`), kept so that messages can name it. Look through it with `unalias`. */
export interface Alias { readonly kind: 'Alias'; readonly object: TypeNameObject; actual: Type | undefined; typeParams: TypeParam[]; readonly typeArgs: readonly Type[] }

/** What an expression denotes, as in Go's operand modes. */
export type Mode =
  | 'invalid' | 'novalue' | 'builtin' | 'type' | 'constant' | 'variable' /* addressable */ | 'mapindex' /* assignable, not addressable */
  | 'value' | 'nil' | 'commaok' /* value, or value and bool */;

export interface TypeAndValue {
  readonly mode: Mode;
  /** Final type: for untyped operands the type they were converted to in the end (default type where nothing else). */
  readonly type: Type;
  /** Set if mode is constant. */
  readonly value?: Const;
}
