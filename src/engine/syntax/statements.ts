/** Statements, except the headers of control clauses (headers.ts) and declarations. */
import { checkBranches } from './branches.ts';
import { HeaderParser } from './headers.ts';
import type {
  BlockStmt, BranchStmt, CaseClause, CommClause, DeclStmt, DeferStmt, Expr, ForStmt, GoStmt, Ident, IfStmt, RangeStmt, ReturnStmt,
  SelectStmt, Stmt, SwitchStmt, TypeSwitchStmt,
} from './nodes.ts';
import { unparen } from './paren.ts';
import type { Diagnostic, Pos } from './positions.ts';
import type { Operator } from './tokens.ts';

/** The unary operators a statement can begin with, `<-` apart. */
const beginsStatement: ReadonlySet<Operator> = new Set<Operator>(['+', '-', '*', '&', '^', '!']);

/** An if statement without what follows its block. */
type IfClause = Omit<IfStmt, 'else' | 'end'>;

export abstract class StatementParser extends HeaderParser {
  /** Wrong labels and branches. They count as mistakes in the meaning: a body that has some is complete. */
  readonly branchErrors: Diagnostic[] = [];

  protected override funcBody(): BlockStmt {
    this.functionDepth++;
    const before = this.errors.length;
    const body = this.block('');
    this.functionDepth--;
    // In a tree with holes labels and branches would be reported for no reason.
    if (this.errors.length === before) this.branchErrors.push(...checkBranches(body, this.fileName));
    return body;
  }

  /** StatementList = { Statement ";" } . */
  private stmtList(): Stmt[] {
    const list: Stmt[] = [];
    while (!this.at('EOF') && !this.at('}') && !this.at('case') && !this.at('default')) {
      const stmt = this.stmtOrNone();
      if (stmt === undefined) break;
      list.push(stmt);
      if (!this.got(';') && !this.at('}')) {
        this.syntaxError('at end of statement');
        this.advance(';', '}', 'case', 'default');
        this.got(';'); // not an empty statement
      }
    }
    return list;
  }

  private stmtOrNone(): Stmt | undefined {
    this.enter();
    const stmt = this.stmtHere();
    this.leave();
    return stmt;
  }

  /** Long because it is the table of statements by their first token. */
  private stmtHere(): Stmt | undefined {
    const pos = this.pos;
    switch (this.tok) {
      case 'name': return this.labeledOrSimple();
      case 'var':
      case 'const':
      case 'type': return this.declStmt();
      case '{': return this.block('');
      case 'operator':
      case '*': return beginsStatement.has(this.op) ? this.simpleStmt() : undefined;
      case 'literal':
      case 'func':
      case '(':
      case '[':
      case 'struct':
      case 'map':
      case 'chan':
      case 'interface':
      case '<-': return this.simpleStmt();
      case 'for': return this.forStmt();
      case 'switch': return this.switchStmt();
      case 'select': return this.selectStmt();
      case 'if': return this.ifStmt();
      case 'fallthrough':
      case 'break':
      case 'continue':
      case 'goto': return this.branch(this.tok);
      case 'go':
      case 'defer': return this.callStmt(this.tok);
      case 'return': return this.returnStmt();
      case ';': return { kind: 'EmptyStmt', pos, end: pos };
      default: return undefined;
    }
  }

  private labeledOrSimple(): Stmt | undefined {
    const list = this.exprList();
    const first = list[0];
    if (list.length === 1 && first?.kind === 'Ident' && this.at(':')) return this.labeled(first);
    return this.simpleStmt(list);
  }

  /** LabeledStmt = Label ":" Statement . */
  private labeled(label: Ident): Stmt | undefined {
    const colon = this.pos;
    this.next();
    const body: Stmt | undefined = this.at('}') ? { kind: 'EmptyStmt', pos: this.pos, end: this.pos } : this.stmtOrNone();
    if (body !== undefined) return { kind: 'LabeledStmt', pos: label.pos, end: this.prevEnd, label, body };
    this.syntaxError('missing statement after label', colon);
    return undefined;
  }

  /** Block = "{" StatementList "}" . `context` says after what it stands; it is empty where the current token is known to be `{`. */
  private block(context: string): BlockStmt {
    const pos = this.pos;
    if (!this.got('{')) {
      this.syntaxError(`expected { after ${context}`);
      this.advance('name', '}');
      const rbrace = this.pos;
      if (this.got('}')) return { kind: 'BlockStmt', pos, end: this.endOf(pos), list: [], rbrace };
    }
    const list = this.stmtList();
    const rbrace = this.pos;
    this.want('}');
    return { kind: 'BlockStmt', pos, end: this.endOf(pos), list, rbrace };
  }

  /** GoStmt = "go" Expression . DeferStmt = "defer" Expression . That it is a call is for the checker to say. */
  private callStmt(tok: 'go' | 'defer'): GoStmt | DeferStmt {
    const pos = this.pos;
    this.next();
    const x = this.primaryExpr(undefined);
    const call = unparen(x);
    if (call !== x) this.errorAt(x.pos, `expression in ${tok} must not be parenthesized`, 'InvalidSyntaxTree');
    return { kind: tok === 'go' ? 'GoStmt' : 'DeferStmt', pos, end: this.endOf(pos), call };
  }

