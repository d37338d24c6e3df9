/** Test programs with the places of their errors marked in them. */
import { parseFile } from '../parser.ts';
import { columnOf, lineOf } from '../positions.ts';

const mark = '§';

/** `§` stands in front of what an error is about; the rest is the program. The positions are "line:column", columns in bytes. */
export function unmark(marked: string): { readonly text: string; readonly places: readonly string[] } {
  const [first = '', ...rest] = marked.split(mark);
  const places: string[] = [];
  let text = first;
  for (const part of rest) {
    places.push(placeAtEnd(text));
    text += part;
  }
  return { text, places };
}

function placeAtEnd(text: string): string {
  const lines = text.split('\n');
  const bytes = new TextEncoder().encode(lines.at(-1)).length;
  return `${lines.length}:${bytes + 1}`;
}

/** The diagnostics of a program as "line:column: message". */
export function errorsOf(text: string): string[] {
  const { diagnostics } = parseFile({ name: 'x.go', text }, 1);
  return diagnostics.map(({ pos, message }) => `${lineOf(pos)}:${columnOf(pos)}: ${message}`);
}

/** What `errorsOf` should say about a marked program with these messages, in order. */
export function wanted(marked: string, messages: readonly string[]): { readonly text: string; readonly errors: readonly string[] } {
  const { text, places } = unmark(marked);
  if (places.length !== messages.length) throw new Error(`${places.length} marks for ${messages.length} messages in ${marked}`);
  return { text, errors: messages.map((message, i) => `${places[i]}: ${message}`) };
}

/** A function body as a program. */
export function inFunction(body: string): string {
  return `package p; func f() { ${body} }`;
}
