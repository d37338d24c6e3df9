/**
 * A channel is a pipe: its sending mouth on the left at (0, 0), values leave on the right, the front of the queue is rightmost.
 *
 *    parked senders  ( [ 4 | 3 | 2 | 1 ] )  parked receivers
 *    first in line nearest              hand open
 *
 * On the way back it is mirrored: senders on the right, the front of the queue leftmost.
 */
import { channelHeight as height, slotPitch as pitch } from '../../model/layout/sizes.ts';
import type { ChannelView } from '../../model/types.ts';
import { badge } from '../../shared/figures/badge.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { hueOf } from '../../shared/figures/states.ts';
import { el, path, rect } from '../../shared/figures/svg.ts';
import type { Attributes, Shape } from '../../shared/figures/svg.ts';
import { end, fit, fitted, middle, text } from '../../shared/figures/text.ts';
import { token, tokenWidth } from '../../shared/figures/token.ts';

export interface ChannelOptions {
  /** Width of the pipe. */
  readonly w: number;
  /** More slots than are drawn: a level instead. */
  readonly meter: boolean;
  /** Mirrored: the sending mouth is on the right. */
  readonly flipped: boolean;
  /** A step just touched it: its walls are lit. */
  readonly lit: boolean;
  /** Parked goroutines drawn on each side; beyond, their number. */
  readonly senderRoom: number;
  readonly receiverRoom: number;
  /** Room for the words above: from the mouth rightwards. */
  readonly labelWidth: number;
  /** All words in one line above. */
  readonly countBeside: boolean;
}

const slot: Attributes = { fill: 'none', stroke: 'var(--line)', 'stroke-width': 1.25, 'stroke-dasharray': '2 4' };
const wall = (lit: boolean): Attributes => ({
  stroke: lit ? 'var(--now)' : 'var(--line-2)',
  'stroke-width': 2,
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
});

export function channelFigure(view: ChannelView, options: ChannelOptions, pen: Pen): Shape {
  const walls = wall(options.lit);
  const pipe =
    view.capacity === 0 ? gate(view, options, walls) : options.meter ? level(view, options, walls) : slots(view, options, walls, pen);
  return el('g', {}, pipe, words(view, options, pen), senders(view, options, pen), receivers(view, options, pen));
}

/** Unbuffered: two leaves facing each other, the meeting place between them. */
function gate(view: ChannelView, { w, flipped }: ChannelOptions, walls: Attributes): Shape[] {
  const [t, b, m] = [-height / 2, height / 2, w / 2];
  return [
    path(`M0 ${t}H${m - 22}V${t + 12}M0 ${b}H${m - 22}V${b - 12}`, walls),
    path(`M${w} ${t}H${m + 22}V${t + 12}M${w} ${b}H${m + 22}V${b - 12}`, walls),
    view.closed ? rect((flipped ? w : 0) - 3, t - 3, 7, height + 6, 2.5, { fill: 'var(--line-2)' }) : rect(m - 14, -14, 28, 28, 7, slot),
  ];
}

function slots(view: ChannelView, { w, flipped }: ChannelOptions, walls: Attributes, pen: Pen): Shape[] {
  const [t, b] = [-height / 2, height / 2];
  const shapes = [rect(0, t, w, height, 0, { fill: 'var(--sunken)' })];
  const centre = (i: number): number => (flipped ? 6 + pitch / 2 + i * pitch : w - 6 - pitch / 2 - i * pitch);
  for (let i = view.buffer.length; i < view.capacity; i++) {
    shapes.push(rect(centre(i) - 14, -14, 28, 28, 7, { ...slot, opacity: view.closed ? 0.45 : undefined }));
  }
  if (view.closed && view.buffer.length === 0) shapes.push(...drained(w));
  view.buffer.forEach((v, i) => shapes.push(token(v, centre(i), 0, pen.measure, { max: 18 })));
  shapes.push(path(`M0 ${t}H${w}M0 ${b}H${w}`, walls), ...ends(view, w, flipped, walls));
  return shapes;
}

/** A long channel: the same pipe with a level. */
function level(view: ChannelView, { w, flipped }: ChannelOptions, walls: Attributes): Shape[] {
  const [t, b] = [-height / 2, height / 2];
  const full = ((w - 8) * view.buffer.length) / view.capacity;
  const front = view.buffer[0]?.lineage ?? 2;
  return [
    rect(0, t, w, height, 0, { fill: 'var(--sunken)' }),
    ...(full > 0
      ? [
          rect(flipped ? 4 : w - 4 - full, t + 6, full, height - 12, 5, {
            fill: `var(--v${front})`,
            stroke: `var(--v${front}-line)`,
            'stroke-width': 1.25,
          }),
        ]
      : []),
    path(`M0 ${t}H${w}M0 ${b}H${w}`, walls),
    ...ends(view, w, flipped, walls),
  ];
}

/** Both ends are round; closed: the sending one is capped. */
function ends(view: ChannelView, w: number, flipped: boolean, walls: Attributes): Shape[] {
  const [t, b] = [-height / 2, height / 2];
  const left = path(`M0 ${t}q-7 ${height / 2} 0 ${height}`, walls);
  const right = path(`M${w} ${t}q7 ${height / 2} 0 ${height}`, walls);
  if (!view.closed) return [left, right];
  const x = flipped ? w : 0;
  const out = flipped ? 1 : -1;
  return [
    flipped ? left : right,
    rect(x - 4, t - 3, 8, height + 6, 2.5, { fill: 'var(--line-2)' }),
    path(`M${x + 12 * out} ${t + 8}V${b - 8}`, { ...walls, 'stroke-width': 2.5 }),
  ];
}

