/**
 * Who listens to a context, and who has noticed its cancellation.
 *
 * A receive from a Done channel by a running goroutine is noticed at once. One that was parked there has it delivered while it sleeps on; it
 * notices when it next runs, which is the step after its GoStart (or that very step, if it acts again within it).
 */
import { change } from './foldEvent.ts';
import type { Event } from './foldEvent.ts';
import { objectOf } from './state.ts';
import type { GoroutineRecord } from './state.ts';

export function listen(event: Event, channel: number, g: number): void {
  const { state, input } = event;
  const id = input.contextOfDone.get(channel);
  const known = id === undefined ? undefined : objectOf(input.slots, state, id);
  if (id === undefined || known?.kind !== 'context' || known.listeners.includes(g)) return;
  const context = change(event, id);
  if (context?.kind === 'context') context.listeners.push(g);
}

export function notice(event: Event, record: GoroutineRecord, contextId: number, step: number): void {
  record.toNotice = 0;
  record.noticed = contextId;
  record.noticedAt = step;
  const context = change(event, contextId);
  if (context?.kind === 'context' && !context.noticed.some(({ goroutine }) => goroutine === record.id)) {
    context.noticed.push({ goroutine: record.id, step });
  }
}

/** An event of a goroutine within the step of its GoStart: it has noticed already. */
export function noticeEarly(event: Event, record: GoroutineRecord): GoroutineRecord {
  const { step, g } = event;
  if (record.noticedAt !== step + 1 || record.id !== g) return record;
  record.noticedAt = step;
  const context = change(event, record.noticed);
  if (context?.kind === 'context')
    context.noticed = context.noticed.map((n) => (n.goroutine === g && n.step === step + 1 ? { goroutine: g, step } : n));
  return record;
}
