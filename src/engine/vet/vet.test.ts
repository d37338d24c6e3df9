import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../compile/compile.ts';
import { columnOf, lineOf } from '../syntax/positions.ts';
import { must } from '../../base/assert.ts';
import { vetPackage } from './index.ts';

/** `x.vet` is what go vet 1.19 says of `x.go`. Our package main is its "command-line-arguments". */
const folder = join(import.meta.dirname, 'testdata');
const names = readdirSync(folder).filter((name) => name.endsWith('.go'));

function wanted(name: string): string[] {
  const lines = readFileSync(join(folder, name.replace(/\.go$/, '.vet')), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.replaceAll('command-line-arguments.', 'main.')).sort();
}

function found(name: string): string[] {
  const { pkg, problems } = check([{ name, text: readFileSync(join(folder, name), 'utf8') }]);
  expect(problems).toEqual([]);
  return vetPackage(must(pkg, 'package')).map(({ pos, message }) => `${name}:${lineOf(pos)}:${columnOf(pos)}: ${message}`).sort();
}

describe('vet says what go vet says', () => {
  it.each(names)('%s', (name) => {
    expect(wanted(name).length).toBeGreaterThan(5);
    expect(found(name)).toEqual(wanted(name));
  });
});
