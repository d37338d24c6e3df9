/**
 * Checks that intermediate code keeps its rules: operand types match, locals that live over suspend points have slots, labels exist,
 * arguments fit signatures, expressions contain only what may stand in them. For tests.
 */
import { must } from '../../base/assert.ts';
import type { Callee, Dest, Expr, Func, FuncSig, LabelId, LocalId, Program, Stmt, ValType } from '../ir/ir.ts';
import { fitsInExpression } from './lazy.ts';
import { isSuspendPoint } from './temps.ts';

export function validateProgram(program: Program): readonly string[] {
  return program.funcs.flatMap((func, id) => new Validator(program, func, must(program.values[id], 'symbols')).run());
}

class Validator {
  private readonly program: Program;
  private readonly func: Func;
  private readonly values: Int32Array;
  private readonly problems: string[] = [];
  private readonly open: LabelId[] = [];
  private readonly targets = new Set<LabelId>();
  /** Temporaries that hold a value here. */
  private live = new Set<LocalId>();

  constructor(program: Program, func: Func, values: Int32Array) {
    this.values = values;
    this.program = program;
    this.func = func;
  }

  run(): readonly string[] {
    this.collectTargets(this.func.body);
    this.stmts(this.func.body);
    if (!endsInReturn(this.func.body)) this.report('does not end with return');
    return this.problems;
  }
  private report(problem: string): void {
    this.problems.push(`${this.func.name}: ${problem}`);
  }
  private collectTargets(list: readonly Stmt[]): void {
    for (const stmt of list) {
      if (stmt.k === 'label') this.targets.add(stmt.label);
      if (stmt.k === 'block' || stmt.k === 'loop') this.collectTargets(stmt.body);
      if (stmt.k === 'if') [stmt.then, stmt.else].forEach((part) => this.collectTargets(part));
    }
  }
  private stmts(list: readonly Stmt[]): void {
    for (const stmt of list) this.stmt(stmt);
  }
  private expect(e: Expr, type: ValType, what: string): void {
    const got = this.type(e);
    if (got !== undefined && got !== type) this.report(`${what} is ${got}, not ${type}`);
  }
  private label(label: LabelId): void {
    if (!this.open.includes(label)) this.report(`branch to label ${label}, which is not around it`);
  }
  private localType(id: LocalId): ValType | undefined {
    const local = this.func.locals[id];
    if (!local) this.report(`no local ${id}`);
    return local?.type;
  }
  private define(id: LocalId, type?: ValType): void {
    const own = this.localType(id);
    if (type !== undefined && own !== type) this.report(`local ${id} is ${own}, set to ${type}`);
    if (this.func.locals[id]?.temp) this.live.add(id);
  }
  private dest(dest: Dest): void {
    if (dest?.k === 'local') this.define(dest.id);
    if (dest?.k === 'slot' && !this.func.slots[dest.id]) this.report(`no slot ${dest.id}`);
  }
  /** Both sides of a branch: what is live after either. */
  private separately(parts: readonly (readonly Stmt[])[]): void {
    const before = this.live;
    const after = parts.map((part) => {
      this.live = new Set(before);
      this.stmts(part);
      return this.live;
    });
    this.live = new Set([...(after[0] ?? [])].filter((id) => after.every((set) => set.has(id))));
  }

  private stmt(stmt: Stmt): void {
    switch (stmt.k) {
      case 'set': {
        const type = this.type(stmt.value);
        return this.define(stmt.local, type);
      }
      case 'store':
        this.expect(stmt.addr, 'i32', 'address');
        return this.expect(stmt.value, typePrefix(stmt.op), `value of ${stmt.op}`);
      case 'copy':
        return [stmt.to, stmt.from, stmt.size].forEach((e) => this.expect(e, 'i32', 'operand of copy'));
      case 'zero':
        return [stmt.to, stmt.size].forEach((e) => this.expect(e, 'i32', 'operand of zero'));
      case 'call':
        this.arguments(stmt.callee, stmt.sig, stmt.args);
        this.live = new Set();
        if (stmt.results.length !== stmt.sig.results.length) this.report(`${stmt.results.length} results for ${stmt.sig.results.length}`);
        return stmt.results.forEach((dest) => this.dest(dest));
      case 'go':
        return this.arguments(stmt.callee, stmt.sig, stmt.args);
      case 'native':
        if (stmt.args.length !== stmt.native.params.length) this.report(`${stmt.native.name} with ${stmt.args.length} arguments`);
        stmt.args.forEach((e, i) => this.expect(e, stmt.native.params[i] ?? 'i32', `argument ${i} of ${stmt.native.name}`));
        if (stmt.native.blocks) this.live = new Set();
        if (stmt.results.length !== stmt.native.results.length) this.report(`${stmt.native.name} with ${stmt.results.length} results`);
        return stmt.results.forEach((id, i) => this.define(id, stmt.native.results[i]));
      case 'panicIf':
        this.expect(stmt.cond, 'i32', 'condition');
        for (const e of [stmt.a, stmt.b]) if (e) this.expect(e, 'i64', 'detail of a panic');
        return;
      case 'if':
        this.expect(stmt.cond, 'i32', 'condition');
        return this.separately([stmt.then, stmt.else]);
      case 'block':
      case 'loop': {
        const before = this.live;
        this.open.push(stmt.label);
        this.stmts(stmt.body);
        this.open.pop();
        // A branch may have come from before anything in it was set; the lowering sets temporaries on every path.
        this.live = new Set([...this.live, ...(containsSuspend(stmt.body) ? [] : before)]);
        return;
      }
      case 'br':
        return this.label(stmt.label);
      case 'switch':
        this.expect(stmt.value, 'i32', 'switch value');
        return [...stmt.labels, stmt.other].forEach((label) => this.label(label));
      case 'goto':
        if (!this.targets.has(stmt.label)) this.report(`goto without label ${stmt.label}`);
        return;
      case 'mark':
      case 'poll':
      case 'deferPoint':
        this.live = new Set();
        return;
      case 'label':
      case 'return':
        return;
    }
  }