  /** ReturnStmt = "return" [ ExpressionList ] . */
  private returnStmt(): ReturnStmt {
    const pos = this.pos;
    this.next();
    const results: Expr[] = this.at(';') || this.at('}') ? [] : this.exprList();
    return { kind: 'ReturnStmt', pos, end: this.endOf(pos), results };
  }

  /** "break" [ Label ] , "continue" [ Label ] , "goto" Label , "fallthrough" . */
  private branch(tok: BranchStmt['tok']): BranchStmt {
    const pos = this.pos;
    this.next();
    let label: Ident | undefined;
    if (tok === 'goto' || (tok !== 'fallthrough' && this.at('name'))) label = this.name();
    return { kind: 'BranchStmt', pos, end: this.endOf(pos), tok, label };
  }

  /** IfStmt = "if" [ SimpleStmt ";" ] Expression Block [ "else" ( IfStmt | Block ) ] . */
  private ifStmt(): IfStmt {
    // One else if behind the other: a deep tree, but written flat.
    const first = this.ifClause();
    const others: IfClause[] = [];
    let otherwise: IfStmt | BlockStmt | undefined;
    while (this.got('else')) {
      if (!this.at('if')) {
        otherwise = this.lastElse();
        break;
      }
      others.push(this.ifClause());
      this.checkElseIfs(others.length);
    }
    for (const clause of others.toReversed()) otherwise = { ...clause, end: this.endOf(clause.pos), else: otherwise };
    return { ...first, end: this.endOf(first.pos), else: otherwise };
  }

  private ifClause(): IfClause {
    const pos = this.pos;
    const { init, cond } = this.header('if');
    return { kind: 'IfStmt', pos, init, cond: cond ?? this.badExpr(pos), then: this.block('if clause') };
  }

  private lastElse(): BlockStmt | undefined {
    if (this.at('{')) return this.block('');
    this.syntaxError('else must be followed by if or statement block');
    this.advance('name', '}');
    return undefined;
  }

  /** ForStmt = "for" [ Condition | ForClause | RangeClause ] Block . */
  private forStmt(): ForStmt | RangeStmt {
    const pos = this.pos;
    const { init, cond, post, range } = this.header('for');
    const body = this.block('for clause');
    if (range === undefined) return { kind: 'ForStmt', pos, end: this.endOf(pos), init, cond, post, body };
    const { key, value, extra, define, x } = range;
    return { kind: 'RangeStmt', pos, end: this.endOf(pos), key, value, ...(extra && { extra }), define, x, body };
  }

  /** ExprSwitchStmt = "switch" [ SimpleStmt ";" ] [ Expression ] "{" { ExprCaseClause } "}" , or with a guard a TypeSwitchStmt . */
  private switchStmt(): SwitchStmt | TypeSwitchStmt {
    const pos = this.pos;
    const { init, cond, bind } = this.header('switch');
    const clauses: CaseClause[] = [];
    const rbrace = this.clauseList('switch', () => clauses.push(this.caseClause()));
    if (cond?.kind === 'TypeAssertExpr' && cond.type === undefined) {
      return { kind: 'TypeSwitchStmt', pos, end: this.endOf(pos), init, bind, x: cond.x, clauses, rbrace };
    }
    return { kind: 'SwitchStmt', pos, end: this.endOf(pos), init, tag: cond, clauses, rbrace };
  }

  /** SelectStmt = "select" "{" { CommClause } "}" . */
  private selectStmt(): SelectStmt {
    const pos = this.pos;
    this.next();
    const clauses: CommClause[] = [];
    const rbrace = this.clauseList('select', () => clauses.push(this.commClause()));
    return { kind: 'SelectStmt', pos, end: this.endOf(pos), clauses, rbrace };
  }

  private clauseList(keyword: 'switch' | 'select', clause: () => void): Pos {
    if (!this.got('{')) {
      this.syntaxError(`missing { after ${keyword} clause`);
      this.advance('case', 'default', '}');
    }
    while (!this.at('EOF') && !this.at('}')) clause();
    const rbrace = this.pos;
    this.want('}');
    return rbrace;
  }

  /** CaseClause = ( "case" ExpressionList | "default" ) ":" StatementList . In a type switch the expressions are types. */
  private caseClause(): CaseClause {
    const pos = this.pos;
    const exprs = this.got('case') ? this.exprList() : this.defaultLabel();
    const colon = this.pos;
    this.want(':');
    const body = this.stmtList();
    return { kind: 'CaseClause', pos, end: this.endOf(pos), exprs, body, colon };
  }

  /** CommClause = ( "case" ( SendStmt | RecvStmt ) | "default" ) ":" StatementList . Which statements are allowed is checked later. */
  private commClause(): CommClause {
    const pos = this.pos;
    const comm = this.got('case') ? this.simpleStmt() : this.defaultLabel();
    const colon = this.pos;
    this.want(':');
    const body = this.stmtList();
    return { kind: 'CommClause', pos, end: this.endOf(pos), comm, body, colon };
  }

  private defaultLabel(): undefined {
    if (this.got('default')) return;
    this.syntaxError('expected case or default or }');
    this.advance(':', 'case', 'default', '}');
  }

  /** The file's name, for messages that mention another position. */
  protected abstract readonly fileName: string;
  protected abstract declStmt(): DeclStmt;
}
