/** Messages that stay until they are dismissed: a bad link, a failed export, an old browser. */
import { createStore } from 'zustand/vanilla';

export interface Alert {
  readonly id: number;
  /** What happened, in a few words. */
  readonly title: string;
  /** Where, and what to do. */
  readonly text: string;
  readonly tone: 'bad' | 'plain';
}

export const alertStore = createStore<{ readonly alerts: readonly Alert[] }>(() => ({ alerts: [] }));
let last = 0;

/** The same message is not shown twice. */
export function alertOnce(title: string, text: string, tone: Alert['tone'] = 'bad'): void {
  const { alerts } = alertStore.getState();
  if (alerts.some((alert) => alert.title === title && alert.text === text)) return;
  alertStore.setState({ alerts: [...alerts, { id: ++last, title, text, tone }] });
}

export function dismiss(id: number): void {
  alertStore.setState(({ alerts }) => ({ alerts: alerts.filter((alert) => alert.id !== id) }));
}
