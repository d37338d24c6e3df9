/**
 * Labels and branch statements of one function body: what break, continue and goto lead to, and whether they may.
 *
 * Function literals inside are bodies of their own; the parser has checked them already, so expressions are not looked at.
 */
import type { BlockStmt, BranchStmt, BranchTarget, CaseClause, CommClause, Ident, IfStmt, LabeledStmt, Stmt } from './nodes.ts';
import { columnOf, lineOf, type Diagnostic, type Pos } from './positions.ts';
import { exprListString } from './print.ts';

type Breakable = Exclude<BranchTarget, LabeledStmt>;
type Loop = Extract<BranchTarget, { readonly kind: 'ForStmt' | 'RangeStmt' }>;

/** A list of statements with a scope of its own. */
interface Block {
  readonly parent: Block | undefined;
  /** Where gc says it begins: at the brace, or at the case of a clause. */
  readonly start: Pos;
  /** The labelled statement that it is the body of, if any. */
  readonly labeled: LabeledStmt | undefined;
  /** Variables declared directly in it, in order. */
  readonly variables: { readonly pos: Pos; readonly names: string }[];
}

/** What an unlabelled branch statement refers to. */
interface Context {
  readonly breaks: Breakable | undefined;
  readonly continues: Loop | undefined;
  /** Directly in a clause of a switch: what a fallthrough at its end would mean. */
  readonly clause: 'middle' | 'last' | undefined;
}

interface Label {
  readonly stmt: LabeledStmt;
  readonly block: Block;
  used: boolean;
}

interface Goto {
  readonly stmt: BranchStmt;
  readonly label: Ident;
  readonly block: Block;
}

/** Checks a body and sets `$target` of its branch statements. `fileName` is for messages that mention a second position. */
export function checkBranches(body: BlockStmt, fileName: string): Diagnostic[] {
  const checker = new BranchChecker(fileName);
  checker.check(body);
  return checker.errors;
}

class BranchChecker {
  readonly errors: Diagnostic[] = [];
  private readonly fileName: string;
  private readonly labels = new Map<string, Label>();
  /** Resolved at the end, when all labels are known. */
  private readonly gotos: Goto[] = [];

  constructor(fileName: string) {
    this.fileName = fileName;
  }

  check(body: BlockStmt): void {
    this.block(undefined, body.pos, body.list, undefined, { breaks: undefined, continues: undefined, clause: undefined });
    for (const branch of this.gotos) this.resolveGoto(branch);
    for (const { stmt, used } of this.labels.values()) {
      if (!used) this.report(stmt.label.pos, `label ${stmt.label.name} defined and not used`, 'UnusedLabel');
    }
  }

  private report(pos: Pos, message: string, code: string): void {
    this.errors.push({ pos, message, code });
  }

  private posString(pos: Pos): string {
    return `${this.fileName}:${lineOf(pos)}:${columnOf(pos)}`;
  }

  private block(parent: Block | undefined, start: Pos, list: readonly Stmt[], labeled: LabeledStmt | undefined, context: Context): void {
    const block: Block = { parent, start, labeled, variables: [] };
    const last = list.findLastIndex((stmt) => stmt.kind !== 'EmptyStmt');
    list.forEach((stmt, i) => this.stmt(stmt, block, undefined, i === last ? context : { ...context, clause: undefined }));
  }

  /** `labeled` is the labelled statement whose body `stmt` is. Long because it is the table of statements that hold others. */
  private stmt(stmt: Stmt, block: Block, labeled: LabeledStmt | undefined, context: Context): void {
    const nested: Context = { ...context, clause: undefined };
    switch (stmt.kind) {
      case 'DeclStmt': {
        const variable = stmt.decls.find((decl) => decl.kind === 'VarDecl');
        if (variable !== undefined) block.variables.push({ pos: variable.pos, names: variable.names[0]?.name ?? '_' });
        break;
      }
      case 'AssignStmt':
        if (stmt.define) block.variables.push({ pos: stmt.opPos, names: exprListString(stmt.lhs) });
        break;
      case 'LabeledStmt':
        this.declare(stmt, block);
        this.stmt(stmt.body, block, stmt, context);
        break;
      case 'BranchStmt':
        this.branch(stmt, block, context);
        break;
      case 'BlockStmt':
        this.block(block, stmt.pos, stmt.list, labeled, nested);
        break;
      case 'IfStmt':
        this.ifStmt(stmt, block, labeled, nested);
        break;
      case 'ForStmt':
      case 'RangeStmt':
        this.block(block, stmt.body.pos, stmt.body.list, labeled, { breaks: stmt, continues: stmt, clause: undefined });
        break;
      case 'SwitchStmt':
      case 'TypeSwitchStmt':
      case 'SelectStmt':
        this.clauses(stmt.clauses, block, labeled, { ...nested, breaks: stmt });
        break;
      default:
    }
  }

