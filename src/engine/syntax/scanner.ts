/**
 * Go's lexical grammar: turns text into tokens, inserting semicolons at line ends.
 *
 * The scanner is a cursor: `next()` reads one token into the fields below. Literals are only delimited and checked here; their values are
 * computed by the checker from the text.
 *
 * Invariant: `offset` is the first unread unit; `tokenStart <= offset`; comments before the current token are in `comments`.
 */
import { byteOrderMark, describe, isDigit, isForbidden, isIdentifierPart, isUnicodeDigit, isUnicodeLetter } from './characters.ts';
import type { BasicLit } from './nodes.ts';
import { lineOf, noPos, type Pos } from './positions.ts';
import { scanNumber } from './numbers.ts';
import { scanRawString, scanRune, scanString } from './quoted.ts';
import { Source } from './source.ts';
import { endsStatement, keywords, noPrecedence, precedence, type Operator, type Token } from './tokens.ts';

/** A comment with what is needed to tell doc comments from others. */
export interface ScannedComment {
  readonly pos: Pos;
  readonly text: string;
  readonly startLine: number;
  readonly endLine: number;
  /** No token stands before it on its first line. */
  readonly ownLine: boolean;
}

export interface Place {
  readonly source: Source;
  readonly offset: number;
}

export type ScanError = (pos: Pos, message: string) => void;

/** What stands at a `;` that was not written: the end of a line or of the file. */
export type SemicolonOrigin = 'semicolon' | 'newline' | 'EOF';

export class Scanner {
  tok: Token = 'EOF';
  /** Text of names and literals; the origin of a semicolon. */
  lit = '';
  litKind: BasicLit['lit'] = 'int';
  /** The current literal was reported: it has no value. */
  litBad = false;
  op: Operator = '+';
  prec = noPrecedence;
  pos: Pos = noPos;
  /** Position behind the last character of the current token. */
  tokenEnd: Pos = noPos;
  readonly comments: ScannedComment[] = [];

  readonly text: string;
  offset = 0;
  tokenStart = 0;
  private source: Source;
  private readonly onError: ScanError;
  /** A newline read now would end a statement. */
  private semicolonDue = false;
  /** No token has been read on the current line yet. */
  private lineIsBlank = true;

  constructor(text: string, file: number, onError: ScanError) {
    this.text = text;
    this.source = new Source(text, file);
    this.onError = onError;
    if (text.charCodeAt(0) === byteOrderMark) this.offset = 1;
  }

  /** Where the current token begins, for another scanner over the same text. */
  place(): Place {
    return { source: this.source.copy(), offset: this.tokenStart };
  }
  /** Reads from the place on; `next()` has to be called. */
  startAt({ source, offset }: Place): void {
    this.source = source.copy();
    this.offset = offset;
  }

  lexicalError(offset: number, message: string): void {
    this.litBad = true;
    this.onError(this.posAt(offset), message);
  }

  posAt(offset: number): Pos {
    return this.source.posAt(offset);
  }

  /** The unit at the cursor, NaN at the end of the file. */
  peek(ahead = 0): number {
    return this.text.charCodeAt(this.offset + ahead);
  }

  /** The code point at the cursor. A half of a surrogate pair is what is left of bytes that were not UTF-8. */
  codePoint(): number {
    return this.text.codePointAt(this.offset) ?? NaN;
  }

  /** Moves over one code point, reporting those that may not occur anywhere in a source file. */
  skip(): void {
    const code = this.codePoint();
    if (code === 0) this.lexicalError(this.offset, 'invalid NUL character');
    else if (code === byteOrderMark) this.lexicalError(this.offset, 'invalid BOM in the middle of the file');
    else if (isForbidden(code)) this.lexicalError(this.offset, 'invalid UTF-8 encoding');
    this.offset += code > 0xffff ? 2 : 1;
  }

  /** Gives up on the rest of the file: everything from here on is its end. */
  stop(): void {
    this.offset = this.text.length;
    this.semicolonDue = false;
    this.tok = 'EOF';
    this.lit = 'EOF';
  }

