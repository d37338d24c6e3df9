/** Which panels and dialogs are open. */
import { createStore } from 'zustand/vanilla';

export const dockTabs = ['Console', 'Lesson', 'Goroutines', 'Channels', 'Contexts', 'Diagnosis', 'Explore'] as const;
export type DockTab = (typeof dockTabs)[number];
export const leftTabs: readonly DockTab[] = ['Console', 'Lesson'];
export const rightTabs: readonly DockTab[] = ['Goroutines', 'Channels', 'Contexts', 'Diagnosis', 'Explore'];

export const phoneViews = ['Code', 'Stage', 'Timeline', 'Console', 'More'] as const;
export type PhoneView = (typeof phoneViews)[number];
/** What a phone shows under More. */
export const moreTabs: readonly DockTab[] = ['Goroutines', 'Channels', 'Contexts', 'Diagnosis', 'Explore', 'Lesson'];

export type DialogName = 'share' | 'keys' | 'settings' | 'palette' | 'choice';

export interface View {
  readonly left: DockTab;
  readonly right: DockTab;
  readonly phone: PhoneView;
  readonly more: DockTab;
  readonly dialog: DialogName | undefined;
  /** The event of the choice that the dialog `choice` is about. */
  readonly choice: number;
}

export const viewStore = createStore<View>(() => ({
  left: 'Console',
  right: 'Goroutines',
  phone: 'Stage',
  more: 'Goroutines',
  dialog: undefined,
  choice: 0,
}));

export function openTab(tab: DockTab): void {
  if (leftTabs.includes(tab)) viewStore.setState({ left: tab });
  else viewStore.setState({ right: tab });
  if (moreTabs.includes(tab)) viewStore.setState({ more: tab });
}
/** Shows a tab on a phone too, where it may be behind another view. */
export function revealTab(tab: DockTab): void {
  openTab(tab);
  viewStore.setState({ phone: tab === 'Console' ? 'Console' : 'More' });
}
export function openPhoneView(phone: PhoneView): void {
  viewStore.setState({ phone });
}
export function openDialog(dialog: DialogName): void {
  viewStore.setState({ dialog });
}
export function openChoice(event: number): void {
  viewStore.setState({ dialog: 'choice', choice: event });
}
export function closeDialog(): void {
  viewStore.setState({ dialog: undefined });
}
