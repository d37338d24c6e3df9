/** Types; what stands inside struct and interface types is in members.ts, signatures in parameters.ts. */
import type { Pos } from './positions.ts';
import type { ChanType, Expr, FuncType, Ident, IndexExpr, InterfaceType, MapType, StarExpr, StructType } from './nodes.ts';
import { ParserBase } from './recovery.ts';

export abstract class TypeParser extends ParserBase {
  protected type(): Expr {
    const type = this.typeOrNone();
    if (type !== undefined) return type;
    const bad = this.badExpr();
    this.syntaxError('expected type');
    this.advance(',', ':', ';', ')', ']', '}');
    return bad;
  }

  /**
   * Type     = TypeName [ TypeArgs ] | TypeLit | "(" Type ")" .
   * TypeLit  = ArrayType | StructType | PointerType | FunctionType | InterfaceType | SliceType | MapType | ChannelType .
   * Undefined, with no complaint, if no type begins here.
   */
  protected typeOrNone(): Expr | undefined {
    this.enter();
    const type = this.typeHere();
    this.leave();
    return type;
  }

  private typeHere(): Expr | undefined {
    const pos = this.pos;
    switch (this.tok) {
      case 'name': return this.qualifiedName();
      case '*': return this.pointerType(pos);
      case '[': {
        this.next();
        return this.got(']') ? this.sliceType(pos) : this.arrayType(pos, undefined);
      }
      case 'chan':
      case '<-': return this.chanType(pos);
      case 'func': {
        this.next();
        return this.funcType(pos, 'function type');
      }
      case 'map': return this.mapType(pos);
      case 'struct': return this.structType(pos);
      case 'interface': return this.interfaceType(pos);
      case '(': return this.parenthesizedType(pos);
      default: return undefined;
    }
  }

  private parenthesizedType(pos: Pos): Expr {
    this.next();
    const x = this.type();
    this.want(')');
    return { kind: 'ParenExpr', pos, end: this.endOf(pos), x };
  }

  private pointerType(pos: Pos): StarExpr {
    this.next();
    const x = this.type();
    return { kind: 'StarExpr', pos, end: this.endOf(pos), x };
  }

  /**
   * TypeName = identifier | PackageName "." identifier , followed by type arguments if there are any.
   * The first identifier may have been read already.
   */
  protected qualifiedName(first?: Ident): Expr {
    let x: Expr = first ?? this.nameToQualify();
    if (this.at('.')) {
      this.next();
      const sel = this.name();
      x = { kind: 'SelectorExpr', pos: x.pos, end: this.prevEnd, x, sel };
    }
    return this.at('[') ? this.typeInstance(x) : x;
  }

  private nameToQualify(): Ident {
    if (this.at('name')) return this.name();
    const { pos } = this;
    this.syntaxError('expected name');
    this.advance('.', ';', '}');
    return { kind: 'Ident', pos, end: pos, name: '_' };
  }

  /** TypeArgs = "[" TypeList [ "," ] "]" . */
  private typeInstance(x: Expr): IndexExpr {
    const lbrack = this.pos;
    this.next();
    let indices: readonly Expr[];
    if (this.at(']')) {
      this.syntaxError('expected type argument list');
      indices = [this.badExpr()];
    } else {
      indices = this.typeList(true).list;
    }
    this.want(']');
    return { kind: 'IndexExpr', pos: x.pos, end: this.prevEnd, x, indices, lbrack };
  }

  /**
   * TypeList = Type { "," Type } [ "," ] . With `strict` false the first may be an expression, since `x[n]` is not known yet to be an
   * index or an instantiation. `comma`: there was at least one comma.
   */
  protected typeList(strict: boolean): { readonly list: readonly Expr[]; readonly comma: boolean } {
    this.exprLevel++;
    const list = [strict ? this.type() : this.expr()];
    let comma = false;
    while (this.got(',')) {
      comma = true;
      const next = this.typeOrNone();
      if (next === undefined) break;
      list.push(next);
    }
    this.exprLevel--;
    return { list, comma };
  }

  /** ArrayType = "[" ( Expression | "..." ) "]" Type . "[" has been read, and the length if it is given. */
  protected arrayType(pos: Pos, given: Expr | undefined): Expr {
    let length: Expr | 'dots' | undefined = given;
    if (length === undefined) length = this.got('...') ? 'dots' : this.arrayLength();
    if (this.at(',')) {
      // A type parameter list may end in a comma, a length may not.
      this.syntaxError('unexpected comma; expected ]');
      this.next();
    }
    this.want(']');
    const elem = this.type();
    return { kind: 'ArrayType', pos, end: this.endOf(pos), length, elem };
  }

  private arrayLength(): Expr {
    this.exprLevel++;
    const length = this.expr();
    this.exprLevel--;
    return length;
  }

  /** "[" "]" have been read. */
  protected sliceType(pos: Pos): Expr {
    const elem = this.type();
    return { kind: 'ArrayType', pos, end: this.endOf(pos), length: undefined, elem };
  }

  /**
   * What follows a name in a field or parameter: `[n]E`, `[]E` as its type, or `[n]`, `[n, m]` as the arguments of the type of that
   * name, which the result then instantiates.
   */
  protected arrayOrTypeArgs(name: Ident): { readonly type: Expr; readonly instantiates: boolean } {
    const pos = this.pos;
    this.next();
    if (this.got(']')) return { type: this.sliceType(pos), instantiates: false };
    const { list, comma } = this.typeList(false);
    this.want(']');
    const closed = this.prevEnd;
    const length = list[0];
    if (!comma && length !== undefined) {
      const elem = this.typeOrNone();
      if (elem !== undefined) return { type: { kind: 'ArrayType', pos, end: this.endOf(pos), length, elem }, instantiates: false };
    }
    return { type: { kind: 'IndexExpr', pos: name.pos, end: closed, x: name, indices: list, lbrack: pos }, instantiates: true };
  }

  /** ChannelType = ( "chan" | "chan" "<-" | "<-" "chan" ) ElementType . */
  private chanType(pos: Pos): ChanType {
    let dir: ChanType['dir'] = 'both';
    if (this.got('<-')) {
      dir = 'recv';
      this.want('chan');
    } else {
      this.next();
      if (this.got('<-')) dir = 'send';
    }
    const elem = this.chanElem();
    return { kind: 'ChanType', pos, end: this.endOf(pos), dir, elem };
  }

  private chanElem(): Expr {
    const elem = this.typeOrNone();
    if (elem !== undefined) return elem;
    const bad = this.badExpr();
    this.syntaxError('missing channel element type');
    return bad;
  }

  /** MapType = "map" "[" KeyType "]" ElementType . */
  private mapType(pos: Pos): MapType {
    this.next();
    this.want('[');
    const key = this.type();
    this.want(']');
    const value = this.type();
    return { kind: 'MapType', pos, end: this.endOf(pos), key, value };
  }

  /** IdentifierList = identifier { "," identifier } . The first has been read. */
  protected nameList(first: Ident): Ident[] {
    const names = [first];
    while (this.got(',')) names.push(this.name());
    return names;
  }

  protected abstract structType(pos: Pos): StructType;
  protected abstract interfaceType(pos: Pos): InterfaceType;
  /** A signature behind `func` or a method's name. Unless `context` is empty, it is what may have no type parameters. */
  protected abstract funcType(pos: Pos, context: string): FuncType;
}
