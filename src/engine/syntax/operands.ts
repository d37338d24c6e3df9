/** Operands and what follows them: selectors, indices, slices, assertions, calls, composite literals. */
import type { BlockStmt, CallExpr, CompositeLit, Expr } from './nodes.ts';
import { ParameterParser } from './parameters.ts';
import { unparen } from './paren.ts';
import type { Pos } from './positions.ts';

export abstract class OperandParser extends ParameterParser {
  /**
   * PrimaryExpr = Operand { Selector | Index | Slice | TypeAssertion | Arguments | LiteralValue } .
   * A name that begins it may have been read already.
   */
  protected primaryExpr(first: Expr | undefined): Expr {
    let x = first ?? this.operand();
    for (let n = 1; ; n++) {
      this.checkChain(n);
      switch (this.tok) {
        case '.':
          x = this.selectorOrAssertion(x);
          break;
        case '[':
          x = this.indexOrSlice(x);
          break;
        case '(':
          x = this.call(x);
          break;
        case '{':
          if (!this.isLiteralType(x)) return x;
          if (x.kind === 'ParenExpr') this.syntaxError('cannot parenthesize type in composite literal');
          x = this.compositeLit(x);
          break;
        default:
          return x;
      }
    }
  }

  /** Operand = Literal | OperandName [ TypeArgs ] | "(" Expression ")" . Or a type. */
  private operand(): Expr {
    switch (this.tok) {
      case 'name': return this.name();
      case 'literal': return this.literalOrNone() ?? this.badExpr();
      case '(': return this.parenthesized();
      case 'func': return this.funcLitOrType();
      case '[':
      case 'chan':
      case 'map':
      case 'struct':
      case 'interface': return this.type();
      default: {
        const bad = this.badExpr();
        this.syntaxError('expected expression');
        this.advance(')', ']', '}');
        return bad;
      }
    }
  }

  /** "(" Expression ")" . An expression that begins with further parentheses is read without recursion. */
  private parenthesized(): Expr {
    const open: Pos[] = [];
    while (this.at('(')) {
      open.push(this.pos);
      this.next();
      this.exprLevel++;
    }
    let x = this.expr();
    for (;;) {
      const pos = open.pop() ?? x.pos;
      this.exprLevel--;
      this.want(')');
      x = { kind: 'ParenExpr', pos, end: this.endOf(pos), x };
      if (open.length === 0) return x;
      x = this.binaryExpr(this.primaryExpr(x), 0);
    }
  }

  /** FunctionLit = "func" Signature FunctionBody . */
  private funcLitOrType(): Expr {
    const pos = this.pos;
    this.next();
    const type = this.funcType(pos, 'function type');
    if (!this.at('{')) return type;
    this.exprLevel++;
    const body = this.funcBody();
    this.exprLevel--;
    return { kind: 'FuncLit', pos, end: this.endOf(pos), type, body };
  }

  /** Selector = "." identifier . TypeAssertion = "." "(" ( Type | "type" ) ")" . */
  private selectorOrAssertion(x: Expr): Expr {
    this.next();
    if (this.at('name')) {
      const sel = this.name();
      return { kind: 'SelectorExpr', pos: x.pos, end: this.prevEnd, x, sel };
    }
    if (this.got('(')) {
      const type = this.got('type') ? undefined : this.type();
      this.want(')');
      return { kind: 'TypeAssertExpr', pos: x.pos, end: this.prevEnd, x, type };
    }
    const missing = this.pos;
    this.syntaxError('expected name or (');
    this.advance(';', ')');
    // The selector without its name keeps what stands before the dot for completion.
    return { kind: 'SelectorExpr', pos: x.pos, end: missing, x, sel: { kind: 'Ident', pos: missing, end: missing, name: '_' } };
  }

  /** Index = "[" Expression "]" . TypeArgs = "[" TypeList [ "," ] "]" . Or a slice. */
  private indexOrSlice(x: Expr): Expr {
    const lbrack = this.pos;
    this.next();
    let low: Expr | undefined;
    if (!this.at(':')) {
      const { list: indices, comma } = this.at(']') ? this.missingIndex() : this.typeList(false);
      if (comma || this.at(']')) {
        this.want(']');
        return { kind: 'IndexExpr', pos: x.pos, end: this.prevEnd, x, indices, lbrack };
      }
      low = indices[0];
    }
    return this.slice(x, low, lbrack);
  }

