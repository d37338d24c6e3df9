/** Simple statements, and the headers of if, for and switch that are made of them. */
import { assertUnreachable } from '../../base/assert.ts';
import { ExpressionParser } from './expressions.ts';
import type { AssignStmt, BinaryOp, Expr, ExprStmt, Ident, IncDecStmt, SendStmt } from './nodes.ts';
import type { Pos } from './positions.ts';
import { exprListString, simpleStmtString } from './print.ts';

export type SimpleStmt = ExprStmt | SendStmt | IncDecStmt | AssignStmt;

/** [ ExpressionList "=" | IdentifierList ":=" ] "range" Expression */
export interface RangeClause {
  readonly key: Expr | undefined;
  readonly value: Expr | undefined;
  readonly extra: Expr | undefined;
  readonly define: boolean;
  readonly x: Expr;
}

export interface Header {
  readonly init: SimpleStmt | undefined;
  /** Condition or switch tag; for a type switch the guard, whose variable is `bind`. */
  readonly cond: Expr | undefined;
  readonly bind: Ident | undefined;
  readonly post: SimpleStmt | undefined;
  readonly range: RangeClause | undefined;
}

export type HeaderKeyword = 'if' | 'for' | 'switch';

const emptyHeader: Header = { init: undefined, cond: undefined, bind: undefined, post: undefined, range: undefined };

/** The `;` in a header. */
interface Separator {
  readonly pos: Pos;
  /** Scanner.lit of it; empty if it is missing. */
  readonly origin: string;
}

export abstract class HeaderParser extends ExpressionParser {
  /** SimpleStmt = ExpressionStmt | SendStmt | IncDecStmt | Assignment | ShortVarDecl . The left-hand side may have been read already. */
  protected simpleStmt(given?: Expr[]): SimpleStmt {
    const lhs = given ?? this.exprList();
    const x = lhs[0] ?? this.badExpr();
    if (this.at('=') || this.at(':=')) return this.assignment(lhs);
    if (lhs.length > 1) {
      this.syntaxError('expected := or = or comma');
      this.advance(';', '}');
      return { kind: 'ExprStmt', pos: x.pos, end: x.end, x };
    }
    switch (this.tok) {
      case 'assignOp': return this.assignOp(x);
      case 'incOp': return this.incDecStmt(x);
      case '<-': return this.send(x);
      default: return { kind: 'ExprStmt', pos: x.pos, end: x.end, x };
    }
  }

  private assignOp(x: Expr): AssignStmt {
    const opPos = this.pos;
    const op = this.op as BinaryOp; // the scanner combines only binary operators with =
    this.next();
    const rhs = [this.expr()];
    return { kind: 'AssignStmt', pos: x.pos, end: this.prevEnd, lhs: [x], rhs, define: false, op, opPos };
  }

  private incDecStmt(x: Expr): IncDecStmt {
    const op = this.op === '+' ? '++' : '--';
    this.next();
    return { kind: 'IncDecStmt', pos: x.pos, end: this.prevEnd, x, op };
  }

  private send(chan: Expr): SendStmt {
    const arrow = this.pos;
    this.next();
    const value = this.expr();
    return { kind: 'SendStmt', pos: chan.pos, end: this.prevEnd, chan, value, arrow };
  }

  private assignment(lhs: Expr[]): AssignStmt {
    const opPos = this.pos;
    const define = this.at(':=');
    this.next();
    return this.assignTo(lhs, opPos, define);
  }

  /** The operator has been read. */
  private assignTo(lhs: Expr[], opPos: Pos, define: boolean): AssignStmt {
    const rhs = this.exprList();
    return { kind: 'AssignStmt', pos: lhs[0]?.pos ?? opPos, end: this.prevEnd, lhs, rhs, define, op: undefined, opPos };
  }

  /** What stands between the keyword and the block. A `{` ends it unless it is inside brackets or parentheses. */
  protected header(keyword: HeaderKeyword): Header {
    this.next();
    if (this.at('{')) {
      if (keyword !== 'if') return emptyHeader;
      this.syntaxError('missing condition in if statement');
      return { ...emptyHeader, cond: this.badExpr() };
    }
    const outerLevel = this.exprLevel;
    this.exprLevel = -1;
    const header = this.clauses(keyword);
    this.exprLevel = outerLevel;
    return header;
  }

