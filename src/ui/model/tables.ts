/** The picture as tables, and the names by which figures are found and spoken. */
import { capital, counted, listed } from './phrases.ts';
import type {
  AtomicView,
  ChannelView,
  CondView,
  ContextView,
  GoroutineView,
  LockView,
  OnceView,
  SemaphoreView,
  TimerView,
  WaitGroupView,
  World,
} from './types.ts';
import { clockText } from './duration.ts';

export interface GoroutineRow {
  readonly id: number;
  /** "worker #3" */
  readonly name: string;
  /** "blocked: chan receive", "running" */
  readonly state: string;
  /** "jobs", "mu (goroutine 2)"; "" when it waits for nothing that has a name. */
  readonly waitingFor: string;
  /** "main.go:13"; "" before its first statement. */
  readonly line: string;
  readonly view: GoroutineView;
}
export interface ChannelRow {
  readonly id: number;
  readonly name: string;
  /** "3/10" */
  readonly buffer: string;
  /** "7 8 9", front first. */
  readonly values: string;
  /** "worker #2 (5), worker #3 (6)": in queue order, with the value each holds. */
  readonly sendersWaiting: string;
  readonly receiversWaiting: string;
  readonly state: 'open' | 'closed' | 'nil';
  /** undefined: the nil channel. */
  readonly view: ChannelView | undefined;
}

export const goroutineColumns = ['Name', 'State', 'Waiting for', 'Line'] as const;
export const channelColumns = ['Name', 'Buffer', 'Values', 'Senders waiting', 'Receivers waiting', 'State'] as const;

export function goroutineRows(world: World): GoroutineRow[] {
  return world.goroutines.map((view) => ({
    id: view.id,
    name: goroutineLabel(view),
    state: stateText(view),
    waitingFor: waitingFor(world, view),
    line: view.line === 0 ? '' : `${view.file}:${view.line}`,
    view,
  }));
}

/** The channels made so far, and a row for the nil channel while somebody waits for it. */
export function channelRows(world: World): ChannelRow[] {
  const label = labels(world);
  const rows = world.channels.map((view): ChannelRow => ({
    id: view.id,
    name: view.name,
    buffer: `${view.buffer.length}/${view.capacity}`,
    values: view.buffer.map((token) => token.text).join(' '),
    sendersWaiting: view.senders.map(({ goroutine, value }) => `${label(goroutine)} (${value.text})`).join(', '),
    receiversWaiting: view.receivers.map(label).join(', '),
    state: view.closed ? 'closed' : 'open',
    view,
  }));
  const senders = world.goroutines.filter((g) => g.word === 'chan send (nil chan)');
  const receivers = world.goroutines.filter((g) => g.word === 'chan receive (nil chan)');
  if (senders.length + receivers.length === 0) return rows;
  const sendersWaiting = senders
    .map((g) => (g.holds === undefined ? goroutineLabel(g) : `${goroutineLabel(g)} (${g.holds.text})`))
    .join(', ');
  const nil: ChannelRow = {
    id: 0,
    name: 'nil',
    buffer: '0/0',
    values: '',
    sendersWaiting,
    receiversWaiting: receivers.map(goroutineLabel).join(', '),
    state: 'nil',
    view: undefined,
  };
  return [...rows, nil];
}

function waitingFor(world: World, view: GoroutineView): string {
  if (view.state === 'sleeping') return 'time';
  const select = view.state === 'blocked' || view.state === 'stuck' ? view.select : undefined;
  if (select !== undefined)
    return listed(
      select.cases.map((c) => c.channelName),
      'or',
    );
  if (view.waitsForName === '') return '';
  const owner = world.locks.find((lock) => lock.id === view.waitsFor)?.owner ?? 0;
  return owner === 0 ? view.waitsForName : `${view.waitsForName} (held by ${labels(world)(owner)})`;
}

function labels(world: World): (goroutine: number) => string {
  const byId = new Map(world.goroutines.map((view) => [view.id, view]));
  return (goroutine) => {
    const view = byId.get(goroutine);
    return view === undefined ? `goroutine ${goroutine}` : goroutineLabel(view);
  };
}

