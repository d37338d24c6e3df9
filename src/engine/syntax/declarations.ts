/** Declarations, alone and in groups, in files and in functions. */
import { LateFuncDecl } from './bodies.ts';
import type { BlockStmt, ConstDecl, Decl, DeclStmt, Expr, FuncDecl, FuncType, Ident, ImportDecl, TypeDecl, VarDecl } from './nodes.ts';
import type { Pos } from './positions.ts';
import { StatementParser } from './statements.ts';

/** What a const spec without type and values repeats. */
type ConstTemplate = Pick<ConstDecl, 'type' | 'values'>;

export abstract class DeclarationParser extends StatementParser {
  protected override declStmt(): DeclStmt {
    const pos = this.pos;
    const decls = this.declaration();
    return { kind: 'DeclStmt', pos, end: this.endOf(pos), decls };
  }

  /** ImportDecl | ConstDecl | TypeDecl | VarDecl | FunctionDecl | MethodDecl . The current token is one of their keywords. */
  protected declaration(): Decl[] {
    const doc = this.docHere();
    const keyword = this.tok;
    this.next();
    switch (keyword) {
      case 'import': return this.group(doc, () => this.importSpec());
      case 'const': return this.constGroup(doc);
      case 'type': return this.group(doc, (specDoc) => this.typeSpec(specDoc));
      case 'var': return this.group(doc, (specDoc) => this.varSpec(specDoc));
      default: return [this.funcDecl(doc)];
    }
  }

  /** spec | "(" { spec ";" } ")" . A spec in a group without a doc comment of its own has the group's. */
  private group<D extends Decl>(doc: string, spec: (doc: string) => D | undefined): D[] {
    const decls: D[] = [];
    const add = (specDoc: string) => {
      const decl = spec(specDoc);
      if (decl !== undefined) decls.push(decl);
      return false;
    };
    if (this.got('(')) this.list('grouped declaration', ';', ')', () => add(this.docHere() || doc));
    else add(doc);
    return decls;
  }

  /** ImportSpec = [ "." | PackageName ] ImportPath . */
  private importSpec(): ImportDecl | undefined {
    const pos = this.pos;
    let name: Ident | undefined;
    if (this.at('name')) {
      name = this.name();
    } else if (this.got('.')) {
      name = { kind: 'Ident', pos, end: this.endOf(pos), name: '.' };
    }
    const { litBad } = this;
    const path = this.literalOrNone();
    if (path === undefined) {
      this.syntaxError('missing import path; require quoted string');
      this.advance(';', ')');
      return undefined;
    }
    if (path.lit !== 'string') {
      if (!litBad) this.syntaxError('import path must be a string', path.pos);
      return undefined;
    }
    return { kind: 'ImportDecl', pos, end: this.endOf(pos), name, path };
  }

  private constGroup(doc: string): ConstDecl[] {
    let iota = 0;
    let template: ConstTemplate | undefined;
    return this.group(doc, (specDoc) => {
      const decl = this.constSpec(specDoc, iota++, template);
      if (!decl.implicit) template = decl;
      return decl;
    });
  }

  /** ConstSpec = IdentifierList [ [ Type ] "=" ExpressionList ] . */
  private constSpec(doc: string, iota: number, template: ConstTemplate | undefined): ConstDecl {
    const pos = this.pos;
    const names = this.nameList(this.name());
    let type: Expr | undefined;
    let values: Expr[] = [];
    if (!this.at('EOF') && !this.at(';') && !this.at(')')) {
      type = this.typeOrNone();
      if (this.gotAssign()) values = this.exprList();
    }
    const implicit = type === undefined && values.length === 0 && template !== undefined;
    return { kind: 'ConstDecl', pos, end: this.endOf(pos), names, ...(implicit ? pick(template) : { type, values }), iota, implicit, doc };
  }

  /** VarSpec = IdentifierList ( Type [ "=" ExpressionList ] | "=" ExpressionList ) . */
  private varSpec(doc: string): VarDecl {
    const pos = this.pos;
    const names = this.nameList(this.name());
    let type: Expr | undefined;
    let values: Expr[] = [];
    if (this.gotAssign()) {
      values = this.exprList();
    } else {
      type = this.type();
      if (this.gotAssign()) values = this.exprList();
    }
    return { kind: 'VarDecl', pos, end: this.endOf(pos), names, type, values, doc };
  }

  /** TypeSpec = identifier [ TypeParameters ] [ "=" ] Type . */
  private typeSpec(doc: string): TypeDecl {
    const pos = this.pos;
    const name = this.name();
    let typeParams: TypeDecl['typeParams'];
    let alias = false;
    let type: Expr | undefined;
    const lbrack = this.pos;
    const opening = this.got('[') ? this.afterBracket(lbrack) : undefined;
    if (opening?.arrayType !== undefined) {
      type = opening.arrayType;
    } else {
      typeParams = opening?.typeParams;
      alias = this.gotAssign();
      type = this.typeOrNone();
    }
    if (type === undefined) {
      type = this.badExpr();
      this.syntaxError('in type declaration');
      this.advance(';', ')');
    }
    return { kind: 'TypeDecl', pos, end: this.endOf(pos), name, typeParams, alias, type, doc };
  }

