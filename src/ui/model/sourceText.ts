/** What stands at a site of the program. */
import type { Site } from '../../engine/trace/trace.ts';

/** The texts of the program's files, by name. */
export type Sources = Readonly<Record<string, string>>;

export interface Statement {
  /** On one line; of a statement of several lines the first, with an ellipsis. Never empty. */
  readonly text: string;
  /** What stands before it on its line: "for i := 0;". */
  readonly before: string;
}

/** Longer statements are cut. */
const longest = 80;

export type SourceReader = (site: Site | undefined) => Statement | undefined;

export function sourceReader(sources: Sources): SourceReader {
  const lines = new Map(Object.entries(sources).map(([file, text]) => [file, text.split('\n')]));
  return (site) => {
    const line = site && lines.get(site.file)?.[site.line - 1];
    if (site === undefined || line === undefined) return undefined;
    const wraps = site.endLine > site.line;
    const text = bytes(line, site.column - 1, wraps ? undefined : site.endColumn - 1).trim();
    if (text === '') return undefined;
    const cut = wraps ? `${text} …` : text;
    return { text: cut.length > longest ? `${cut.slice(0, longest - 1)}…` : cut, before: bytes(line, 0, site.column - 1).trim() };
  };
}

/** Columns count bytes of UTF-8. */
function bytes(line: string, from: number, to: number | undefined): string {
  return new TextDecoder().decode(new TextEncoder().encode(line).subarray(from, to));
}