  next(): void {
    const due = this.semicolonDue;
    this.semicolonDue = false;
    while (!this.skipBlanks(due) && !this.scanToken());
    if (endsStatement.has(this.tok)) this.semicolonDue = true;
    this.lineIsBlank = this.text.charCodeAt(this.offset - 1) === 10; // the token was a newline
    this.tokenEnd = this.posAt(this.offset);
  }

  /**
   * Moves to the next token over blanks and comments. True if a newline, a comment that holds one, or the end of the file was met where a
   * semicolon is due: that semicolon is the token then.
   */
  private skipBlanks(due: boolean): boolean {
    for (;;) {
      const c = this.peek();
      if (c === 10) {
        if (due) return this.impliedSemicolon('newline', this.posAt(this.offset), 1);
        this.offset++;
        this.lineIsBlank = true;
      } else if (c === 32 || c === 9 || c === 13) {
        this.offset++;
      } else if (c === 47 && this.peek(1) === 47) {
        this.lineComment();
      } else if (c === 47 && this.peek(1) === 42) {
        const comment = this.blockComment();
        if (due && comment.endLine > comment.startLine) return this.impliedSemicolon('newline', comment.pos, 0);
      } else if (Number.isNaN(c) && due) {
        return this.impliedSemicolon('EOF', this.posAt(this.offset), 0);
      } else {
        return false;
      }
    }
  }

  /** `length` is that of the newline, if it is the semicolon. */
  private impliedSemicolon(origin: SemicolonOrigin, pos: Pos, length: number): true {
    this.tokenStart = this.offset;
    this.pos = pos;
    this.tok = ';';
    this.lit = origin;
    this.offset += length;
    return true;
  }

