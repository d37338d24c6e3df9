/**
 * Layout of a Go program as gofmt has it, as far as lines tell: tabs by nesting, cases under their switch, continued lines one deeper,
 * single blank lines, spaces around assignments and before blocks. Alignment in columns and the spacing of operators are left as written.
 * Text that gofmt has formatted comes out unchanged (the test runs Go's own sources through it).
 */
import { must } from '../../base/assert.ts';
import { keywords } from './goWords.ts';

/**
 * What keeps a later line indented: an unclosed bracket or a statement that goes on. However many of them begin on one line, together they
 * indent by one.
 */
interface Open {
  readonly kind: '(' | '[' | '{' | 'continued';
  /** Indentation of the line it began on. */
  readonly indent: number;
  readonly line: number;
  /** Of a continued statement: it ends in a block, which is as deep as if it stood on one line. */
  readonly toBlock?: boolean;
  /** Of a continued statement: it is a list without brackets, which a comma continues. */
  readonly list?: boolean;
}

interface Line {
  readonly tokens: readonly Token[];
  /** Tabs it began with. */
  readonly tabs: number;
}

interface Token {
  readonly kind: 'word' | 'text' | 'sign' | 'comment' | 'space';
  readonly text: string;
}

const tokenPattern =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<text>"(?:\\.|[^"\\\n])*"?|`[^`]*`?|'(?:\\.|[^'\\\n])+'?)|(?<word>[\p{L}\p{N}_]+)|(?<space>[ \t\r]+)|(?<sign>\n|:=|<<=|>>=|&\^=|[-+*/%&|^=!<>]=|&&|\|\||<-|\+\+|--|\.\.\.|<<|>>|&\^|[\s\S])/gu;

export function formatGo(source: string): string {
  const lines = linesOf(source);
  const out: string[] = [];
  let open: readonly Open[] = [];
  lines.forEach(({ tokens, tabs }, index) => {
    const code = codeOf(tokens);
    const indent = code.length > 0 ? indentOf(code, open) : indentOfComment(tabs, open, nextCode(lines, index));
    const text = tidy(tokens).trimEnd();
    out.push(text === '' ? '' : '\t'.repeat(indent) + text);
    if (code.length > 0) open = after(open, code, indent, index);
  });
  return `${squeeze(out).join('\n')}\n`;
}

/** By line, without the line ends; a raw string or comment over several lines is in the line where it begins. */
function linesOf(source: string): readonly Line[] {
  const lines: { tokens: Token[]; tabs: number }[] = [{ tokens: [], tabs: 0 }];
  for (const match of source.matchAll(tokenPattern)) {
    const line = must(lines.at(-1), 'line');
    const kind = (Object.keys(match.groups ?? {}).find((name) => match.groups?.[name] !== undefined) ?? 'sign') as Token['kind'];
    if (match[0] === '\n') lines.push({ tokens: [], tabs: 0 });
    else if (kind === 'space' && line.tokens.length === 0) line.tabs = match[0].replace(/[^\t]/g, '').length;
    else line.tokens.push({ kind, text: match[0] });
  }
  return lines;
}

function codeOf(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token) => token.kind !== 'space' && token.kind !== 'comment');
}

function nextCode(lines: readonly Line[], index: number): readonly Token[] {
  for (let at = index + 1; at < lines.length; at++) {
    const code = codeOf(lines[at]?.tokens ?? []);
    if (code.length > 0) return code;
  }
  return [];
}

/** A comment before a case may belong to it, or end the case above: it stays on the side where it is. */
function indentOfComment(tabs: number, open: readonly Open[], next: readonly Token[]): number {
  const indent = inside(open);
  return tabs === indent - 1 && isLabel(next) ? tabs : indent;
}

function indentOf(code: readonly Token[], open: readonly Open[]): number {
  if (code[0] && isCloser(code[0])) return open[closeBrackets(open, 1).length]?.indent ?? 0;
  const indent = inside(open);
  return open.at(-1)?.kind !== 'continued' && isLabel(code) ? Math.max(0, indent - 1) : indent;
}

function inside(open: readonly Open[]): number {
  const last = open.at(-1);
  return last ? last.indent + 1 : 0;
}

/** Cases and defaults under their switch; labels of jumps. */
function isLabel(code: readonly Token[]): boolean {
  const [first, second] = code;
  if (first?.kind !== 'word') return false;
  if (first.text === 'case') return true;
  return second?.text === ':' && (first.text === 'default' || (code.length === 2 && !keywords.includes(first.text as 'go')));
}

const isOpener = (token: Token): boolean => token.kind === 'sign' && '([{'.includes(token.text);
const isCloser = (token: Token): boolean => token.kind === 'sign' && ')]}'.includes(token.text);