  private clauses(keyword: HeaderKeyword): Header {
    let init: SimpleStmt | undefined;
    if (!this.at(';')) {
      if (this.got('var')) this.syntaxError(`var declaration not allowed in ${keyword} initializer`);
      const first = keyword === 'for' ? this.rangeOrSimple() : this.simpleStmt();
      if (!('kind' in first)) return { ...emptyHeader, range: first };
      init = first;
    }
    if (this.at('{')) return { ...emptyHeader, ...this.condition(keyword, init) };

    const semi: Separator = { pos: this.pos, origin: this.at(';') ? this.lit : '' };
    this.separator();
    if (keyword === 'for') return { ...emptyHeader, init, ...this.forClause() };
    const cond = this.at('{') ? undefined : this.simpleStmt();
    if (cond === undefined && keyword === 'if' && semi.origin !== '') return { ...emptyHeader, init, cond: this.noCondition(semi) };
    return { ...emptyHeader, init, ...this.condition(keyword, cond) };
  }

  private separator(): void {
    if (this.got(';')) return;
    // Asking for the block rather than for a semicolon makes the better message.
    this.want('{');
    if (!this.at('{')) this.advance('{', '}');
  }

  /** RangeClause = [ ExpressionList "=" | IdentifierList ":=" ] "range" Expression . Or the simple statement that stands in its place. */
  private rangeOrSimple(): RangeClause | SimpleStmt {
    if (this.at('range')) return this.rangeClause([], false);
    const lhs = this.exprList();
    const define = this.at(':=');
    if (!define && !this.at('=')) return this.simpleStmt(lhs);
    const opPos = this.pos;
    this.next();
    return this.at('range') ? this.rangeClause(lhs, define) : this.assignTo(lhs, opPos, define);
  }

  private rangeClause(lhs: readonly Expr[], define: boolean): RangeClause {
    this.next();
    const x = this.expr();
    const [key, value, extra] = lhs;
    return { key, value, extra, define, x };
  }

  /** ForClause = [ InitStmt ] ";" [ Condition ] ";" [ PostStmt ] , from the condition on. */
  private forClause(): Pick<Header, 'cond' | 'post'> {
    let condStmt: SimpleStmt | undefined;
    if (!this.at(';')) {
      if (this.at('{')) {
        this.syntaxError('expected for loop condition');
        return { cond: undefined, post: undefined };
      }
      condStmt = this.simpleStmt();
    }
    this.want(';');
    let post: SimpleStmt | undefined;
    if (!this.at('{')) {
      post = this.simpleStmt();
      if (post.kind === 'AssignStmt' && post.define) this.syntaxError('cannot declare in post statement of for loop', post.opPos);
    }
    return { cond: this.condition('for', condStmt).cond, post };
  }

  /** The statement in the place of a condition, which must be an expression, or after `switch` the guard of a type switch. */
  private condition(keyword: HeaderKeyword, stmt: SimpleStmt | undefined): Pick<Header, 'cond' | 'bind'> {
    if (stmt === undefined) return { cond: undefined, bind: undefined };
    if (stmt.kind === 'ExprStmt') return { cond: stmt.x, bind: undefined };
    const guard = keyword === 'switch' ? typeSwitchGuard(stmt) : undefined;
    if (guard !== undefined) return guard;
    this.syntaxError(`cannot use ${quoteStatement(stmt)} as value`, operatorPos(stmt));
    return { cond: undefined, bind: undefined };
  }

  private noCondition({ pos, origin }: Separator): Expr {
    const message = origin === 'semicolon' ? 'missing condition in if statement' : `unexpected ${origin}, expected { after if clause`;
    this.syntaxError(message, pos);
    return this.badExpr(pos);
  }
}

/** TypeSwitchGuard = identifier ":=" PrimaryExpr "." "(" "type" ")" . */
function typeSwitchGuard(stmt: SimpleStmt): Pick<Header, 'cond' | 'bind'> | undefined {
  if (stmt.kind !== 'AssignStmt' || !stmt.define || stmt.lhs.length !== 1 || stmt.rhs.length !== 1) return undefined;
  const [bind] = stmt.lhs;
  const [cond] = stmt.rhs;
  if (bind?.kind !== 'Ident' || cond?.kind !== 'TypeAssertExpr' || cond.type !== undefined) return undefined;
  return { cond, bind };
}

/** `=` for `==` is a common slip: plain assignments are named as such, and operands in parentheses let the `=` stand out. */
function quoteStatement(stmt: SimpleStmt): string {
  if (stmt.kind !== 'AssignStmt' || stmt.define || stmt.op !== undefined) return simpleStmtString(stmt);
  const quote = (list: readonly Expr[]) => {
    const text = exprListString(list);
    return list.length === 1 && list[0]?.kind === 'BinaryExpr' ? `(${text})` : text;
  };
  return `assignment ${quote(stmt.lhs)} = ${quote(stmt.rhs)}`;
}

function operatorPos(stmt: SimpleStmt): Pos {
  switch (stmt.kind) {
    case 'AssignStmt': return stmt.opPos;
    case 'SendStmt': return stmt.arrow;
    case 'IncDecStmt': return stmt.end - stmt.op.length;
    case 'ExprStmt': return stmt.pos;
    default: return assertUnreachable(stmt);
  }
}
