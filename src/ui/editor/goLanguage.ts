/** Go for Monaco, in the same five tones as the text that stands there before it. */
import type * as Monaco from 'monaco-editor/editor';
import { keywords } from './goWords.ts';

let registered = false;

export function registerGo(monaco: typeof Monaco): void {
  if (registered) return;
  registered = true;
  monaco.languages.register({ id: 'go', extensions: ['.go'] });
  monaco.languages.setLanguageConfiguration('go', configuration);
  monaco.languages.setMonarchTokensProvider('go', tokens);
}

const pairs = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
] as [string, string][];
const closing = [...pairs, ['"', '"'], ['`', '`'], ["'", "'"]].map(([open = '', close = '']) => ({
  open,
  close,
  notIn: open === '"' || open === "'" ? ['string', 'comment'] : ['string'],
}));

const configuration: Monaco.languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: pairs,
  autoClosingPairs: closing,
  surroundingPairs: closing,
  onEnterRules: [{ beforeText: /^\s*(case\b.*|default):\s*$/, action: { indentAction: 1 satisfies Monaco.languages.IndentAction.Indent } }],
};

const tokens: Monaco.languages.IMonarchLanguage = {
  keywords: [...keywords],
  tokenizer: {
    root: [
      [/[a-zA-Z_]\w*(?=\()/, { cases: { '@keywords': 'keyword', '@default': 'function' } }],
      [/[a-zA-Z_]\w*/, { cases: { '@keywords': 'keyword', '@default': 'identifier' } }],
      [/\/\/.*$/, 'comment'],
      [/\/\*/, 'comment', '@comment'],
      [/0[xX][\da-fA-F_]+|0[bB][01_]+|\d[\d_]*(\.\d[\d_]*)?([eE][+-]?\d+)?i?/, 'number'],
      [/"(\\.|[^"\\])*"?/, 'string'],
      [/'(\\.|[^'\\])*'?/, 'string'],
      [/`/, 'string', '@raw'],
      [/[{}()[\]]/, '@brackets'],
    ],
    comment: [
      [/\*\//, 'comment', '@pop'],
      [/[^*]+|\*/, 'comment'],
    ],
    raw: [
      [/`/, 'string', '@pop'],
      [/[^`]+/, 'string'],
    ],
  },
};
