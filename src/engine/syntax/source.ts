/**
 * The text of a file as the scanner reads it: UTF-16 units by offset, positions in lines and UTF-8 bytes.
 *
 * Positions are asked for in nearly ascending order, so the last answer is kept and only the units since then are looked at.
 */
import { makePos, type Pos } from './positions.ts';

/** Bytes that a UTF-16 unit adds to the UTF-8 form; each half of a surrogate pair counts 2, so a pair has its 4. */
function utf8Bytes(unit: number): number {
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  return unit >= 0xd800 && unit < 0xe000 ? 2 : 3;
}

export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) bytes += utf8Bytes(text.charCodeAt(i));
  return bytes;
}

export class Source {
  readonly text: string;
  readonly file: number;
  /** Line of the last answer, where it begins, the offset asked for, and its column. */
  private line = 1;
  private lineStart = 0;
  private offset = 0;
  private column = 1;
  /** Where that line's newline is; Infinity in the last line. */
  private lineEnd: number;
  /** Then a column is a difference of offsets. */
  private readonly onlyAscii: boolean;

  constructor(text: string, file: number) {
    this.text = text;
    this.file = file;
    this.lineEnd = this.endOfLine();
    this.onlyAscii = !/[^\0-\x7f]/.test(text);
  }

  /** The position of the unit at `offset`. Going back means counting again, from the beginning of the line or of the file. */
  posAt(offset: number): Pos {
    if (offset < this.lineStart) this.restart();
    if (offset < this.offset) {
      this.offset = this.lineStart;
      this.column = 1;
    }
    this.toLineOf(offset);
    if (this.onlyAscii) this.column = offset - this.lineStart + 1;
    else for (let i = this.offset; i < offset; i++) this.column += utf8Bytes(this.text.charCodeAt(i));
    this.offset = offset;
    return makePos(this.file, this.line, this.column);
  }

  /** Another reader of the text that has come as far. */
  copy(): Source {
    return Object.assign(Object.create(Source.prototype) as Source, this);
  }

  private toLineOf(offset: number): void {
    while (this.lineEnd < offset) {
      this.line++;
      this.lineStart = this.offset = this.lineEnd + 1;
      this.column = 1;
      this.lineEnd = this.endOfLine();
    }
  }
  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.lineStart);
    return end < 0 ? Infinity : end;
  }

  private restart(): void {
    this.line = 1;
    this.lineStart = 0;
    this.offset = 0;
    this.column = 1;
    this.lineEnd = this.endOfLine();
  }
}
