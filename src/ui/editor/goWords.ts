/** What the page's two highlighters know of Go's spelling: one for the text before the editor arrives, one for the editor. */
// prettier-ignore
export const keywords = [
  'break', 'case', 'chan', 'const', 'continue', 'default', 'defer', 'else', 'fallthrough', 'for', 'func', 'go', 'goto', 'if', 'import',
  'interface', 'map', 'package', 'range', 'return', 'select', 'struct', 'switch', 'type', 'var',
] as const;

export type CodeTone = 'k' | 's' | 'n' | 'f' | 'c';
