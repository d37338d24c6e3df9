/**
 * A source position packed in a number: file * 2^40 + line * 2^16 + column, all below 2^53.
 * Lines and columns count from 1; columns are in bytes of UTF-8, as gc prints them. 0: no position.
 */
export type Pos = number;

export const noPos: Pos = 0;
export const maxColumn = 0xffff;

export function makePos(file: number, line: number, column: number): Pos {
  return file * 0x10000000000 + line * 0x10000 + Math.min(column, maxColumn);
}
export function fileOf(pos: Pos): number {
  return Math.floor(pos / 0x10000000000);
}
export function lineOf(pos: Pos): number {
  return Math.floor(pos / 0x10000) % 0x1000000;
}
export function columnOf(pos: Pos): number {
  return pos % 0x10000;
}

/** A source file as handed to the engine. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Something wrong with the user's program, in gc's words at gc's position. */
export interface Diagnostic {
  readonly pos: Pos;
  /** Where the offending text ends, if known: for the editor's squiggle. Same file. */
  readonly end?: Pos;
  readonly message: string;
  /** Stable name of the kind of mistake, as in Go's internal/types/errors: "UnusedVar", "Syntax". */
  readonly code: string;
  /** A soft error is reported only when nothing else is wrong with the type information (unused variables and imports). */
  readonly soft?: boolean;
}
