// What our packages export, by the checker's objects.
import { libraryPackage } from '../../engine/compile/library.ts';
import { methodSet } from '../../engine/types/lookup.ts';
import { typeSetOf } from '../../engine/types/typeset.ts';
import { unalias, under } from '../../engine/types/under.ts';

const exported = (name) => /^\p{Lu}/u.test(name);

/** Names of a package, with `T.F` for fields and methods; undefined if there is no such package. Deprecated ones count like all others. */
export function ourFeatures(path) {
  const pkg = libraryPackage(path);
  if (!pkg) return undefined;
  const names = new Set();
  for (const object of pkg.scope.objects.values()) {
    if (!exported(object.name)) continue;
    names.add(object.name);
    if (object.kind === 'TypeName' && object.type) for (const member of membersOf(object.type)) names.add(`${object.name}.${member}`);
  }
  return names;
}

/** Exported methods of T and *T, and of a struct the fields. An alias of a type of another package has the members there. */
function membersOf(type) {
  const actual = unalias(type);
  const u = under(actual);
  if (u.kind === 'Interface') return typeSetOf(u).methods.map(({ name }) => name).filter(exported);
  const fields = u.kind === 'Struct' ? u.fields.map(({ name }) => name) : [];
  const methods = [...methodSet({ kind: 'Pointer', elem: actual }).keys()];
  return [...fields, ...methods].filter(exported);
}
