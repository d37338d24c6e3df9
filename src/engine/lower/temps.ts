/**
 * Finds the locals that never live over a suspend point, so that they need no slot in the frame.
 *
 * Statements are numbered in the order of the text. A local is a temporary if no suspend point lies between its first and its last
 * occurrence; an occurrence inside a loop that begins after the first one counts as reaching to the loop's end. Locals made by the
 * lowering are always set before they are read, on every path; variables of the source are kept by the caller.
 */
import type { Dest, Expr, LabelId, Local, LocalId, Stmt } from '../ir/ir.ts';

interface Roots { readonly params: readonly Exclude<Dest, undefined>[]; readonly closure: LocalId | undefined; readonly keep: ReadonlySet<LocalId> }
interface Span { first: number; last: number }

export function markTemps(locals: readonly Local[], body: readonly Stmt[], roots: Roots): Local[] {
  const scan = new Scan();
  scan.stmts(body);
  const spans = scan.spans();
  const kept = new Set(roots.keep);
  for (const param of roots.params) if (param.k === 'local') kept.add(param.id);
  if (roots.closure !== undefined) kept.add(roots.closure);
  return locals.map((local, id) => {
    const span = spans.get(id);
    return { ...local, temp: !kept.has(id) && (span === undefined || !scan.suspendsWithin(span)) };
  });
}

/** True at these statements' position the goroutine may be suspended. */
export function isSuspendPoint(stmt: Stmt): boolean {
  return stmt.k === 'mark' || stmt.k === 'poll' || stmt.k === 'call' || stmt.k === 'deferPoint' || (stmt.k === 'native' && stmt.native.blocks);
}

class Scan {
  private position = 0;
  private readonly occurrences: { readonly id: LocalId; readonly at: number }[] = [];
  private readonly suspends: number[] = [];
  private readonly loops: Span[] = [];
  private readonly labels = new Map<LabelId, number>();
  private readonly gotos: { readonly label: LabelId; readonly at: number }[] = [];

  stmts(list: readonly Stmt[]): void {
    for (const stmt of list) this.stmt(stmt);
  }

  private stmt(stmt: Stmt): void {
    this.position += 1;
    switch (stmt.k) {
      case 'set':
        this.expr(stmt.value);
        this.touch(stmt.local);
        break;
      case 'store':
        this.expr(stmt.addr);
        this.expr(stmt.value);
        break;
      case 'copy':
        [stmt.to, stmt.from, stmt.size].forEach((e) => this.expr(e));
        break;
      case 'zero':
        [stmt.to, stmt.size].forEach((e) => this.expr(e));
        break;
      case 'call':
      case 'go':
        if (stmt.callee.k === 'method') this.expr(stmt.callee.type);
        else if (stmt.callee.closure) this.expr(stmt.callee.closure);
        stmt.args.forEach((e) => this.expr(e));
        if (stmt.k === 'go') break;
        this.suspend();
        for (const dest of stmt.results) if (dest?.k === 'local') this.touch(dest.id);
        break;
      case 'native':
        stmt.args.forEach((e) => this.expr(e));
        if (stmt.native.blocks) this.suspend();
        stmt.results.forEach((id) => this.touch(id));
        break;
      case 'mark':
      case 'poll':
      case 'deferPoint':
        this.suspend();
        break;
      case 'panicIf':
        for (const e of [stmt.cond, stmt.a, stmt.b]) if (e) this.expr(e);
        break;
      case 'if':
        this.expr(stmt.cond);
        this.stmts(stmt.then);
        this.stmts(stmt.else);
        break;
      case 'switch':
        this.expr(stmt.value);
        break;
      case 'block':
        this.stmts(stmt.body);
        break;
      case 'loop': {
        const first = this.position;
        this.stmts(stmt.body);
        this.position += 1;
        this.loops.push({ first, last: this.position });
        break;
      }
      case 'label':
        this.labels.set(stmt.label, this.position);
        break;
      case 'goto':
        this.gotos.push({ label: stmt.label, at: this.position });
        break;
      case 'br':
      case 'return':
        break;
    }
  }

  private expr(e: Expr): void {
    switch (e.k) {
      case 'local':
        this.touch(e.id);
        break;
      case 'op':
        e.args.forEach((arg) => this.expr(arg));
        break;
      case 'load':
        this.expr(e.addr);
        break;
      case 'cond':
        [e.cond, e.then, e.else].forEach((x) => this.expr(x));
        break;
      case 'seq':
        this.stmts(e.stmts);
        this.expr(e.value);
        break;
      default:
        break;
    }
  }
  private touch(id: LocalId): void {
    this.occurrences.push({ id, at: this.position });
  }
  private suspend(): void {
    this.position += 1;
    this.suspends.push(this.position);
    this.position += 1;
  }

  spans(): Map<LocalId, Span> {
    const loops = [...this.loops];
    for (const { label, at } of this.gotos) {
      const target = this.labels.get(label);
      if (target !== undefined && target < at) loops.push({ first: target, last: at });
    }
    // Inner loops first, so that reaching out of one is seen by those around it.
    loops.sort((a, b) => b.first - a.first);
    const spans = new Map<LocalId, Span>();
    for (const { id, at } of this.occurrences) {
      const span = spans.get(id) ?? { first: at, last: at };
      span.last = Math.max(span.last, at);
      spans.set(id, span);
    }
    const starts = new Map<LocalId, Set<Span>>();
    for (const { id, at } of this.occurrences) {
      const span = spans.get(id);
      for (const loop of loops) {
        if (!span || at < loop.first || at > loop.last || span.first >= loop.first) continue;
        const seen = starts.get(id) ?? new Set();
        starts.set(id, seen);
        if (!seen.has(loop)) span.last = Math.max(span.last, loop.last);
        seen.add(loop);
      }
    }
    return spans;
  }
  suspendsWithin(span: Span): boolean {
    let low = 0;
    let high = this.suspends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.suspends[middle] ?? 0) > span.first) high = middle;
      else low = middle + 1;
    }
    const next = this.suspends[low];
    return next !== undefined && next < span.last;
  }
}
