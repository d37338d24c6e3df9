/**
 * Only what changed moves, and one thing is the subject: first the value travels, then the states change (a cancellation level by level),
 * then what it woke is shown. Backwards is the mirror image: the states change, then the value travels home. A frame at rest holds
 * everything a motion says, so any motion may be cut at any time.
 */
import { timer } from 'd3';
import { pointAt } from '../model/layout/geometry.ts';
import type { Point } from '../model/layout/geometry.ts';
import type { StageLayout } from '../model/layout/types.ts';
import type { Flow, World } from '../model/types.ts';
import { stepOf } from './step.ts';
import type { Traveller } from './step.ts';

/** cut: the final frame at once (scrubbing, jumps, reduced motion). Else one step forwards or backwards at a speed of 1 or more. */
export type Motion = { readonly kind: 'cut' } | { readonly kind: 'forward' | 'backward'; readonly speed: number };

/** A picture of a world: which flows it shows, whether their tokens rest on them, and how long what changed fades in. */
export interface Frame {
  readonly world: World;
  readonly flows: readonly Flow[];
  readonly tokens: boolean;
  readonly fade: number;
  /** How long wakes and go statements take to draw themselves. */
  readonly drawIn: number;
}
export const restFrame = (world: World): Frame => ({ world, flows: world.flows, tokens: true, fade: 0, drawIn: 0 });

export interface Canvas {
  draw(frame: Frame): void;
  /** Tokens on their way, each at a point. */
  carry(travellers: readonly Traveller[], at: (t: Traveller) => Point): void;
}

export interface Change {
  readonly before: World;
  readonly after: World;
  readonly how: Exclude<Motion, { kind: 'cut' }>;
  readonly layout: StageLayout;
}

export interface MotionPlayer {
  play(change: Change): void;
  /** Ends a running motion where it is; the caller draws the next frame. */
  cut(): void;
}

/** Under this a motion is a cut. */
const shortest = 60;

interface Durations {
  readonly travel: number;
  readonly state: number;
  readonly wake: number;
  readonly wave: number;
  readonly jump: number;
}

/** The tokens' milliseconds, which are 0 where the reader asked for less motion. */
function durationsOf(host: Element, speed: number): Durations {
  const style = getComputedStyle(host);
  const read = (name: string): number => {
    const ms = parseFloat(style.getPropertyValue(name)) / speed;
    return Number.isFinite(ms) && ms >= shortest ? ms : 0;
  };
  return { travel: read('--m-travel'), state: read('--m-state'), wake: read('--m-wake'), wave: read('--m-wave'), jump: read('--m-jump') };
}

/** cubic-bezier(.3, 0, .15, 1) of --ease-travel: y at the parameter whose x is t, by bisection. */
export function easeTravel(t: number): number {
  if (t <= 0 || t >= 1) return t <= 0 ? 0 : 1;
  const at = (a: number, b: number, s: number): number => 3 * (1 - s) * (1 - s) * s * a + 3 * (1 - s) * s * s * b + s * s * s;
  let [low, high] = [0, 1];
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (at(0.3, 0.15, middle) < t) low = middle;
    else high = middle;
  }
  return at(0, 1, (low + high) / 2);
}

/** A stretch of a motion: what is drawn at its beginning, and at each moment of it. */
interface Phase {
  readonly ms: number;
  readonly begin: () => void;
  readonly at?: (share: number) => void;
}

export function createMotion(host: HTMLElement, canvas: Canvas, onMotion: (moving: boolean) => void): MotionPlayer {
  let stop: (() => void) | undefined;

  const run = (phases: readonly Phase[], end: () => void): void => {
    const [first, ...rest] = phases;
    if (!first) {
      stop = undefined;
      end();
      onMotion(false);
      return;
    }
    first.begin();
    first.at?.(0);
    const clock = timer((elapsed) => {
      first.at?.(Math.min(1, elapsed / first.ms));
      if (elapsed < first.ms) return;
      clock.stop();
      run(rest, end);
    });
    stop = () => {
      clock.stop();
      stop = undefined;
      onMotion(false);
    };
  };

  return {
    play(change) {
      const ms = durationsOf(host, change.how.speed);
      const phases = (change.how.kind === 'forward' ? forward : backward)(change, ms, canvas).filter((p) => p.ms > 0);
      if (phases.length === 0) return canvas.draw(restFrame(change.after));
      onMotion(true);
      run(phases, () => canvas.draw(restFrame(change.after)));
    },
    cut() {
      stop?.();
    },
  };
}

