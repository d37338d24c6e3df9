import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile } from './compile.ts';

const folder = fileURLToPath(new URL('../lower/testdata/', import.meta.url));
const programs = readdirSync(folder).filter((name, i) => name.endsWith('.go') && i % 3 === 0);

/** Everything that a run depends on. */
function image(name: string, trace: boolean): string {
  const files = [{ name, text: readFileSync(folder + name, 'utf8') }];
  const { program, code } = must(compile(files, { trace }).executable, name);
  const { entry, raise, gopanic, dispatch, globals, layouts, sites, types } = program;
  return JSON.stringify([[...code.bytes], [...code.staticData], entry, raise, gopanic, dispatch, globals, layouts, sites, types.map(({ methods, ...row }) => [row, methods.length])]);
}

it('what a program is compiled to does not depend on what was compiled before', () => {
  for (const trace of [false, true]) {
    const before = programs.map((name) => image(name, trace));
    expect([...programs].reverse().map((name) => image(name, trace)).reverse()).toEqual(before);
  }
});
