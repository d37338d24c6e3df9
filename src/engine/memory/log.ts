/**
 * Where recorded code notes what happens, before the static data ends: outside of checkpoints, for it is no state of the run. Whoever fills a part up
 * asks for it to be drained into the recorder.
 *
 *   +0    i32 address where the next event goes; 0: nothing is being recorded
 *   +4    i32 step of the last event, i32 number of events, i32 1 while statements are being noted
 *   +16   the events, packed (trace/packed.ts) behind a reset
 *   where site of each statement of a stretch, the last one first: index `i` is the statement after which `i` more may follow
 *   who   number of the goroutine that executed it, likewise
 */
/**
 * What code notes here. Code for events takes over where statements are no longer recorded one by one: it is the fast one. Of the statements it keeps the
 * site of the last one, in cell.site.
 */
export type Notes = 'nothing' | 'events' | 'statements';

const eventBytes = 1 << 15;
/** Statements executed in one go at most, and where they are noted: each takes room here, and memory never used before is dear. */
export const longestStretch = 8192;
export const longestNoted = 2048;

const events = 16;
const where = events + eventBytes;
/** One more place: behind the first statement stands the one executed before it. */
const who = where + (longestNoted + 1) * 4;

export const log = { next: 0, step: 4, count: 8, statements: 12, events, where, who, size: who + longestNoted * 4 } as const;
