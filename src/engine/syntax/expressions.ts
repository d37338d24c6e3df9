/** Expressions: binary and unary ones here, what may follow an operand in operands.ts. */
import type { BinaryOp, ChanType, Expr, UnaryExpr, UnaryOp } from './nodes.ts';
import { OperandParser } from './operands.ts';
import { exprString } from './print.ts';

export abstract class ExpressionParser extends OperandParser {
  protected override expr(): Expr {
    return this.binaryExpr(undefined, 0);
  }

  /** ExpressionList = Expression { "," Expression } . */
  protected exprList(): Expr[] {
    const list = [this.expr()];
    while (this.got(',')) list.push(this.expr());
    return list;
  }

  /** Expression = UnaryExpr | Expression binary_op Expression . Takes operators that bind stronger than `above`. */
  protected override binaryExpr(left: Expr | undefined, above: number): Expr {
    let x = left ?? this.unaryExpr();
    while ((this.at('operator') || this.at('*')) && this.prec > above) {
      const { pos: opPos, prec } = this;
      const op = this.op as BinaryOp; // it has a precedence, so it is one
      this.next();
      const y = this.binaryExpr(undefined, prec);
      x = { kind: 'BinaryExpr', pos: x.pos, end: this.prevEnd, op, opPos, x, y };
    }
    return x;
  }

  /** UnaryExpr = PrimaryExpr | unary_op UnaryExpr . */
  protected unaryExpr(): Expr {
    this.enter();
    const x = this.unaryHere();
    this.leave();
    return x;
  }

  private unaryHere(): Expr {
    const pos = this.pos;
    switch (this.tok) {
      case '*': {
        this.next();
        const x = this.unaryExpr();
        return { kind: 'StarExpr', pos, end: this.endOf(pos), x };
      }
      case '<-': return this.receive();
      case 'operator':
        if (isUnary(this.op)) return this.unary(this.op);
        break;
      default:
    }
    return this.primaryExpr(undefined);
  }

  private unary(op: UnaryOp): UnaryExpr {
    const pos = this.pos;
    this.next();
    const x = this.unaryExpr();
    return { kind: 'UnaryExpr', pos, end: this.endOf(pos), op, x };
  }

  /** A receive operation; or, seen only when the operand turns out to be a channel type, a receive-only channel type. */
  private receive(): Expr {
    const pos = this.pos;
    this.next();
    const x = this.unaryExpr();
    if (x.kind === 'ChanType') return { ...this.receiveOnly(x), pos };
    return { kind: 'UnaryExpr', pos, end: this.endOf(pos), op: '<-', x };
  }

  /** Binds an arrow to the channel type read behind it: <-(chan E) is (<-chan E), and <-(chan<- E) is (<-chan (<-E)). */
  private receiveOnly(type: ChanType): ChanType {
    if (type.dir === 'recv') {
      this.syntaxError('unexpected <-, expected chan');
      return type;
    }
    if (type.dir === 'both') return { ...type, dir: 'recv' };
    if (type.elem.kind === 'ChanType') return { ...type, dir: 'recv', elem: this.receiveOnly(type.elem) };
    this.syntaxError(`unexpected ${exprString(type.elem)}, expected chan`);
    return { ...type, dir: 'recv' };
  }
}

function isUnary(op: string): op is UnaryOp {
  return op === '+' || op === '-' || op === '!' || op === '^' || op === '&' || op === '~';
}
