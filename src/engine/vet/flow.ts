/** The flow of control through a function's statements, as far as a check that asks for paths needs it. */
import type * as syntax from '../syntax/nodes.ts';
import { unparen } from '../syntax/paren.ts';
import type { Pos } from '../syntax/positions.ts';
import { walk } from '../syntax/walk.ts';
import { calledFunction, fullName } from './pass.ts';

/** A statement or operand that is executed as a whole, and where control goes behind it. */
export interface Step {
  readonly parts: readonly (syntax.Expr | syntax.Stmt | syntax.VarDecl)[];
  readonly next: Step[];
  /** The function is left here. */
  readonly leaves: { readonly pos: Pos; readonly end: Pos } | undefined;
}

interface Target { readonly breakTo: Step; readonly continueTo: Step | undefined }

const endings: ReadonlySet<string> = new Set([
  'os.Exit', 'runtime.Goexit', ...['log.', '(*log.Logger).'].flatMap((prefix) => ['Fatal', 'Fatalf', 'Fatalln', 'Panic', 'Panicf', 'Panicln'].map((name) => prefix + name)),
]);

/** The first step of a function's body. */
export function flowOf(body: syntax.BlockStmt): Step {
  return new Flow().body(body);
}

/** Built from the end: each statement is given what follows it, and gives its first step. */
class Flow {
  private readonly targets = new Map<syntax.Stmt, Target>();
  private readonly labels = new Map<syntax.Stmt, Step>();

  body(block: syntax.BlockStmt): Step {
    // Labels first: a goto may lead forward.
    walk(block, (node) => {
      if (node.kind === 'LabeledStmt') this.labels.set(node, step([]));
      return node.kind !== 'FuncLit';
    });
    const end: Step = { parts: [], next: [], leaves: { pos: block.rbrace, end: block.rbrace + 1 } };
    return this.list(block.list, end);
  }

  private list(list: readonly syntax.Stmt[], follow: Step): Step {
    return list.reduceRight((next, s) => this.statement(s, next), follow);
  }

  private statement(s: syntax.Stmt, follow: Step, label?: syntax.LabeledStmt): Step {
    switch (s.kind) {
      case 'ReturnStmt':
        return { parts: [s], next: [], leaves: s };
      case 'BlockStmt':
        return this.list(s.list, follow);
      case 'LabeledStmt': {
        const entry = this.labels.get(s) ?? step([]);
        entry.next.push(this.statement(s.body, follow, s));
        return entry;
      }
      case 'IfStmt': {
        const test = step([s.cond], this.list(s.then.list, follow), s.else ? this.statement(s.else, follow) : follow);
        return this.initialised(s.init, test);
      }
      case 'ForStmt':
        return this.loop(s, follow, label);
      case 'RangeStmt': {
        const head = step([], follow);
        this.aim(s, label, { breakTo: follow, continueTo: head });
        head.next.push(this.list(s.body.list, head));
        return step([s.x, ...[s.key, s.value].flatMap((e) => e ?? [])], head);
      }
      case 'SwitchStmt':
      case 'TypeSwitchStmt':
        return this.clauses(s, follow, label);
      case 'SelectStmt':
        this.aim(s, label, { breakTo: follow, continueTo: undefined });
        return step([], ...s.clauses.map((clause) => step(clause.comm ? [clause.comm] : [], this.list(clause.body, follow))));
      case 'BranchStmt':
        return step([], ...this.branch(s));
      case 'ExprStmt':
        return neverReturns(s.x) ? step([s]) : step([s], follow);
      case 'DeclStmt':
        return s.decls.reduceRight((next, decl) => (decl.kind === 'VarDecl' ? step([decl], next) : next), follow);
      default:
        return step([s], follow);
    }
  }

  private initialised(init: syntax.Stmt | undefined, then: Step): Step {
    return init ? this.statement(init, then) : then;
  }

  private aim(s: syntax.Stmt, label: syntax.LabeledStmt | undefined, target: Target): void {
    this.targets.set(s, target);
    if (label) this.targets.set(label, target);
  }

  private loop(s: syntax.ForStmt, follow: Step, label: syntax.LabeledStmt | undefined): Step {
    const head = step(s.cond ? [s.cond] : [], ...(s.cond ? [follow] : []));
    const again = s.post ? this.statement(s.post, head) : head;
    this.aim(s, label, { breakTo: follow, continueTo: again });
    head.next.push(this.list(s.body.list, again));
    return this.initialised(s.init, head);
  }

  private clauses(s: syntax.SwitchStmt | syntax.TypeSwitchStmt, follow: Step, label: syntax.LabeledStmt | undefined): Step {
    this.aim(s, label, { breakTo: follow, continueTo: undefined });
    let after = follow;
    const bodies = s.clauses.toReversed().map((clause) => {
      const last = clause.body.at(-1);
      const falls = last?.kind === 'BranchStmt' && last.tok === 'fallthrough';
      after = falls ? this.list(clause.body.slice(0, -1), after) : this.list(clause.body, follow);
      return s.kind === 'SwitchStmt' ? step(clause.exprs ?? [], after) : after;
    });
    const operand = s.kind === 'SwitchStmt' ? s.tag : s.x;
    const hasDefault = s.clauses.some((clause) => clause.exprs === undefined);
    return this.initialised(s.init, step(operand ? [operand] : [], ...bodies, ...(hasDefault ? [] : [follow])));
  }

  private branch(s: syntax.BranchStmt): Step[] {
    const target = s.$target;
    if (!target) return [];
    if (s.tok === 'goto') return [this.labels.get(target) ?? step([])];
    const known = this.targets.get(target);
    const to = s.tok === 'break' ? known?.breakTo : known?.continueTo;
    return to ? [to] : [];
  }
}

function step(parts: Step['parts'], ...next: Step[]): Step {
  return { parts, next, leaves: undefined };
}

function neverReturns(e: syntax.Expr): boolean {
  const call = unparen(e);
  if (call.kind !== 'CallExpr') return false;
  const fun = unparen(call.fun);
  if (fun.kind === 'Ident' && fun.$obj?.kind === 'Builtin') return fun.$obj.name === 'panic';
  const f = calledFunction(call);
  return f !== undefined && endings.has(fullName(f));
}
