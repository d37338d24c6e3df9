/** Types and the elements of struct and interface types. */
import type { Pos } from './positions.ts';
import type { BasicLit, ChanType, Expr, Field, FuncType, Ident, IndexExpr, InterfaceType, MapType, StarExpr, StructType } from './nodes.ts';
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
  protected qualifiedName(first: Ident | undefined = undefined): Expr {
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

  /** StructType = "struct" "{" { FieldDecl ";" } "}" . */
  private structType(pos: Pos): StructType {
    this.next();
    this.want('{');
    const fields: Field[] = [];
    this.list('struct type', ';', '}', () => {
      this.fieldDecl(fields);
      return false;
    });
    return { kind: 'StructType', pos, end: this.endOf(pos), fields };
  }

  /** FieldDecl = ( IdentifierList Type | [ "*" ] TypeName [ TypeArgs ] ) [ Tag ] . */
  private fieldDecl(fields: Field[]): void {
    const pos = this.pos;
    switch (this.tok) {
      case 'name': return this.namedOrEmbeddedField(fields);
      case '*': return this.embeddedField(fields, pos, this.embeddedPointer(pos));
      case '(': return this.embeddedField(fields, pos, this.parenthesizedEmbedded());
      default:
        this.syntaxError('expected field name or embedded type');
        this.advance(';', '}');
    }
  }

  private embeddedField(fields: Field[], pos: Pos, type: Expr): void {
    fields.push({ pos, name: undefined, type, embedded: true, tag: this.literalOrNone() });
  }

  private namedOrEmbeddedField(fields: Field[]): void {
    const first = this.name();
    if (this.at('.') || this.at('literal') || this.at(';') || this.at('}')) {
      return this.embeddedField(fields, first.pos, this.qualifiedName(first));
    }
    const names = this.nameList(first);
    let type: Expr;
    if (names.length === 1 && this.at('[')) {
      const parsed = this.arrayOrTypeArgs(first);
      if (parsed.instantiates) return this.embeddedField(fields, first.pos, parsed.type);
      type = parsed.type;
    } else {
      type = this.type();
    }
    const tag: BasicLit | undefined = this.literalOrNone();
    for (const name of names) fields.push({ pos: name.pos, name, type, embedded: false, tag });
  }

  private embeddedPointer(pos: Pos): StarExpr {
    this.next();
    let x: Expr;
    if (this.at('(')) x = this.parenthesizedEmbedded();
    else x = this.qualifiedName();
    return { kind: 'StarExpr', pos, end: this.endOf(pos), x };
  }

  /** An embedded type in parentheses, which Go does not allow. */
  private parenthesizedEmbedded(): Expr {
    this.syntaxError('cannot parenthesize embedded type');
    this.next();
    const pos = this.pos;
    const type = this.at('*') ? this.embeddedPointer(pos) : this.qualifiedName();
    this.got(')');
    return type;
  }

  /** InterfaceType = "interface" "{" { ( MethodElem | TypeElem ) ";" } "}" . */
  private interfaceType(pos: Pos): InterfaceType {
    this.next();
    this.want('{');
    const elements: Field[] = [];
    this.list('interface type', ';', '}', () => {
      elements.push(this.at('name') ? this.methodOrEmbedded() : this.embeddedElement(this.pos, undefined));
      return false;
    });
    return { kind: 'InterfaceType', pos, end: this.endOf(pos), elements };
  }

  /** MethodElem = MethodName Signature . Or a type element that begins with a name. */
  private methodOrEmbedded(): Field {
    const name = this.name();
    if (this.at('(')) return this.method(name);
    if (!this.at('[')) return this.embeddedElement(name.pos, this.qualifiedName(name));
    const lbrack = this.pos;
    this.next();
    if (this.at(']')) return this.emptyBrackets(name);
    // Type arguments look like parameters without names; type parameters have names.
    const list = this.paramList(undefined, ']', 'arguments');
    if (list.length === 0) return this.at('(') ? this.method(name) : this.embeddedElement(name.pos, name);
    if (list[0]?.name !== undefined) {
      const method = this.method(name);
      this.errorAt(lbrack, 'interface method must have no type parameters', 'InvalidSyntaxTree');
      return method;
    }
    const indices = list.map((field) => field.type);
    return this.embeddedElement(name.pos, { kind: 'IndexExpr', pos: name.pos, end: this.prevEnd, x: name, indices, lbrack });
  }

  private method(name: Ident): Field {
    const type = this.funcType(this.pos, 'interface method');
    return { pos: name.pos, name, type, embedded: false, tag: undefined };
  }

  private emptyBrackets(name: Ident): Field {
    const pos = this.pos;
    this.next();
    if (this.at('(')) {
      this.errorAt(pos, 'empty type parameter list', 'InvalidSyntaxTree');
      return this.method(name);
    }
    this.errorAt(pos, 'empty type argument list', 'InvalidSyntaxTree');
    return this.embeddedElement(name.pos, name);
  }

  private embeddedElement(pos: Pos, first: Expr | undefined): Field {
    return { pos, name: undefined, type: this.typeElement(first), embedded: true, tag: undefined };
  }

  /** TypeElem = TypeTerm { "|" TypeTerm } . The first term may have been read already. */
  protected typeElement(first: Expr | undefined): Expr {
    let x = first ?? this.typeTerm();
    for (let n = 1; this.atOperator('|'); n++) {
      this.checkChain(n);
      const opPos = this.pos;
      this.next();
      const y = this.typeTerm();
      x = { kind: 'BinaryExpr', pos: x.pos, end: this.prevEnd, op: '|', opPos, x, y };
    }
    return x;
  }

  /** TypeTerm = [ "~" ] Type . */
  private typeTerm(): Expr {
    const pos = this.pos;
    if (this.atOperator('~')) {
      this.next();
      const x = this.type();
      return { kind: 'UnaryExpr', pos, end: this.endOf(pos), op: '~', x };
    }
    const type = this.typeOrNone();
    if (type !== undefined) return type;
    const bad = this.badExpr();
    this.syntaxError('expected ~ term or type');
    this.advance('operator', ';', ')', ']', '}');
    return bad;
  }

  /** IdentifierList = identifier { "," identifier } . The first has been read. */
  protected nameList(first: Ident): Ident[] {
    const names = [first];
    while (this.got(',')) names.push(this.name());
    return names;
  }

  /** A signature behind `func` or a method's name. With a context type parameters are not allowed, and `pos` is where it says so. */
  protected abstract funcType(pos: Pos, context: string): FuncType;
  protected abstract paramList(first: FirstParam | undefined, close: ')' | ']', what: ParamKind): Field[];
}

/** A name that begins a parameter list, and possibly its type, read before it was known to be one. */
export interface FirstParam {
  readonly name: Ident;
  readonly type: Expr | undefined;
}

/**
 * Only parameters of functions may be variadic, type parameters must have names; arguments are a list of types read as parameters where
 * that is not known yet.
 */
export type ParamKind = 'parameters' | 'receiver' | 'results' | 'type parameters' | 'arguments';
