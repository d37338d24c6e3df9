/** A world seen from afar: views of what stands for several goroutines or channels. */
import { baseName } from '../model/layout/groups.ts';
import type { GroupPlace, StageLayout } from '../model/layout/types.ts';
import type { ChannelView, GoroutineView, World } from '../model/types.ts';
import type { GroupView } from './figures/group.ts';

export function groupView(place: GroupPlace, goroutines: ReadonlyMap<number, GoroutineView>): GroupView {
  const members = place.members.map((m) => goroutines.get(m.id));
  return { members, origin: `by ${goroutines.get(place.first.createdBy)?.name ?? `goroutine ${place.first.createdBy}`}` };
}

/** Channels of one place as one pipe that holds what they hold together. */
export function pooledChannels(layout: StageLayout, world: World): ChannelView[] {
  if (layout.objectGroups.size === 0) return [...world.channels];
  const pools = new Map<number, ChannelView[]>();
  const single: ChannelView[] = [];
  for (const c of world.channels) {
    const first = layout.standIn.object(c.id);
    if (layout.objectGroups.has(first)) pools.set(first, [...(pools.get(first) ?? []), c]);
    else single.push(c);
  }
  return [...single, ...[...pools].map(([first, members]) => pool(first, members, layout.objectGroups.get(first)?.length ?? 0))];
}

function pool(id: number, members: readonly ChannelView[], all: number): ChannelView {
  const name = baseName(members[0]?.name ?? '');
  return {
    id,
    name: `${name} × ${all}`,
    elemType: members[0]?.elemType ?? '',
    capacity: members.reduce((sum, m) => sum + m.capacity, 0),
    closed: members.length > 0 && members.every((m) => m.closed),
    buffer: members.flatMap((m) => m.buffer),
    senders: members.flatMap((m) => m.senders),
    receivers: members.flatMap((m) => m.receivers),
    madeAt: Math.min(...members.map((m) => m.madeAt)),
  };
}
