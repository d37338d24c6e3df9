/**
 * Line directives: comments in generated code that say which line of which file the text behind them came from. Messages and stacks give those
 * positions; a `Pos` is always that of the text itself.
 *
 *   //line file:line   //line file:line:column     at the begin of a line: about the next one
 *   /*line file:line:column…/                       about what follows directly
 */
import { utf8Length } from './source.ts';
import { columnOf, type Diagnostic, fileOf, lineOf, makePos, type Pos } from './positions.ts';

/** From `pos` on the text stands for this place. Column 0: columns are not known. */
export interface LineBase {
  readonly pos: Pos;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ReportedPosition {
  readonly file: string;
  readonly line: number;
  /** 0: not known. */
  readonly column: number;
}

const maxNumber = 1 << 30;

/** `fileName` is what a directive with a column and without a file means. Malformed numbers are reported. */
export function lineBases(comments: readonly { readonly pos: Pos; readonly text: string }[], fileName: string): { readonly bases: readonly LineBase[]; readonly diagnostics: readonly Diagnostic[] } {
  const bases: LineBase[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { pos, text } of comments) {
    const isLine = text.startsWith('//line ') && columnOf(pos) === 1;
    if (!isLine && !text.startsWith('/*line ')) continue;
    const body = isLine ? text.slice(7) : text.slice(7, -2);
    const target = parse(body, bases.at(-1)?.file ?? fileName);
    if ('wrong' in target) {
      const at = makePos(fileOf(pos), lineOf(pos), columnOf(pos) + 7 + utf8Length(body.slice(0, body.length - target.wrong.length)));
      diagnostics.push({ pos: at, message: `invalid line number: ${target.wrong}`, code: 'Syntax' });
    } else if ('file' in target) bases.push({ ...target, pos: isLine ? makePos(fileOf(pos), lineOf(pos) + 1, 1) : behind(pos, text) });
  }
  return { bases, diagnostics };
}

/** Numbers at the end, from the right: "file:line", "file:line:column". Without any it is no directive. */
function parse(body: string, before: string): { readonly file: string; readonly line: number; readonly column: number } | { readonly wrong: string } | { readonly none: true } {
  const last = trailing(body);
  if (!last) return { none: true };
  if (last.value === undefined) return { wrong: last.text };
  const earlier = trailing(body.slice(0, -last.text.length - 1));
  if (!earlier || earlier.value === undefined) return { file: body.slice(0, -last.text.length - 1), line: last.value, column: 0 };
  const file = body.slice(0, -last.text.length - earlier.text.length - 2);
  return { file: file === '' ? before : file, line: earlier.value, column: last.value };
}

/** What stands behind the last colon, and its value if that is a number from 1. */
function trailing(text: string): { readonly text: string; readonly value: number | undefined } | undefined {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return undefined;
  const digits = text.slice(colon + 1);
  const value = /^[0-9]+$/.test(digits) ? Number(digits) : 0;
  return { text: digits, value: value >= 1 && value <= maxNumber ? value : undefined };
}

function behind(pos: Pos, text: string): Pos {
  const newline = text.lastIndexOf('\n');
  if (newline < 0) return makePos(fileOf(pos), lineOf(pos), columnOf(pos) + utf8Length(text));
  return makePos(fileOf(pos), lineOf(pos) + text.split('\n').length - 1, utf8Length(text.slice(newline + 1)) + 1);
}

/** What a position is to be called; undefined where no directive stands before it. */
export function reportedPosition(bases: readonly LineBase[] | undefined, pos: Pos): ReportedPosition | undefined {
  const base = bases?.findLast((candidate) => candidate.pos <= pos);
  if (!base) return undefined;
  const lines = lineOf(pos) - lineOf(base.pos);
  const column = base.column === 0 ? 0 : lines > 0 ? columnOf(pos) : base.column + columnOf(pos) - columnOf(base.pos);
  return { file: base.file, line: base.line + lines, column };
}
