/**
 * Where recorded code notes what happens, before the static data ends: outside of checkpoints, for it is no state of the run. Whoever fills a part up
 * asks for it to be drained into the recorder.
 *
 *   +0    i32 address where the next event goes; 0: nothing is being recorded
 *   +16   events, seven words each: kind, step, g, a, b, c, d
 *   where site of each statement of a stretch, the last one first: index `i` is the statement after which `i` more may follow
 *   who   number of the goroutine that executed it, likewise
 */
const mostEvents = 2048;
/** Statements executed in one go at most. */
export const longestStretch = 8192;

export const eventSize = 28;
const events = 16;
const where = events + mostEvents * eventSize;
/** One more place: behind the first statement stands the one executed before it. */
const who = where + (longestStretch + 1) * 4;

export const log = { next: 0, events, where, who, size: who + longestStretch * 4 } as const;
