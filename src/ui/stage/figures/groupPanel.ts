/** A group opened in place, over the stage: its members one by one, by number, each to be chosen. */
import type { GroupPlace } from '../../model/layout/types.ts';
import type { Point } from '../../model/layout/geometry.ts';
import type { GoroutineView } from '../../model/types.ts';
import { badge } from '../../shared/figures/badge.ts';
import { glyph } from '../../shared/figures/glyph.ts';
import type { Pen } from '../../shared/figures/pen.ts';
import { isHollow } from '../../shared/figures/states.ts';
import { path, rect } from '../../shared/figures/svg.ts';
import type { Shape } from '../../shared/figures/svg.ts';
import { fitted, text } from '../../shared/figures/text.ts';
import { countText } from '../../model/count.ts';

const columns = 6;
const pitchX = 72;
const pitchY = 32;
const top = 40;
const inset = 16;
/** More than a screenful is for the table. */
const mostMembers = 60;

export const shownMembers = (place: GroupPlace): GroupPlace['members'] => place.members.slice(0, mostMembers);

export function panelShapes(place: GroupPlace, pen: Pen): Shape[] {
  const shown = shownMembers(place).length;
  const hidden = place.members.length - shown;
  const w = inset * 2 + columns * pitchX;
  const h = top + Math.ceil(shown / columns) * pitchY + (hidden > 0 ? 28 : 8);
  return [
    rect(0, 0, w, h, 14, { fill: 'var(--raised)', stroke: 'var(--line-2)', 'stroke-width': 1.25, class: 'floating' }),
    fitted(inset, 24, `${place.first.name} × ${place.members.length}`, 'name', w - 64, pen.measure),
    chevron(w - 26, 22, true),
    ...(hidden > 0 ? [text(inset, h - 12, `and ${countText(hidden)} more in the table of goroutines`, 'note')] : []),
  ];
}

/** Down: opens; up: closes. */
export function chevron(x: number, y: number, open: boolean): Shape {
  const d = open ? `M${x} ${y}l5 -5l5 5` : `M${x} ${y - 5}l5 5l5 -5`;
  return path(d, { stroke: 'var(--line-2)', 'stroke-width': 1.75, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
}

/** Middle of a member's badge, in the panel. */
export const memberAt = (index: number): Point => [
  inset + 18 + (index % columns) * pitchX,
  top + 14 + Math.floor(index / columns) * pitchY,
];

export function memberShapes(id: number, view: GoroutineView | undefined, pen: Pen): Shape[] {
  const hollow = !view || isHollow(view.state);
  return [
    rect(-20, -14, pitchX - 4, 28, 8, { fill: 'var(--raised)' }),
    badge(id, 0, 0, pen.measure, { r: 11, hollow, faded: !view || view.state === 'dead' }),
    ...(view ? [glyph(view.state, 32, 0, 0.9)] : []),
  ];
}
