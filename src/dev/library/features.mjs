// What our packages export, by the checker's objects.
import { libraryPackage } from '../../engine/compile/library.ts';
import { methodSet } from '../../engine/types/lookup.ts';
import { typeSetOf } from '../../engine/types/typeset.ts';
import { unalias, under } from '../../engine/types/under.ts';
import { typeText } from './typetext.mjs';

const exported = (name) => /^\p{Lu}/u.test(name);

/**
 * Names of a package, with `T.F` for fields and methods, each with its type as Go's lists write it ("" where they are not compared); undefined if there is no
 * such package. Deprecated ones count like all others.
 */
export function ourFeatures(path) {
  const pkg = libraryPackage(path);
  if (!pkg) return undefined;
  const names = new Map();
  for (const object of pkg.scope.objects.values()) {
    if (!exported(object.name)) continue;
    names.set(object.name, object.kind === 'Func' || object.kind === 'Var' ? typeText(object.type, pkg) : '');
    if (object.kind === 'TypeName' && object.type)
      for (const [member, type] of membersOf(object.type)) names.set(`${object.name}.${member}`, typeText(type, pkg));
  }
  return names;
}

/**
 * Exported methods of T and *T with their types, and of a struct the fields. An alias of a type of another package has the members there.
 * @returns {[string, import('../../engine/types/types.ts').Type][]}
 */
function membersOf(type) {
  const actual = unalias(type);
  const u = under(actual);
  const list =
    u.kind === 'Interface'
      ? typeSetOf(u).methods
      : [
          ...(u.kind === 'Struct' ? u.fields : []),
          ...[...methodSet({ kind: 'Pointer', elem: actual }).values()].map(({ object }) => object),
        ];
  return list.filter(({ name }) => exported(name)).map(({ name, type: member }) => [name, member]);
}