/** Takes brackets off, and whatever was continued inside them. */
function closeBrackets(open: readonly Open[], count: number): readonly Open[] {
  let left = open;
  for (let closed = 0; closed < count; closed++) {
    while (left.at(-1)?.kind === 'continued') left = left.slice(0, -1);
    left = left.slice(0, -1);
  }
  return left;
}

function after(open: readonly Open[], code: readonly Token[], indent: number, line: number): readonly Open[] {
  let now = open;
  // What opens behind the end of an earlier line's bracket belongs to that line: func f(a int,⏎ b int) {
  let base = indent;
  code.forEach((token, index) => {
    if (isCloser(token)) {
      const left = closeBrackets(now, 1);
      base = now[left.length]?.line === line ? base : (now[left.length]?.indent ?? base);
      now = left;
    } else if (isOpener(token)) {
      const top = now.at(-1);
      const block = token.text === '{' && index === code.length - 1 && top?.kind === 'continued' && top.toBlock === true;
      now = block
        ? [...now.slice(0, -1), { kind: '{', indent: top.indent, line }]
        : [...now, { kind: token.text as '(', indent: base, line }];
    }
  });
  return continued(now, code, indent, line);
}

function continued(open: readonly Open[], code: readonly Token[], indent: number, line: number): readonly Open[] {
  const top = open.at(-1);
  const last = code.at(-1);
  if (last && !isOpener(last) && goesOn(code, last, top)) {
    if (top?.kind === 'continued') return open;
    return [
      ...open,
      { kind: 'continued', indent, line, toBlock: /^(if|for|switch|func|\})$/.test(code[0]?.text ?? ''), list: last.text === ',' },
    ];
  }
  return top?.kind === 'continued' && top.line !== line ? open.slice(0, -1) : open;
}

/** Whether the statement goes on in the next line although no bracket is open for it. */
function goesOn(code: readonly Token[], last: Token, top: Open | undefined): boolean {
  if (last.kind !== 'sign') return false;
  if (last.text === ',')
    return top === undefined || top.list === true || (top.kind === '{' && /^(case|return|var|const)$/.test(code[0]?.text ?? ''));
  return /^(?:[-+*/%&|^<>=!.]|&&|\|\||[=!<>]=|:=|[-+*/%&|^]=|<<|>>|&\^|<-)$/.test(last.text) && !isChannelType(code);
}

/** `chan<-` at the end of a line cannot be: the type must follow. */
function isChannelType(code: readonly Token[]): boolean {
  return code.at(-2)?.text === 'chan';
}

/** The line's text with the spaces that gofmt would change whatever stands around them. */
function tidy(tokens: readonly Token[]): string {
  let text = '';
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    const next = tokens[index + 1];
    if (token.kind === 'space')
      text += isNeeded(before, next) ? (/^(:=|,|;)$/.test(before?.text ?? '') && next?.kind !== 'comment' ? ' ' : token.text) : '';
    else text += (before && before.kind !== 'space' && wantsSpace(before, token, tokens, index) ? ' ' : '') + token.text;
  });
  return text;
}

/** Whether a space between the two is one that gofmt keeps. Several of them may line up columns. */
function isNeeded(before: Token | undefined, next: Token | undefined): boolean {
  if (!before || !next) return false;
  if (next.kind === 'comment') return true;
  return !/^[,)\]]$/.test(next.text) && before.text !== '(' && before.text !== '[';
}

function wantsSpace(before: Token, token: Token, tokens: readonly Token[], index: number): boolean {
  if (token.kind === 'comment') return token.text.startsWith('//');
  if (isAssignment(token.text) || isAssignment(before.text)) return true;
  if (before.text === ',') return true;
  if (before.text === ';') return token.text !== '{';
  if (before.text === '}') return token.text === 'else';
  if (token.text !== '{' || index !== tokens.length - 1) return false;
  if (/^(else|for|select|switch|struct|interface)$/.test(before.text)) return true;
  return before.text === ')' && !tokens.some((one, at) => one.text === 'func' && tokens[at - 1]?.text === ']');
}

function isAssignment(text: string): boolean {
  return /^(:=|=|[-+*/%&|^]=|<<=|>>=|&\^=)$/.test(text);
}

/** One blank line where there were several; none at the beginning, the end, and inside the edges of a block. */
function squeeze(lines: readonly string[]): string[] {
  const kept: string[] = [];
  lines.forEach((line, index) => {
    const before = kept.at(-1);
    if (line === '' && (before === undefined || before === '')) return;
    if (line === '' && lines.slice(index).every((rest) => rest === '')) return;
    kept.push(line);
  });
  return kept;
}
