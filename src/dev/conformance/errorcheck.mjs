// Judges diagnostics against the `// ERROR "regexp" "regexp"` comments of a test, by the rules of Go's own test runner: every expression wants a
// diagnostic on its line that matches, and no diagnostic may be left over. `// GC_ERROR` speaks to gc, whose messages ours are; `// GCCGO_ERROR` does not.

import { wordings } from './rewordings.mjs';

/** [{line, pattern}], one for every expression. `LINE`, `LINE+n` and `LINE-n` in an expression stand for a position `file:line`. */
export function wantedErrors(text, file) {
  return text.split('\n').flatMap((content, index) => {
    if (content.includes('////')) return [];
    const comment = /\/\/ (?:GC_)?ERROR(?:AUTO)? (.*)/.exec(content)?.[1];
    if (comment === undefined) return [];
    const line = index + 1;
    return [...comment.matchAll(/"([^"]*)"/g)].map(([, source]) => ({ line, pattern: translate(source, file, line) }));
  });
}

function translate(source, file, line) {
  const withLines = source.replace(/LINE(?:([+-])(\d+))?/g, (_, sign, count = '0') => `${file}:${line + (sign === '-' ? -Number(count) : Number(count))}`);
  const flags = /^\(\?([a-z]+)\)/.exec(withLines)?.[1];
  return new RegExp(flags ? withLines.slice(flags.length + 3) : withLines, flags);
}

/** What is wrong with the diagnostics [{line, message}]: one text each; empty if they are as wanted. */
export function judge(wanted, diagnostics) {
  const complaints = [];
  let left = diagnostics.filter(
    ({ line, message }, index) => index === diagnostics.findIndex((other) => other.line === line && other.message === message),
  );
  for (const { line, pattern } of wanted) {
    const onLine = left.filter((diagnostic) => diagnostic.line === line);
    const matching = onLine.filter(({ message }) => wordings(message).some((wording) => pattern.test(wording)));
    if (onLine.length === 0) complaints.push(`${line}: missing error: ${pattern.source}`);
    else if (matching.length === 0) complaints.push(`${line}: no match for ${pattern.source} in: ${onLine.map(({ message }) => message).join(' | ')}`);
    left = left.filter((diagnostic) => !matching.includes(diagnostic));
  }
  return [...complaints, ...left.map(({ line, message }) => `${line}: unmatched error: ${message}`)];
}
