/** select: a fan of its cases from the origin to the right; ready ones solid, the chosen one lit, `default` a side exit. */
import { fanPill, fanPitch, fanStem as stem } from '../../model/layout/fans.ts';
import type { SelectView } from '../../model/types.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { circle, path, rect } from '../../shared/figures/svg.ts';
import type { Shape } from '../../shared/figures/svg.ts';
import { fitted, text } from '../../shared/figures/text.ts';

interface Road {
  readonly words: string;
  readonly state: 'chosen' | 'ready' | 'closed';
  readonly isDefault: boolean;
}

function roadsOf(view: SelectView): Road[] {
  const cases = view.cases.map((c): Road => {
    const words = c.send ? `${c.channelName} <- ${c.value || '…'}` : `<-${c.channelName}`;
    return { words, state: c.chosen ? 'chosen' : c.ready ? 'ready' : 'closed', isDefault: false };
  });
  return view.hasDefault ? [...cases, { words: 'default', state: view.defaultChosen ? 'chosen' : 'closed', isDefault: true }] : cases;
}

/** "<-jobs ready, <-ctx.Done() chosen" */
export const selectWords = (view: SelectView): string =>
  roadsOf(view)
    .map((road) => `${road.words} ${road.state === 'closed' ? 'not ready' : road.state}`)
    .join(', ');

const pill = (roads: readonly Road[], pen: Pen): number =>
  Math.min(fanPill, Math.max(96, ...roads.map((road) => Math.ceil(pen.measure(road.words, 'code')) + 32)));

const inks = { chosen: 'var(--now)', ready: 'var(--runnable)', closed: 'var(--line)' } as const;

export function selectFan(view: SelectView, pen: Pen): Shape[] {
  const roads = roadsOf(view);
  const w = pill(roads, pen);
  const top = -((roads.length - 1) * fanPitch) / 2;
  return [...roads.flatMap((road, i) => branch(road, top + i * fanPitch, w, pen)), circle(0, 0, 5, { fill: 'var(--line-2)' })];
}

function branch(road: Road, y: number, w: number, pen: Pen): Shape[] {
  const ink = inks[road.state];
  const chosen = road.state === 'chosen';
  const dash = road.state === 'closed' ? '2 4' : undefined;
  const way = road.isDefault && y > 10 ? `M0 0V${y - 10}a10 10 0 0 0 10 10H${stem}` : `M0 0C28 0 20 ${y} ${stem} ${y}`;
  const word = road.isDefault ? 'side exit' : chosen ? 'chosen' : road.state === 'ready' ? 'ready' : 'not ready';
  const quiet = road.state === 'closed' ? 'var(--text-3)' : undefined;
  return [
    path(way, { stroke: ink, 'stroke-width': chosen ? 3 : 1.75, 'stroke-dasharray': dash, 'stroke-linecap': 'round' }),
    rect(stem, y - 15, w, 30, 15, {
      fill: chosen ? 'var(--now-soft)' : 'var(--surface)',
      stroke: ink,
      'stroke-width': chosen ? 2 : 1.25,
      'stroke-dasharray': road.isDefault ? undefined : dash,
    }),
    fitted(stem + 16, y + 4.5, road.words, 'code', w - 28, pen.measure, quiet ? { fill: quiet } : {}),
    text(stem + w + 12, y + 4.5, word, 'state', { fill: quiet ?? ink }),
  ];
}
