/**
 * The checks of go vet that matter here, in its words: mistakes that compile. Each is a file; all work on a checked tree without errors.
 */
import type { Diagnostic } from '../syntax/positions.ts';
import type { Package } from '../types/objects.ts';
import { copylocks } from './copylocks.ts';
import { loopclosure } from './loopclosure.ts';
import { lostcancel } from './lostcancel.ts';
import { type Check, Pass } from './pass.ts';
import { printf } from './printf.ts';
import { unusedresult } from './unusedresult.ts';

const checks: Readonly<Record<string, Check>> = { copylocks, loopclosure, lostcancel, printf, unusedresult };

/** Sorted by position; the code is the check's name. */
export function vetPackage(pkg: Package): Diagnostic[] {
  return Object.entries(checks)
    .flatMap(([name, check]) => {
      const pass = new Pass(pkg, name);
      check(pass);
      return pass.diagnostics;
    })
    .sort((a, b) => a.pos - b.pos);
}
