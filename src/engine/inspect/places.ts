/** Ways into values: where the parts lie that inspection names, however deep. Pointers and interfaces are gone through without a name of their own. */
import { must } from '../../base/assert.ts';
import type { RuntimeType } from '../ir/ir.ts';
import { boxedPlace, type Place } from './interfaces.ts';
import type { Reader } from './types.ts';
import { keyText } from './value.ts';

/** A pointer to itself has no end. */
const longestChain = 64;

/** Through pointers and interfaces to what has parts; undefined where one of them is nil. */
function followed(reader: Reader, place: Place): Place | undefined {
  let found: Place | undefined = place;
  for (let i = 0; found !== undefined && i < longestChain; i++) {
    const type: RuntimeType = must(reader.program.types[found.type], 'type');
    if (type.kind === 'interface') found = boxedPlace(reader, found.at);
    else if (type.kind === 'pointer') found = pointed(reader, found);
    else return found;
  }
  return undefined;
}

/** What a pointer points to. */
export function pointed({ program, memory }: Reader, pointer: Place): Place | undefined {
  const at = memory.getUint32(pointer.at, true);
  return at === 0 ? undefined : { type: must(program.types[pointer.type], 'type').elem, at };
}

/** Where the part lies that inspection calls so: a field, "[3]" of an array, slice, buffer or map, "*" of a pointer, a variable of a closure. */
export function partOf(reader: Reader, place: Place, name: string): Place | undefined {
  const holder = followed(reader, place);
  if (holder === undefined || name === '*') return holder;
  const type = must(reader.program.types[holder.type], 'type');
  const inside = /^\[(.*)\]$/s.exec(name)?.[1];
  switch (type.kind) {
    case 'struct': {
      const field = type.fields.find((candidate) => candidate.name === name);
      return field && { type: field.type, at: holder.at + field.offset };
    }
    case 'array':
      return element(reader, type, holder.at, type.length, inside);
    case 'slice':
      return element(reader, type, reader.memory.getUint32(holder.at, true), reader.memory.getUint32(holder.at + 4, true), inside);
    case 'map':
      return mapElement(reader, type, reader.memory.getUint32(holder.at, true), inside);
    case 'chan': {
      const channel = reader.memory.getUint32(holder.at, true);
      const at = channel === 0 ? undefined : reader.channel(channel, Infinity).values[Number(inside)];
      return at === undefined ? undefined : { type: type.elem, at };
    }
    case 'func':
      return reader.captured(reader.memory.getUint32(holder.at, true)).find((variable) => variable.name === name);
    default:
      return undefined;
  }
}

function element(reader: Reader, { elem }: RuntimeType, data: number, length: number, inside: string | undefined): Place | undefined {
  const index = inside === undefined || !/^\d+$/.test(inside) ? Infinity : Number(inside);
  return index < length && data !== 0 ? { type: elem, at: data + index * must(reader.program.types[elem], 'type').layout.size } : undefined;
}

/** By the text of its key. */
function mapElement(reader: Reader, type: RuntimeType, map: number, inside: string | undefined): Place | undefined {
  if (map === 0) return undefined;
  const entry = reader.mapEntries(map, Infinity).entries.find(([key]) => keyText(reader, type, key) === inside);
  return entry && { type: type.elem, at: entry[1] };
}
