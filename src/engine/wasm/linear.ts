/**
 * Flattens structured code around suspend points into a straight line of items with labels, so that a function can be resumed at any of
 * them. Code without suspend points stays structured: it becomes plain WebAssembly control flow.
 *
 * Example: `loop L { mark; if c { br B }; call f; br L }` (inside block B) becomes
 *     L: mark   jumpIf c → B   call f   [resume]   jump L   B:
 */
import { bug } from '../../base/assert.ts';
import type { Expr, LabelId, Stmt } from '../ir/ir.ts';

export type Item =
  /** No suspend point and no label inside. */
  | { readonly i: 'plain'; readonly stmt: Stmt }
  /** A place that jumps or the machine go to. */
  | { readonly i: 'label'; readonly label: number }
  | { readonly i: 'jump'; readonly label: number }
  | { readonly i: 'jumpUnless'; readonly cond: Expr; readonly label: number }
  | { readonly i: 'switch'; readonly value: Expr; readonly labels: readonly number[]; readonly other: number }
  /** The head of a loop, where its fast version can be entered; `end` is the label behind the loop. */
  | { readonly i: 'fast'; readonly loop: Extract<Stmt, { k: 'loop' }>; readonly end: number }
  /** Suspending statements; `resume` is the label to go on at (before a mark, behind the others). */
  | { readonly i: 'suspend'; readonly stmt: Extract<Stmt, { k: 'mark' | 'poll' | 'call' | 'native' }>; readonly resume: number };

export interface Linear {
  readonly items: readonly Item[];
  /** Labels of `Stmt`s (block, loop, label) to labels of items. */
  readonly targets: ReadonlyMap<LabelId, number>;
  readonly labels: number;
  readonly deferPoint: number | undefined;
  /** Where each suspending statement is resumed: labels of items. Undefined if a statement stands at two places. */
  readonly resumes: ReadonlyMap<Stmt, number> | undefined;
}

export function suspends(stmt: Stmt): boolean {
  switch (stmt.k) {
    case 'mark':
    case 'poll':
    case 'call':
      return true;
    case 'native':
      return stmt.native.blocks;
    case 'label':
    case 'deferPoint':
      return true;
    case 'if':
      return stmt.then.some(suspends) || stmt.else.some(suspends);
    case 'block':
    case 'loop':
      return stmt.body.some(suspends);
    default:
      return false;
  }
}

export function linearize(body: readonly Stmt[]): Linear {
  const items: Item[] = [];
  const targets = new Map<LabelId, number>();
  const resumes = new Map<Stmt, number>();
  let unique = true;
  let labels = 0;
  let deferPoint: number | undefined;
  const newLabel = () => labels++;
  const target = (label: LabelId) => {
    let found = targets.get(label);
    if (found === undefined) targets.set(label, (found = newLabel()));
    return found;
  };
  const place = (label: number) => items.push({ i: 'label', label });

  const suspendAt = (stmt: Extract<Stmt, { k: 'mark' | 'poll' | 'call' | 'native' }>) => {
    const resume = newLabel();
    unique &&= !resumes.has(stmt);
    resumes.set(stmt, resume);
    if (stmt.k === 'mark') place(resume);
    items.push({ i: 'suspend', stmt, resume });
    if (stmt.k !== 'mark') place(resume);
    if (stmt.k === 'call') items.push({ i: 'plain', stmt });
  };

  const ifStmt = (stmt: Extract<Stmt, { k: 'if' }>) => {
    const otherwise = newLabel();
    items.push({ i: 'jumpUnless', cond: stmt.cond, label: otherwise });
    stmt.then.forEach(visit);
    if (stmt.else.length === 0) {
      place(otherwise);
      return;
    }
    const end = newLabel();
    items.push({ i: 'jump', label: end });
    place(otherwise);
    stmt.else.forEach(visit);
    place(end);
  };

  function visit(stmt: Stmt): void {
    switch (stmt.k) {
      case 'br':
      case 'goto':
        items.push({ i: 'jump', label: target(stmt.label) });
        return;
      case 'switch':
        items.push({ i: 'switch', value: stmt.value, labels: stmt.labels.map(target), other: target(stmt.other) });
        return;
      case 'label':
        place(target(stmt.label));
        return;
      case 'deferPoint':
        if (deferPoint !== undefined) bug('two defer points in a function');
        place((deferPoint = newLabel()));
        return;
      default:
    }
    if (!suspends(stmt)) {
      items.push({ i: 'plain', stmt });
      return;
    }
    switch (stmt.k) {
      case 'mark':
      case 'poll':
      case 'call':
      case 'native':
        suspendAt(stmt);
        return;
      case 'if':
        ifStmt(stmt);
        return;
      case 'block':
        stmt.body.forEach(visit);
        place(target(stmt.label));
        return;
      case 'loop': {
        const end = newLabel();
        place(target(stmt.label));
        items.push({ i: 'fast', loop: stmt, end });
        stmt.body.forEach(visit);
        place(end);
        return;
      }
      default:
        bug(`cannot suspend in ${stmt.k}`);
    }
  }
  body.forEach(visit);
  return { items, targets, labels, deferPoint, resumes: unique ? resumes : undefined };
}

