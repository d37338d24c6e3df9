/** A format against the arguments of its call. One mistake in a format is enough. */
import type * as syntax from '../syntax/nodes.ts';
import { type Pass, sourceText, typeName } from './pass.ts';
import type { PrintKind } from './printf.ts';
import { accepts, type Accepted, isFormatter, isFunction, isNil, recursiveMethod } from './printfTypes.ts';

export interface FormatCall {
  readonly call: syntax.CallExpr;
  /** Of the function, for messages. */
  readonly name: string;
  readonly kind: PrintKind;
  readonly format: string;
  /** Index of the first argument that the format may use. */
  readonly firstArg: number;
}

interface Verb { readonly flags: string; readonly accepts: readonly Accepted[] | 'any' }

const numeric = ' -+.0#';
const floats: Verb = { flags: numeric, accepts: ['float', 'complex'] };
const hexadecimal: Verb = { flags: numeric, accepts: ['rune', 'int', 'string', 'pointer', 'float', 'complex'] };
const verbs: Readonly<Record<string, Verb>> = {
  '%': { flags: '', accepts: [] },
  b: { flags: numeric, accepts: ['int', 'float', 'complex', 'pointer'] },
  c: { flags: '-', accepts: ['rune', 'int'] },
  d: { flags: ' -+.0', accepts: ['int', 'pointer'] },
  e: floats, E: floats, f: floats, F: floats, g: floats, G: floats,
  o: { flags: numeric, accepts: ['int', 'pointer'] }, O: { flags: numeric, accepts: ['int', 'pointer'] },
  p: { flags: '-#', accepts: ['pointer'] },
  q: { flags: numeric, accepts: ['rune', 'int', 'string'] },
  s: { flags: ' -+.0', accepts: ['string'] },
  t: { flags: '-', accepts: ['bool'] },
  T: { flags: '-', accepts: 'any' },
  U: { flags: '-#', accepts: ['rune', 'int'] },
  v: { flags: numeric, accepts: 'any' },
  w: { flags: numeric, accepts: ['error'] },
  x: hexadecimal, X: hexadecimal,
};

export function checkFormat(pass: Pass, target: FormatCall): void {
  const { call, name, format, firstArg } = target;
  if (!format.includes('%')) {
    if (call.args.length > firstArg) pass.report(call.lparen, `${name} call has arguments but no formatting directives`);
    return;
  }
  let next = firstArg;
  let used = firstArg;
  let indexed = false;
  for (let i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i)) {
    const directive = new Directive(target, format.slice(i), next);
    const problem = directive.parse() ?? new Arguments(target, directive).problem();
    if (problem === 'unknown') return;
    if (problem !== undefined) return pass.report(call, `${name} ${problem}`);
    i += directive.text.length;
    indexed ||= directive.hasIndex;
    next = (directive.args.at(-1) ?? next - 1) + 1;
    used = Math.max(used, ...directive.args.map((arg) => arg + 1));
  }
  if (indexed || (call.hasDots && used >= call.args.length - 1) || used === call.args.length) return;
  pass.report(call, `${name} call needs ${count(used - firstArg)} but has ${count(call.args.length - firstArg)}`);
}

function count(n: number): string {
  return `${n} arg${n === 1 ? '' : 's'}`;
}

/** %[flags][width][.precision]verb, with argument indices "[n]" before width, precision and verb. */
class Directive {
  text: string;
  verb = '';
  flags = '';
  hasIndex = false;
  /** Arguments that it reads, as indices in the call: those of `*`, and last the verb's. */
  readonly args: number[] = [];
  private readonly target: FormatCall;
  private at = 1;
  private arg: number;
  private indexPending = false;

  constructor(target: FormatCall, text: string, arg: number) {
    this.target = target;
    this.text = text;
    this.arg = arg;
  }

  /** What is wrong with its form. */
  parse(): string | undefined {
    while (this.at < this.text.length && '#0+- '.includes(this.text[this.at] as string)) this.flags += this.text[this.at++];
    const problem = this.index() ?? this.number() ?? this.precision() ?? (this.indexPending ? undefined : this.index());
    if (problem !== undefined) return problem;
    if (this.at === this.text.length) return `format ${this.text} is missing verb at end of string`;
    this.verb = String.fromCodePoint(this.text.codePointAt(this.at) as number);
    this.text = this.text.slice(0, this.at + this.verb.length);
    if (this.verb !== '%') this.args.push(this.arg);
    return undefined;
  }