function drained(w: number): Shape[] {
  const words = w >= 96 ? '0, false' : '0';
  const half = w >= 96 ? 42 : 12;
  return [rect(w / 2 - half, -11, 2 * half, 22, 0, { fill: 'var(--sunken)' }), text(w / 2, 4.5, words, 'aside', middle)];
}

export function channelCount(view: ChannelView): string {
  const count = view.capacity === 0 ? 'unbuffered' : `${view.buffer.length} / ${view.capacity}`;
  return view.closed ? `${count} · closed` : count;
}

/** Name and type above the mouth, the count at the right end, or below where there is no room. */
function words(view: ChannelView, options: ChannelOptions, pen: Pen): Shape[] {
  const { measure } = pen;
  const above = -height / 2 - 12;
  const below = height / 2 + 20;
  const count = channelCount(view);
  const name = fit(view.name, 'channel', options.labelWidth, measure);
  const type = `chan ${view.elemType}`;
  const typeRoom = options.labelWidth - name.width - 8;
  const shapes = [fitted(0, above, view.name, 'channel', options.labelWidth, measure)];
  let used = name.width;
  if (view.elemType !== '' && measure(type, 'aside') * 0.85 <= typeRoom) {
    shapes.push(fitted(name.width + 8, above, type, 'aside', typeRoom, measure));
    used += 8 + Math.min(typeRoom, measure(type, 'aside'));
  }
  // The longest the count can become decides its place, so that it never moves.
  const longest = view.capacity === 0 ? 'unbuffered · closed' : `${view.capacity} / ${view.capacity} · closed`;
  if (view.capacity > 0 && used + 12 + measure(longest, 'note') <= options.w) shapes.push(text(options.w, above, count, 'note', end));
  else if (options.countBeside) shapes.push(text(used + 12, above, count, 'note'));
  else shapes.push(text(0, below, count, 'note'));
  const unseen = waiting(view, options);
  if (unseen !== '')
    shapes.push(text(0, below + (view.capacity > 0 && used + 12 + measure(longest, 'note') <= options.w ? 0 : 18), unseen, 'note'));
  return shapes;
}

/** In a crowd who is parked is counted, on each side. */
function waiting(view: ChannelView, options: ChannelOptions): string {
  const parked = (options.senderRoom === 0 ? view.senders.length : 0) + (options.receiverRoom === 0 ? view.receivers.length : 0);
  return parked > 0 && !options.countBeside ? `${parked} waiting` : '';
}

function senders(view: ChannelView, options: ChannelOptions, pen: Pen): Shape[] {
  const out = options.flipped ? 1 : -1;
  const shapes: Shape[] = [];
  const shown = Math.min(view.senders.length, options.senderRoom);
  let x = options.flipped ? options.w + 8 : -8;
  for (const sender of view.senders.slice(0, shown)) {
    const w = tokenWidth(sender.value.text, pen.measure, 28, 30);
    shapes.push(
      badge(sender.goroutine, x + out * (w + 12), 0, pen.measure, { hollow: true }),
      token(sender.value, x + (out * w) / 2, 0, pen.measure, { max: 30 }),
    );
    x += out * (w + 32);
  }
  return more(shapes, view.senders.length - shown, x - (options.flipped ? 4 : 18));
}

function receivers(view: ChannelView, options: ChannelOptions, pen: Pen): Shape[] {
  const out = options.flipped ? -1 : 1;
  const start = options.flipped ? 0 : options.w;
  const shapes: Shape[] = [];
  const shown = Math.min(view.receivers.length, options.receiverRoom);
  view.receivers.slice(0, shown).forEach((goroutine, i) => {
    const x = start + out * (26 + i * 66);
    shapes.push(
      rect(x - 14, -14, 28, 28, 7, { fill: 'none', stroke: hueOf(goroutine), 'stroke-width': 1.5, 'stroke-dasharray': '3 3' }),
      badge(goroutine, x + out * 29, 0, pen.measure, { hollow: true }),
    );
  });
  const x = start + out * (16 + shown * 66);
  return more(shapes, view.receivers.length - shown, options.flipped ? x - 20 : x);
}

/** Where there is room for none, cards show what they hold. */
function more(shapes: Shape[], hidden: number, x: number): Shape[] {
  return hidden > 0 && shapes.length > 0 ? [...shapes, text(x, 4.5, `+${hidden}`, 'note')] : shapes;
}

/** A nil channel: blocks for ever. */
export function nilChannel(name: string, pen: Pen): Shape {
  const t = -height / 2;
  return el(
    'g',
    {},
    fitted(0, t - 12, name, 'channel', 84, pen.measure),
    text(108, t - 12, 'nil', 'note', end),
    rect(0, t, 108, height, 10, { fill: 'none', stroke: 'var(--line)', 'stroke-width': 1.75, 'stroke-dasharray': '5 5' }),
    text(54, 4.5, 'nil', 'aside', middle),
  );
}
