/**
 * The timeline on the page. Two layers: the marks, drawn when the run, the range or the size changes (SVG, or a canvas when they are
 * many), and above them what follows the cursor, drawn at every step.
 */
import { pointer, select } from 'd3';
import type { Choice, TimelineData, World } from '../model/types.ts';
import { definitions } from '../shared/figures/arrows.ts';
import { createMeasure } from '../shared/figures/measure.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { draw, toElement } from '../shared/figures/svg.ts';
import type { Shape } from '../shared/figures/svg.ts';
import { createPainter } from './canvas.ts';
import { groupLanes, heatHeight } from './heat.ts';
import type { LaneGroup } from './heat.ts';
import { choiceAt, marksOf } from './marks.ts';
import { overlayOf } from './overlay.ts';
import { stripMarks, stripOverlay, stripView } from './strip.ts';
import { footOf, laneTop, mostLanes, pitchOf, rulerHeight, stepOf, viewOf, xOf } from './view.ts';
import type { TimelineView } from './view.ts';
import './timeline.css';

export { stripHeight } from './strip.ts';

export interface TimelineCallbacks {
  readonly onSeek: (step: number) => void;
  /** A choice was clicked: its event in the recording, for forking the run there. */
  readonly onChoice: (event: number) => void;
  /** A lane's head was clicked. */
  readonly onSelect?: (goroutine: number) => void;
}

export interface Timeline {
  setRun(data: TimelineData, options?: { readonly narrow?: boolean }): void;
  show(step: number, world?: World): void;
  /** Around the playhead, which stays in place. */
  zoomIn(): void;
  zoomOut(): void;
  /** By a share of what is shown; negative: to the left. */
  pan(share: number): void;
  /** The host's size or the theme has changed. */
  resize(): void;
  /** For the slider that stands over the playhead, in px of the host. */
  xOf(step: number): number;
  stepOf(x: number): number;
  destroy(): void;
}

const zoomFactor = 1.5;
/** Fewer steps than this are never spread over the whole width. */
const leastSpan = 8;
/** Lanes and marks beyond which a canvas draws them. */
const mostSvgLanes = 24;
const mostSvgMarks = 4000;

/** What all lanes want; the page gives at most half. */
export function idealHeight(data: TimelineData): number {
  return laneTop + contentOf(data, groupsOf(data)) + footOf(data);
}

const groupsOf = (data: TimelineData): LaneGroup[] => (data.lanes.length > mostLanes ? groupLanes(data) : []);

function contentOf(data: TimelineData, groups: readonly LaneGroup[]): number {
  return groups.length > 0 ? heatHeight(groups) : data.lanes.length * pitchOf(data.lanes.length);
}

let serial = 0;

