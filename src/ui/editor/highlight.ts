/** Go text in spans of five tones: comments, strings, keywords, numbers, functions. Works on whole text, so raw strings and comments may span lines. */
import { keywords } from './goWords.ts';
import type { CodeTone } from './goWords.ts';

export interface Span {
  readonly text: string;
  /** Empty: plain code. */
  readonly tone: CodeTone | '';
}

const tones: readonly CodeTone[] = ['c', 's', 'k', 'n', 'f'];
const words = new RegExp(
  [
    /(\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/.source,
    /("(?:\\.|[^"\\\n])*"?|`[^`]*`?|'(?:\\.|[^'\\\n])+'?)/.source,
    `\\b(${keywords.join('|')})\\b`,
    /\b(0[xX][\da-fA-F_]+|0[bB][01_]+|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?i?)\b/.source,
    /\b([A-Za-z_]\w*)(?=\()/.source,
  ].join('|'),
  'g',
);

/** One list of spans per line. */
export function highlightLines(text: string): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  for (const span of spans(text)) {
    span.text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, tone: span.tone });
    });
  }
  return lines;
}

function* spans(text: string): Generator<Span> {
  let at = 0;
  for (const match of text.matchAll(words)) {
    if (match.index > at) yield { text: text.slice(at, match.index), tone: '' };
    yield { text: match[0], tone: tones.find((_, index) => match[index + 1] !== undefined) ?? '' };
    at = match.index + match[0].length;
  }
  if (at < text.length) yield { text: text.slice(at), tone: '' };
}
