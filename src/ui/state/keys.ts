/**
 * Keys as text: modifiers and a key, joined by "+": "Mod+Enter", "Shift+ArrowLeft", "Space", "?". Mod is Command on Apple's machines and
 * Control elsewhere.
 */
const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

interface Combination {
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

function parse(text: string): Combination {
  const parts = text === '+' ? ['+'] : text.split('+');
  const key = parts.at(-1) ?? '';
  return { mod: parts.includes('Mod'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), key };
}

/** What a keydown event has to have for this. */
export interface KeyEvent {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export function matchesKey(event: KeyEvent, text: string): boolean {
  const wanted = parse(text);
  const mod = apple ? event.metaKey : event.ctrlKey;
  const otherMod = apple ? event.ctrlKey : event.metaKey;
  if (mod !== wanted.mod || otherMod || event.altKey !== wanted.alt) return false;
  if (isSymbol(wanted.key)) return event.key === wanted.key || (wanted.key === '+' && event.key === '=' && !event.shiftKey);
  if (event.shiftKey !== wanted.shift) return false;
  if (wanted.key === 'Space') return event.code === 'Space' || event.key === ' ';
  // Alt changes the character on some keyboards, so letters are then found by the place of the key.
  if (wanted.key.length === 1)
    return event.key.toLowerCase() === wanted.key.toLowerCase() || (wanted.alt && event.code === `Key${wanted.key.toUpperCase()}`);
  return event.key === wanted.key;
}

/** Whether it types a character: those may be switched off, and are never taken while a person types. */
export function isSingleKey(text: string): boolean {
  const { mod, alt, key } = parse(text);
  return !mod && !alt && key.length === 1;
}

/** Whether it goes with Control, Command or Alt, so that it may be taken even while a person types. */
export function isCombined(text: string): boolean {
  const { mod, alt } = parse(text);
  return mod || alt;
}

function isSymbol(key: string): boolean {
  return key.length === 1 && !/[a-z0-9]/i.test(key);
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Mod: apple ? '⌘' : 'Ctrl',
  Alt: apple ? '⌥' : 'Alt',
};

/** As printed on a keyboard: ["Ctrl", "Enter"]. */
export function keyCaps(text: string): readonly string[] {
  const parts = text === '+' ? ['+'] : text.split('+');
  return parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** For aria-keyshortcuts. */
export function ariaKeys(keys: readonly string[]): string {
  return keys.map((key) => key.replace('Mod', apple ? 'Meta' : 'Control')).join(' ');
}
