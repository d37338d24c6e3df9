/**
 * Constant values at full precision, as untyped constants need them.
 *
 * Strings are byte strings: one UTF-16 unit (0..255) per byte of the Go string, so that "\xff" and invalid UTF-8 survive.
 * Floats are exact fractions of BigInts in lowest terms, den > 0; integers beyond what any type holds stay exact.
 */
export type Const = BoolConst | StringConst | IntConst | FloatConst | ComplexConst;
export interface BoolConst { readonly kind: 'bool'; readonly value: boolean }
export interface StringConst { readonly kind: 'string'; readonly value: string }
export interface IntConst { readonly kind: 'int'; readonly value: bigint }
export interface FloatConst { readonly kind: 'float'; readonly num: bigint; readonly den: bigint }
export interface ComplexConst { readonly kind: 'complex'; readonly re: IntConst | FloatConst; readonly im: IntConst | FloatConst }