  /** What follows an else is in a block of its own, inside those of the ifs before. */
  private ifStmt(first: IfStmt, outer: Block, labeled: LabeledStmt | undefined, context: Context): void {
    let parent = outer;
    for (let s: IfStmt = first; ; s = s.else) {
      this.block(parent, s.then.pos, s.then.list, labeled, context);
      if (s.else?.kind !== 'IfStmt') {
        if (s.else !== undefined) this.block(parent, s.else.pos, [s.else], labeled, context);
        return;
      }
      parent = { parent, start: s.else.pos, labeled, variables: [] };
    }
  }

  private clauses(clauses: readonly (CaseClause | CommClause)[], block: Block, labeled: LabeledStmt | undefined, context: Context): void {
    clauses.forEach((clause, i) => {
      const position = i === clauses.length - 1 ? 'last' : 'middle';
      this.block(block, clause.pos, clause.body, labeled, { ...context, clause: position });
    });
  }

  private declare(stmt: LabeledStmt, block: Block): void {
    const { name, pos } = stmt.label;
    if (name === '_') return;
    const earlier = this.labels.get(name);
    if (earlier === undefined) this.labels.set(name, { stmt, block, used: false });
    else this.report(pos, `label ${name} already defined at ${this.posString(earlier.stmt.label.pos)}`, 'DuplicateLabel');
  }

  private branch(stmt: BranchStmt, block: Block, context: Context): void {
    const { label } = stmt;
    if (label !== undefined) {
      if (stmt.tok === 'goto') this.gotos.push({ stmt, label, block });
      else this.labeledBranch(stmt, label, block);
      return;
    }
    switch (stmt.tok) {
      case 'break':
        stmt.$target = context.breaks;
        if (context.breaks === undefined) this.report(stmt.pos, 'break is not in a loop, switch, or select', 'MisplacedBreak');
        break;
      case 'continue':
        stmt.$target = context.continues;
        if (context.continues === undefined) this.report(stmt.pos, 'continue is not in a loop', 'MisplacedContinue');
        break;
      default:
        this.fallthrough(stmt, context);
    }
  }

  /** A fallthrough must be the last statement of a clause of an expression switch, and not of the last clause. */
  private fallthrough(stmt: BranchStmt, { breaks, clause }: Context): void {
    let message = 'fallthrough statement out of place';
    if (breaks?.kind === 'TypeSwitchStmt') {
      message = 'cannot fallthrough in type switch';
    } else if (breaks?.kind === 'SwitchStmt' && clause !== undefined) {
      if (clause === 'middle') return;
      message = 'cannot fallthrough final case in switch';
    }
    this.report(stmt.pos, message, 'MisplacedFallthrough');
  }

  /** The label of a break or continue must be that of a statement around it; as in gc, of several labels of one statement the last. */
  private labeledBranch(stmt: BranchStmt, { name, pos }: Ident, block: Block): void {
    const label = this.labels.get(name);
    if (label === undefined) {
      this.report(pos, `${stmt.tok} label not defined: ${name}`, 'UndeclaredLabel');
      return;
    }
    label.used = true;
    const { body } = label.stmt;
    const fits = isLoop(body) || (stmt.tok === 'break' && isBreakable(body));
    if (fits && isInside(block, label.stmt)) stmt.$target = body;
    else this.report(pos, `invalid ${stmt.tok} label ${name}`, 'MisplacedLabel');
  }

  /** A goto must not lead into a block, nor over a declaration of variables in the label's block. */
  private resolveGoto({ stmt, label, block }: Goto): void {
    const { name, pos } = label;
    const target = this.labels.get(name);
    if (target === undefined) {
      this.report(pos, `label ${name} not defined`, 'UndeclaredLabel');
      return;
    }
    target.used = true;
    if (!isWithin(block, target.block)) {
      this.report(pos, `goto ${name} jumps into block starting at ${this.posString(target.block.start)}`, 'JumpIntoBlock');
      return;
    }
    const skipped = target.block.variables.findLast((variable) => pos < variable.pos && variable.pos < target.stmt.pos);
    if (skipped === undefined) stmt.$target = target.stmt;
    else this.report(pos, `goto ${name} jumps over declaration of ${skipped.names} at ${this.posString(skipped.pos)}`, 'JumpOverDecl');
  }
}

function isLoop(stmt: Stmt): stmt is Loop {
  return stmt.kind === 'ForStmt' || stmt.kind === 'RangeStmt';
}

function isBreakable(stmt: Stmt): stmt is Breakable {
  return isLoop(stmt) || stmt.kind === 'SwitchStmt' || stmt.kind === 'TypeSwitchStmt' || stmt.kind === 'SelectStmt';
}

/** Whether a block belongs to the labelled statement. */
function isInside(block: Block, labeled: LabeledStmt): boolean {
  for (let b: Block | undefined = block; b !== undefined; b = b.parent) {
    if (b.labeled === labeled) return true;
  }
  return false;
}

function isWithin(inner: Block, outer: Block): boolean {
  for (let b: Block | undefined = inner; b !== undefined; b = b.parent) {
    if (b === outer) return true;
  }
  return false;
}
