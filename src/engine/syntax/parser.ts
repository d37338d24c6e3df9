/** The parser's entry point: source files. The layers below it are listed in recovery.ts. */
import { bug } from '../../base/assert.ts';
import { closingBrace } from './bodies.ts';
import { versionFromComments } from './comments.ts';
import { lineBases } from './lineDirectives.ts';
import { DeclarationParser } from './declarations.ts';
import type { BlockStmt, Decl, File, Ident, ImportDecl } from './nodes.ts';
import { lineOf, type Diagnostic, type SourceFile } from './positions.ts';

export interface ParseOptions {
  /** Parse a declared function's body when it is first asked for: for correct sources only (bodies.ts). */
  readonly lateBodies?: boolean;
}

/**
 * Parses one file of a program; `index` is its number in positions. Never throws for what a user can write: mistakes are in
 * `diagnostics`, in source order and at most one syntax error a line, and the file is what could be understood.
 *
 * Code 'Syntax' means that the tree has holes: as gc does, don't check it further. With other codes (labels, branches) it is complete.
 */
export function parseFile(file: SourceFile, index: number, { lateBodies = false }: ParseOptions = {}): { file: File; diagnostics: Diagnostic[] } {
  const parser = new Parser(file, index, lateBodies);
  const tree = parser.file();
  const { bases, diagnostics } = lineBases(tree.comments, file.name);
  return { file: { ...tree, lineBases: bases }, diagnostics: inOrder([...parser.errors, ...parser.branchErrors, ...diagnostics]) };
}

const declarationStarts = ['import', 'const', 'type', 'var', 'func'] as const;

class Parser extends DeclarationParser {
  protected override readonly fileName: string;
  private readonly index: number;
  private readonly lateBodies: boolean;

  constructor(file: SourceFile, index: number, lateBodies: boolean) {
    super(file.text, index);
    this.fileName = file.name;
    this.index = index;
    this.lateBodies = lateBodies;
  }

  /** SourceFile = PackageClause ";" { ImportDecl ";" } { TopLevelDecl ";" } . */
  file(): File {
    this.next();
    const goVersion = versionFromComments(this.comments);
    const packageName = this.packageClause();
    const decls = this.errors.length > 0 ? [] : this.topLevelDecls();
    return {
      index: this.index,
      name: this.fileName,
      packageName,
      imports: decls.filter((decl): decl is ImportDecl => decl.kind === 'ImportDecl'),
      decls,
      goVersion,
      comments: this.comments,
      lineBases: [],
      end: this.pos,
    };
  }

  /** PackageClause = "package" PackageName . */
  private packageClause(): Ident {
    if (!this.at('package')) {
      this.syntaxError('package statement must be first');
      return { kind: 'Ident', pos: this.pos, end: this.pos, name: '_' };
    }
    this.next();
    const name = this.name();
    this.want(';');
    return name;
  }

  private topLevelDecls(): Decl[] {
    const decls: Decl[] = [];
    let importsOver = false;
    while (!this.at('EOF')) {
      if (this.at('import') && importsOver) this.syntaxError('imports must appear before other declarations');
      importsOver = !this.at('import');
      if (this.atDeclaration()) {
        decls.push(...this.declaration());
        if (this.at('EOF') || this.got(';')) continue;
        this.syntaxError('after top level declaration');
      } else {
        const last = decls.at(-1);
        const bodyOnNextLine = this.at('{') && last?.kind === 'FuncDecl' && !last.hasBody;
        this.syntaxError(bodyOnNextLine ? 'unexpected semicolon or newline before {' : 'non-declaration statement outside function body');
      }
      this.advance(...declarationStarts);
    }
    return decls;
  }

  protected override lateBody(): (() => BlockStmt) | undefined {
    if (!this.lateBodies) return undefined;
    const { index, fileName: name, text } = this;
    const place = this.place();
    this.offset = closingBrace(text, place.offset);
    this.next();
    this.next();
    return () => {
      const parser = new Parser({ name, text }, index, false);
      parser.startAt(place);
      parser.next();
      const body = parser.funcBody();
      const wrong = parser.errors[0] ?? parser.branchErrors[0];
      if (wrong) bug(`${name}:${lineOf(wrong.pos)}: ${wrong.message}`);
      return body;
    };
  }

  private atDeclaration(): boolean {
    return declarationStarts.some((keyword) => this.at(keyword));
  }
}

/** As gc reports: of several syntax errors in a row on one line only the first, in the order of positions, nothing twice. */
function inOrder(errors: readonly Diagnostic[]): Diagnostic[] {
  let lastLine = 0;
  const kept = errors.filter(({ pos, message }) => {
    if (!message.startsWith('syntax error:')) return true;
    const repeated = lineOf(pos) === lastLine;
    lastLine = lineOf(pos);
    return !repeated;
  });
  kept.sort((a, b) => a.pos - b.pos);
  return kept.filter((error, i) => i === 0 || error.pos !== kept[i - 1]?.pos || error.message !== kept[i - 1]?.message);
}
