/** Classes of characters, and how gc's messages show one. */

export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** The value of a hexadecimal digit, 16 for anything else. */
export function digitValue(c: number): number {
  if (isDigit(c)) return c - 48;
  const lower = c | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : 16;
}

const letter = /^\p{L}$/u;
const decimalDigit = /^\p{Nd}$/u;
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** A letter, digit or underscore of ASCII: the fast path of identifiers. */
export function isIdentifierPart(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || (c >= 48 && c <= 57);
}

export function isUnicodeLetter(c: number): boolean {
  return c >= 0x80 && letter.test(String.fromCodePoint(c));
}

export function isUnicodeDigit(c: number): boolean {
  return c >= 0x80 && decimalDigit.test(String.fromCodePoint(c));
}

/** As unicode.IsPrint; false for what is no code point. */
export function isPrintable(c: number): boolean {
  return c <= 0x10ffff && printable.test(String.fromCodePoint(c));
}

/** Go's %#U: `U+0040 '@'`. */
export function describe(c: number): string {
  const code = 'U+' + c.toString(16).toUpperCase().padStart(4, '0');
  return isPrintable(c) ? `${code} '${String.fromCodePoint(c)}'` : code;
}

export const byteOrderMark = 0xfeff;

/** May not occur anywhere in a file. A lone half of a surrogate pair is what is left of bytes that were not UTF-8. */
export function isForbidden(c: number): boolean {
  return c === 0 || c === byteOrderMark || (c >= 0xd800 && c < 0xe000);
}
