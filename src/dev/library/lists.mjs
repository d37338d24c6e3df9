// What Go's packages export: read from the api/ folder of an installed Go, and from later.txt for what came after it.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The api/ folder of an installed Go, undefined if there is none. */
export const apiFolder = ['/usr/lib/go-1.19/api', '/usr/share/go-1.19/api', '/usr/local/go/api'].find((path) => existsSync(path));

/** The version of Go up to which the lists are read; everything later stands in later.txt. */
export const lastListed = 19;

const minorOf = (name) => Number(/^go1\.(\d+)\.txt$/.exec(name)?.[1] ?? 0);

/**
 * One line of a list without its package, as [name, declaration]: a method is named `T.M`, a field or a method of an interface as well.
 * Undefined for lines that only repeat what others say.
 */
function featureOf(text) {
  const line = text.replace(/\s+(#\d+|\/\/.*)$/, '').trim();
  const member = /^type (\w+)(?:\[.*?\])? (?:struct|interface), (?:embedded \*?(?:\w+\.)?)?(\w+)/.exec(line);
  if (member) return [`${member[1]}.${member[2]}`, line];
  const method = /^method \(\*?(\w+)(?:\[.*?\])?\) (\w+)/.exec(line);
  if (method) return [`${method[1]}.${method[2]}`, line];
  const other = /^(?:func|type|var|const) (\w+)/.exec(line);
  // A constant has a line for its type and one for its value: the type's is kept.
  return other && !/^const \w+ =/.test(line) ? [other[1], line] : undefined;
}

/** Exported names of each package as [name, declaration] (of several declarations, over time, the last). */
export function listedFeatures(folder, packages) {
  const wanted = new Map(packages.map((path) => [path, new Map()]));
  const names = readdirSync(folder).filter((name) => /^go1(\.\d+)?\.txt$/.test(name) && minorOf(name) <= lastListed);
  for (const name of names.sort((a, b) => minorOf(a) - minorOf(b))) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      // What only some systems have is followed by them in parentheses: left out.
      const [, path, text] = /^pkg ([\w/]+), (.*)$/.exec(line) ?? [];
      const feature = text && wanted.has(path) ? featureOf(text) : undefined;
      if (feature && !/^type \w+ interface, unexported/.test(text)) wanted.get(path).set(...feature);
    }
  }
  return wanted;
}

/** The type in a declaration of a function, method, variable or field, to be compared with typeText; "" where it cannot be. */
export function typeOf(declaration) {
  const signature = /^(?:func \w+|method \(.*?\) \w+|type \w+ interface, \w+)(\(.*)$/.exec(declaration)?.[1];
  if (signature) return `func${signature}`;
  return /^(?:var \w+|type \w+ struct, \w+) (.*)$/.exec(declaration)?.[1] ?? '';
}

/**
 * The short lists kept by hand, as package → name → remark. later.txt: the version that added it; absent.txt: why we do not have it. A line is
 * `package remark: names`, with `T.{A B}` for T.A and T.B, and `*` at the end of a name for any rest.
 */
export function readNames(text) {
  const packages = new Map();
  for (const line of text.split('\n')) {
    const [, path, remark, names] = /^(\S+) (.+?): (.*)$/.exec(line.startsWith('#') ? '' : line) ?? [];
    if (!path) continue;
    const list = packages.get(path) ?? new Map();
    packages.set(path, list);
    for (const [, name, members] of names.matchAll(/([\w.*]+?)(?:\.\{([^}]*)\})?(?:\s|$)/g)) {
      if (members === undefined) list.set(name, remark);
      else for (const member of members.split(' ')) list.set(`${name}.${member}`, remark);
    }
  }
  return packages;
}