  /**
   * Behind `type T [`: either type parameters, or an array or slice type. `[P *C]` may be either: it is read as an expression, which is
   * split into a parameter and its constraint where a length would make no sense.
   */
  private afterBracket(lbrack: Pos): { readonly typeParams?: TypeDecl['typeParams']; readonly arrayType?: Expr } {
    if (this.got(']')) return { arrayType: this.sliceType(lbrack) };
    if (!this.at('name')) return { arrayType: this.arrayType(lbrack, undefined) };
    let x: Expr = this.name();
    if (!this.at('[')) {
      // A length cannot index, but the constraint of P in [P []E] begins with a bracket.
      this.exprLevel++;
      x = this.binaryExpr(this.primaryExpr(x), 0);
      this.exprLevel--;
    }
    const split = splitTypeParam(x, this.at(','));
    if (split === undefined || (split.type === undefined && this.at(']'))) return { arrayType: this.arrayType(lbrack, x) };
    return { typeParams: this.paramList(split, ']', 'type parameters') };
  }

  /** FunctionDecl = "func" [ Receiver ] identifier Signature [ FunctionBody ] . `func` has been read. */
  private funcDecl(doc: string): FuncDecl {
    const pos = this.pos;
    let recv: FuncDecl['recv'];
    const isMethod = this.got('(');
    if (isMethod) {
      const receivers = this.paramList(undefined, ')', 'receiver');
      if (receivers.length === 0) this.errorAt(this.pos, 'method has no receiver', 'InvalidRecv');
      if (receivers.length > 1) this.errorAt(this.pos, 'method has multiple receivers', 'InvalidRecv');
      recv = receivers[0];
    }
    const { name, type } = this.nameAndSignature(isMethod);
    const head = { kind: 'FuncDecl', pos, recv, name, type, doc } as const;
    const late = this.at('{') ? this.lateBody() : undefined;
    if (late) return new LateFuncDecl({ ...head, end: this.endOf(pos) }, late);
    const body = this.at('{') ? this.funcBody() : undefined;
    return { ...head, end: this.endOf(pos), hasBody: body !== undefined, body };
  }

  private nameAndSignature(isMethod: boolean): { readonly name: Ident; readonly type: FuncType } {
    if (this.at('name')) {
      const name = this.name();
      return { name, type: this.funcType(this.pos, isMethod ? 'method' : '') };
    }
    const { pos } = this;
    this.syntaxError(isMethod ? 'expected name' : 'expected name or (');
    this.advance('{', ';');
    const name: Ident = { kind: 'Ident', pos, end: pos, name: '_' };
    return { name, type: { kind: 'FuncType', pos, end: pos, typeParams: undefined, params: [], results: [] } };
  }

  /** Passes over the body and returns how to parse it later; undefined if it is to be parsed now. At its `{`. */
  protected abstract lateBody(): (() => BlockStmt) | undefined;
}

function pick({ type, values }: ConstTemplate): ConstTemplate {
  return { type, values };
}

/**
 * Reads expression x as a type parameter and its constraint, where that is possible: `P *[]E` was parsed as a product, `P (E)` as a call.
 * Only if the constraint can be nothing but a type, or if `force`: a comma behind x rules out a length.
 *
 *     x          force    name, type
 *     P          any      P
 *     P*[]E      any      P, *[]E
 *     P*E        true     P, *E
 *     P*E        false
 *     P*E|~F     any      P, *E|~F
 */
function splitTypeParam(x: Expr, force: boolean): { readonly name: Ident; readonly type: Expr | undefined } | undefined {
  if (x.kind === 'Ident') return { name: x, type: undefined };
  if (x.kind === 'BinaryExpr' && x.op === '*' && x.x.kind === 'Ident' && (force || isTypeElement(x.y))) {
    return { name: x.x, type: { kind: 'StarExpr', pos: x.opPos, end: x.end, x: x.y } };
  }
  if (x.kind === 'BinaryExpr' && x.op === '|') {
    const left = splitTypeParam(x.x, force || isTypeElement(x.y));
    return left?.type === undefined ? undefined : { name: left.name, type: { ...x, pos: left.type.pos, x: left.type } };
  }
  if (x.kind === 'CallExpr' && x.fun.kind === 'Ident') {
    const [arg] = x.args;
    if (arg !== undefined && x.args.length === 1 && !x.hasDots && (force || isTypeElement(arg))) return { name: x.fun, type: arg };
  }
  return undefined;
}

/** Whether x can only be a type or a union, not a value. */
function isTypeElement(x: Expr): boolean {
  switch (x.kind) {
    case 'ArrayType':
    case 'StructType':
    case 'FuncType':
    case 'InterfaceType':
    case 'MapType':
    case 'ChanType': return true;
    case 'BinaryExpr': return isTypeElement(x.x) || isTypeElement(x.y);
    case 'UnaryExpr': return x.op === '~' || isTypeElement(x.x);
    case 'StarExpr':
    case 'ParenExpr': return isTypeElement(x.x);
    default: return false;
  }
}