  private arguments(callee: Callee, sig: FuncSig, args: readonly Expr[]): void {
    if (args.length !== sig.params.length) this.report(`${args.length} arguments for ${sig.params.length} parameters`);
    args.forEach((e, i) => {
      const carrier = sig.params[i];
      this.expect(e, carrier?.kind === 'scalar' ? carrier.type : 'i32', `argument ${i}`);
    });
    if (callee.k === 'method') this.expect(callee.type, 'i32', 'type of receiver');
    else if (callee.closure) this.expect(callee.closure, 'i32', 'closure');
    if (callee.k !== 'func') return;
    const declared = this.program.funcs[this.values[callee.func] ?? -1];
    if (!declared) this.report(`no function ${callee.func}`);
    else if (!sameSignature(declared.sig, sig)) this.report(`call of ${declared.name} with another signature`);
  }

  /** The type of an expression whose parts are checked on the way. */
  private type(e: Expr): ValType | undefined {
    switch (e.k) {
      case 'const':
        if ((e.type === 'i64') !== (typeof e.value === 'bigint')) this.report(`constant ${e.value} as ${e.type}`);
        return e.type;
      case 'symbol':
        if (e.symbol >= this.values.length) this.report(`no symbol ${e.symbol}`);
        return 'i32';
      case 'local':
        if (this.func.locals[e.id]?.temp && !this.live.has(e.id)) this.report(`temporary ${e.id} is read where it has no value`);
        return this.localType(e.id);
      case 'op': {
        const operand = operandType(e.op);
        e.args.forEach((arg) => this.expect(arg, operand, `operand of ${e.op}`));
        return resultType(e.op);
      }
      case 'load':
        this.expect(e.addr, 'i32', 'address');
        return typePrefix(e.op);
      case 'cond': {
        this.expect(e.cond, 'i32', 'condition');
        const before = this.live;
        for (const side of [e.then, e.else]) {
          this.live = new Set(before);
          this.expect(side, e.type, 'side of a conditional');
        }
        this.live = before;
        return e.type;
      }
      case 'seq':
        if (!fitsInExpression(e.stmts)) this.report('a statement that may suspend in an expression');
        this.stmts(e.stmts);
        return this.type(e.value);
      case 'frameAddr':
      case 'frameOffset':
        if (!this.func.slots[e.slot]) this.report(`no slot ${e.slot}`);
        return 'i32';
      default:
        return 'i32';
    }
  }
}

function endsInReturn(body: readonly Stmt[]): boolean {
  return body.at(-1)?.k === 'return';
}
function containsSuspend(body: readonly Stmt[]): boolean {
  return body.some((stmt) => {
    if (stmt.k === 'block' || stmt.k === 'loop') return containsSuspend(stmt.body);
    if (stmt.k === 'if') return containsSuspend(stmt.then) || containsSuspend(stmt.else);
    return isSuspendPoint(stmt);
  });
}
function typePrefix(op: string): ValType {
  return op.slice(0, 3) as ValType;
}
function resultType(op: string): ValType {
  return /\.(eq|ne|lt|gt|le|ge)(_|$)|eqz/.test(op) ? 'i32' : typePrefix(op);
}
function operandType(op: string): ValType {
  const source = /_(i32|i64|f32|f64)(_|$)/.exec(op.slice(3));
  return (source?.[1] as ValType | undefined) ?? typePrefix(op);
}
function sameSignature(a: FuncSig, b: FuncSig): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
