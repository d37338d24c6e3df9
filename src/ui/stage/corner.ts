/** What stays in the stage's corner however the picture is moved: the virtual clock with its timers, and how the run ended. */
import type { Verdict, VerdictKind } from '../../engine/trace/trace.ts';
import type { StageLayout } from '../model/layout/types.ts';
import type { World } from '../model/types.ts';
import { glyph } from '../shared/figures/glyph.ts';
import type { Pen } from '../shared/figures/pen.ts';
import { rect } from '../shared/figures/svg.ts';
import { fitted } from '../shared/figures/text.ts';
import { clockFigure } from './figures/time.ts';
import { clockName } from './say.ts';
import type { Item } from './scene.ts';

const still = { select: undefined, chosen: false, veiled: false } as const;

/** `width`: of the stage, in CSS pixels. */
export function fixedItems(layout: StageLayout, world: World, width: number, verdict: Verdict | undefined, pen: Pen): Item[] {
  const words = world.ended && !layout.narrow ? bannerWords(verdict) : '';
  return [clockItem(layout, world, pen), ...(words === '' ? [] : [bannerItem(layout, words, width, pen)])];
}

/** On paper of its own, for the picture may be moved under it; on a phone, where that is usual, from edge to edge. */
function clockItem({ clock, narrow, width }: StageLayout, world: World, pen: Pen): Item {
  const { at, box, ruler } = clock;
  const paper = rect(-at[0], -at[1], narrow ? 2 * width : box.x + box.w, box.y + box.h, 0, { fill: 'var(--stage)', opacity: 0.9 });
  return { key: 'clock', at, label: clockName(world), shapes: [paper, ...clockFigure(world.now, world.timers, ruler, pen)], ...still };
}

/** Ends that the stage tells, in Go's words where it has some; the others are told in the narration. */
const told: Partial<Record<VerdictKind, string>> = {
  panic: '',
  fatal: '',
  deadlock: '',
  livelock: 'livelock: runs for ever without progress',
};

function bannerWords(verdict: Verdict | undefined): string {
  const words = verdict && told[verdict.kind];
  return words === '' ? (verdict?.stderr.split('\n')[0] ?? '') : (words ?? '');
}

/** The page's buttons stand over the stage's top right corner. */
const toolsWidth = 56;

function bannerItem(layout: StageLayout, words: string, width: number, pen: Pen): Item {
  const { box } = layout.clock;
  const x = box.x + box.w + 24;
  const room = width - x - toolsWidth - 66;
  const w = Math.min(room, pen.measure(words, 'code'));
  return {
    key: 'banner',
    at: [x, 16],
    label: words,
    shapes: [
      rect(0, 0, w + 50, 32, 8, { fill: 'var(--bad-soft)' }),
      glyph('stuck', 18, 16),
      fitted(34, 20.5, words, 'code', room, pen.measure, { fill: 'var(--bad)', 'font-weight': 600 }),
    ],
    ...still,
  };
}
