/** Intermediate code as text, for reading and for tests: one statement a line, expressions as nested calls. */
import { bug, must } from '../../base/assert.ts';
import type { Callee, Carrier, Dest, Expr, Func, FuncSig, Program, Stmt } from './ir.ts';
import { PanicCode } from './ir.ts';

/** The functions of a program whose names match, or all of the program's own. */
export function irText(program: Program, wanted: (func: Func) => boolean = (func) => !func.library): string {
  return program.funcs.filter(wanted).map((func) => funcText(program, func)).join('\n');
}

const panicNames = new Map<number, string>(Object.entries(PanicCode).map(([name, code]) => [code, name]));

export function funcText(program: Program, func: Func): string {
  const printer = new Printer(program, must(program.values[program.funcs.indexOf(func)], 'symbols'));
  const flags = [func.library && 'library', func.hidden && 'hidden', func.usesRecover && 'recover'].filter(Boolean);
  const locals = func.locals.map((local, id) => `%${id}:${local.type}${local.ref ? ' ref' : ''}${local.temp ? ' temp' : ''}`);
  const lines = [
    `func ${func.name} ${sigText(func.sig)}${flags.length > 0 ? ` (${flags.join(', ')})` : ''}`,
    `  params ${dests(func.params)}; results ${dests(func.results)}${func.closure === undefined ? '' : `; closure %${func.closure}`}`,
  ];
  if (locals.length > 0) lines.push(`  locals ${locals.join(', ')}`);
  if (func.slots.length > 0) lines.push(`  slots ${func.slots.map((slot, id) => `$${id}:${slot.size}${slot.refs.length > 0 ? ` refs ${slot.refs.join(' ')}` : ''}`).join(', ')}`);
  return `${[...lines, ...printer.stmts(func.body, '  ')].join('\n')}\n`;
}

function carrierText(carrier: Carrier): string {
  return carrier.kind === 'memory' ? `mem${carrier.size}` : carrier.ref ? 'ref' : carrier.type;
}
function sigText(sig: FuncSig): string {
  return `(${sig.params.map(carrierText).join(', ')}) → (${sig.results.map(carrierText).join(', ')})`;
}
function dest(d: Dest): string {
  if (!d) return '_';
  return d.k === 'local' ? `%${d.id}` : `$${d.id}`;
}
function dests(list: readonly Dest[]): string {
  return list.length === 0 ? '()' : list.map(dest).join(', ');
}

class Printer {
  private readonly program: Program;
  private readonly values: Int32Array;

  constructor(program: Program, values: Int32Array) {
    this.program = program;
    this.values = values;
  }

  private value(symbol: number): number {
    return must(this.values[symbol], 'symbol');
  }

  stmts(list: readonly Stmt[], indent: string): string[] {
    return list.flatMap((stmt) => this.stmt(stmt, indent));
  }

  /** Long because it is a table. */
  private stmt(stmt: Stmt, indent: string): string[] {
    const line = (text: string): string[] => [indent + text];
    const e = (x: Expr): string => this.expr(x);
    const nested = (head: string, body: readonly Stmt[], tail = '}'): string[] => [`${indent}${head} {`, ...this.stmts(body, `${indent}  `), indent + tail];
    switch (stmt.k) {
      case 'set':
        return line(`%${stmt.local} = ${e(stmt.value)}`);
      case 'store':
        return line(`${stmt.op} ${this.address(stmt.addr, stmt.offset)} = ${e(stmt.value)}`);
      case 'copy':
        return line(`copy ${e(stmt.to)} ← ${e(stmt.from)}, ${e(stmt.size)}`);
      case 'zero':
        return line(`zero ${e(stmt.to)}, ${e(stmt.size)}`);
      case 'mark':
        return line(`mark ${this.siteText(stmt.site)}`);
      case 'call':
        return line(`${this.results(stmt.results)}${stmt.deferred ? 'deferred ' : ''}${stmt.transparent ? 'transparent ' : ''}call ${this.callee(stmt.callee)}(${stmt.args.map(e).join(', ')})`);
      case 'go':
        return line(`go ${this.callee(stmt.callee)}(${stmt.args.map(e).join(', ')})`);
      case 'native':
        return line(`${this.results(stmt.results.map((id) => ({ k: 'local', id })))}${stmt.native.name}(${stmt.args.map(e).join(', ')})`);
      case 'panicIf':
        return line(`panic ${panicNames.get(stmt.code) ?? stmt.code}(${[stmt.a, stmt.b].flatMap((x) => (x ? [e(x)] : [])).join(', ')}) if ${e(stmt.cond)}`);
      case 'if':
        if (stmt.else.length === 0) return nested(`if ${e(stmt.cond)}`, stmt.then);
        return [...nested(`if ${e(stmt.cond)}`, stmt.then, '} else {'), ...this.stmts(stmt.else, `${indent}  `), `${indent}}`];
      case 'block':
      case 'loop':
        return nested(`${stmt.k} L${stmt.label}`, stmt.body);
      case 'br':
      case 'goto':
        return line(`${stmt.k} L${stmt.label}`);
      case 'label':
        return line(`L${stmt.label}:`);
      case 'switch':
        return line(`switch ${e(stmt.value)} [${stmt.labels.map((label) => `L${label}`).join(' ')}] L${stmt.other}`);
      case 'poll':
      case 'return':
      case 'deferPoint':
        return line(stmt.k);
    }
  }

  private results(list: readonly Dest[]): string {
    return list.length === 0 ? '' : `${dests(list)} = `;
  }
  private callee(callee: Callee): string {
    switch (callee.k) {
      case 'func':
        return `${this.program.funcs[this.value(callee.func)]?.name ?? bug('callee')}${callee.closure ? `<${this.expr(callee.closure)}>` : ''}`;
      case 'closure':
        return `*${this.expr(callee.closure)}`;
      case 'method':
        return `[${this.expr(callee.type)} selector ${this.value(callee.selector)}]`;
    }
  }
  private address(addr: Expr, offset: number): string {
    return `[${this.expr(addr)}${offset === 0 ? '' : ` + ${offset}`}]`;
  }
  private siteText(site: number): string {
    const place = this.program.sites[site];
    return place ? `${place.line}:${place.column}` : String(site);
  }

  expr(x: Expr): string {
    switch (x.k) {
      case 'const':
        return `${Object.is(x.value, -0) ? '-0' : x.value}${x.type === 'i32' ? '' : `:${x.type}`}`;
      case 'local':
        return `%${x.id}`;
      case 'symbol':
        return `${this.value(x.symbol)}`;
      case 'op':
        return `${x.op}(${x.args.map((arg) => this.expr(arg)).join(', ')})`;
      case 'load':
        return `${x.op}${this.address(x.addr, x.offset)}`;
      case 'frameAddr':
        return `&$${x.slot}${x.offset === 0 ? '' : `+${x.offset}`}`;
      case 'frameOffset':
        return `@$${x.slot}${x.offset === 0 ? '' : `+${x.offset}`}`;
      case 'globalAddr':
        return `&global+${this.value(x.symbol) + x.offset}`;
      case 'fp':
      case 'deferred':
        return x.k;
      case 'cond':
        return `(${this.expr(x.cond)} ? ${this.expr(x.then)} : ${this.expr(x.else)})`;
      case 'seq':
        return `{${x.stmts.flatMap((stmt) => this.stmt(stmt, '')).join('; ')}; ${this.expr(x.value)}}`;
    }
  }
}
