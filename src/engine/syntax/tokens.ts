/** Go's tokens. A token is named by its own spelling; the classes with many members (names, literals, operators) share one name. */
import type { BinaryOp, UnaryOp } from './nodes.ts';

export type Keyword =
  | 'break' | 'case' | 'chan' | 'const' | 'continue' | 'default' | 'defer' | 'else' | 'fallthrough' | 'for' | 'func' | 'go' | 'goto'
  | 'if' | 'import' | 'interface' | 'map' | 'package' | 'range' | 'return' | 'select' | 'struct' | 'switch' | 'type' | 'var';

/**
 * `operator` is any unary or binary operator but `*` and `<-`, which also begin types; `assignOp` is `op=`, `incOp` is `++` or `--`.
 * Which operator it is stands in `Scanner.op`.
 */
export type Token =
  | 'EOF' | 'name' | 'literal' | 'operator' | 'assignOp' | 'incOp'
  | '=' | ':=' | '<-' | '*' | '(' | '[' | '{' | ')' | ']' | '}' | ',' | ';' | ':' | '.' | '...' | Keyword;

export type Operator = BinaryOp | UnaryOp;

const keywordList: readonly Keyword[] = [
  'break', 'case', 'chan', 'const', 'continue', 'default', 'defer', 'else', 'fallthrough', 'for', 'func', 'go', 'goto', 'if', 'import',
  'interface', 'map', 'package', 'range', 'return', 'select', 'struct', 'switch', 'type', 'var',
];
export const keywords: ReadonlyMap<string, Keyword> = new Map(keywordList.map((word) => [word, word]));

/** Tokens after which a newline or the end of the file ends the statement (specification, "Semicolons"). */
export const endsStatement: ReadonlySet<Token> = new Set<Token>([
  'name', 'literal', 'incOp', ')', ']', '}', 'break', 'continue', 'fallthrough', 'return',
]);

export const noPrecedence = 0;

/** Binary precedence, 1 (lowest) to 5; operators that are only unary have none. */
export const precedence: { readonly [op in Operator]: number } = {
  '||': 1,
  '&&': 2,
  '==': 3, '!=': 3, '<': 3, '<=': 3, '>': 3, '>=': 3,
  '+': 4, '-': 4, '|': 4, '^': 4,
  '*': 5, '/': 5, '%': 5, '<<': 5, '>>': 5, '&': 5, '&^': 5,
  '!': noPrecedence, '~': noPrecedence, '<-': noPrecedence,
};

/** How gc's messages call a token that was expected or came unexpectedly. */
export function tokenName(tok: Token): string {
  if (tok === ',') return 'comma';
  if (tok === ';') return 'semicolon or newline';
  return keywords.has(tok) ? `keyword ${tok}` : tok;
}
