/**
 * The parser's ground layer: looking at and taking tokens, reporting syntax errors in gc's words, and finding back after one.
 *
 * The parser is one class, built up in layers, a file per concept; the productions that a layer needs from a higher one are abstract in it:
 *
 *     Scanner < ParserBase < TypeParser < MemberParser < ParameterParser < OperandParser < ExpressionParser < HeaderParser
 *       < StatementParser < DeclarationParser < Parser
 *
 * Every method takes the current token as the first one of its production and leaves the first one behind it. A method that finds a
 * mistake reports it, skips to a token that can follow, and returns a node all the same.
 *
 * Progress: whatever loops either takes a token or ends at a token of its follow set, which its caller takes or ends at.
 */
import { docComment } from './comments.ts';
import type { BadExpr, BasicLit, Expr, Ident } from './nodes.ts';
import { noPos, type Diagnostic, type Pos } from './positions.ts';
import { Scanner } from './scanner.ts';
import { tokenName, type Token } from './tokens.ts';

/**
 * How deep a program may nest. Go has no such limit, but the stack of JavaScript has, and everything after us descends the tree as well.
 * The deepest of the programs that test Go itself has 256 else ifs; other code stays below 60.
 */
export const maxNesting = 300;
/**
 * How long a chain such as a.b().c() or int | string may be; it makes a deep tree without deep parsing. Operators and parentheses are visited from
 * the leftmost operand outwards (paren.ts) and have no limit.
 */
export const maxChain = 500;
/** How many else ifs may follow each other. They are visited one after the other, but each adds to what the code of the function has to keep. */
export const maxElseIfs = 2000;

/** Keywords that begin a statement: inside functions, recovery never skips over them. */
const statementStarts: ReadonlySet<Token> = new Set<Token>([
  'break', 'const', 'continue', 'defer', 'fallthrough', 'for', 'go', 'goto', 'if', 'return', 'select', 'switch', 'type', 'var',
]);

export abstract class ParserBase extends Scanner {
  /** In the order of discovery. */
  readonly errors: Diagnostic[] = [];
  /** Where the last token taken ended. */
  protected prevEnd: Pos = noPos;
  /** Functions around the current token. */
  protected functionDepth = 0;
  /**
   * Below 0 in the header of a control clause, where `{` after a name begins the block; brackets and parentheses raise it again, and
   * `T{` is a composite literal (specification, "Composite literals").
   */
  protected exprLevel = 0;
  private nesting = 0;

  constructor(text: string, file: number) {
    super(text, file, (pos, message) => this.errorAt(pos, message, 'Syntax'));
  }

  override next(): void {
    this.prevEnd = this.tokenEnd;
    super.next();
  }

  // ---- Tokens

  protected at(tok: Token): boolean {
    return this.tok === tok;
  }

  protected atOperator(op: string): boolean {
    return this.tok === 'operator' && this.op === op;
  }

  protected got(tok: Token): boolean {
    if (this.tok !== tok) return false;
    this.next();
    return true;
  }

  protected want(tok: Token): void {
    if (this.got(tok)) return;
    this.syntaxError(`expected ${tokenName(tok)}`);
    this.advance();
  }

  /** Takes `=`, or `:=` with a complaint. */
  protected gotAssign(): boolean {
    if (this.at(':=')) this.syntaxError('expected =');
    else if (!this.at('=')) return false;
    this.next();
    return true;
  }

  protected name(): Ident {
    const { pos, lit: name } = this;
    if (this.tok === 'name') {
      this.next();
      return { kind: 'Ident', pos, end: this.prevEnd, name };
    }
    this.syntaxError('expected name');
    this.advance();
    return { kind: 'Ident', pos, end: pos, name: '_' };
  }

  protected literalOrNone(): BasicLit | undefined {
    if (this.tok !== 'literal') return undefined;
    const { pos, lit: text, litKind: lit } = this;
    this.next();
    return { kind: 'BasicLit', pos, end: this.prevEnd, lit, text };
  }

  /** Where a node ends that began at `pos` and whose last token has been taken; it may be empty after a mistake. */
  protected endOf(pos: Pos): Pos {
    return Math.max(pos, this.prevEnd);
  }

  protected badExpr(pos: Pos = this.pos): BadExpr {
    return { kind: 'BadExpr', pos, end: pos };
  }

  /** The doc comment of a declaration that begins at the current token. */
  protected docHere(): string {
    return docComment(this.comments, this.pos);
  }

  // ---- Errors

  /** Code 'Syntax': the tree has a hole or a wrong literal. With others it is as good as a correct one. */
  protected errorAt(pos: Pos, message: string, code: string): void {
    const end = pos === this.pos && this.tokenEnd > pos ? this.tokenEnd : undefined;
    this.errors.push({ pos, end, message, code });
  }

  /**
   * Reports at `pos`, by default the current token. A message beginning with "in ", "at ", "after " or "expected " is completed
   * with what was found.
   */
  protected syntaxError(message: string, pos: Pos = this.pos): void {
    if (this.tok === 'EOF' && this.errors.length > 0) return; // what is wrong has been said
    let text = message;
    if (/^(in|at|after) /.test(message)) text = `unexpected ${this.found()} ${message}`;
    else if (message.startsWith('expected ')) text = `unexpected ${this.found()}, ${message}`;
    this.errorAt(pos, `syntax error: ${text}`, 'Syntax');
  }

  /** The current token as gc's messages call it. */
  private found(): string {
    switch (this.tok) {
      case 'name': return `name ${this.lit}`;
      case ';': return this.lit;
      case 'literal': return `literal ${this.lit}`;
      case 'operator': return this.op;
      case 'assignOp': return `${this.op}=`;
      case 'incOp': return this.op + this.op;
      default: return tokenName(this.tok);
    }
  }

  // ---- Recovery

  /** Skips to one of `follow`, to a keyword that begins a statement when inside a function, or to the end; without `follow` one token. */
  protected advance(...follow: readonly Token[]): void {
    if (follow.length === 0) {
      if (!this.at('EOF')) this.next();
      return;
    }
    while (!this.at('EOF') && !follow.includes(this.tok) && !(this.functionDepth > 0 && statementStarts.has(this.tok))) this.next();
  }

  /**
   * list = [ element { sep element } [ sep ] ] close .
   * `element` returns true if no more may follow. Returns the position of `close`.
   */
  protected list(context: string, sep: ',' | ';', close: ')' | ']' | '}', element: () => boolean): Pos {
    let done = false;
    while (!this.at('EOF') && !this.at(close) && !done) {
      done = element();
      if (!this.got(sep) && !this.at(close)) {
        this.syntaxError(`in ${context}; possibly missing ${tokenName(sep)} or ${tokenName(close)}`);
        this.advance(')', ']', '}');
        if (!this.at(close)) return this.pos;
      }
    }
    const pos = this.pos;
    this.want(close);
    return pos;
  }

  // ---- Depth

  /** Begins a production that can contain itself; every `enter` has its `leave`. */
  protected enter(): void {
    if (++this.nesting > maxNesting) this.giveUp();
  }

  protected leave(): void {
    this.nesting--;
  }

  protected checkChain(length: number): void {
    if (length + this.nesting > maxChain) this.giveUp();
  }

  protected checkElseIfs(count: number): void {
    if (count > maxElseIfs) this.giveUp();
  }

  /** The rest of the file counts as its end, so that all productions under way end here. */
  private giveUp(): void {
    this.syntaxError('exceeded max nesting depth');
    this.stop();
  }

  // ---- Productions of higher layers that lower ones need

  protected abstract expr(): Expr;
}
