/** Package unsafe. What computes with addresses is checked like everything else, but only the library can have it: see `withoutUnsafe`. */
import { noPos } from '../syntax/positions.ts';
import type { Checker, At } from './checker.ts';
import { insert, newPackage, newTypeName } from './object.ts';
import type { Package } from './objects.ts';
import { Typ, Universe } from './universe.ts';

export const unsafePackage: Package = newPackage('unsafe', 'unsafe', Universe, [], true);

for (const name of ['Sizeof', 'Offsetof', 'Alignof', 'Add', 'Slice', 'SliceData', 'String', 'StringData'] as const) {
  const builtin = { kind: 'Builtin', name: `unsafe.${name}`, pos: noPos, pkg: unsafePackage, parent: undefined } as const;
  unsafePackage.scope.objects.set(name, builtin);
}
insert(unsafePackage.scope, newTypeName('Pointer', noPos, unsafePackage, Typ['unsafe.Pointer']));

/** A program uses what this machine has not: said once nothing else is wrong. */
export function withoutUnsafe(c: Checker, at: At, name: string): void {
  if (c.input.library) return;
  c.error(at, 'UnsupportedUnsafe', `${name} is not supported: memory here is not laid out as Go's, so only unsafe.Sizeof, Offsetof and Alignof can be used`);
}
