/**
 * The fast version of a function's code: structured as the source is, without a case per statement, so that the optimising compiler sees its loops. It
 * works on the same locals as the exact version and stands in the same WebAssembly function, so going over to that one is a branch.
 *
 * It is entered by fresh calls and, in the exact version, at the heads of loops. It charges fuel once for a group of statements, and where that does
 * not suffice the exact version executes them one by one. When a call suspends, the function is resumed in the exact version.
 *
 * A group is as many statements in a row as have no part that could observe the fuel: no call, loop, or native that records or looks at the time. Who
 * leaves a group in the middle (a branch, a run-time error) gives back what was charged too much.
 */
import { assertUnreachable, must } from '../../base/assert.ts';
import type { Expr, LabelId, Stmt } from '../ir/ir.ts';
import { blockingNative, callStmt, isQuiet, loadResults } from './calls.ts';
import { type Emitter, param } from './emitter.ts';
import { expression } from './expr.ts';
import { opcode } from './instructions.ts';
import { suspends } from './linear.ts';
import { charge, plainStmt, poll, returnStmt } from './stmt.ts';

/**
 * Statements of the intermediate code in a fast version at most: code is generated for it once more. Of the library, which is large and seldom where
 * the time goes, only the smallest functions have one.
 */
const largest = 400;
const largestOfLibrary = 12;

/** The whole function, if it lends itself to it; else nothing, and the exact version follows. */
export function fastFunction(emitter: Emitter): void {
  const { body } = emitter.func;
  if (!isStructured(emitter, body)) return;
  statements(emitter, body);
  returnStmt(emitter);
}

/** Control is at the head of the loop, in the exact version. */
export function fastLoop(emitter: Emitter, loop: Extract<Stmt, { k: 'loop' }>, end: number): void {
  if (!isStructured(emitter, [loop])) return;
  fastStmt(emitter, loop);
  emitter.jumpCase(emitter.caseOf(end));
}

function isStructured({ linear, func }: Emitter, body: readonly Stmt[]): boolean {
  const most = func.library ? largestOfLibrary : largest;
  let count = 0;
  const fits = (stmt: Stmt, open: readonly LabelId[]): boolean => {
    if (++count > most) return false;
    switch (stmt.k) {
      case 'label':
      case 'goto':
        return false;
      case 'switch':
        return [...stmt.labels, stmt.other].every((label) => open.includes(label));
      case 'if':
        return stmt.then.every((inner) => fits(inner, open)) && stmt.else.every((inner) => fits(inner, open));
      case 'block':
      case 'loop':
        return stmt.body.every((inner) => fits(inner, [...open, stmt.label]));
      default:
        return true;
    }
  };
  return linear.resumes !== undefined && body.every((stmt) => fits(stmt, []));
}

function statements(emitter: Emitter, body: readonly Stmt[]): void {
  const list = flat(body);
  list.forEach((stmt, i) => {
    if (stmt.k !== 'mark') fastStmt(emitter, stmt);
    else {
      emitter.site = stmt.site;
      if (emitter.ahead > 0) emitter.ahead--;
      else beginGroup(emitter, emitter.context.notes === 'statements' ? [stmt] : group(list, i));
    }
  });
}

/** Blocks that nobody leaves by name are no more than their content. */
function flat(list: readonly Stmt[]): readonly Stmt[] {
  if (!list.some((stmt) => stmt.k === 'block' && suspends(stmt))) return list;
  return list.flatMap((stmt) => (stmt.k === 'block' && suspends(stmt) && !leaves(stmt.body, stmt.label) ? flat(stmt.body) : [stmt]));
}

function leaves(body: readonly Stmt[], label: LabelId): boolean {
  return body.some((stmt) => {
    switch (stmt.k) {
      case 'br':
      case 'goto':
        return stmt.label === label;
      case 'switch':
        return stmt.other === label || stmt.labels.includes(label);
      case 'if':
        return leaves(stmt.then, label) || leaves(stmt.else, label);
      case 'block':
      case 'loop':
        return leaves(stmt.body, label);
      default:
        return false;
    }
  });
}

