/** The predeclared identifiers and their types. */
import { noPos } from '../syntax/positions.ts';
import { boolConst, zero } from './constant.ts';
import { insert, newConst, newFunc, newScope, newTypeName, newVar } from './object.ts';
import type { BuiltinName, Obj, Scope } from './objects.ts';
import type { Alias, Basic, BasicName, Interface, Named, Type, TypeParam } from './types.ts';

const basicNames: readonly BasicName[] = [
  'invalid', 'bool', 'int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr', 'float32',
  'float64', 'complex64', 'complex128', 'string', 'unsafe.Pointer', 'untyped bool', 'untyped int', 'untyped rune', 'untyped float',
  'untyped complex', 'untyped string', 'untyped nil',
];

/** The basic types by name. */
export const Typ = Object.fromEntries(basicNames.map((name) => [name, { kind: 'Basic', name }])) as unknown as Readonly<Record<BasicName, Basic>>;
export const byteType: Basic = { kind: 'Basic', name: 'uint8', alias: 'byte' };
export const runeType: Basic = { kind: 'Basic', name: 'int32', alias: 'rune' };

export const emptyInterface: Interface = { kind: 'Interface', methods: [], embedded: [], implicit: false };

export const Universe: Scope = newScope(undefined, noPos, noPos);

function declare(object: Obj): void {
  insert(Universe, object);
}

function declareNamed(name: string, makeUnderlying: (named: Named) => Interface): Named {
  const object = newTypeName(name, noPos, undefined, undefined);
  const named: Named = { kind: 'Named', object, underlying: undefined, methods: [], typeParams: [], origin: undefined, typeArgs: [] };
  named.underlying = makeUnderlying(named);
  object.type = named;
  declare(object);
  return named;
}

function declareAny(): Alias {
  const object = newTypeName('any', noPos, undefined, undefined);
  const alias: Alias = { kind: 'Alias', object, actual: emptyInterface, typeParams: [], typeArgs: [] };
  object.type = alias;
  declare(object);
  return alias;
}

for (const name of basicNames) {
  if (name !== 'invalid' && !name.startsWith('un')) declare(newTypeName(name, noPos, undefined, Typ[name]));
}
for (const name of ['uint', 'uint8', 'uint16', 'uint32', 'uint64', 'uintptr'] as const) {
  declare(newTypeName(name, noPos, undefined, Typ[name]));
}
declare(newTypeName('byte', noPos, undefined, byteType));
declare(newTypeName('rune', noPos, undefined, runeType));
export const anyType: Type = declareAny();
export const errorType: Named = declareNamed('error', (named) => {
  const recv = newVar('receiver', '', noPos, undefined, named);
  const result = newVar('result', '', noPos, undefined, Typ.string);
  const signature = { kind: 'Signature', typeParams: [], recv, params: [], results: [result], variadic: false } as const;
  return { kind: 'Interface', methods: [newFunc('Error', noPos, undefined, signature, {})], embedded: [], implicit: false };
});
export const comparableType: Named = declareNamed('comparable', () => {
  const complete = { methods: [], terms: undefined, comparable: true };
  return { kind: 'Interface', methods: [], embedded: [], implicit: false, complete };
});

declare(newConst('true', noPos, undefined, Typ['untyped bool'], boolConst(true)));
declare(newConst('false', noPos, undefined, Typ['untyped bool'], boolConst(false)));
declare(newConst('iota', noPos, undefined, Typ['untyped int'], zero));
export const iotaObject = Universe.objects.get('iota');
declare({ kind: 'Nil', name: 'nil', pos: noPos, pkg: undefined, parent: undefined });

const builtins: readonly BuiltinName[] = [
  'append', 'cap', 'clear', 'close', 'complex', 'copy', 'delete', 'imag', 'len', 'make', 'max', 'min', 'new', 'panic', 'print', 'println',
  'real', 'recover',
];
for (const name of builtins) declare({ kind: 'Builtin', name, pos: noPos, pkg: undefined, parent: undefined });

/** A type parameter that belongs to no declaration, e.g. one standing for another during inference. */
export function newTypeParam(name: string, index: number, constraint: Type): TypeParam {
  const object = newTypeName(name, noPos, undefined, undefined);
  const param: TypeParam = { kind: 'TypeParam', object, index, constraint };
  object.type = param;
  return param;
}
