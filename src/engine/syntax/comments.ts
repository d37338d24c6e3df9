/** Which comments belong to what: doc comments of declarations, and the lines before the package clause that set the Go version. */
import type { GoVersion } from './nodes.ts';
import { lineOf, type Pos } from './positions.ts';
import type { ScannedComment } from './scanner.ts';

/** The text of the comments that end on the line before `pos` without a blank line between them, markers removed. */
export function docComment(comments: readonly ScannedComment[], pos: Pos): string {
  let first = comments.length;
  let line = lineOf(pos);
  for (let i = comments.length - 1; i >= 0; i--) {
    const comment = comments[i];
    if (comment === undefined || comment.pos >= pos || !comment.ownLine || comment.endLine + 1 !== line) break;
    first = i;
    line = comment.startLine;
  }
  return comments
    .slice(first)
    .filter((comment) => !isDirective(comment.text))
    .map((comment) => commentText(comment.text))
    .join('\n')
    .trim();
}

function isDirective(comment: string): boolean {
  return /^\/\/[a-z0-9]+:[a-z0-9]/.test(comment);
}

function commentText(comment: string): string {
  if (comment.startsWith('/*')) return comment.slice(2, comment.endsWith('*/') ? -2 : undefined).trim();
  return comment.slice(2).replace(/^[ \t]/, '').trimEnd();
}

/**
 * The language version asked for by `//go:build go1.21` or by a comment `// go 1.21` before the package clause, which stands for the go line of a
 * go.mod. In a build constraint only conjunctions are understood: with alternatives or negations there is no one version. It can go back to 1.21 only,
 * the first version that knew that meaning of constraints.
 */
export function versionFromComments(comments: readonly ScannedComment[]): GoVersion | undefined {
  for (const { text } of comments) {
    const [, asModule] = /^\/\/\s*go (1\.\d+)(?:\.\d+)?\s*$/.exec(text) ?? [];
    if (asModule !== undefined) return { version: asModule, line: `go ${asModule}` };
    const [, constraint = ''] = /^\/\/go:build\s([^|!]*)$/.exec(text) ?? [];
    const [, minor] = /(?:^|[\s&(])go1\.(\d+)(?:$|[\s&)])/.exec(constraint) ?? [];
    if (minor !== undefined) return { version: `1.${Math.max(21, Number(minor))}`, line: `//go:build go1.${minor}` };
  }
  return undefined;
}
