/** Values to be compared with themselves at other steps: all of what they hold, which may be more than is shown of them. */
import { must } from '../../base/assert.ts';
import type { RuntimeType } from '../ir/ir.ts';
import { boxedPlace, type Place } from './interfaces.ts';
import { libraryWords } from './library.ts';
import { pointed } from './places.ts';
import type { Reader } from './types.ts';
import { readValue } from './value.ts';

/** What lies behind more pointers is a thing of its own. */
const maxDepth = 4;
/** Bytes and entries that are looked at. */
const maxBytes = 1 << 16;
const maxEntries = 4096;

/** Equal for equal values (and, with a probability of 2^-53 or so, for others). */
export function fingerprint(reader: Reader, place: Place): number {
  const print = new Print(reader);
  print.value(place.made ? must(pointed(reader, place), 'pointee') : place, 0);
  return print.result;
}

class Print {
  private readonly reader: Reader;
  private readonly bytes: Uint8Array;
  private a = 0x9e3779b9 | 0;
  private b = 0x85ebca6b | 0;

  constructor(reader: Reader) {
    this.reader = reader;
    this.bytes = new Uint8Array(reader.memory.buffer);
  }

  get result(): number {
    return (this.a >>> 0) * 2097152 + (this.b >>> 11);
  }

  private number(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x01000193);
    this.a ^= this.a >>> 15;
    this.b = (Math.imul(this.b, 0x2c1b3c6d) + value) | 0;
  }

  private range(at: number, size: number): void {
    this.number(size);
    const end = at + Math.min(size, maxBytes);
    for (let i = at; i < end; i++) this.number(this.bytes[i] as number);
  }

  private word(at: number): number {
    return this.reader.memory.getUint32(at, true);
  }

  private type(id: number): RuntimeType {
    return must(this.reader.program.types[id], 'type');
  }

  value({ type: id, at }: Place, depth: number): void {
    const type = this.type(id);
    const words = libraryWords(this.reader, type, at, (name, part, partAt) => readValue(this.reader, name, part, partAt));
    if (words) return this.text(words.value);
    switch (type.kind) {
      case 'string':
        return this.range(this.word(at), this.word(at + 4));
      case 'pointer':
        return this.behind(this.word(at), (target) => this.value({ type: type.elem, at: target }, depth + 1), depth);
      case 'interface':
        return this.boxed(at, depth);
      case 'slice':
        this.number(this.word(at));
        this.number(this.word(at + 8));
        return this.elements(type.elem, this.word(at), this.word(at + 4), depth);
      case 'array':
        return this.elements(type.elem, at, type.length, depth);
      case 'struct':
        if (type.layout.refs.length === 0) return this.range(at, type.layout.size);
        for (const field of type.fields) this.value({ type: field.type, at: at + field.offset }, depth);
        return undefined;
      case 'map':
        return this.behind(this.word(at), (map) => this.map(type, map, depth), depth);
      case 'chan':
        return this.behind(this.word(at), (channel) => this.channel(type, channel, depth), depth);
      default:
        return this.range(at, type.layout.size);
    }
  }

  private text(text: string): void {
    for (let i = 0; i < text.length; i++) this.number(text.charCodeAt(i));
  }

  /** The address, and what is there. */
  private behind(address: number, look: (address: number) => void, depth: number): void {
    this.number(address);
    if (address !== 0 && depth < maxDepth) look(address);
  }

  private boxed(at: number, depth: number): void {
    this.number(this.word(at));
    const place = boxedPlace(this.reader, at);
    if (place) this.value(place, depth);
  }

  private elements(elem: number, at: number, length: number, depth: number): void {
    this.number(length);
    const { layout } = this.type(elem);
    if (layout.refs.length === 0) return this.range(at, length * layout.size);
    for (let i = 0; i < Math.min(length, maxEntries); i++) this.value({ type: elem, at: at + i * layout.size }, depth);
  }

  private map(type: RuntimeType, map: number, depth: number): void {
    const { entries, length } = this.reader.mapEntries(map, maxEntries);
    this.number(length);
    for (const [key, element] of entries) {
      this.value({ type: type.key, at: key }, depth + 1);
      this.value({ type: type.elem, at: element }, depth + 1);
    }
  }

  private channel(type: RuntimeType, channel: number, depth: number): void {
    const { closed, length, senders, receivers, values } = this.reader.channel(channel, maxEntries);
    for (const part of [Number(closed), length, senders, receivers]) this.number(part);
    for (const at of values) this.value({ type: type.elem, at }, depth + 1);
  }
}
