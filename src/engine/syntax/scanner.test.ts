import { expect, test } from 'vitest';
import { columnOf, lineOf } from './positions.ts';
import { Scanner } from './scanner.ts';
import { unmark } from './testdata/marked.ts';

interface Scanned {
  readonly tokens: readonly string[];
  readonly errors: readonly string[];
  readonly places: readonly string[];
}

/** Tokens as text: names and literals as written, semicolons by their origin, operators by themselves. */
function scan(text: string): Scanned {
  const errors: string[] = [];
  const tokens: string[] = [];
  const places: string[] = [];
  const s = new Scanner(text, 1, (pos, message) => errors.push(`${lineOf(pos)}:${columnOf(pos)}: ${message}`));
  for (s.next(); s.tok !== 'EOF'; s.next()) {
    tokens.push(describe(s));
    places.push(`${lineOf(s.pos)}:${columnOf(s.pos)}-${columnOf(s.tokenEnd)}`);
  }
  return { tokens, errors, places };
}

function describe(s: Scanner): string {
  if (s.tok === 'literal') return `${s.litKind} ${s.lit}`;
  if (s.tok === 'name' || s.tok === ';') return s.lit;
  if (s.tok === 'operator' || s.tok === 'assignOp' || s.tok === 'incOp') return `${s.tok} ${s.op}`;
  return s.tok;
}

test('a newline ends a statement after names, literals, closing brackets, ++ and the four keywords', () => {
  const enders = ['x', '1', '"s"', ')', ']', '}', 'x++', 'break', 'continue', 'fallthrough', 'return'];
  for (const ender of enders) expect(scan(`${ender}\n`).tokens.at(-1), ender).toBe('newline');
  for (const other of ['+', ',', '(', '{', '=', 'if', 'func', '.', '<-', ':']) {
    expect(scan(`${other}\n`).tokens.at(-1), other).not.toBe('newline');
  }
});

test('the end of the file ends a statement like a newline', () => {
  expect(scan('x').tokens).toEqual(['x', 'EOF']);
  expect(scan('x // comment').tokens).toEqual(['x', 'EOF']);
  expect(scan('x +').tokens).toEqual(['x', 'operator +']);
});

test('a comment acts like a newline if it holds one, like a blank otherwise', () => {
  expect(scan('a /* x */ b').tokens).toEqual(['a', 'b', 'EOF']);
  expect(scan('a /* x\n */ b').tokens).toEqual(['a', 'newline', 'b', 'EOF']);
  expect(scan('a // x\nb').tokens).toEqual(['a', 'newline', 'b', 'EOF']);
  expect(scan('a + // x\nb').tokens).toEqual(['a', 'operator +', 'b', 'EOF']);
});

test('a written semicolon says so', () => {
  expect(scan('a;b').tokens).toEqual(['a', 'semicolon', 'b', 'EOF']);
});

test('operators are taken as long as possible', () => {
  expect(scan('a<<=b&^=c&^d<-e...f:=g--h!=i>=j||k').tokens.filter((t) => t.length > 1)).toEqual([
    'assignOp <<',
    'assignOp &^',
    'operator &^',
    '<-',
    '...',
    ':=',
    'incOp -',
    'operator !=',
    'operator >=',
    'operator ||',
    'EOF',
  ]);
});

test('keywords are keywords only as whole words', () => {
  expect(scan('go gopher range_ func').tokens).toEqual(['go', 'gopher', 'range_', 'func']);
});

test('columns count bytes of UTF-8', () => {
  expect(scan('é := "世" + x').places).toEqual(['1:1-3', '1:4-6', '1:7-12', '1:13-14', '1:15-16', '1:16-16']);
  expect(scan('"😀" x').places.slice(0, 2)).toEqual(['1:1-7', '1:8-9']);
});

test('a byte order mark is allowed at the beginning only', () => {
  expect(scan('\ufeffx')).toMatchObject({ tokens: ['x', 'EOF'], errors: [] });
  expect(scan('x \ufeff y').errors).toEqual(['1:3: invalid BOM in the middle of the file']);
});

