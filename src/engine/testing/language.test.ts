/**
 * The language beyond Go 1.19, from the specification: `FEATURE.go` runs and does what `FEATURE.out` says; `FEATURE_errors.go` is refused for what its
 * comments say and for nothing else. No Go at hand knows these features: what is wanted was reasoned from the specification's text. Where there is a
 * `FEATURE.old.out`, the same program does that where its file asks for the Go before the feature.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../index.ts';
import { outcomeOf } from './outcome.ts';
import { outcomeText } from './scripted.ts';
import { compareErrors, wantedErrors } from '../types/wantedErrors.ts';

const folder = join(import.meta.dirname, 'testdata/language');
const names = readdirSync(folder).filter((name) => name.endsWith('.go')).map((name) => name.slice(0, -'.go'.length));
const mistaken = names.filter((name) => name.endsWith('_errors'));
const running = names.filter((name) => !name.endsWith('_errors'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

it('every feature has a program that runs and one that is refused', () => {
  expect(running.length).toBeGreaterThan(15);
  expect(mistaken.length).toBeGreaterThan(10);
});

describe('programs do what the specification says', () => {
  it.each(running)('%s', (name) => {
    expect(outcomeText(outcomeOf(name, read(`${name}.go`)))).toBe(read(`${name}.out`));
  });
});

describe('programs for an older Go do as they did', () => {
  const older = { loop_variables: '//go:build go1.21' };
  it.each(Object.entries(older))('%s', (name, version) => {
    expect(outcomeText(outcomeOf(name, `${version}\n\n${read(`${name}.go`)}`))).toBe(read(`${name}.old.out`));
  });
});

describe('mistakes are reported where and as the comments say, and nothing else is', () => {
  it.each(mistaken)('%s', (name) => {
    const text = read(`${name}.go`);
    const wanted = wantedErrors(text);
    expect(wanted).not.toEqual([]);
    const { problems } = check([{ name: `${name}.go`, text }]);
    expect(compareErrors(wanted, problems, (message, pattern) => new RegExp(pattern).test(message))).toEqual({ missing: [], unexpected: [] });
  });
});