  private lineComment(): void {
    const start = this.offset;
    let end = this.text.indexOf('\n', start);
    if (end < 0) end = this.text.length;
    this.checkCharacters(end);
    this.recordComment(start, this.text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    this.offset = end;
  }

  private blockComment(): ScannedComment {
    const start = this.offset;
    const close = this.text.indexOf('*/', start + 2);
    if (close < 0) this.lexicalError(start, 'comment not terminated');
    const end = close < 0 ? this.text.length : close + 2;
    this.checkCharacters(end);
    this.offset = end;
    return this.recordComment(start, end);
  }

  /** Reports characters that may not even stand in a comment, up to `end`. */
  private checkCharacters(end: number): void {
    while (this.offset < end) {
      const c = this.peek();
      if (c === 0 || c >= 0xd800) this.skip();
      else this.offset++;
    }
  }

  private recordComment(start: number, end: number): ScannedComment {
    const pos = this.posAt(start);
    const startLine = lineOf(pos);
    const endLine = lineOf(this.posAt(end));
    const comment = { pos, text: this.text.slice(start, end), startLine, endLine, ownLine: this.lineIsBlank };
    this.comments.push(comment);
    return comment;
  }

  /** False if there was only a character that belongs to no token; it is reported and skipped. */
  private scanToken(): boolean {
    const start = this.offset;
    this.tokenStart = start;
    this.pos = this.posAt(start);
    const c = this.peek();
    if (isIdentifierPart(c) && !isDigit(c)) this.identifier();
    else if (isDigit(c) || (c === 46 && isDigit(this.peek(1)))) this.literal(scanNumber);
    else if (c === 34) this.literal(scanString);
    else if (c === 96) this.literal(scanRawString);
    else if (c === 39) this.literal(scanRune);
    else if (Number.isNaN(c)) this.endOfFile();
    else if (!this.punctuation(c)) return this.unusualCharacter();
    return true;
  }

  private endOfFile(): void {
    this.tok = 'EOF';
    this.lit = 'EOF';
  }

  private identifier(): void {
    const text = this.text;
    let i = this.offset;
    while (isIdentifierPart(text.charCodeAt(i))) i++;
    this.offset = i;
    if (text.charCodeAt(i) >= 0x80) this.unicodeIdentifierRest();
    const word = text.slice(this.tokenStart, this.offset);
    this.tok = keywords.get(word) ?? 'name';
    this.lit = word;
  }

  /** The rest of an identifier from its first character outside ASCII; all such characters are taken as part of it, with complaints. */
  private unicodeIdentifierRest(): void {
    for (;;) {
      const code = this.codePoint();
      if (code >= 0x80 && !isForbidden(code)) {
        const first = this.offset === this.tokenStart;
        if (isUnicodeDigit(code)) {
          if (first) this.lexicalError(this.offset, `identifier cannot begin with digit ${describe(code)}`);
        } else if (!isUnicodeLetter(code)) {
          this.lexicalError(this.offset, `invalid character ${describe(code)} in identifier`);
        }
      } else if (!isIdentifierPart(code)) {
        return;
      }
      this.offset += code > 0xffff ? 2 : 1;
    }
  }

  private literal(scan: (s: Scanner) => BasicLit['lit']): void {
    this.tok = 'literal';
    this.litBad = false;
    this.litKind = scan(this);
    this.lit = this.text.slice(this.tokenStart, this.offset);
  }

  private unusualCharacter(): boolean {
    const code = this.codePoint();
    if (code >= 0x80 && !isForbidden(code)) {
      this.identifier();
      return true;
    }
    if (!isForbidden(code)) this.lexicalError(this.offset, `invalid character ${describe(code)}`);
    this.skip();
    return false;
  }

  private single(tok: Token): true {
    this.offset++;
    this.tok = tok;
    return true;
  }

  /** An operator of `length` units, or its assignment form where an `=` follows. */
  private operator(op: Operator, length: number, assignable: boolean): true {
    this.offset += length;
    this.op = op;
    this.prec = precedence[op];
    if (assignable && this.peek() === 61) {
      this.offset++;
      this.tok = 'assignOp';
    } else {
      this.tok = op === '*' ? '*' : op === '<-' ? '<-' : 'operator';
    }
    return true;
  }

  private incDec(op: '+' | '-'): true {
    this.offset += 2;
    this.op = op;
    this.tok = 'incOp';
    return true;
  }

  /** Long because it is the table of all punctuation; each line is one token. */
  private punctuation(c: number): boolean {
    const d = this.peek(1);
    switch (String.fromCharCode(c)) {
      case '(': return this.single('(');
      case ')': return this.single(')');
      case '[': return this.single('[');
      case ']': return this.single(']');
      case '{': return this.single('{');
      case '}': return this.single('}');
      case ',': return this.single(',');
      case ';':
        this.lit = 'semicolon';
        return this.single(';');
      case '.':
        if (d !== 46 || this.peek(2) !== 46) return this.single('.');
        this.offset += 2;
        return this.single('...');
      case ':':
        if (d !== 61) return this.single(':');
        this.offset++;
        return this.single(':=');
      case '=': return d === 61 ? this.operator('==', 2, false) : this.single('=');
      case '!': return d === 61 ? this.operator('!=', 2, false) : this.operator('!', 1, false);
      case '+': return d === 43 ? this.incDec('+') : this.operator('+', 1, true);
      case '-': return d === 45 ? this.incDec('-') : this.operator('-', 1, true);
      case '*': return this.operator('*', 1, true);
      case '/': return this.operator('/', 1, true);
      case '%': return this.operator('%', 1, true);
      case '^': return this.operator('^', 1, true);
      case '~': return this.operator('~', 1, false);
      case '|': return d === 124 ? this.operator('||', 2, false) : this.operator('|', 1, true);
      case '&':
        if (d === 38) return this.operator('&&', 2, false);
        return d === 94 ? this.operator('&^', 2, true) : this.operator('&', 1, true);
      case '<':
        if (d === 60) return this.operator('<<', 2, true);
        if (d === 61) return this.operator('<=', 2, false);
        return d === 45 ? this.operator('<-', 2, false) : this.operator('<', 1, false);
      case '>':
        if (d === 62) return this.operator('>>', 2, true);
        return d === 61 ? this.operator('>=', 2, false) : this.operator('>', 1, false);
      default: return false;
    }
  }
}
