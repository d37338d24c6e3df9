/** Accessible names of figures that stand for what the run has not made yet. */
import type { GraphGoroutine, GraphObject } from '../model/graph.ts';

export const goroutineToCome = (g: GraphGoroutine): string => `goroutine ${g.name} #${g.id}, not yet started`;
export const objectToCome = (o: GraphObject): string => `${o.kind === 'channel' ? 'channel' : o.typeName} ${o.name}, not yet made`;
