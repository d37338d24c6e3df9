// Types as Go's api/ lists write them: without names of parameters and aliases, type parameters by number, packages but the own one by name.
import { unalias } from '../../engine/types/under.ts';

/** @param type a checked type @param own the package whose types need no name of a package */
export function typeText(type, own) {
  return text(type, own);
}

function text(type, own) {
  const t = unalias(type);
  const inner = (u) => text(u, own);
  switch (t.kind) {
    case 'Basic':
      return t.name;
    case 'Pointer':
      return `*${inner(t.elem)}`;
    case 'Slice':
      return `[]${inner(t.elem)}`;
    case 'Array':
      return `[${t.length}]${inner(t.elem)}`;
    case 'Map':
      return `map[${inner(t.key)}]${inner(t.value)}`;
    case 'Chan':
      return `${{ both: 'chan', send: 'chan<-', recv: '<-chan' }[t.dir]} ${inner(t.elem)}`;
    case 'Signature':
      return `func${signature(t, own)}`;
    case 'Struct':
      return 'struct';
    case 'Interface':
      return t.methods.length + t.embedded.length === 0
        ? 'interface{}'
        : `interface { ${t.methods
            .map(({ name }) => name)
            .sort()
            .join(', ')} }`;
    case 'TypeParam':
      return `$${t.index}`;
    case 'Named': {
      const { name, pkg } = t.object;
      const args = t.typeArgs.length > 0 ? `[${t.typeArgs.map(inner).join(', ')}]` : '';
      return (pkg && pkg !== own ? `${pkg.name}.${name}` : name) + args;
    }
    default:
      return t.kind;
  }
}

function signature(t, own) {
  const params = t.params.map(({ type }, i) => {
    const shown = text(type, own);
    return t.variadic && i === t.params.length - 1 ? `...${shown.slice(2)}` : shown;
  });
  const results = t.results.map(({ type }) => text(type, own));
  const tail = results.length === 0 ? '' : results.length === 1 ? ` ${results[0]}` : ` (${results.join(', ')})`;
  return `(${params.join(', ')})${tail}`;
}
