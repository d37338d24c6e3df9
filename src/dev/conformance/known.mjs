// The list of known failures: `name: reason` a line, `#` begins a comment. It may only shrink: what passes must leave it, what fails may not join it.
import { readFileSync } from 'node:fs';

export function readKnown(path) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const entries = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map((line) => /^(\S+): (.+)$/.exec(line) ?? [line]);
  const bad = entries.find(([, , reason]) => !reason);
  if (bad) throw new Error(`${path}: a line is \`name: reason\`, not ${JSON.stringify(bad[0])}`);
  return new Map(entries.map(([, name, reason]) => [name, reason]));
}

/** `failures` is a set of names among `all`. What contradicts the list, one text each. */
export function contradictions(known, all, failures) {
  const present = new Set(all);
  return [
    ...[...failures].filter((name) => !known.has(name)).map((name) => `${name} fails and is not a known failure`),
    ...[...known.keys()].filter((name) => present.has(name) && !failures.has(name)).map((name) => `${name} passes: take it off the list of known failures`),
    ...[...known.keys()].filter((name) => !present.has(name)).map((name) => `${name} is a known failure but no test of the suite`),
  ];
}
