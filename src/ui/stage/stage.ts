/**
 * The picture on the page: an SVG with four layers (relations, figures, the step, tokens on the move) under one camera, and the clock
 * over them. D3 joins the scene's data to elements by key; a figure whose drawing has not changed is left alone.
 */
import { select } from 'd3';
import type { Selection as Joined } from 'd3';
import type { Verdict } from '../../engine/trace/trace.ts';
import type { Point } from '../model/layout/geometry.ts';
import type { StageLayout } from '../model/layout/types.ts';
import type { World } from '../model/types.ts';
import { arrow, definitions } from '../shared/figures/arrows.ts';
import { createMeasure } from '../shared/figures/measure.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { draw, toElement } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { text } from '../shared/figures/text.ts';
import { token } from '../shared/figures/token.ts';
import { createCamera } from './camera.ts';
import { createMotion, restFrame } from './motion.ts';
import type { Canvas, Motion } from './motion.ts';
import { fixedItems } from './corner.ts';
import { itemsOf } from './scene.ts';
import type { Item, Looking, Selection } from './scene.ts';
import { relationsOf, stepOf } from './step.ts';
import type { Arrow, Traveller, Words } from './step.ts';
import './stage.css';

export type { Motion } from './motion.ts';
export type { Selection } from './scene.ts';

export interface StageCallbacks {
  /** A figure was clicked, or Enter pressed on it; undefined: the paper. */
  readonly onSelect: (selection: Selection | undefined) => void;
  /** A motion began or ended: the page is not idle meanwhile. */
  readonly onMotion?: (moving: boolean) => void;
}

export interface Stage {
  /** A new run: nothing of the last one stays. Its verdict, if bad, is shown at its end. */
  setRun(layout: StageLayout, verdict?: Verdict): void;
  show(world: World, motion: Motion): void;
  select(selection: Selection | undefined): void;
  /** The host's size has changed. */
  resize(): void;
  /** The whole picture in view. */
  fit(): void;
  zoomBy(factor: number): void;
  /** Moves the keyboard's focus to a figure. */
  focus(selection: Selection): void;
  destroy(): void;
}

let serial = 0;

export function createStage(host: HTMLElement, callbacks: StageCallbacks): Stage {
  const scope = `stage${++serial}`;
  const pen: Pen = { measure: createMeasure(host), scope };
  const svg = select(host).append('svg').attr('class', 'stage-picture drawing').attr('role', 'group').attr('aria-label', 'Picture');
  svg.append(() => toElement(definitions(scope)));
  const root = svg.append('g');
  const relations = root.append('g').attr('aria-hidden', 'true');
  const figures = root.append('g');
  const steps = root.append('g').attr('aria-hidden', 'true');
  const tokens = root.append('g').attr('aria-hidden', 'true');
  const fixed = svg.append('g');
  const camera = createCamera(host, svg, root, fixed);
  let layout: StageLayout | undefined;
  let verdict: Verdict | undefined;
  let shown: World | undefined;
  let looking: Looking = { selection: undefined, opened: undefined };
  const look = (change: Partial<Looking>): void => {
    looking = { ...looking, ...change };
    motion.cut();
    if (shown) canvas.draw(restFrame(shown));
  };
  const pick = (item: Item): void => {
    if (item.opens !== undefined) look({ opened: looking.opened === item.opens ? undefined : item.opens });
    else if (item.select) callbacks.onSelect(item.select);
  };

  svg.on('click', (event: MouseEvent) => {
    if (event.target !== svg.node()) return;
    look({ opened: undefined });
    callbacks.onSelect(undefined);
  });

  const canvas: Canvas = {
    draw({ world, flows, tokens: rest, fade, drawIn }) {
      if (!layout) return;
      const step = stepOf(layout, { ...world, flows });
      drawArrows(relations, relationsOf(layout, world, looking.selection), scope, 0);
      drawItems(figures, itemsOf(layout, { ...world, flows }, looking, pen), pick, fade);
      drawItems(fixed, fixedItems(layout, world, host.clientWidth || layout.width, verdict, pen), pick, 0);
      drawArrows(steps, step.arrows, scope, drawIn);
      drawTokens(tokens, rest ? step.travellers : [], (t) => t.rest, pen);
    },
    carry: (travellers, at) => drawTokens(tokens, travellers, at, pen),
  };
  const motion = createMotion(host, canvas, (moving) => callbacks.onMotion?.(moving));

  const revealActor = (): void => {
    const actor = shown && layout?.cards.get(layout.standIn.goroutine(shown.current))?.box;
    if (actor) camera.reveal(actor);
  };

  return {
    setRun(next, itsVerdict) {
      motion.cut();
      layout = next;
      verdict = itsVerdict;
      shown = undefined;
      looking = { ...looking, opened: undefined };
      figures.selectChildren().remove();
      camera.setPicture({ width: next.width, height: next.height, content: next.content, scrolls: next.narrow });
    },
    show(world, how) {
      motion.cut();
      if (world === shown && how.kind === 'cut') return;
      const before = shown;
      shown = world;
      revealActor();
      if (!layout || !before || how.kind === 'cut') canvas.draw(restFrame(world));
      else motion.play({ before, after: world, how, layout });
    },
    select: (selection) => look({ selection }),
    resize() {
      camera.resize();
      revealActor();
    },
    fit: () => camera.fit(),
    zoomBy: (factor) => camera.zoomBy(factor),
    focus(target) {
      figures.selectAll<SVGGElement, Item>('g.figure').each(function (d) {
        if (d.select && same(d.select, target)) this.focus();
      });
    },
    destroy() {
      motion.cut();
      svg.remove();
    },
  };
}

