/** How much room each figure takes around its middle, words and longest queue included. */
import type { GraphObject } from '../graph.ts';
import type { FontName, Measure } from './fonts.ts';
import type { Box, Point } from './geometry.ts';
import { captionWidth } from './sizes.ts';

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
/** Words beside the figure, below it, or below it without the kind where room is short. */
export type Caption = 'right' | 'below' | 'name';

export const boxAt = (at: Point, e: Extent): Box => ({ x: at[0] - e.left, y: at[1] - e.top, w: e.left + e.right, h: e.top + e.bottom });

const shown = (words: string, font: FontName, measure: Measure): number => Math.min(captionWidth, measure(words, font));

/** Of the figure alone: where edges end. */
export function bodyExtent(object: GraphObject): Extent {
  switch (object.kind) {
    case 'waitgroup':
    case 'errgroup':
      return { left: 27, right: 27, top: 27, bottom: 27 };
    case 'mutex':
      return { left: 23, right: 23, top: 42, bottom: 21 };
    case 'rwmutex':
      return { left: 50, right: 50, top: 40, bottom: 21 };
    case 'semaphore':
      return { left: 29, right: 29, top: 16, bottom: 16 };
    case 'timer':
      return { left: 22, right: 22, top: 22, bottom: 22 };
    case 'cond':
      return { left: 16, right: 20, top: 19, bottom: 18 };
    case 'once':
    case 'atomic':
    case 'channel':
    case 'context':
      return { left: 26, right: 26, top: 26, bottom: 26 };
  }
}

/** The kind as written under the name. */
export function kindWords(object: GraphObject): string {
  return object.kind === 'errgroup' ? 'errgroup' : object.typeName;
}

const queuePitch = 28;
const mostQueued = 4;
const queueWidth = (waiting: number): number => (waiting === 0 ? 0 : Math.min(waiting, mostQueued) * queuePitch + 6);

/** With words and queue. */
export function fullExtent(object: GraphObject, caption: Caption, measure: Measure): Extent {
  const body = bodyExtent(object);
  const name = shown(object.name, 'channel', measure);
  const widest = caption === 'name' ? name : Math.max(name, shown(captionKind(object), 'note', measure));
  if (caption === 'right') return { ...body, right: 24 + 16 + widest };
  const words = {
    left: Math.max(body.left, widest / 2),
    right: Math.max(body.right, widest / 2),
    top: body.top,
    bottom: captionDrop(object) + (caption === 'name' ? 5 : 22),
  };
  return { ...words, right: Math.max(words.right, besideWidth(object, measure)) };
}

/** Once writes its state, a timer what is left, under the name. */
function captionKind(object: GraphObject): string {
  if (object.kind === 'once') return 'Once, running';
  if (object.kind === 'timer') return '00.000 s left';
  return kindWords(object);
}
function captionDrop(object: GraphObject): number {
  const drops: Partial<Record<GraphObject['kind'], number>> = { mutex: 41, rwmutex: 41, semaphore: 41, timer: 42 };
  return drops[object.kind] ?? 46;
}

function besideWidth(object: GraphObject, measure: Measure): number {
  if (object.kind === 'atomic') return 36 + shown('CAS 00→00', 'code', measure);
  if (object.kind === 'errgroup') return 30 + Math.min(captionWidth, 120) + 20;
  if (object.kind === 'rwmutex') return 50 + Math.min(object.peakWaiting, mostQueued) * 46;
  const queues = object.kind === 'mutex' || object.kind === 'once' || object.kind === 'cond' || object.kind === 'semaphore';
  return queues && object.peakWaiting > 0 ? bodyExtent(object).right + 8 + queueWidth(object.peakWaiting) : 0;
}
