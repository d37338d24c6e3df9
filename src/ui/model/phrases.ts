/** The small change of sentences: parts, numbers, plurals, lists. */
import type { NarrationPart, Token } from './types.ts';
import { countText } from './count.ts';

export type Phrase = readonly NarrationPart[];

export const strong = (text: string): NarrationPart => ({ kind: 'strong', text });
export const plain = (text: string): NarrationPart => ({ kind: 'text', text });
export const code = (text: string): NarrationPart => ({ kind: 'code', text });
export const value = (token: Token): NarrationPart => ({ kind: 'token', token });

/** What a screen reader speaks: the same words without marks. */
export function phraseText(phrase: Phrase): string {
  return phrase.map((part) => (part.kind === 'token' ? part.token.text : part.text)).join('');
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "four", "1,204" */
export function numberWord(n: number): string {
  return words[n] ?? countText(n);
}

/** "four values", "one value", "no values" */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${numberWord(n)} ${n === 1 ? noun : plural}`;
}

/** "8 steps", "1 step": in digits, for distances. */
export function measured(n: number, noun: string): string {
  return `${countText(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** "2, 3 and 4", "1 or 2"; beyond `most`: "2, 3, 4 and 9 others". */
export function listed(items: readonly string[], conjunction: 'and' | 'or' = 'and', most = 4): string {
  if (items.length === 0) return '';
  if (items.length === 1) return items[0] ?? '';
  if (items.length <= most) return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
  const shown = items.slice(0, most - 1);
  return `${shown.join(', ')} ${conjunction} ${measured(items.length - shown.length, 'other')}`;
}

/** "goroutine 2", "goroutines 2, 3 and 4" */
export function goroutines(ids: readonly number[]): string {
  return `goroutine${ids.length === 1 ? '' : 's'} ${listed(ids.map(String))}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence of a list of clauses: empty ones are left out, each begins with a capital and ends with a full stop. */
export function sentences(clauses: readonly string[]): string {
  return clauses
    .filter((clause) => clause !== '')
    .map((clause) => `${capital(clause)}${/[.!?]$/.test(clause) ? '' : '.'}`)
    .join(' ');
}

/** "int channel": an article that fits. */
export function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}
