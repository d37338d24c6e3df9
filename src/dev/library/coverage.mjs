// Coverage of Go's library by ours: the packages, what each should have, what it has, and docs/library.md that says so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ourFeatures } from './features.mjs';
import { lastListed, listedFeatures, readNames, typeOf } from './lists.mjs';

const here = import.meta.dirname;

/** The packages the library promises. */
const promised =
  `bufio bytes cmp container/heap container/list container/ring context encoding/json errors fmt io iter log maps math math/bits math/cmplx
math/rand math/rand/v2 os regexp runtime runtime/debug slices sort strconv strings sync sync/atomic testing testing/synctest text/tabwriter time unicode
unicode/utf8 golang.org/x/sync/errgroup golang.org/x/sync/semaphore golang.org/x/sync/singleflight golang.org/x/time/rate`.split(/\s+/);

/** What there is besides, because these need it or programs about concurrency like to import it. */
const besides = ['encoding', 'flag', 'reflect', 'unicode/utf16'];

const handKept = (name) => readNames(readFileSync(join(here, name), 'utf8'));

/**
 * @typedef {{ path: string, listed: Row, later: Row, reasons: Map<string, string[]>, unexplained: string[], compared: number, different: string[], names: string[] }} Coverage
 * @typedef {{ present: number, of: number }} Row
 */

/** @returns {Coverage[]} */
export function coverage(folder) {
  const packages = [...promised, ...besides];
  const listed = listedFeatures(folder, packages);
  const later = handKept('later.txt');
  const absent = handKept('absent.txt');
  return packages.map((path) =>
    coverageOf(path, listed.get(path) ?? new Map(), later.get(path) ?? new Map(), absent.get(path) ?? new Map()),
  );
}

function coverageOf(path, listed, later, absent) {
  const ours = ourFeatures(path) ?? new Map();
  const added = [...later.keys()].filter((name) => !listed.has(name));
  const count = (names) => ({ present: names.filter((name) => ours.has(name)).length, of: names.length });
  const wanted = [...listed.keys(), ...added];
  const unpromised = new Set(wanted.filter((name) => !ours.has(name) && reasonFor(name, absent)?.startsWith(outside)));
  const reasons = new Map();
  const unexplained = [];
  for (const name of wanted.filter((name) => !ours.has(name)).sort()) {
    const reason = reasonFor(name, absent);
    if (reason) reasons.set(reason, [...(reasons.get(reason) ?? []), name]);
    else unexplained.push(name);
  }
  const countPromised = (names) => count(names.filter((name) => !unpromised.has(name)));
  return {
    path,
    listed: countPromised([...listed.keys()]),
    later: countPromised(added),
    reasons,
    unexplained,
    compared: [...listed].filter(([name, declaration]) => typeOf(declaration) && ours.get(name)).length,
    different: [...listed].flatMap(([name, declaration]) => difference(`${path}.${name}`, typeOf(declaration), ours.get(name))),
    names: [...ours.keys()].sort(),
  };
}

/** Our type of a name is another than Go's. */
function difference(name, theirs, ours) {
  if (!theirs || !ours || theirs === ours) return [];
  return [`${name}: ${ours} instead of ${theirs}`];
}

/** How the reason begins where only a part of a package is promised: those names are not counted. */
const outside = 'not promised';

function reasonFor(name, absent) {
  for (const [pattern, reason] of absent) {
    if (pattern === name || (pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))) return reason;
  }
  return undefined;
}

const percent = ({ present, of }) => (of === 0 ? '' : `${((100 * present) / of).toFixed(1)} %`);
const fraction = (row) => (row.of === 0 ? '' : `${row.present} of ${row.of}`);

/** `Group`, `Group.Go`, `Group.Wait` as "Group (Go Wait)". */
function grouped(names) {
  const groups = new Map();
  for (const name of names) {
    const [owner, member] = name.split('.');
    const members = groups.get(owner) ?? [];
    groups.set(owner, members);
    if (member) members.push(member);
  }
  return [...groups].map(([owner, members]) => (members.length > 0 ? `${owner} (${members.join(' ')})` : owner)).join(', ');
}

/** The page, from coverage(). */
export function page(all) {
  const listed = all.filter(({ path }) => promised.includes(path));
  const total = (key) =>
    listed.reduce((sum, row) => ({ present: sum.present + row[key].present, of: sum.of + row[key].of }), { present: 0, of: 0 });
  const row = ({ path, listed, later }) =>
    `| [${path}](#${path.replace(/[^\w]/g, '')}) | ${fraction(listed)} | ${percent(listed)} | ${fraction(later)} |`;
  const table = (rows) => rows.map(row).join('\n');
  return `# The library's coverage

Written by \`node src/dev/library.mjs\` from the lists of exported names that come with Go (api/, up to Go 1.${lastListed}) and a list of later additions; a test
holds it to the sources. Types of functions, methods, variables and fields are those of Go. Counted are functions, types, variables, constants, and of types the exported methods and fields. What differs in
behaviour stands in \`src/engine/stdlib/README.md\`.

| package | names of Go 1.${lastListed} | | later names |
| --- | --- | --- | --- |
${table(listed)}
| all | ${fraction(total('listed'))} | ${percent(total('listed'))} | ${fraction(total('later'))} |

Besides, because these need them or because programs like them:

| package | names of Go 1.${lastListed} | | later names |
| --- | --- | --- | --- |
${table(all.filter(({ path }) => !promised.includes(path)))}

${all.map(section).join('\n\n')}
`;
}

function section(row) {
  const lines = [`## ${row.path}`, row.names.length > 0 ? `Present: ${grouped(row.names)}.` : 'Absent.'];
  if (row.names.length > 0) for (const [reason, names] of row.reasons) lines.push(`Absent (${reason}): ${grouped(names)}.`);
  if (row.names.length > 0 && row.unexplained.length > 0) lines.push(`Absent: ${grouped(row.unexplained)}.`);
  return lines.join('\n\n');
}
