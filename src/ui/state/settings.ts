/** What a person has chosen for this browser. Kept in its storage where there is one. */
import { createStore } from 'zustand/vanilla';
import { readStored, writeStored } from './storage.ts';

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether keys without Ctrl or Alt do anything (WCAG 2.1.4: they can be turned off). */
  readonly singleKeys: boolean;
  /** Whether the program runs by itself after an edit. */
  readonly runOnEdit: boolean;
  /** Whether motion is shown: as the system says, or never. */
  readonly motion: 'system' | 'none';
  /** CSS pixels. */
  readonly fontSize: number;
}

export const defaultSettings: Settings = { theme: 'system', singleKeys: true, runOnEdit: true, motion: 'system', fontSize: 13 };
export const fontSizes = [12, 13, 14, 16, 18, 22] as const;

export const settingsStore = createStore<Settings>(() => defaultSettings);

export function changeSettings(change: Partial<Settings>): void {
  settingsStore.setState(change);
  writeStored('settings', JSON.stringify(settingsStore.getState()));
}

/** Reads what was stored; anything that is not a setting of ours is left out. */
export function restoreSettings(): void {
  settingsStore.setState(parseSettings(readStored('settings')));
}

export function parseSettings(stored: string | undefined): Settings {
  const found = parseRecord(stored);
  const pick = <K extends keyof Settings>(key: K, allowed: readonly Settings[K][]): Settings[K] =>
    allowed.find((value) => value === found[key]) ?? defaultSettings[key];
  return {
    theme: pick('theme', ['system', 'light', 'dark']),
    singleKeys: pick('singleKeys', [true, false]),
    runOnEdit: pick('runOnEdit', [true, false]),
    motion: pick('motion', ['system', 'none']),
    fontSize: pick('fontSize', fontSizes),
  };
}

function parseRecord(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Light → dark → as the system says. */
export function nextTheme(theme: Settings['theme']): Settings['theme'] {
  return theme === 'system' ? 'light' : theme === 'light' ? 'dark' : 'system';
}

export function motionReduced(): boolean {
  if (settingsStore.getState().motion === 'none') return true;
  return typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches;
}