type Group = Joined<SVGGElement, unknown, null, undefined>;

const same = (a: Selection, b: Selection): boolean => a.kind === b.kind && a.id === b.id;

/** `fade`: milliseconds in which a changed figure crosses over to its new state. */
function drawItems(group: Group, items: readonly Item[], pick: (item: Item) => void, fade: number): void {
  group
    .selectAll<SVGGElement, Item>('g.figure')
    .data(items, (d) => d.key)
    .join('g')
    .attr('class', (d) => `figure${d.veiled ? ' veiled' : ''}${d.chosen ? ' selected' : ''}`)
    .attr('role', 'group')
    .attr('aria-label', (d) => d.label)
    .attr('aria-hidden', (d) => (d.veiled ? 'true' : null))
    .attr('tabindex', (d) => (canPick(d) ? 0 : null))
    .attr('data-key', (d) => d.key)
    .attr('transform', (d) => `translate(${d.at[0]} ${d.at[1]})`)
    .on('click', (_event: MouseEvent, d) => pick(d))
    .on('keydown', (event: KeyboardEvent, d) => {
      if (event.key !== 'Enter' || !canPick(d)) return;
      event.preventDefault();
      pick(d);
    })
    .each(function (d) {
      if (draw(this, d.shapes) && fade > 0) this.animate([{ opacity: 0.4 }, {}], { duration: fade, easing: easeState });
    });
}
const canPick = (d: Item): boolean => !d.veiled && (d.select !== undefined || d.opens !== undefined);
const easeState = 'cubic-bezier(.2, 0, 0, 1)';

function drawArrows(group: Group, arrows: readonly Arrow[], scope: string, drawIn: number): void {
  group
    .selectAll<SVGGElement, Arrow>('g.arrow')
    .data(arrows, (d) => d.key)
    .join('g')
    .attr('class', (d) => (d.veiled ? 'arrow veiled' : 'arrow'))
    .order()
    .each(function (d) {
      const isNew = draw(this, [arrow(d.line.d, d.kind, scope, d.bare ? { 'marker-end': undefined } : {}), d.words && wordsOf(d.words)]);
      if (isNew && drawIn > 0) this.animate([{ opacity: 0 }, {}], { duration: drawIn, easing: easeState });
    });
}

const wordsOf = ({ text: words, at: [x, y], anchor, ink }: Words): Shape =>
  text(x, y, words, 'state', { 'text-anchor': anchor, fill: ink });

function drawTokens(group: Group, travellers: readonly Traveller[], at: (t: Traveller) => Point, pen: Pen): void {
  group
    .selectAll<SVGGElement, Traveller>('g.token')
    .data(travellers, (d) => d.key)
    .join('g')
    .attr('class', 'token')
    .attr('transform', (d) => `translate(${at(d).join(' ')})`)
    .each(function (d) {
      draw(this, [token(d.token, 0, 0, pen.measure, { halo: true, size: 32, max: 72 })]);
    });
}
