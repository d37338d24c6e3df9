/** Points, boxes and routes in the stage's own pixels: x to the right, y down. */
export type Point = readonly [x: number, y: number];
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export const right = (b: Box): number => b.x + b.w;
export const bottom = (b: Box): number => b.y + b.h;
export const grow = (b: Box, by: number): Box => ({ x: b.x - by, y: b.y - by, w: b.w + 2 * by, h: b.h + 2 * by });
export const meet = (a: Box, b: Box): boolean => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);

export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  return { x, y, w: Math.max(...boxes.map(right)) - x, h: Math.max(...boxes.map(bottom)) - y };
}

/** A drawn line: its SVG path, and the same as a fine polyline for placing tokens and testing what it crosses. */
export interface Line {
  readonly d: string;
  readonly points: readonly Point[];
}

const r2 = (n: number): number => Math.round(n * 100) / 100;
const samples = 20;

/** A cubic that leaves and arrives horizontally; straight when level. */
export function curve(from: Point, to: Point): Line {
  const [x1, y1] = from;
  const [x2, y2] = to;
  if (Math.abs(y1 - y2) < 0.5) return straight(from, to);
  const bend = Math.min(72, Math.abs(x2 - x1) / 2) * Math.sign(x2 - x1 || 1);
  return cubic(from, [x1 + bend, y1], [x2 - bend, y2], to);
}

/** A curve that is level from x on. */
export function curveInto(from: Point, x: number, to: Point): Line {
  if (Math.abs(from[1] - to[1]) < 0.5 || x <= from[0]) return curve(from, to);
  const bow = curve(from, [x, to[1]]);
  return { d: `${bow.d}L${p(to)}`, points: [...bow.points, to] };
}

/** A cubic that leaves and arrives vertically. */
export function curveDown(from: Point, to: Point): Line {
  const [x1, y1] = from;
  const [x2, y2] = to;
  if (Math.abs(x1 - x2) < 0.5) return straight(from, to);
  const bend = (y2 - y1) / 2;
  return cubic(from, [x1, y1 + bend], [x2, y2 - bend], to);
}

export function cubic(a: Point, b: Point, c: Point, e: Point): Line {
  const points: Point[] = [];
  for (let i = 0; i <= samples; i++) {
    const t = i / samples;
    const u = 1 - t;
    const at = (k: 0 | 1): number => u * u * u * a[k] + 3 * u * u * t * b[k] + 3 * u * t * t * c[k] + t * t * t * e[k];
    points.push([at(0), at(1)]);
  }
  return { d: `M${p(a)}C${p(b)} ${p(c)} ${p(e)}`, points };
}

const p = (q: Point): string => `${r2(q[0])} ${r2(q[1])}`;
export const straight = (from: Point, to: Point): Line => ({ d: `M${p(from)}L${p(to)}`, points: [from, to] });

/** Orthogonal, with rounded corners. */
export function bent(corners: readonly Point[], radius = 8): Line {
  const points = corners.filter(
    (q, i) => i === 0 || Math.hypot(q[0] - (corners[i - 1]?.[0] ?? 0), q[1] - (corners[i - 1]?.[1] ?? 0)) > 0.1,
  );
  const first = points[0] ?? [0, 0];
  let d = `M${p(first)}`;
  for (let i = 1; i < points.length; i++) {
    const before = points[i - 1] ?? first;
    const here = points[i] ?? first;
    const after = points[i + 1];
    if (!after) {
      d += `L${p(here)}`;
      continue;
    }
    const room = Math.min(radius, distance(before, here) / 2, distance(here, after) / 2);
    d += `L${p(toward(here, before, room))}Q${p(here)} ${p(toward(here, after, room))}`;
  }
  return { d, points };
}

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
function toward(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length];
}

export function lengthOf(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) sum += distance(points[i - 1] ?? [0, 0], points[i] ?? [0, 0]);
  return sum;
}

/** The point a share of the way along. */
export function pointAt(points: readonly Point[], share: number): Point {
  let left = lengthOf(points) * Math.min(1, Math.max(0, share));
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1] ?? [0, 0];
    const b = points[i] ?? [0, 0];
    const step = distance(a, b);
    if (left <= step) return toward(a, b, left);
    left -= step;
  }
  return points.at(-1) ?? [0, 0];
}

export function reversed(line: Line): Line {
  const points = [...line.points].reverse();
  return { d: reversePath(line.d), points };
}

/** Our paths are one M followed by L, C and Q: reversed segment by segment. */
function reversePath(d: string): string {
  const segments = [...d.matchAll(/([MLCQ])([^MLCQ]*)/g)].map((m) => ({
    kind: m[1] ?? '',
    at: (m[2] ?? '').trim().split(/[ ,]+/).map(Number),
  }));
  const ends = segments.map((s) => s.at.slice(-2).join(' '));
  let out = `M${ends.at(-1) ?? ''}`;
  for (let i = segments.length - 1; i > 0; i--) {
    const s = segments[i];
    if (!s) continue;
    const controls: string[] = [];
    for (let k = s.at.length - 4; k >= 0; k -= 2) controls.push(`${s.at[k] ?? 0} ${s.at[k + 1] ?? 0}`);
    out += `${s.kind}${[...controls, ends[i - 1] ?? ''].join(' ')}`;
  }
  return out;
}

/** Whether the line passes through the box. */
export function crosses(points: readonly Point[], box: Box): boolean {
  for (let i = 1; i < points.length; i++) if (segmentMeets(points[i - 1] ?? [0, 0], points[i] ?? [0, 0], box)) return true;
  return false;
}

/** Liang and Barsky's clipping, asking only whether anything is left. */
function segmentMeets(a: Point, b: Point, box: Box): boolean {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  let t0 = 0;
  let t1 = 1;
  for (const [step, low, high] of [
    [dx, box.x - a[0], right(box) - a[0]],
    [dy, box.y - a[1], bottom(box) - a[1]],
  ] as const) {
    if (step === 0) {
      if (low >= 0 || high <= 0) return false;
      continue;
    }
    const [near, far] = step > 0 ? [low / step, high / step] : [high / step, low / step];
    t0 = Math.max(t0, near);
    t1 = Math.min(t1, far);
    if (t0 >= t1) return false;
  }
  return true;
}
