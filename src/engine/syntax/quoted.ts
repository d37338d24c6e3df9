/** Rune and string literals: delimits one at the scanner's cursor and reports what is wrong inside. */
import { describe, digitValue } from './characters.ts';
import { radixName } from './numbers.ts';
import type { Scanner } from './scanner.ts';

const newline = 10;
const quote = 39;
const doubleQuote = 34;
const backquote = 96;
const backslash = 92;

const maxRune = 0x10ffff;

/** "'" ( unicode_value | byte_value ) "'" */
export function scanRune(s: Scanner): 'char' {
  let ok = true;
  const fail = (offset: number, message: string) => {
    if (ok) s.lexicalError(offset, message);
    ok = false;
  };
  s.offset++;
  for (let n = 0; ; n++) {
    const c = s.peek();
    if (c === quote) {
      if (n === 0) fail(s.offset, "empty rune literal or unescaped '");
      else if (n !== 1) fail(s.tokenStart, 'more than one character in rune literal');
      s.offset++;
      return 'char';
    }
    if (c === newline) {
      fail(s.offset, 'newline in rune literal');
      return 'char';
    }
    if (Number.isNaN(c)) {
      fail(s.tokenStart, 'rune literal not terminated');
      return 'char';
    }
    if (c !== backslash) s.skip();
    else if (!scanEscape(s, quote)) ok = false;
  }
}

/** `"` { unicode_value | byte_value } `"` */
export function scanString(s: Scanner): 'string' {
  s.offset++;
  for (;;) {
    const c = s.peek();
    if (c === doubleQuote) {
      s.offset++;
      return 'string';
    }
    if (c === backslash) {
      scanEscape(s, doubleQuote);
    } else if (c === newline) {
      s.lexicalError(s.offset, 'newline in string');
      return 'string';
    } else if (Number.isNaN(c)) {
      s.lexicalError(s.tokenStart, 'string not terminated');
      return 'string';
    } else {
      s.skip();
    }
  }
}

/** "`" { unicode_char | newline } "`" */
export function scanRawString(s: Scanner): 'string' {
  s.offset++;
  for (;;) {
    const c = s.peek();
    if (Number.isNaN(c)) {
      s.lexicalError(s.tokenStart, 'string not terminated');
      return 'string';
    }
    s.skip();
    if (c === backquote) return 'string';
  }
}

interface NumericEscape {
  readonly digits: number;
  readonly radix: 8 | 16;
  readonly max: number;
}

function numericEscape(c: number): NumericEscape | undefined {
  if (c >= 48 && c <= 55) return { digits: 3, radix: 8, max: 255 };
  if (c === 120) return { digits: 2, radix: 16, max: 255 };
  if (c === 117) return { digits: 4, radix: 16, max: maxRune };
  if (c === 85) return { digits: 8, radix: 16, max: maxRune };
  return undefined;
}

/** A backslash and what follows. False if it was wrong; the cursor is then at the character that does not fit. */
function scanEscape(s: Scanner, closing: number): boolean {
  s.offset++;
  const c = s.peek();
  if (Number.isNaN(c)) return true; // the caller reports the missing end
  if (c === closing || 'abfnrtv\\'.includes(String.fromCharCode(c))) {
    s.offset++;
    return true;
  }
  const escape = numericEscape(c);
  if (escape === undefined) {
    s.lexicalError(s.offset, 'unknown escape');
    return false;
  }
  if (escape.radix === 16) s.offset++;
  return scanEscapeDigits(s, escape);
}

function scanEscapeDigits(s: Scanner, { digits, radix, max }: NumericEscape): boolean {
  let value = 0;
  for (let i = 0; i < digits; i++) {
    const c = s.peek();
    if (Number.isNaN(c)) return true;
    const digit = digitValue(c);
    if (digit >= radix) {
      s.lexicalError(s.offset, `invalid character ${quoteRune(s.codePoint())} in ${radixName(radix)} escape`);
      return false;
    }
    value = value * radix + digit;
    s.offset++;
  }
  if (radix === 8 && value > max) {
    s.lexicalError(s.offset, `octal escape value ${value} > 255`);
    return false;
  }
  if (value > max || (value >= 0xd800 && value < 0xe000)) {
    s.lexicalError(s.offset, `escape is invalid Unicode code point ${describe(value)}`);
    return false;
  }
  return true;
}

const escaped: { readonly [c: number]: string } = {
  7: '\\a', 8: '\\b', 9: '\\t', 10: '\\n', 11: '\\v', 12: '\\f', 13: '\\r', 39: "\\'", 92: '\\\\',
};

/** Go's %q of a rune, for the characters that can stand here. */
function quoteRune(c: number): string {
  return `'${escaped[c] ?? String.fromCodePoint(c)}'`;
}
