/**
 * Function bodies that are parsed only when they are asked for: of a library few functions are used, and most of its text is bodies.
 * Only for sources known to be correct: mistakes in a body show when it is parsed, and not as diagnostics.
 */
import type { BlockStmt, FuncDecl } from './nodes.ts';

type Head = Omit<FuncDecl, 'hasBody' | 'body'>;

/** A declaration whose body `parse` makes, once. */
export class LateFuncDecl implements FuncDecl {
  readonly kind = 'FuncDecl';
  readonly pos: FuncDecl['pos'];
  readonly end: FuncDecl['end'];
  readonly recv: FuncDecl['recv'];
  readonly name: FuncDecl['name'];
  readonly type: FuncDecl['type'];
  readonly doc: string;
  readonly hasBody = true;
  private readonly parse: () => BlockStmt;
  private parsed: BlockStmt | undefined;

  constructor({ pos, end, recv, name, type, doc }: Head, parse: () => BlockStmt) {
    this.pos = pos;
    this.end = end;
    this.recv = recv;
    this.name = name;
    this.type = type;
    this.doc = doc;
    this.parse = parse;
  }

  get body(): BlockStmt {
    this.parsed ??= this.parse();
    return this.parsed;
  }
}

const [quote, backquote, apostrophe, backslash, slash, star, open, close] = Array.from('"`\'\\/*{}', (c) => c.charCodeAt(0));

/** Where the `}` stands that belongs to the `{` at `start`; braces in literals and comments are none. The text is correct Go. */
export function closingBrace(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === open) depth++;
    else if (c === close && --depth === 0) return i;
    else if (c === quote || c === apostrophe) i = endOfQuoted(text, i, c);
    else if (c === backquote) i = endAt(text, '`', i + 1, 1);
    else if (c === slash && text.charCodeAt(i + 1) === slash) i = endAt(text, '\n', i, 1);
    else if (c === slash && text.charCodeAt(i + 1) === star) i = endAt(text, '*/', i + 2, 2);
  }
  return text.length;
}

function endOfQuoted(text: string, start: number, quoteUnit: number): number {
  let i = start + 1;
  while (i < text.length && text.charCodeAt(i) !== quoteUnit) i += text.charCodeAt(i) === backslash ? 2 : 1;
  return i;
}

/** The last unit of what ends there. */
function endAt(text: string, mark: string, from: number, length: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + length - 1;
}
