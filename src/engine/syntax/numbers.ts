/** Number literals: delimits one at the scanner's cursor and reports at most one mistake in it. */
import { digitValue, isDigit } from './characters.ts';
import type { BasicLit } from './nodes.ts';
import type { Scanner } from './scanner.ts';

type Radix = 2 | 8 | 10 | 16;
const radixNames = { 2: 'binary', 8: 'octal', 10: 'decimal', 16: 'hexadecimal' } as const;

/** Name of a radix in gc's messages. */
export function radixName(radix: Radix): string {
  return radixNames[radix];
}

const underscore = 95;

/** One literal being scanned. */
class NumberLiteral {
  private readonly s: Scanner;
  private radix: Radix = 10;
  /** `x`, `o` or `b` as written after the zero, `0` for old octal, empty for decimal. */
  private prefix = '';
  private kind: BasicLit['lit'] = 'int';
  private hasDigits = false;
  private hasUnderscores = false;
  /** Offset of the first digit too large for the radix. */
  private badDigit = -1;
  private reported = false;

  constructor(s: Scanner) {
    this.s = s;
  }

  scan(): BasicLit['lit'] {
    const s = this.s;
    if (s.peek() !== 46) this.integerPart();
    if (s.peek() === 46) this.fraction();
    if (!this.hasDigits) this.report(s.offset, `${radixName(this.radix)} literal has no digits`);
    this.exponent();
    if (s.peek() === 105) {
      s.offset++;
      this.kind = 'imag';
    }
    this.checkDigits();
    return this.kind;
  }

  private report(offset: number, message: string): void {
    if (!this.reported) this.s.lexicalError(offset, message);
    this.reported = true;
  }

  private integerPart(): void {
    const s = this.s;
    if (s.peek() === 48) {
      s.offset++;
      this.readPrefix();
    }
    this.digits(this.radix);
  }

  private readPrefix(): void {
    const c = String.fromCharCode(this.s.peek() | 0x20);
    const radix = c === 'x' ? 16 : c === 'o' ? 8 : c === 'b' ? 2 : undefined;
    if (radix === undefined) {
      this.radix = 8;
      this.prefix = '0';
      this.hasDigits = true;
      return;
    }
    this.s.offset++;
    this.radix = radix;
    this.prefix = c;
  }

  private fraction(): void {
    const s = this.s;
    this.kind = 'float';
    if (this.prefix === 'o' || this.prefix === 'b') this.report(s.offset, `invalid radix point in ${radixName(this.radix)} literal`);
    s.offset++;
    this.digits(this.radix);
  }

  private exponent(): void {
    const s = this.s;
    const letter = s.text.charAt(s.offset);
    const e = letter.toLowerCase();
    if (e !== 'e' && e !== 'p') {
      if (this.prefix === 'x' && this.kind === 'float') this.report(s.offset, "hexadecimal mantissa requires a 'p' exponent");
      return;
    }
    const decimal = this.prefix === '' || this.prefix === '0';
    if (e === 'e' && !decimal) this.report(s.offset, `'${letter}' exponent requires decimal mantissa`);
    if (e === 'p' && this.prefix !== 'x') this.report(s.offset, `'${letter}' exponent requires hexadecimal mantissa`);
    s.offset++;
    this.kind = 'float';
    const sign = s.peek();
    if (sign === 43 || sign === 45) s.offset++;
    this.hasDigits = false;
    this.digits(10);
    if (!this.hasDigits) this.report(s.offset, 'exponent has no digits');
  }

  private digits(radix: Radix): void {
    const s = this.s;
    for (;;) {
      const c = s.peek();
      if (c === underscore) {
        this.hasUnderscores = true;
      } else if (radix === 16 ? digitValue(c) < 16 : isDigit(c)) {
        this.hasDigits = true;
        if (digitValue(c) >= radix && this.badDigit < 0) this.badDigit = s.offset;
      } else {
        return;
      }
      s.offset++;
    }
  }

  private checkDigits(): void {
    const s = this.s;
    if (this.kind === 'int' && this.badDigit >= 0) {
      this.report(this.badDigit, `invalid digit '${s.text.charAt(this.badDigit)}' in ${radixName(this.radix)} literal`);
    }
    if (!this.hasUnderscores) return;
    const at = misplacedUnderscore(s.text.slice(s.tokenStart, s.offset));
    if (at >= 0) this.report(s.tokenStart + at, "'_' must separate successive digits");
  }
}

/** Index of the first underscore of a number that does not stand between digits (a base prefix counts as one), or -1. */
function misplacedUnderscore(literal: string): number {
  const hex = /^0x/i.test(literal);
  const start = /^0[xob]/i.test(literal) ? 2 : 0;
  let before: 'digit' | 'underscore' | 'other' = start > 0 ? 'digit' : 'other';
  for (let i = start; i < literal.length; i++) {
    const c = literal.charCodeAt(i);
    if (c === underscore) {
      if (before !== 'digit') return i;
      before = 'underscore';
    } else if (hex ? digitValue(c) < 16 : isDigit(c)) {
      before = 'digit';
    } else {
      if (before === 'underscore') return i - 1;
      before = 'other';
    }
  }
  return before === 'underscore' ? literal.length - 1 : -1;
}

export function scanNumber(s: Scanner): BasicLit['lit'] {
  return new NumberLiteral(s).scan();
}