const carries = (f: Flow): boolean => f.token !== undefined;
const follows = (f: Flow): boolean => f.kind === 'wake' || f.kind === 'spawn';

function forward({ before, after, layout }: Change, ms: Durations, canvas: Canvas): Phase[] {
  const values = after.flows.filter(carries);
  const causes = after.flows.filter((f) => !follows(f));
  const wakes = after.flows.length > causes.length;
  const { travellers } = stepOf(layout, { ...after, flows: values });
  const leaving = { ...before, channels: withSources(before, after, values) };
  const states: Phase = {
    ms: wakes || ms.state > 0 ? ms.state : 0,
    begin: () => canvas.draw({ world: after, flows: causes, tokens: true, fade: ms.state, drawIn: 0 }),
  };
  return [
    ...(travellers.length > 0
      ? [travelPhase(leaving, values, travellers, ms.travel, canvas, false)]
      : jumpPhase(before, after, ms.jump, canvas)),
    ...wavePhases(before, after, layout, ms.wave, canvas),
    ...(changes(before, after) ? [states] : []),
    ...(wakes
      ? [{ ms: ms.wake, begin: () => canvas.draw({ world: after, flows: after.flows, tokens: true, fade: 0, drawIn: ms.wake }) }]
      : []),
  ];
}

function backward({ before, after, layout }: Change, ms: Durations, canvas: Canvas): Phase[] {
  const values = before.flows.filter(carries);
  const { travellers } = stepOf(layout, { ...before, flows: values });
  const arriving = { ...after, channels: withSources(after, before, values) };
  return [
    ...(changes(before, after)
      ? [{ ms: ms.state, begin: () => canvas.draw({ world: arriving, flows: [], tokens: false, fade: ms.state, drawIn: 0 }) }]
      : []),
    ...(travellers.length > 0 ? [travelPhase(arriving, values, travellers, ms.travel, canvas, true)] : []),
  ];
}

/** Channels that a value leaves are without it while it is on its way. */
function withSources(earlier: World, later: World, values: readonly Flow[]): World['channels'] {
  const sources = new Set(values.filter((f) => f.kind !== 'send').map((f) => f.object));
  const left = new Map(later.channels.map((c) => [c.id, c]));
  return earlier.channels.map((c) => (sources.has(c.id) ? (left.get(c.id) ?? c) : c));
}

function travelPhase(
  world: World,
  flows: readonly Flow[],
  travellers: readonly Traveller[],
  ms: number,
  canvas: Canvas,
  home: boolean,
): Phase {
  return {
    ms,
    begin: () => canvas.draw({ world, flows, tokens: false, fade: 0, drawIn: 0 }),
    at: (share) => {
      const t = easeTravel(share);
      canvas.carry(travellers, (traveller) => pointAt(traveller.line.points, home ? 1 - t : t));
    },
  };
}

const millisecond = 1e6;

/** The clock runs on to the next timer. */
function jumpPhase(before: World, after: World, ms: number, canvas: Canvas): Phase[] {
  if (after.now === before.now) return [];
  const at = (share: number): void => {
    const now = before.now + (after.now - before.now) * easeTravel(share);
    canvas.draw({ world: { ...before, now: Math.round(now / millisecond) * millisecond }, flows: [], tokens: false, fade: 0, drawIn: 0 });
  };
  return [{ ms, begin: () => undefined, at }];
}

/** Down the tree, level by level: what is deeper still looks as before. */
function wavePhases(before: World, after: World, layout: StageLayout, ms: number, canvas: Canvas): Phase[] {
  const old = new Map(before.contexts.map((c) => [c.id, c]));
  const reached = after.contexts.filter((c) => c.cancelledAt === after.step && after.step !== before.step);
  const levels = [...new Set(reached.map((c) => layout.contexts.get(c.id)?.depth ?? 0))].sort((a, b) => a - b);
  if (levels.length < 2) return [];
  return levels.slice(0, -1).map((level) => ({
    ms,
    begin: () => {
      const contexts = after.contexts.map((c) => ((layout.contexts.get(c.id)?.depth ?? 0) > level ? (old.get(c.id) ?? c) : c));
      const flows = after.flows.filter((f) => f.kind === 'cancel');
      canvas.draw({ world: { ...before, contexts, now: after.now }, flows, tokens: false, fade: ms, drawIn: 0 });
    },
  }));
}

/** Whether anything but the cursor has changed. */
function changes(before: World, after: World): boolean {
  return (
    before.goroutines.some((g, i) => g !== after.goroutines[i]) ||
    before.goroutines.length !== after.goroutines.length ||
    after.flows.length > 0
  );
}