  private index(): string | undefined {
    if (this.text[this.at] !== '[') return undefined;
    const close = this.text.indexOf(']', this.at);
    if (close < 0) return `format ${this.text} is missing closing ]`;
    const digits = this.text.slice(this.at + 1, close);
    const n = /^[0-9]+$/.test(digits) ? Number(digits) : 0;
    const { call, firstArg } = this.target;
    if (n <= 0 || n > call.args.length - firstArg) return `format has invalid argument index [${digits}]`;
    this.at = close + 1;
    this.arg = firstArg + n - 1;
    this.hasIndex = this.indexPending = true;
    return undefined;
  }

  /** A width or precision: digits, or `*` for an argument. */
  private number(): undefined {
    if (this.text[this.at] === '*') {
      this.indexPending = false;
      this.at++;
      this.args.push(this.arg++);
    } else while (/[0-9]/.test(this.text[this.at] ?? '')) this.at++;
    return undefined;
  }

  private precision(): string | undefined {
    if (this.text[this.at] !== '.') return undefined;
    this.flags += '.';
    this.at++;
    return this.index() ?? this.number();
  }
}

/** The arguments that a directive reads. */
class Arguments {
  private readonly target: FormatCall;
  private readonly directive: Directive;

  constructor(target: FormatCall, directive: Directive) {
    this.target = target;
    this.directive = directive;
  }

  /** 'unknown': nothing can be said about this and what follows. */
  problem(): string | undefined {
    const { directive, target } = this;
    const { text, verb, args } = directive;
    const wanted = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    const own = verb === '%' ? undefined : target.call.args[args.at(-1) as number];
    const formats = verb !== 'w' && own !== undefined && !isNil(own) && isFormatter(own.$tv?.type);
    if (!formats) {
      if (!wanted) return `format ${text} has unknown verb ${verb}`;
      const flag = [...directive.flags].find((c) => c !== '0' && !wanted.flags.includes(c));
      if (flag !== undefined) return `format ${text} has unrecognized flag ${flag}`;
    }
    const stars = verb === '%' ? args : args.slice(0, -1);
    const wrong = stars.map((arg) => this.star(arg)).find((p) => p !== undefined);
    if (wrong !== undefined || verb === '%') return wrong;
    const last = args.at(-1) as number;
    return this.missing(last) ?? (formats || !wanted ? undefined : this.fits(wanted, target.call.args[last] as syntax.Expr));
  }

  private star(arg: number): string | undefined {
    const missing = this.missing(arg);
    if (missing !== undefined) return missing;
    const e = this.target.call.args[arg] as syntax.Expr;
    return accepts(['int'], e).ok ? undefined : `format ${this.directive.text} uses non-int ${sourceText(e)} as argument of *`;
  }

  private missing(arg: number): string | undefined {
    const { call, firstArg } = this.target;
    if (arg < call.args.length - 1) return undefined;
    if (call.hasDots) return 'unknown';
    if (arg < call.args.length) return undefined;
    return `format ${this.directive.text} reads arg #${arg - firstArg + 1}, but call has ${count(call.args.length - firstArg)}`;
  }

  private fits(wanted: Verb, e: syntax.Expr): string | undefined {
    const { text, verb, flags } = this.directive;
    if (isFunction(e) && verb !== 'p' && verb !== 'T') return `format ${text} arg ${sourceText(e)} is a func value, not called`;
    const { ok, reason } = wanted.accepts === 'any' ? { ok: true, reason: '' } : accepts(wanted.accepts, e);
    if (!ok) {
      const type = isNil(e) ? 'untyped nil' : typeName(e.$tv?.type);
      return `format ${text} has arg ${sourceText(e)} of wrong type ${type}${reason && ` (${reason})`}`;
    }
    const method = (wanted.accepts === 'any' ? verb === 'v' : wanted.accepts.includes('string')) && !flags.includes('#') ? recursiveMethod(e) : undefined;
    if (method !== undefined) return `format ${text} with arg ${sourceText(e)} causes recursive ${method} method call`;
    if (verb === 'w' && this.target.kind !== 'errorf') return 'does not support error-wrapping directive %w';
    return undefined;
  }
}
