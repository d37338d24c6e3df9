/**
 * The browser's storage, which may be missing, full or forbidden: reading then gives undefined, writing false. Everything kept is a
 * convenience; what may not be lost is told to the person by whoever called. Inside another page nothing is read and nothing kept.
 */
import { isEmbedded } from './embedded.ts';

const prefix = 'interleave.';

export function readStored(key: string): string | undefined {
  if (isEmbedded) return undefined;
  try {
    return globalThis.localStorage.getItem(prefix + key) ?? undefined;
  } catch {
    return undefined;
  }
}

export function writeStored(key: string, value: string): boolean {
  if (isEmbedded) return true;
  try {
    globalThis.localStorage.setItem(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}

export function removeStored(key: string): void {
  try {
    globalThis.localStorage.removeItem(prefix + key);
  } catch {
    // What cannot be read back need not be removed.
  }
}

/** For the sizes of panels. */
export const layoutStorage: Pick<Storage, 'getItem' | 'setItem'> = {
  getItem: (key) => readStored(key) ?? null,
  setItem: (key, value) => void writeStored(key, value),
};
