/** Type checking of a package: the way in. */
import type { File } from '../syntax/nodes.ts';
import type { Diagnostic } from '../syntax/positions.ts';
import { Checker } from './checker.ts';
import type { CheckInput } from './checker.ts';
import { collectObjects } from './collect.ts';
import { settleUntyped } from './conversion-untyped.ts';
import { resolve } from './decl.ts';
import { unusedImports } from './imports.ts';
import { initOrder } from './initorder.ts';
import { checkInstanceCycles } from './mono.ts';
import type { Obj, Package } from './objects.ts';

export type { CheckInput } from './checker.ts';

/**
 * Checks the files of a package and annotates their trees (info.ts). Diagnostics are sorted by position, without repetitions;
 * there is a package even if they are many.
 */
export function checkPackage(input: CheckInput): { pkg: Package; diagnostics: Diagnostic[] } {
  const c = new Checker(input);
  checkPackageNames(c, input.files);
  const { imports } = collectObjects(c);
  resolveAll(c);
  settleUntyped(c);
  initOrder(c);
  // What only all bodies together can tell.
  if (!input.lateBodies) {
    // Types in error may well look endless.
    if (c.diagnostics.length === 0) checkInstanceCycles(c);
    unusedImports(c, imports);
    unusedVariables(c);
  }
  checkMain(c);
  return { pkg: c.pkg, diagnostics: sorted(c.diagnostics) };
}

function checkPackageNames(c: Checker, files: readonly File[]): void {
  for (const { packageName } of files) {
    if (packageName.name !== c.pkg.name) {
      c.error(packageName, 'MismatchedPkgName', `package ${packageName.name}; expected package ${c.pkg.name}`);
    }
  }
}

/** Types first (so that methods are with them), aliases last among them; then the rest in source order; then what was put off. */
function resolveAll(c: Checker): void {
  const objects = [...c.decls.keys()];
  const isType = (object: Obj): boolean => object.kind === 'TypeName';
  for (const object of objects) if (isType(object)) resolve(c, object);
  for (const object of objects) if (!isType(object)) resolve(c, object);
  c.processDelayed(0);
}

function unusedVariables(c: Checker): void {
  for (const v of c.localVars) if (!v.used) c.softError(v.pos, 'UnusedVar', `declared and not used: ${v.name}`);
}

function checkMain(c: Checker): void {
  if (c.pkg.name !== 'main' || c.input.library || c.pkg.scope.objects.get('main')?.kind === 'Func') return;
  const last = c.input.files.at(-1);
  c.error(last?.packageName.pos ?? 0, 'MissingMain', 'function main is undeclared in the main package');
}

function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const inOrder = [...diagnostics].sort((a, b) => a.pos - b.pos);
  return inOrder.filter((d, i) => !(d.pos === inOrder[i - 1]?.pos && d.message === inOrder[i - 1]?.message));
}
