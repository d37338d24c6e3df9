/** The goroutine or object that a person looks at. At most one. */
import { createStore } from 'zustand/vanilla';

export type Selected = { readonly kind: 'none' } | { readonly kind: 'goroutine' | 'object'; readonly id: number };

const none: Selected = { kind: 'none' };
export const selectionStore = createStore<{ readonly selected: Selected }>(() => ({ selected: none }));

export function selectGoroutine(id: number): void {
  selectionStore.setState({ selected: { kind: 'goroutine', id } });
}
export function selectObject(id: number): void {
  selectionStore.setState({ selected: { kind: 'object', id } });
}
export function clearSelection(): void {
  selectionStore.setState({ selected: none });
}
/** A second click on the same thing lets go of it. */
export function toggleGoroutine(id: number): void {
  const { selected } = selectionStore.getState();
  if (selected.kind === 'goroutine' && selected.id === id) clearSelection();
  else selectGoroutine(id);
}
export function toggleObject(id: number): void {
  const { selected } = selectionStore.getState();
  if (selected.kind === 'object' && selected.id === id) clearSelection();
  else selectObject(id);
}
