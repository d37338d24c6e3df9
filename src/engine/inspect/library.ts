/**
 * Values of library types in a few words instead of the fields that this library happens to have: a WaitGroup is its counter and who waits.
 * The table is by package path and name; field names are those of stdlib/go.
 */
import type { RuntimeType } from '../ir/ir.ts';
import { contextText, isContext, monotonic } from './contexts.ts';
import { Fields } from './fields.ts';
import { quote } from './scalars.ts';
import { durationText, timeText } from './times.ts';
import type { Reader, Value } from './types.ts';

export type Read = (name: string, type: number, at: number) => Value;
type Words = Pick<Value, 'value' | 'children' | 'more'>;
type Tell = (fields: Fields, read: Read) => string | Words;

/** Undefined: not a library type that has words of its own. `at`: where the value lies (for what is behind a pointer, there). */
export function libraryWords(reader: Reader, type: RuntimeType, at: number, read: Read): Words | undefined {
  const { pkgPath, defined } = type;
  if (defined === '') return undefined;
  const scalar = scalars[`${pkgPath}.${defined}`]?.(reader, at);
  if (scalar !== undefined) return { value: scalar };
  // Of an instance the table names the generic type.
  const tell = structs[`${pkgPath}.${defined.replace(/\[.*/, '')}`];
  const fields = new Fields(reader, type, at);
  if (tell === undefined) return pkgPath === 'context' && isContext(defined) ? { value: context(defined, fields, read) } : undefined;
  const told = tell(fields, read);
  return typeof told === 'string' ? { value: told } : told;
}

const longAt = (reader: Reader, at: number): bigint => reader.memory.getBigInt64(at, true);
const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const scalars: Readonly<Record<string, (reader: Reader, at: number) => string | undefined>> = {
  'time.Duration': (reader, at) => durationText(longAt(reader, at)),
  'time.Month': (reader, at) => months[Number(longAt(reader, at)) - 1],
  'time.Weekday': (reader, at) => weekdays[Number(longAt(reader, at))],
};

const structs: Readonly<Record<string, Tell>> = {
  'sync.WaitGroup': (f) => waiting(`counter ${f.integer('counter')}`, f.integer('waiting')),
  'sync.Mutex': (f) => waiting(f.integer('state') % 2 === 1 ? 'locked' : 'unlocked', f.integer('state') >> mutexBits),
  'sync.RWMutex': rwMutex,
  'sync.Once': (f) => (f.flag('done') ? 'done' : f.inner('m').integer('state') % 2 === 1 ? 'running' : 'not done'),
  'sync.Cond': (f) => waiting('', f.integer('waiting')),
  'sync.Map': (f, read) => content(f, 'm', read),
  'sync.Pool': (f) => `${f.word('free', 1)} free`,
  'sync/atomic.Int32': (f, read) => content(f, 'v', read),
  'sync/atomic.Int64': (f, read) => content(f, 'v', read),
  'sync/atomic.Uint32': (f, read) => content(f, 'v', read),
  'sync/atomic.Uint64': (f, read) => content(f, 'v', read),
  'sync/atomic.Uintptr': (f, read) => content(f, 'v', read),
  'sync/atomic.Bool': (f, read) => content(f, 'v', read),
  'sync/atomic.Value': (f, read) => content(f, 'v', read),
  'sync/atomic.Pointer': (f) => pointer(f.word('p')),
  'time.Time': time,
  'time.Location': (f) => textOf(f, 'name'),
  'time.Timer': (f) => timer(f, 'fires in'),
  'time.Ticker': (f) => timer(f, 'ticks in'),
  'errors.errorString': (f) => textOf(f, 's'),
  'errors.joinError': (f, read) => content(f, 'errs', read),
  'fmt.wrapError': (f) => textOf(f, 'msg'),
  'fmt.wrapErrors': (f) => textOf(f, 'msg'),
  'context.cancelText': (f) => textOf(f, 'text'),
  'context.deadlineExceededError': (f) => textOf(f, 'text'),
  'strings.Builder': (f) => textOf(f, 'buf'),
  'bytes.Buffer': (f) => quote(f.reader.memory, f.word('buf') + f.integer('off'), f.word('buf', 1) - f.integer('off')),
  'container/list.List': (f) => count(f.integer('len'), 'element'),
  'golang.org/x/sync/errgroup.Group': (f, read) =>
    waiting(`${f.inner('wg').integer('counter')} to go${f.word('err') === 0 ? '' : `, first error ${content(f, 'err', read).value}`}`, 0),
  'golang.org/x/sync/semaphore.Weighted': (f) => waiting(`${f.wide('cur')} of ${f.wide('size')} taken`, f.word('waiters', 1)),
  'golang.org/x/time/rate.Limiter': (f) => `${f.float('limit')} a second, burst ${f.integer('burst')}`,
};

/** Bits of Mutex.state below the number of those who wait. */
const mutexBits = 3;

function rwMutex(f: Fields): string {
  const writers = f.inner('writers').integer('state');
  const readers = f.integer('readers');
  const reading = readers === 0 ? '' : `locked by ${count(readers, 'reader')}`;
  const writing = f.flag('writing');
  const draining = writing && readers > 0 ? 1 : 0;
  const state = reading || (writing ? 'locked for writing' : 'unlocked');
  return waiting(state, (writers >> mutexBits) + f.integer('waiting') + draining);
}

function waiting(state: string, waiters: number): string {
  return [state, ...(waiters > 0 || state === '' ? [`${waiters} waiting`] : [])].filter((part) => part !== '').join(', ');
}

function time(f: Fields): string {
  const seconds = f.wide('sec');
  if (seconds < monotonic) return timeText(seconds, f.wide('nsec'));
  const nanos = f.wide('nsec');
  const whole = nanos / 1_000_000_000n - (nanos % 1_000_000_000n < 0n ? 1n : 0n);
  return timeText(seconds - monotonic + whole, nanos - whole * 1_000_000_000n);
}

function timer(f: Fields, words: string): string {
  const timerOf = f.behind('timer');
  if (timerOf === undefined) return 'not started';
  if (timerOf.integer('State') === 0) return 'not pending';
  return `${words} ${durationText(timerOf.wide('When') - BigInt(f.reader.now))}`;
}

/** What a field holds stands for the whole. */
function content(f: Fields, field: string, read: Read): Words {
  const { type, at } = f.place(field);
  const { value, children, more } = read(field, type, at);
  return { value, ...(children && { children }), ...(more && { more }) };
}

/** Of a field that is a string or a slice of bytes. */
const textOf = (f: Fields, field: string): string => quote(f.reader.memory, f.word(field), f.word(field, 1));

const pointer = (address: number): string => (address === 0 ? 'nil' : `0x${address.toString(16)}`);
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

function context(defined: string, fields: Fields, read: Read): string {
  return contextText(defined, fields, ({ type, at }) => read('err', type, at).value.replace(/^"(.*)"$/, '$1'));
}
