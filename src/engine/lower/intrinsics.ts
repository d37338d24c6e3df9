/** Library functions without a body that are an instruction or a rearrangement of scalars: see stdlib/NATIVES.md. */
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { add, i32, op, widen, wrap } from './ops.ts';
import { part, scalars } from './values.ts';
import type { Value } from './values.ts';

type Make = (args: readonly Value[], result: GoType) => Value;

const unary = (instruction: string): Make => (args, result) => scalars(result, op(instruction, scalar(args, 0)));
const binary = (instruction: string): Make => (args, result) => scalars(result, op(instruction, scalar(args, 0), scalar(args, 1)));

function scalar(args: readonly Value[], i: number, p = 0): ReturnType<typeof part> {
  const value = args[i];
  return value ? part(value, p) : i32(0);
}

const table: Readonly<Record<string, Make>> = {
  'math.Float64bits': unary('i64.reinterpret_f64'),
  'math.Float64frombits': unary('f64.reinterpret_i64'),
  'math.Float32bits': unary('i32.reinterpret_f32'),
  'math.Float32frombits': unary('f32.reinterpret_i32'),
  'math.Sqrt': unary('f64.sqrt'),
  'math.Floor': unary('f64.floor'),
  'math.Ceil': unary('f64.ceil'),
  'math.Trunc': unary('f64.trunc'),
  'math.RoundToEven': unary('f64.nearest'),
  'math.Abs': unary('f64.abs'),
  'math.Copysign': binary('f64.copysign'),
  'math/bits.LeadingZeros64': unary('i64.clz'),
  'math/bits.TrailingZeros64': unary('i64.ctz'),
  'math/bits.OnesCount64': unary('i64.popcnt'),
  'math/bits.RotateLeft64': binary('i64.rotl'),
  'math/bits.LeadingZeros32': (args, result) => scalars(result, widen(op('i32.clz', scalar(args, 0)))),
  'math/bits.TrailingZeros32': (args, result) => scalars(result, widen(op('i32.ctz', scalar(args, 0)))),
  'math/bits.OnesCount32': (args, result) => scalars(result, widen(op('i32.popcnt', scalar(args, 0)))),
  'math/bits.RotateLeft32': (args, result) => scalars(result, op('i32.rotl', scalar(args, 0), wrap(scalar(args, 1)))),
  'internal/rt.String': (args, result) => scalars(result, scalar(args, 0), scalar(args, 0, 1)),
  'internal/rt.Bytes': (args, result) => scalars(result, scalar(args, 0), scalar(args, 0, 1), scalar(args, 0, 1)),
  'unsafe.Add': (args, result) => scalars(result, add(scalar(args, 0), wrap(scalar(args, 1)))),
};

export function intrinsic(f: Fn, name: string, args: readonly Value[], results: readonly GoType[]): readonly Value[] | undefined {
  const make = table[name];
  const result = results[0];
  if (!make || !result) return undefined;
  // A string or slice is used part by part: bind what is not simple.
  const held = args.map((arg) => (arg.k === 'scalars' && arg.parts.length > 1 ? { ...arg, parts: arg.parts.map((e) => f.reuse(e, 'i32', true)) } : arg));
  return [make(held, result)];
}
