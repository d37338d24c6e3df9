/**
 * Only what changed moves, and one thing is the subject: first the value travels, then the states change, then what it woke is shown.
 * Backwards is the mirror image. A frame at rest holds everything a motion says, so any motion may be cut at any time.
 */
import { timer } from 'd3';
import type { Selection } from 'd3';
import { pointAt } from '../model/layout/geometry.ts';
import type { StageLayout } from '../model/layout/types.ts';
import type { World } from '../model/types.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { draw } from '../shared/figures/svg.ts';
import { token } from '../shared/figures/token.ts';
import { stepOf } from './step.ts';
import type { Traveller } from './step.ts';

/** cut: the final frame at once (scrubbing, jumps, reduced motion). Else one step forwards or backwards at a speed of 1 or more. */
export type Motion = { readonly kind: 'cut' } | { readonly kind: 'forward' | 'backward'; readonly speed: number };

export interface Scene {
  readonly before: World;
  readonly after: World;
  readonly how: Exclude<Motion, { kind: 'cut' }>;
  readonly layout: StageLayout;
  readonly frame: (world: World) => void;
}

export interface MotionPlayer {
  play(scene: Scene): void;
  /** Ends a running motion; the caller draws the next frame. */
  cut(): void;
}

/** Under this a motion is a cut. */
const shortest = 60;

interface Durations {
  readonly travel: number;
  readonly state: number;
}

/** The tokens' milliseconds, which are 0 where the reader asked for less motion. */
function durationsOf(host: Element, speed: number): Durations {
  const style = getComputedStyle(host);
  const read = (name: string): number => {
    const ms = parseFloat(style.getPropertyValue(name)) / speed;
    return Number.isFinite(ms) && ms >= shortest ? ms : 0;
  };
  return { travel: read('--m-travel'), state: read('--m-state') };
}

/** cubic-bezier(.3, 0, .15, 1) of --ease-travel: y at the parameter whose x is t, by bisection. */
export function easeTravel(t: number): number {
  const at = (a: number, b: number, s: number): number => 3 * (1 - s) * (1 - s) * s * a + 3 * (1 - s) * s * s * b + s * s * s;
  let [low, high] = [0, 1];
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (at(0.3, 0.15, middle) < t) low = middle;
    else high = middle;
  }
  return at(0, 1, (low + high) / 2);
}

export function createMotion(
  host: HTMLElement,
  tokens: Selection<SVGGElement, unknown, null, undefined>,
  pen: Pen,
  onMotion: (moving: boolean) => void,
): MotionPlayer {
  let finish: (() => void) | undefined;

  const done = (): void => {
    finish = undefined;
    host.classList.remove('changing');
    onMotion(false);
  };

  /** Tokens along their lines for `ms`; calls back at the end and returns how to stop it. */
  const travel = (travellers: readonly Traveller[], backwards: boolean, ms: number, then: () => void): (() => void) => {
    tokens.selectChildren().remove();
    const moving = tokens
      .selectAll<SVGGElement, Traveller>('g.token')
      .data(travellers, (d) => d.key)
      .join('g')
      .attr('class', 'token');
    moving.each(function (d) {
      draw(this, [token(d.token, 0, 0, pen.measure, { halo: true, size: 32, max: 72 })]);
    });
    const place = (share: number): void => {
      moving.attr('transform', (d) => {
        const [x, y] = pointAt(d.line.points, backwards ? 1 - share : share);
        return `translate(${x} ${y})`;
      });
    };
    place(0);
    const clock = timer((elapsed) => {
      place(easeTravel(Math.min(1, elapsed / ms)));
      if (elapsed < ms) return;
      clock.stop();
      then();
    });
    return () => clock.stop();
  };

  return {
    play({ before, after, how, layout, frame }) {
      const ms = durationsOf(host, how.speed);
      const backwards = how.kind === 'backward';
      const subject = stepOf(layout, backwards ? before : after).travellers;
      if (subject.length === 0 || ms.travel === 0) {
        if (ms.state > 0) change(host, ms.state);
        frame(after);
        return;
      }
      onMotion(true);
      frame({ ...(backwards ? after : before), flows: [] });
      const stop = travel(subject, backwards, ms.travel, () => {
        done();
        if (ms.state > 0) change(host, ms.state);
        frame(after);
      });
      finish = () => {
        stop();
        done();
      };
    },
    cut() {
      finish?.();
    },
  };
}

/** Inks and outlines cross over to their new tone while the class is on (stage.css). */
function change(host: HTMLElement, ms: number): void {
  host.classList.add('changing');
  window.setTimeout(() => host.classList.remove('changing'), ms);
}
