/**
 * For tests: the errors that a Go source asks for in its comments. How a text meets a message (part of it, a regular expression) is the test's to say.
 *
 *     x := "a" / * ERROR "text" * / + 1      an error at the token before the comment (here without the blanks)
 *     x := "a" + 1 // ERROR "text"           an error somewhere on the line
 */

export interface WantedError {
  readonly line: number;
  /** Of the token before the comment, in bytes from 1; undefined: anywhere on the line. */
  readonly column: number | undefined;
  readonly pattern: string;
}

export interface FoundError {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

const marker = /\/\* ERROR "((?:[^"\\]|\\.)*)" \*\/|\/\/ ERROR "((?:[^"\\]|\\.)*)"/g;
const lastToken = /(?:[\p{L}_][\p{L}\p{N}_]*|[0-9][0-9a-zA-Z._]*|"(?:[^"\\]|\\.)*"|`[^`]*`|'(?:[^'\\]|\\.)*'|:=|<-|<<|>>|[=!<>&|+*/-]=|&&|\|\||\.\.\.|.)$/u;

export function wantedErrors(text: string): WantedError[] {
  return text.split('\n').flatMap((line, i) =>
    [...line.matchAll(marker)].map(([, behind, onLine], k, all): WantedError => {
      const pattern = (behind ?? onLine ?? '').replaceAll('\\"', '"');
      if (behind === undefined) return { line: i + 1, column: undefined, pattern };
      const before = line.slice(0, all[k]?.index).replace(marker, (found) => ' '.repeat(found.length)).trimEnd();
      const start = lastToken.exec(before)?.index ?? 0;
      return { line: i + 1, column: new TextEncoder().encode(line.slice(0, start)).length + 1, pattern };
    }),
  );
}

/** What was not reported though wanted, and what was reported though not: one error meets one comment. */
export function compareErrors(wanted: readonly WantedError[], found: readonly FoundError[], meets: (message: string, pattern: string) => boolean): {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
} {
  const open = new Set(wanted);
  const unexpected: string[] = [];
  for (const { line, column, message } of found) {
    const hit = [...open].find((w) => w.line === line && (w.column ?? column) === column && meets(message, w.pattern));
    if (hit) open.delete(hit);
    else unexpected.push(`${line}:${column}: ${message}`);
  }
  return { missing: [...open].map((w) => `${w.line}:${w.column ?? '?'}: ${w.pattern}`), unexpected };
}
