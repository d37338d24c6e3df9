/** Numbers, booleans and strings in the linear memory as text. */
import type { RuntimeKind } from '../ir/ir.ts';

/** Text of a number, boolean or complex number. */
export function scalarText(memory: DataView, kind: RuntimeKind, at: number): string {
  switch (kind) {
    case 'bool':
      return memory.getUint8(at) === 0 ? 'false' : 'true';
    case 'int8':
      return String(memory.getInt8(at));
    case 'int16':
      return String(memory.getInt16(at, true));
    case 'int32':
      return String(memory.getInt32(at, true));
    case 'uint8':
      return String(memory.getUint8(at));
    case 'uint16':
      return String(memory.getUint16(at, true));
    case 'uint32':
      return String(memory.getUint32(at, true));
    case 'uint':
    case 'uint64':
      return String(memory.getBigUint64(at, true));
    case 'uintptr':
      return `0x${memory.getBigUint64(at, true).toString(16)}`;
    case 'float32':
      return floatText(memory.getFloat32(at, true));
    case 'float64':
      return floatText(memory.getFloat64(at, true));
    case 'complex64':
      return `(${floatText(memory.getFloat32(at, true))}${signed(memory.getFloat32(at + 4, true))}i)`;
    case 'complex128':
      return `(${floatText(memory.getFloat64(at, true))}${signed(memory.getFloat64(at + 8, true))}i)`;
    case 'unsafe.Pointer':
      return `0x${memory.getUint32(at, true).toString(16)}`;
    default:
      return String(memory.getBigInt64(at, true));
  }
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return Object.is(value, -0) ? '-0' : String(value);
}

function signed(value: number): string {
  const text = floatText(value);
  return text.startsWith('-') || text.startsWith('+') ? text : `+${text}`;
}

/** For a variable that is in scope but was not used any more when its object was collected. */
export const collected = '(collected)';
/** Of a string longer than this only the beginning is shown, in bytes. */
const maxText = 200;

/** The bytes of a string, quoted. */
export function quote(memory: DataView, at: number, length: number): string {
  if (at === 0 && length > 0) return collected;
  const shown = Math.min(length, maxText);
  const text = JSON.stringify(new TextDecoder().decode(new Uint8Array(memory.buffer, at, shown).slice()));
  return length > shown ? `${text.slice(0, -1)}…"` : text;
}
