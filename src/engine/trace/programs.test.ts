/** Recordings of all programs of the tests can have happened, and survive a file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordProgram } from '../testing/record.ts';
import { decodeTrace } from './file/decode.ts';
import { encodeTrace } from './file/encode.ts';
import { validateTrace } from './validate.ts';

const folder = join(import.meta.dirname, '../testing/testdata/programs');
const schedules = ['go', 'random,3', 'pct,5+sync', 'random,7+access+adversarial'];

it('recordings of the test programs are legal, and are what they were after a file', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.go'));
  expect(names.length).toBeGreaterThan(100);
  for (const [i, name] of names.entries()) {
    const trace = recordProgram(readFileSync(join(folder, name), 'utf8'), schedules[i % schedules.length], 20_000);
    expect(validateTrace(trace), name).toEqual([]);
    expect(decodeTrace(encodeTrace(trace)), name).toMatchObject({ hash: trace.hash, length: trace.length });
  }
}, 60_000);
