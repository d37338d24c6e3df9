/** Package unsafe: what of it exists here. Pointer is for the library alone. */
import { noPos } from '../syntax/positions.ts';
import { insert, newPackage, newTypeName } from './object.ts';
import type { Package } from './objects.ts';
import { Typ, Universe } from './universe.ts';

export const unsafePackage: Package = newPackage('unsafe', 'unsafe', Universe, [], true);

for (const name of ['Sizeof', 'Offsetof', 'Alignof', 'Add'] as const) {
  const builtin = { kind: 'Builtin', name: `unsafe.${name}`, pos: noPos, pkg: unsafePackage, parent: undefined } as const;
  unsafePackage.scope.objects.set(name, builtin);
}
insert(unsafePackage.scope, newTypeName('Pointer', noPos, unsafePackage, Typ['unsafe.Pointer']));
