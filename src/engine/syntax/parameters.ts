/** Signatures: parameters, results and type parameters. */
import { must } from '../../base/assert.ts';
import type { Expr, Field, FuncType, Ident } from './nodes.ts';
import { MemberParser, type FirstParam, type ParamKind } from './members.ts';
import { noPos, type Pos } from './positions.ts';
import { tokenName } from './tokens.ts';

/** A parameter before it is known whether a lone name is a parameter or a type. At least one of both is there. */
interface Param {
  readonly pos: Pos;
  name: Ident | undefined;
  type: Expr | undefined;
}

export abstract class ParameterParser extends MemberParser {
  /** Signature = [ TypeParameters ] Parameters [ Result ] . */
  protected override funcType(pos: Pos, context: string): FuncType {
    let typeParams: readonly Field[] | undefined;
    const lbrack = this.pos;
    if (this.got('[')) {
      if (context !== '') this.syntaxError(`${context} must have no type parameters`, lbrack);
      if (this.at(']')) {
        this.syntaxError('empty type parameter list');
        this.next();
      } else {
        typeParams = this.paramList(undefined, ']', 'type parameters');
      }
    }
    this.want('(');
    const params = this.paramList(undefined, ')', 'parameters');
    const results = this.result();
    return { kind: 'FuncType', pos, end: this.endOf(pos), typeParams, params, results };
  }

  /** Result = Parameters | Type . */
  private result(): Field[] {
    if (this.got('(')) return this.paramList(undefined, ')', 'results');
    const pos = this.pos;
    const type = this.typeOrNone();
    return type === undefined ? [] : [{ pos, name: undefined, type, embedded: false, tag: undefined }];
  }

  /**
   * ParameterList = ParameterDecl { "," ParameterDecl } [ "," ] close . The opening bracket has been read.
   * A list of lone names is a list of types; once one has a name and a type, the lone names are parameters of the next type.
   */
  protected override paramList(first: FirstParam | undefined, close: ')' | ']', what: ParamKind): Field[] {
    const params: Param[] = [];
    if (first?.type !== undefined && this.got(close)) {
      params.push({ pos: first.name.pos, ...first });
      return params.map(toField);
    }
    let pending = first;
    const end = this.list('parameter list', ',', close, () => {
      const param = pending?.type !== undefined ? { pos: pending.name.pos, ...pending } : this.paramOrNone(pending?.name, close);
      pending = undefined;
      if (param !== undefined) params.push(param);
      return false;
    });
    this.distributeTypes(params, what === 'type parameters', end);
    this.checkDots(params, what === 'parameters');
    return params.map(toField);
  }

  /** ParameterDecl = [ identifier ] [ "..." ] Type , or a lone name. Constraints, in brackets, may be unions. */
  private paramOrNone(first: Ident | undefined, close: ')' | ']'): Param | undefined {
    const constraints = close === ']';
    const pos = first?.pos ?? this.pos;
    if (first === undefined && constraints && this.atOperator('~')) return { pos, name: undefined, type: this.typeElement(undefined) };

    let name: Ident | undefined;
    if (first !== undefined || this.at('name')) {
      const lead = first ?? this.name();
      const type = this.typeAfterName(lead, constraints);
      if (type !== undefined) return { pos, ...type };
      name = lead;
    }
    const type = this.paramType(constraints);
    if (name !== undefined || type !== undefined) return { pos, name, type };
    this.syntaxError(`expected ${tokenName(close)}`);
    this.advance(',', close);
    return undefined;
  }

  /** Where the token behind a name shows that the name begins or is the type. Undefined: the name is a parameter's, or all there is. */
  private typeAfterName(name: Ident, constraints: boolean): { name: Ident | undefined; type: Expr } | undefined {
    const union = (type: Expr) => (constraints && this.atOperator('|') ? this.typeElement(type) : type);
    if (this.at('[')) {
      const { type, instantiates } = this.arrayOrTypeArgs(name);
      return { name: instantiates ? undefined : name, type: union(type) };
    }
    if (this.at('.')) return { name: undefined, type: union(this.qualifiedName(name)) };
    if (constraints && this.atOperator('|')) return { name: undefined, type: union(name) };
    return undefined;
  }

  private paramType(constraints: boolean): Expr | undefined {
    if (this.at('...')) return this.variadicType();
    if (constraints && this.atOperator('~')) return this.typeElement(undefined);
    const type = this.typeOrNone();
    return type !== undefined && constraints && this.atOperator('|') ? this.typeElement(type) : type;
  }

  private variadicType(): Expr {
    const pos = this.pos;
    this.next();
    const elem = this.typeOrNone() ?? this.missingElement();
    return { kind: 'EllipsisExpr', pos, end: this.endOf(pos), elem };
  }

  private missingElement(): Expr {
    const bad = this.badExpr();
    this.syntaxError('... is missing type');
    return bad;
  }

  private distributeTypes(params: Param[], typeParams: boolean, end: Pos): void {
    const named = params.filter((p) => p.name !== undefined && p.type !== undefined).length;
    const typed = params.filter((p) => p.type !== undefined).length;
    if (named === 0 && !typeParams) {
      for (const param of params) {
        param.type ??= param.name;
        param.name = undefined;
      }
      return;
    }
    if (named === params.length) return;
    const badPos = this.nameAll(params);
    if (badPos === noPos) return;
    if (named === typed) {
      this.syntaxError(typeParams ? 'missing type constraint' : 'missing parameter type', end);
    } else if (typeParams) {
      this.syntaxError(`missing type parameter name${params.length === 1 ? ' or invalid array length' : ''}`, badPos);
    } else {
      this.syntaxError('missing parameter name', badPos);
    }
  }

  /** Only the last parameter of a function may be variadic; elsewhere the element type stands for it. */
  private checkDots(params: Param[], allowed: boolean): void {
    let reported = false;
    params.forEach((param, i) => {
      const { type } = param;
      if (type?.kind !== 'EllipsisExpr' || (allowed && i === params.length - 1)) return;
      if (!reported) this.errorAt(type.pos, allowed ? 'can only use ... with final parameter' : 'invalid use of ...', 'MisplacedDotDotDot');
      reported = true;
      param.type = type.elem;
    });
  }

  /** Gives every lone name the type that follows it and every lone type a blank name. The leftmost that had neither, or no position. */
  private nameAll(params: Param[]): Pos {
    let badPos = noPos;
    let type: Expr | undefined;
    for (const param of params.toReversed()) {
      if (param.type !== undefined) {
        type = param.type;
        if (param.name !== undefined) continue;
        badPos = type.pos;
        param.name = { kind: 'Ident', pos: badPos, end: badPos, name: '_' };
      } else if (type !== undefined) {
        param.type = type;
      } else {
        badPos = param.pos;
        param.type = this.badExpr(badPos);
      }
    }
    return badPos;
  }
}

/** Every parameter has a type when its list is done. */
function toField({ pos, name, type }: Param): Field {
  return { pos, name, type: must(type, 'type of a parameter'), embedded: false, tag: undefined };
}
