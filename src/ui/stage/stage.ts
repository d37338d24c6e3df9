/**
 * The picture on the page: an SVG with four layers (relations, figures, the step, tokens on the move) under one camera. D3 joins the
 * scene's data to elements by key; a figure whose drawing has not changed is left alone.
 */
import { select } from 'd3';
import type { Selection as Joined } from 'd3';
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
import { createMotion } from './motion.ts';
import type { Motion } from './motion.ts';
import { itemsOf } from './scene.ts';
import type { Item, Selection } from './scene.ts';
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
  /** A new run: nothing of the last one stays. */
  setRun(layout: StageLayout): void;
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
  const camera = createCamera(host, svg, root);
  const motion = createMotion(host, tokens, pen, (moving) => callbacks.onMotion?.(moving));

  let layout: StageLayout | undefined;
  let shown: World | undefined;
  let selection: Selection | undefined;

  svg.on('click', (event: MouseEvent) => {
    if (event.target === svg.node()) callbacks.onSelect(undefined);
  });

  const frame = (world: World): void => {
    if (!layout) return;
    const step = stepOf(layout, world);
    drawArrows(relations, relationsOf(layout, world, selection), scope);
    drawItems(figures, itemsOf(layout, world, pen), selection, callbacks.onSelect);
    drawArrows(steps, step.arrows, scope);
    drawTokens(tokens, step.travellers, pen);
  };

  return {
    setRun(next) {
      motion.cut();
      layout = next;
      shown = undefined;
      figures.selectChildren().remove();
      camera.setPicture(next.width, next.height, next.narrow);
    },
    show(world, how) {
      motion.cut();
      const before = shown;
      shown = world;
      if (!layout || !before || how.kind === 'cut') return frame(world);
      motion.play({ before, after: world, how, layout, frame });
    },
    select(next) {
      selection = next;
      if (shown && layout) {
        drawItems(figures, itemsOf(layout, shown, pen), selection, callbacks.onSelect);
        drawArrows(relations, relationsOf(layout, shown, selection), scope);
      }
    },
    resize: () => camera.resize(),
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

const same = (a: Selection, b: Selection | undefined): boolean => b !== undefined && a.kind === b.kind && a.id === b.id;

function drawItems(group: Group, items: readonly Item[], selection: Selection | undefined, onSelect: StageCallbacks['onSelect']): void {
  group
    .selectAll<SVGGElement, Item>('g.figure')
    .data(items, (d) => d.key)
    .join('g')
    .attr('class', (d) => `figure${d.veiled ? ' veiled' : ''}${d.select && same(d.select, selection) ? ' selected' : ''}`)
    .attr('role', 'group')
    .attr('aria-label', (d) => d.label)
    .attr('aria-hidden', (d) => (d.veiled ? 'true' : null))
    .attr('tabindex', (d) => (d.select ? 0 : null))
    .attr('data-key', (d) => d.key)
    .attr('transform', (d) => `translate(${d.at[0]} ${d.at[1]})`)
    .on('click', (_event: MouseEvent, d) => onSelect(d.select))
    .on('keydown', (event: KeyboardEvent, d) => {
      if (event.key !== 'Enter' || !d.select) return;
      event.preventDefault();
      onSelect(d.select);
    })
    .each(function (d) {
      draw(this, d.shapes);
    });
}

function drawArrows(group: Group, arrows: readonly Arrow[], scope: string): void {
  group
    .selectAll<SVGGElement, Arrow>('g.arrow')
    .data(arrows, (d) => d.key)
    .join('g')
    .attr('class', (d) => (d.veiled ? 'arrow veiled' : 'arrow'))
    .order()
    .each(function (d) {
      draw(this, [arrow(d.line.d, d.kind, scope, d.bare ? { 'marker-end': undefined } : {}), d.words && wordsOf(d.words)]);
    });
}

const wordsOf = ({ text: words, at: [x, y], anchor, ink }: Words): Shape => text(x, y, words, 'state', { 'text-anchor': anchor, fill: ink });

function drawTokens(group: Group, travellers: readonly Traveller[], pen: Pen): void {
  group
    .selectAll<SVGGElement, Traveller>('g.token')
    .data(travellers, (d) => d.key)
    .join('g')
    .attr('class', 'token')
    .attr('opacity', null)
    .attr('transform', (d) => `translate(${d.rest[0]} ${d.rest[1]})`)
    .each(function (d) {
      draw(this, [token(d.token, 0, 0, pen.measure, { halo: true, size: 32, max: 72 })]);
    });
}
