/** Contexts in words: how it was made, and whether it still runs. Package context is stdlib/go/context. */
import { must } from '../../base/assert.ts';
import { Fields } from './fields.ts';
import { durationText } from './times.ts';
import type { Reader } from './types.ts';

/** The words for one of the package's types, how to get at its cancelCtx if it has one, and the field with its parent. */
interface Kind {
  readonly words: string;
  readonly cancelCtx?: (fields: Fields) => Fields;
  readonly parent?: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  cancelCtx: { words: 'context.WithCancel', cancelCtx: (fields) => fields },
  // Go prints one that was made by WithTimeout so too.
  timerCtx: { words: 'context.WithDeadline', cancelCtx: (fields) => fields.inner('cancelCtx') },
  valueCtx: { words: 'context.WithValue', parent: 'Context' },
  withoutCancelCtx: { words: 'context.WithoutCancel' },
};

type ErrorText = (place: { readonly type: number; readonly at: number }) => string;

/** "context.WithDeadline, 150ms left", "context.WithCancel, context canceled", "context.Background". */
export function contextText(defined: string, fields: Fields, errorText: ErrorText): string {
  if (defined === 'rootCtx') return rootName(fields);
  const kind = must(kinds[defined], `context ${defined}`);
  return `${kind.words}${stateText(defined, fields, errorText)}`;
}

export const isContext = (defined: string): boolean => defined === 'rootCtx' || kinds[defined] !== undefined;

function rootName(fields: Fields): string {
  const { memory } = fields.reader;
  const at = fields.word('name');
  return new TextDecoder().decode(new Uint8Array(memory.buffer, at, fields.word('name', 1)).slice());
}

function stateText(defined: string, fields: Fields, errorText: ErrorText): string {
  const kind = kinds[defined];
  const cancelCtx = kind?.cancelCtx?.(fields);
  if (cancelCtx === undefined) return kind?.parent === undefined ? '' : inherited(fields.reader, fields.place(kind.parent).at, errorText);
  if (cancelCtx.word('err') !== 0) return `, ${errorText(cancelCtx.place('err'))}`;
  return defined === 'timerCtx' ? `, ${leftText(fields.inner('deadline'))}` : ', not canceled';
}

/** Of the context in the interface at this address. */
function inherited(reader: Reader, at: number, errorText: ErrorText): string {
  const pointer = must(reader.program.types[reader.memory.getUint32(at, true)], 'type');
  const type = reader.program.types[pointer.elem];
  if (type?.pkgPath !== 'context' || kinds[type.defined] === undefined) return '';
  return stateText(type.defined, new Fields(reader, type, reader.memory.getUint32(at + 4, true)), errorText);
}

/** A deadline that is no reading of the clock (time.Date made it) is some other time: see stdlib/go/time/time.go. */
function leftText(deadline: Fields): string {
  if (deadline.wide('sec') < monotonic) return 'not canceled';
  return `${durationText(deadline.wide('nsec') - BigInt(deadline.reader.now))} left`;
}

/** Set in Time.sec: Time.nsec is the virtual clock. */
export const monotonic = 1n << 62n;
