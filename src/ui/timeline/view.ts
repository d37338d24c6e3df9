/** The timeline's coordinates: x is steps, one lane under the other. Step N ends at xOf(N); statement N fills the stretch before it. */
import type { TimelineData } from '../model/types.ts';
import { countText } from '../model/count.ts';

export interface TimelineView {
  readonly width: number;
  readonly height: number;
  /** Plot area: right of the lane heads. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pitch: number;
  /** How far the lanes are scrolled up. */
  readonly scroll: number;
  /** Steps shown. */
  readonly from: number;
  readonly to: number;
}

export const heads = 184;
export const rulerHeight = 25;
export const laneTop = 56;
const jumpRow = 36;
const rightMargin = 24;

/** Labels stand beside lanes up to this many; above it, lanes are thin; above `mostLanes` they are strips by group. */
export const mostLabelled = 12;
export const mostLanes = 60;

export function pitchOf(lanes: number): number {
  return lanes <= 5 ? 34 : lanes <= mostLabelled ? 28 : 16;
}

export const footOf = (data: TimelineData): number => (data.jumps.length > 0 ? jumpRow : 8);

export function viewOf(
  data: TimelineData,
  /** Of all lanes or strips. */
  content: number,
  pitch: number,
  size: { readonly width: number; readonly height: number },
  range: { readonly from: number; readonly to: number },
  scroll: number,
): TimelineView {
  const room = Math.max(pitch, size.height - laneTop - footOf(data));
  const bottom = laneTop + Math.min(room, content);
  return {
    ...size,
    left: heads,
    right: Math.max(heads + 40, size.width - rightMargin),
    top: laneTop,
    bottom,
    pitch,
    scroll: Math.min(Math.max(0, scroll), Math.max(0, content - room)),
    ...range,
  };
}

export const perStep = (v: TimelineView): number => (v.right - v.left) / Math.max(1e-9, v.to - v.from);
export const xOf = (v: TimelineView, step: number): number => v.left + (step - v.from) * perStep(v);
export const stepOf = (v: TimelineView, x: number): number => v.from + (x - v.left) / perStep(v);
/** Middle of a lane. */
export const laneY = (v: TimelineView, index: number): number => v.top + index * v.pitch + v.pitch / 2 - v.scroll;

/** The first index whose `key` is at least `value`, in an ascending list. */
export function lowerBound<T>(list: readonly T[], value: number, key: (item: T) => number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && key(item) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Round steps at least `room` px apart. */
export function ticksOf(v: TimelineView, room = 64): number[] {
  const least = Math.max(1, room / perStep(v));
  const power = 10 ** Math.floor(Math.log10(least));
  const unit = [1, 2, 5, 10].map((k) => k * power).find((u) => u >= least) ?? least;
  const ticks: number[] = [];
  for (let s = Math.ceil(v.from / unit) * unit; s <= v.to; s += unit) ticks.push(s);
  return ticks;
}

export const stepText = (step: number): string => countText(step);
/** For the ruler: "200 k". */
export const tickText = (step: number): string => (step >= 10_000 && step % 1000 === 0 ? `${stepText(step / 1000)} k` : stepText(step));