  private missingIndex(): { readonly list: readonly Expr[]; readonly comma: boolean } {
    this.syntaxError('expected operand');
    return { list: [this.badExpr()], comma: false };
  }

  /** Slice = "[" [ Expression ] ":" [ Expression ] [ ":" Expression ] "]" . The first index has been read. */
  private slice(x: Expr, low: Expr | undefined, lbrack: Pos): Expr {
    if (!this.got(':')) {
      this.syntaxError('expected comma, : or ]');
      this.advance(',', ':', ']');
    }
    this.exprLevel++;
    let high = this.at(':') || this.at(']') ? undefined : this.expr();
    let max: Expr | undefined;
    const full = this.at(':');
    if (full) {
      if (high === undefined) {
        this.errorAt(this.pos, 'middle index required in 3-index slice', 'InvalidSyntaxTree');
        high = this.badExpr();
      }
      this.next();
      if (this.at(']')) {
        this.errorAt(this.pos, 'final index required in 3-index slice', 'InvalidSyntaxTree');
        max = this.badExpr();
      } else {
        max = this.expr();
      }
    }
    this.exprLevel--;
    this.want(']');
    return { kind: 'SliceExpr', pos: x.pos, end: this.prevEnd, x, low, high, max, full, lbrack };
  }

  /** Arguments = "(" [ ( ExpressionList | Type [ "," ExpressionList ] ) [ "..." ] [ "," ] ] ")" . */
  private call(fun: Expr): CallExpr {
    const lparen = this.pos;
    this.next();
    const args: Expr[] = [];
    let hasDots = false;
    this.exprLevel++;
    const rparen = this.list('argument list', ',', ')', () => {
      args.push(this.expr());
      hasDots = this.got('...');
      return hasDots;
    });
    this.exprLevel--;
    return { kind: 'CallExpr', pos: fun.pos, end: this.prevEnd, fun, args, hasDots, lparen, rparen };
  }

  /** Whether a `{` behind x begins a composite literal of that type rather than a block. */
  private isLiteralType(x: Expr): boolean {
    const type = unparen(x);
    switch (type.kind) {
      case 'Ident':
      case 'SelectorExpr': return this.exprLevel >= 0;
      case 'IndexExpr': return this.exprLevel >= 0 && !isValue(type);
      case 'ArrayType':
      case 'StructType':
      case 'MapType': return true;
      default: return false;
    }
  }

  /** LiteralValue = "{" [ ElementList [ "," ] ] "}" . */
  private compositeLit(type: Expr | undefined): CompositeLit {
    const lbrace = this.pos;
    const elements: Expr[] = [];
    this.enter();
    this.exprLevel++;
    this.want('{');
    const rbrace = this.list('composite literal', ',', '}', () => {
      elements.push(this.keyedElement());
      return false;
    });
    this.exprLevel--;
    this.leave();
    return { kind: 'CompositeLit', pos: type?.pos ?? lbrace, end: this.prevEnd, type, elements, lbrace, rbrace };
  }

  /** KeyedElement = [ Key ":" ] Element . */
  private keyedElement(): Expr {
    const key = this.element();
    if (!this.got(':')) return key;
    const value = this.element();
    return { kind: 'KeyValueExpr', pos: key.pos, end: this.prevEnd, key, value };
  }

  /** Element = Expression | LiteralValue . */
  private element(): Expr {
    return this.at('{') ? this.compositeLit(undefined) : this.expr();
  }

  protected abstract binaryExpr(left: Expr | undefined, above: number): Expr;
  /** FunctionBody = Block . The current token is `{`. */
  protected abstract funcBody(): BlockStmt;
}

/** Whether x is by its form a value and cannot be a type. */
function isValue(x: Expr): boolean {
  switch (x.kind) {
    case 'BasicLit':
    case 'CompositeLit':
    case 'FuncLit':
    case 'SliceExpr':
    case 'TypeAssertExpr':
    case 'CallExpr':
    case 'UnaryExpr':
    case 'BinaryExpr': return true;
    case 'ParenExpr': return isValue(x.x);
    case 'IndexExpr': return isValue(x.x) || x.indices.some(isValue);
    default: return false;
  }
}
