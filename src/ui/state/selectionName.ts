import { goroutineLabel, runGraph } from '../model/index.ts';
import type { Model } from '../model/types.ts';
import type { Selected } from './selection.ts';

/** "worker #3", "jobs", "ctx"; empty for what this recording does not have. */
export function nameOfSelected(model: Model, selected: Exclude<Selected, { kind: 'none' }>): string {
  const graph = runGraph(model);
  const has = ({ id }: { readonly id: number }) => id === selected.id;
  if (selected.kind === 'object') return (graph.objects.find(has) ?? graph.contexts.find(has))?.name ?? '';
  const goroutine = graph.goroutines.find(has);
  return goroutine ? goroutineLabel(goroutine) : '';
}