test.each([
  ['0', 'int'],
  ['0_7', 'int'],
  ['0x_FF', 'int'],
  ['0XaB', 'int'],
  ['0b1_0', 'int'],
  ['0O17', 'int'],
  ['1_000', 'int'],
  ['1.', 'float'],
  ['.5', 'float'],
  ['1e+9', 'float'],
  ['0x1p-2', 'float'],
  ['0x.8P1', 'float'],
  ['08.5', 'float'],
  ['1_0.2_5e1_0', 'float'],
  ['1i', 'imag'],
  ['0123i', 'imag'],
  ['1.5e2i', 'imag'],
  ['0x1p0i', 'imag'],
  ['08i', 'imag'],
  ["'a'", 'char'],
  ["'世'", 'char'],
  ["'\\''", 'char'],
  ["'\\x7F'", 'char'],
  ["'\\377'", 'char'],
  ["'\\u12e4'", 'char'],
  ["'\\U00101234'", 'char'],
  ['"a\\n\\"é"', 'string'],
  ['`a\\\nb`', 'string'],
  ['""', 'string'],
])('%s is one literal of kind %s', (text, kind) => {
  expect(scan(text)).toMatchObject({ tokens: [`${kind} ${text}`, 'EOF'], errors: [] });
});

test.each([
  ['0§8', "invalid digit '8' in octal literal"],
  ['0b1§2', "invalid digit '2' in binary literal"],
  ['0o§', 'octal literal has no digits'],
  ['0x§', 'hexadecimal literal has no digits'],
  ['0b1§.0', 'invalid radix point in binary literal'],
  ['0x1.0§', "hexadecimal mantissa requires a 'p' exponent"],
  ['0b1§e3', "'e' exponent requires decimal mantissa"],
  ['1§p3', "'p' exponent requires hexadecimal mantissa"],
  ['1e§', 'exponent has no digits'],
  ['1e+§', 'exponent has no digits'],
  ['1§_', "'_' must separate successive digits"],
  ['1_§_0', "'_' must separate successive digits"],
  ['1§_.5', "'_' must separate successive digits"],
  ["'§'", "empty rune literal or unescaped '"],
  ["§'ab'", 'more than one character in rune literal'],
  ["'a§\n", 'newline in rune literal'],
  ["§'a", 'rune literal not terminated'],
  ['"a§\n', 'newline in string'],
  ['§"a', 'string not terminated'],
  ['§`a', 'string not terminated'],
  ['"\\§q"', 'unknown escape'],
  ['"\\x§g0"', "invalid character 'g' in hexadecimal escape"],
  ['"\\0§9"', "invalid character '9' in octal escape"],
  ['"\\400§"', 'octal escape value 256 > 255'],
  ['"\\ud800§"', 'escape is invalid Unicode code point U+D800'],
  ['§/* a', 'comment not terminated'],
  ['x §@', "invalid character U+0040 '@'"],
  ['x §#', "invalid character U+0023 '#'"],
  ['§“', "invalid character U+201C '“' in identifier"],
  ['a§€', "invalid character U+20AC '€' in identifier"],
  ['§٣x', "identifier cannot begin with digit U+0663 '٣'"],
  ['x §\0', 'invalid NUL character'],
  ['"§\0"', 'invalid NUL character'],
  ['// §\0', 'invalid NUL character'],
  ['§\ud800', 'invalid UTF-8 encoding'],
])('%j is reported as: %s', (marked, message) => {
  const { text, places } = unmark(marked);
  expect(scan(text).errors).toEqual([`${places[0]}: ${message}`]);
});

test('a character that belongs nowhere does not swallow the semicolon due before it', () => {
  expect(scan('x @\ny').tokens).toEqual(['x', 'newline', 'y', 'EOF']);
});

test('comments know whether code stands before them', () => {
  const s = new Scanner('x // trailing\n// own\n/* a\nb */ y', 1, () => undefined);
  while (s.tok !== 'EOF' || s.comments.length === 0) s.next();
  expect(s.comments.map(({ text, ownLine, startLine, endLine }) => [text, ownLine, startLine, endLine])).toEqual([
    ['// trailing', false, 1, 1],
    ['// own', true, 2, 2],
    ['/* a\nb */', true, 3, 4],
  ]);
});
