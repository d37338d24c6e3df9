/** Pieces that loops and return statements share. */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import { must } from '../../base/assert.ts';
import { call } from './calls.ts';
import { convert, exprAs } from './convert.ts';
import type { Fn } from './fn.ts';
import { order } from './order.ts';
import type { Value } from './values.ts';

export function isBlank(e: syntax.Expr | undefined): boolean {
  return e === undefined || (e.kind === 'Ident' && e.name === '_');
}

/** The values of a return statement, converted to the result types of the function. */
export function returnValues(f: Fn, s: syntax.ReturnStmt): readonly Value[] {
  order(f, s.results, s.results.length === 1, f.resultTypes);
  const type = (i: number): Value['type'] => must(f.resultTypes[i], 'type of result');
  const only = s.results[0] && unparen(s.results[0]);
  if (only?.kind === 'CallExpr' && s.results.length === 1 && f.resultTypes.length > 1) return call(f, only).map((value, i) => convert(f, value, type(i)));
  return s.results.map((e, i) => exprAs(f, e, type(i)));
}
