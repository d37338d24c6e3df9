/**
 * States along a recording: checkpoints every so many events, and a cursor that folds on from the nearest one.
 *
 * Invariants: a checkpoint stands between two steps (all events of a step are folded together) and is never changed; checkpoints are made
 * in order while folding forward, the first is the empty state. Their spacing grows with the number of records, so that their arrays of
 * pointers together stay within a few times the number of events.
 *
 * Going back: whoever has gone back once will do so again. On the way from a checkpoint to an earlier place, states are left behind
 * halfway, halfway of the rest, and so on (the trail), so that the next step back folds few events and every way back costs O(log n).
 */
import { must } from '../../base/assert.ts';
import { fold } from './fold.ts';
import type { FoldInput } from './foldEvent.ts';
import { emptyState, fork } from './state.ts';
import type { State } from './state.ts';

const minimalSpacing = 1000;
/** Events between checkpoints per record that each of them points at. */
const spacingPerRecord = 1;
/** So few events are folded again without leaving a trail. */
const shortWay = 32;

export class Timeline {
  private readonly input: FoldInput;
  private readonly checkpoints: State[] = [emptyState()];
  private cursor: State;
  /** Ascending in events, behind the cursor, none before the nearest checkpoint. */
  private trail: State[] = [];

  constructor(input: FoldInput) {
    this.input = input;
    this.cursor = fork(must(this.checkpoints[0], 'first checkpoint'));
  }

  /** The state with all events of steps <= `step`. Only valid until the next call, and not to be changed. */
  at(step: number): State {
    const target = this.eventsUpTo(step);
    const nearest = this.checkpointBefore(target);
    if (this.cursor.events <= target && this.cursor.events >= nearest.events) this.foldTo(target);
    else this.goBack(nearest, target);
    return this.cursor;
  }

  private goBack(checkpoint: State, target: number): void {
    this.trail = this.trail.filter((state) => state.events <= target && state.events > checkpoint.events);
    this.cursor = fork(this.trail.at(-1) ?? checkpoint);
    for (let rest = target - this.cursor.events; rest > shortWay; rest = target - this.cursor.events) {
      this.foldTo(this.stepEnd(target - (rest >> 1)));
      if (this.cursor.events >= target) return;
      this.trail.push(fork(this.cursor));
    }
    this.foldTo(target);
  }

  private foldTo(target: number): void {
    const { trace } = this.input;
    while (this.cursor.events < target) {
      const e = this.cursor.events;
      if (e > 0 && trace.step[e] !== trace.step[e - 1]) this.maybeCheckpoint();
      fold(this.input, this.cursor, e);
    }
  }

  /** The first place at or after `events` that stands between two steps. */
  private stepEnd(events: number): number {
    const { trace } = this.input;
    return this.eventsUpTo(trace.step[events - 1] ?? 0);
  }

  private maybeCheckpoint(): void {
    const last = must(this.checkpoints.at(-1), 'last checkpoint');
    const records = this.cursor.goroutines.length + this.cursor.objects.length;
    if (this.cursor.events - last.events >= Math.max(minimalSpacing, records * spacingPerRecord)) this.checkpoints.push(fork(this.cursor));
  }

  /** The last one with at most so many events. */
  private checkpointBefore(events: number): State {
    let low = 0;
    let high = this.checkpoints.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (must(this.checkpoints[middle], 'checkpoint').events <= events) low = middle;
      else high = middle;
    }
    return must(this.checkpoints[low], 'checkpoint');
  }

  /** How many events have a step <= `step`. */
  private eventsUpTo(step: number): number {
    const { trace } = this.input;
    let low = 0;
    let high = trace.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((trace.step[middle] ?? 0) <= step) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