function beginGroup(emitter: Emitter, marks: readonly Mark[]): void {
  const [first, last] = [marks[0] as Mark, marks.at(-1) as Mark];
  emitter.get(param.fuel);
  emitter.i32(marks.length);
  emitter.out.u8(0x49); // i32.lt_u
  exitIf(emitter, resumeOf(emitter, first));
  charge(emitter, marks.length, last.site);
  emitter.ahead = marks.length - 1;
}

/** Goes over to the exact version at this case if the i32 on the stack is not zero. */
function exitIf(emitter: Emitter, target: number): void {
  const depth = emitter.caseDepth(target);
  if (depth === undefined) emitter.if(() => emitter.jumpBack(target));
  else {
    emitter.out.u8(opcode.brIf);
    emitter.out.u32(depth);
  }
}

function resumeOf(emitter: Emitter, stmt: Stmt): number {
  return emitter.caseOf(must(emitter.linear.resumes?.get(stmt), 'resume point'));
}

function fastStmt(emitter: Emitter, stmt: Stmt): void {
  if (!suspends(stmt)) {
    plainStmt(emitter, stmt);
    return;
  }
  switch (stmt.k) {
    case 'poll':
      poll(emitter, resumeOf(emitter, stmt));
      return;
    case 'call':
      callStmt(emitter, stmt, resumeOf(emitter, stmt));
      loadResults(emitter, stmt);
      return;
    case 'native':
      emitter.site = stmt.site;
      blockingNative(emitter, stmt, resumeOf(emitter, stmt));
      return;
    case 'if':
      expression(emitter, stmt.cond);
      emitter.if(() => {
        statements(emitter, stmt.then);
        if (stmt.else.length > 0) emitter.out.u8(opcode.else);
        statements(emitter, stmt.else);
      });
      return;
    case 'block':
    case 'loop':
      emitter.structured(stmt.k === 'block' ? opcode.block : opcode.loop, stmt.label, () => statements(emitter, stmt.body));
      return;
    case 'deferPoint':
      return;
    default:
      assertUnreachable(stmt as never);
  }
}

// ---- Groups

type Mark = Extract<Stmt, { k: 'mark' }>;

/** The statements of the group that begins with the mark at this index. */
function group(list: readonly Stmt[], from: number): readonly Mark[] {
  const marks: Mark[] = [];
  for (let i = from; i < list.length; i++) {
    const stmt = list[i] as Stmt;
    if (stmt.k === 'mark') marks.push(stmt);
    else if (!isSimple(stmt)) break;
  }
  return marks;
}

function isSimple(stmt: Stmt): boolean {
  switch (stmt.k) {
    case 'set':
      return isSimpleExpr(stmt.value);
    case 'store':
      return isSimpleExpr(stmt.addr) && isSimpleExpr(stmt.value);
    case 'copy':
      return isSimpleExpr(stmt.to) && isSimpleExpr(stmt.from) && isSimpleExpr(stmt.size);
    case 'zero':
      return isSimpleExpr(stmt.to) && isSimpleExpr(stmt.size);
    case 'panicIf':
      return [stmt.cond, stmt.a, stmt.b].every((expr) => expr === undefined || isSimpleExpr(expr));
    case 'native':
      return !stmt.native.blocks && isQuiet(stmt.native) && stmt.args.every(isSimpleExpr);
    case 'if':
      return isSimpleExpr(stmt.cond) && stmt.then.every(isSimple) && stmt.else.every(isSimple);
    case 'br':
    case 'return':
      return true;
    default:
      return false;
  }
}

function isSimpleExpr(expr: Expr): boolean {
  switch (expr.k) {
    case 'op':
      return expr.args.every(isSimpleExpr);
    case 'load':
      return isSimpleExpr(expr.addr);
    case 'cond':
      return isSimpleExpr(expr.cond) && isSimpleExpr(expr.then) && isSimpleExpr(expr.else);
    case 'seq':
      return expr.stmts.every(isSimple) && isSimpleExpr(expr.value);
    default:
      return true;
  }
}