export function createTimeline(host: HTMLElement, callbacks: TimelineCallbacks): Timeline {
  const pen: Pen = { measure: createMeasure(host), scope: `timeline${++serial}` };
  const canvas = document.createElement('canvas');
  canvas.className = 'timeline-canvas';
  const painter = createPainter(host, canvas);
  const svg = select(host).append('svg').attr('class', 'timeline-picture drawing').attr('aria-hidden', 'true');
  svg.append(() => toElement(definitions(pen.scope)));
  const marks = svg.append('g');
  const overlay = svg.append('g');

  let data: TimelineData | undefined;
  let groups: readonly LaneGroup[] = [];
  let narrow = false;
  let step = 0;
  let world: World | undefined;
  let range = { from: 0, to: 1 };
  let scroll = 0;
  let hovered = -1;

  // Read once: asking for it after every drawing would lay the page out each time.
  let size = { width: 0, height: 0 };
  const readSize = (): void => {
    size = { width: host.clientWidth || 600, height: host.clientHeight || 200 };
  };

  const view = (d: TimelineData): TimelineView =>
    narrow ? stripView(size.width, range) : viewOf(d, contentOf(d, groups), pitchOf(d.lanes.length), size, range, scroll);

  const drawMarks = (): void => {
    if (!data) return;
    const v = view(data);
    svg.attr('width', v.width).attr('height', size.height);
    const shapes = narrow ? stripMarks(data, v) : marksOf(data, groups, v, pen);
    if (painter && (data.lanes.length > mostSvgLanes || shapes.length > mostSvgMarks)) {
      if (!canvas.isConnected) host.prepend(canvas);
      painter.paint(shapes, v.width, size.height);
      draw(marks.node() ?? host, []);
    } else {
      canvas.remove();
      draw(marks.node() ?? host, shapes);
    }
  };
  const drawOverlay = (): void => {
    if (!data) return;
    const v = view(data);
    const shapes: Shape[] = narrow ? stripOverlay(data, v, step) : overlayOf(data, groups, v, { step, world, hovered }, pen);
    draw(overlay.node() ?? host, shapes);
  };
  const redraw = (): void => {
    drawMarks();
    drawOverlay();
  };

  /** Keeps the range inside the run, and wide enough to read. */
  const setRange = (from: number, to: number): void => {
    if (!data) return;
    const whole = wholeRange(data);
    const span = Math.min(whole.to, Math.max(Math.min(leastSpan, whole.to), to - from));
    const start = Math.min(Math.max(0, from), whole.to - span);
    range = { from: start, to: start + span };
    redraw();
  };
  const zoomBy = (factor: number, at = step): void => {
    const share = Math.min(1, Math.max(0, (at - range.from) / (range.to - range.from)));
    const span = (range.to - range.from) / factor;
    setRange(at - share * span, at - share * span + span);
  };

  const seekAt = (x: number): void => {
    if (!data) return;
    const wanted = Math.round(stepOf(view(data), x));
    callbacks.onSeek(Math.min(data.steps, Math.max(0, wanted)));
  };
  const choiceUnder = (x: number, y: number): Choice | undefined => {
    if (!data || narrow || y < rulerHeight || y >= laneTop - 4) return undefined;
    const v = view(data);
    return x >= v.left - 8 ? choiceAt(data.choices, v, x) : undefined;
  };
  const laneUnder = (x: number, y: number): number => {
    if (!data || narrow || groups.length > 0 || x > view(data).left - 8 || y < laneTop) return -1;
    const v = view(data);
    const i = Math.floor((y - v.top + v.scroll) / v.pitch);
    return i < data.lanes.length ? i : -1;
  };

  const node = svg.node();
  svg
    .on('pointerdown', (event: PointerEvent) => {
      if (!data || event.button !== 0) return;
      const [x, y] = pointer(event, node);
      const choice = choiceUnder(x, y);
      const lane = data.lanes[laneUnder(x, y)];
      if (choice) callbacks.onChoice(choice.event);
      else if (lane) callbacks.onSelect?.(lane.goroutine);
      else if (x >= view(data).left - 20) {
        node?.setPointerCapture(event.pointerId);
        seekAt(x);
      }
    })
    .on('pointermove', (event: PointerEvent) => {
      const [x, y] = pointer(event, node);
      if (node?.hasPointerCapture(event.pointerId)) return seekAt(x);
      hover(x, y);
    })
    .on('wheel', (event: WheelEvent) => {
      if (!data || narrow) return;
      if (event.ctrlKey) {
        event.preventDefault();
        return zoomBy(2 ** (-event.deltaY / 240), stepOf(view(data), pointer(event, node)[0]));
      }
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (sideways !== 0) {
        event.preventDefault();
        return setRange(range.from + (sideways * (range.to - range.from)) / 800, range.to + (sideways * (range.to - range.from)) / 800);
      }
      const next = view(data).scroll + event.deltaY;
      const before = view(data).scroll;
      scroll = next;
      scroll = view(data).scroll;
      if (scroll !== before) {
        event.preventDefault();
        redraw();
      }
    });

  const hover = (x: number, y: number): void => {
    const choice = choiceUnder(x, y);
    host.title = choice ? `Step ${choice.step}: ${choice.taken}, not ${choice.others.join(' or ')}. Click to try another.` : '';
    host.classList.toggle('over-choice', choice !== undefined);
    const lane = laneUnder(x, y);
    if (lane === hovered) return;
    hovered = lane;
    drawOverlay();
  };

  return {
    setRun(next, options = {}) {
      readSize();
      data = next;
      groups = groupsOf(next);
      narrow = options.narrow ?? false;
      range = wholeRange(next);
      scroll = 0;
      step = Math.min(step, next.steps);
      redraw();
    },
    show(next, at) {
      step = next;
      world = at;
      if (data && (step < range.from || step > range.to)) {
        const span = range.to - range.from;
        const from = step < range.from ? step - span * 0.1 : step - span * 0.9;
        setRange(from, from + span);
      } else drawOverlay();
    },
    zoomIn: () => zoomBy(zoomFactor),
    zoomOut: () => zoomBy(1 / zoomFactor),
    pan: (share) => setRange(range.from + share * (range.to - range.from), range.to + share * (range.to - range.from)),
    resize() {
      readSize();
      redraw();
    },
    xOf: (s) => (data ? xOf(view(data), s) : 0),
    stepOf: (x) => (data ? stepOf(view(data), x) : 0),
    destroy() {
      svg.remove();
      canvas.remove();
      host.classList.remove('over-choice');
    },
  };
}

/** From 0 to a little beyond the end, so that the last mark is seen. */
function wholeRange(data: TimelineData): { from: number; to: number } {
  return { from: 0, to: Math.max(1, data.steps * 1.015) };
}
