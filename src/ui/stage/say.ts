/** Accessible names of figures, as one would say them. */
import type { GraphObject } from '../model/graph.ts';
import type { ChannelView, ContextView, GoroutineView, World } from '../model/types.ts';

export const goroutineName = (g: GoroutineView): string => `goroutine ${g.name} #${g.id}, ${g.state === 'blocked' ? `blocked: ${g.word}` : g.word}`;
export const channelName = (c: ChannelView): string => `channel ${c.name}, ${c.capacity === 0 ? 'unbuffered' : `${c.buffer.length} of ${c.capacity}`}`;
export const contextName = (c: ContextView): string => `${c.kind}, ${c.err ? `canceled: ${c.err}` : 'live'}`;
export const objectName = (o: GraphObject, _world: World): string => `${o.typeName} ${o.name}`;
export const clockName = (world: World): string => `clock, ${world.now}`;
