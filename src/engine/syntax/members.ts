/** The members of struct and interface types: fields, methods, embedded types, unions. */
import type { BasicLit, Expr, Field, Ident, InterfaceType, StarExpr, StructType } from './nodes.ts';
import type { Pos } from './positions.ts';
import { TypeParser } from './types.ts';

export abstract class MemberParser extends TypeParser {
  /** StructType = "struct" "{" { FieldDecl ";" } "}" . */
  protected override structType(pos: Pos): StructType {
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
  protected override interfaceType(pos: Pos): InterfaceType {
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

  /** Parameters, type parameters, or what may turn out to be type arguments. The opening bracket has been read. */
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
