/** Marks: where a statement of the program begins. One mark is one step. Library code has none; its loops poll instead. */
import type { Stmt } from '../ir/ir.ts';
import type * as syntax from '../syntax/nodes.ts';
import { noPos, type Pos } from '../syntax/positions.ts';
import type { Fn } from './fn.ts';

export interface Spot { readonly pos: Pos; readonly end: Pos }

export function mark(f: Fn, { pos, end }: Spot): void {
  if (f.library) return;
  f.site = f.siteAt(pos, end);
  f.emit({ k: 'mark', site: f.site });
}

/** The site of what follows, without a step of its own. */
export function at(f: Fn, { pos, end }: Spot): void {
  if (!f.library) f.site = f.siteAt(pos, end);
}

/** Makes the code of an expression. Where its operator stands on another line than the statement begins on, a panic is shown there. */
export function onLine<T>(f: Fn, e: syntax.Expr, make: () => T): T {
  const pos = f.library ? noPos : operatorPos(e);
  if (pos === noPos || f.world.isSameLine(f.site, pos)) return make();
  const statement = f.site;
  f.site = f.siteAt(pos, e.end);
  const made = make();
  f.site = statement;
  return made;
}

function operatorPos(e: syntax.Expr): Pos {
  switch (e.kind) {
    case 'IndexExpr':
    case 'SliceExpr':
      return e.lbrack;
    case 'TypeAssertExpr':
    case 'SelectorExpr':
      return e.x.end;
    case 'BinaryExpr':
      return e.opPos;
    case 'StarExpr':
      return e.pos;
    default:
      return noPos;
  }
}

/** Loops of the library that call or allocate can be interrupted. */
export function pollIn(f: Fn, body: readonly Stmt[]): readonly Stmt[] {
  return f.library && body.some(mayTakeLong) ? [{ k: 'poll' }, ...body] : body;
}

function mayTakeLong(stmt: Stmt): boolean {
  switch (stmt.k) {
    case 'call':
    case 'native':
      return true;
    case 'if':
      return stmt.then.some(mayTakeLong) || stmt.else.some(mayTakeLong);
    case 'block':
    case 'loop':
      return stmt.body.some(mayTakeLong);
    default:
      return false;
  }
}