/** "worker #3" */
export function goroutineLabel({ name, id }: { readonly name: string; readonly id: number }): string {
  return `${name} #${id}`;
}

/** "blocked: chan receive", "stuck for ever: chan send", "sleeping 0.400 s", "runnable" */
export function stateText({ state, word }: GoroutineView): string {
  switch (state) {
    case 'blocked':
      return `blocked: ${word}`;
    case 'stuck':
      return `stuck for ever: ${word}`;
    case 'noticed':
      return `noticed: ${word}`;
    default:
      return word;
  }
}

// ---- accessible names of the figures

/** "goroutine worker #3, blocked: chan receive" */
export function goroutineName(view: GoroutineView): string {
  return `goroutine ${goroutineLabel(view)}, ${stateText(view)}`;
}

/** "channel jobs, 3 of 10", "channel done, unbuffered, closed, 2 senders waiting" */
export function channelName({ name, capacity, buffer, closed, senders, receivers }: ChannelView): string {
  const fill = capacity === 0 ? 'unbuffered' : `${buffer.length} of ${capacity}`;
  return joined(`channel ${name}`, fill, closed ? 'closed' : '', waiting(senders.length, 'sender'), waiting(receivers.length, 'receiver'));
}

/** "context.WithTimeout, canceled: context deadline exceeded"; with its name if it has one of its own: "context.WithCancel ctx, live". */
export function contextName({ kind, name, state, err, cause, deadline }: ContextView): string {
  const title = kind.endsWith(name.replace(/ #\d+$/, '')) ? kind : `${kind} ${name}`;
  if (state === 'root' || state === 'value') return title;
  if (state === 'live') return joined(title, deadline === undefined ? 'live' : `live, deadline at ${clockText(deadline)}`);
  const because = cause === '' || cause === err ? '' : `, cause: ${cause}`;
  return `${title}, canceled: ${err}${because}${state === 'signalled' ? ', not noticed by everybody yet' : ''}`;
}

/** "sync.Mutex mu, locked by worker #2, 1 waiting" */
export function lockName(world: World, { kind, name, owner, readers, waiters }: LockView): string {
  const label = labels(world);
  const state =
    owner !== 0 ? `locked by ${label(owner)}` : readers.length > 0 ? `read-locked by ${listed(readers.map(label))}` : 'unlocked';
  return joined(`sync.${kind} ${name}`, state, waitingCount(waiters.length));
}

export function waitGroupName({ name, count, waiters }: WaitGroupView): string {
  return joined(`sync.WaitGroup ${name}`, `counter ${count}`, waitingCount(waiters.length));
}

export function onceName(world: World, { name, state, runner, waiters }: OnceView): string {
  const said = { idle: 'not yet done', doing: `run by ${labels(world)(runner)}`, done: 'done' }[state];
  return joined(`sync.Once ${name}`, said, waitingCount(waiters.length));
}

export function condName({ name, waiters }: CondView): string {
  return joined(`sync.Cond ${name}`, waitingCount(waiters.length));
}

export function semaphoreName({ name, waiters }: SemaphoreView): string {
  return joined(`semaphore ${name}`, waitingCount(waiters.length));
}

export function atomicName({ name, value, op, ok }: AtomicView): string {
  return joined(`atomic ${name}`, value, op === '' ? '' : ok ? op : `${op} failed`);
}

export function timerName({ name, kind, state, when }: TimerView): string {
  const title = name.startsWith(kind) ? name : `${kind === 'func' ? 'timer' : kind} ${name}`;
  return joined(title, state === 'pending' ? `due at ${clockText(when)}` : state);
}

function waiting(n: number, role: string): string {
  return n === 0 ? '' : `${n} ${role}${n === 1 ? '' : 's'} waiting`;
}

function waitingCount(n: number): string {
  return n === 0 ? '' : `${n} waiting`;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ');
}

/** One sentence about the whole picture, for its label: "4 goroutines: one running, two runnable, one blocked." */
export function worldSummary(world: World): string {
  const counts = new Map<string, number>();
  for (const { state } of world.goroutines) counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = [...counts].map(([state, n]) => `${n} ${state}`);
  return capital(`${counted(world.goroutines.length, 'goroutine')}: ${listed(states, 'and', 8)}.`);
}
