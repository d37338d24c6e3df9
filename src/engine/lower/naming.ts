/** Names for the recording: which variable holds a channel, a context or a lock. Compiled only where a recording is made. */
import { natives } from '../ir/natives.ts';
import type { VarObject } from '../types/objects.ts';
import type { Fn } from './fn.ts';
import type { GoType } from './goTypes.ts';
import { i32, local } from './ops.ts';
import { part, read, variablePlace } from './values.ts';

export function nameVariable(f: Fn, variable: VarObject): void {
  if (!f.world.options.trace || f.library || f.hidden || variable.name === '' || variable.name === '_' || f.pointees.has(variable)) return;
  const place = variablePlace(f, variable);
  const storage = f.storage.get(variable);
  const name = (address: ReturnType<typeof part>): void => {
    f.emit({ k: 'native', native: natives.nameObject, args: [address, f.text(variable.name), i32(variable.name.length)], results: [], site: f.site });
  };
  const type = place.type;
  if (type.is('chan')) return name(part(read(place)));
  if (isContext(type)) return name(part(read(place), 1));
  if (type.is('pointer') && holdsSync(type.shape.elem)) return name(part(read(place)));
  if (storage?.k === 'boxed' && holdsSync(type)) name(local(storage.local));
}

function isContext(type: GoType): boolean {
  return type.linkName === 'context.Context';
}

/** A value of the type is, or directly contains, something of package sync. */
function holdsSync(type: GoType): boolean {
  const pkg = type.definition?.object.pkg?.path;
  if (pkg !== undefined && (pkg === 'sync' || pkg === 'sync/atomic' || pkg.startsWith('golang.org/x/sync/'))) return true;
  if (type.is('struct')) return type.shape.fields.some((field) => holdsSync(field.type));
  return type.is('array') && type.shape.length > 0 && holdsSync(type.shape.elem);
}
