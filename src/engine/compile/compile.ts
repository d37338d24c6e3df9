/** From source files to an executable: parse, check, lower, generate. */
import { must } from '../../base/assert.ts';
import type { Granularity, Program } from '../ir/ir.ts';
import { lowerProgram } from '../lower/index.ts';
import { assembleProgram, type Executable } from '../machine/program.ts';
import type { File } from '../syntax/nodes.ts';
import { reportedPosition, type ReportedPosition } from '../syntax/lineDirectives.ts';
import { parseFile } from '../syntax/parser.ts';
import { columnOf, type Diagnostic, fileOf, lineOf, makePos, noPos, type SourceFile } from '../syntax/positions.ts';
import { checkPackage } from '../types/check.ts';
import { includesVersion } from '../types/goVersion.ts';
import { vetPackage } from '../vet/index.ts';
import type { Package } from '../types/objects.ts';
import { firstLibraryFile, libraryFileName, libraryPackage, publicPaths } from './library.ts';

export interface CompileOptions {
  /** For a recording: hooks that name objects and report operations of library types, and the site of every statement. */
  readonly trace: boolean;
  /** That of the schedule; statement if not given. */
  readonly granularity?: Granularity;
}

/** A diagnostic with its file and lines spelled out; columns in bytes, all from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
  readonly code: string;
  /** What messages call the position, where a line directive says that the text came from elsewhere. */
  readonly reported?: ReportedPosition;
}

/** `executable` is undefined if there is any problem. */
export interface Compilation {
  readonly executable: Executable | undefined;
  readonly problems: readonly Problem[];
}

interface Checked {
  readonly pkg: Package | undefined;
  readonly problems: readonly Problem[];
}

export interface CheckOptions {
  /** Any package will do, not only main: it is not going to run. */
  readonly anyPackage?: boolean;
}

/** Type-checks a package. All problems, sorted by position. */
export function check(files: readonly SourceFile[], options: CheckOptions = {}): Checked {
  if (files.length === 0) return { pkg: undefined, problems: [problemOf([])({ pos: noPos, message: 'no Go files', code: 'NoFiles' })] };
  const parsed = files.map((file, index) => parseFile(file, index));
  const toProblem = problemOf(parsed.map((p) => p.file));
  const whileParsing = parsed.flatMap((p) => p.diagnostics);
  // As gc: only syntax errors leave a tree not worth checking; misplaced labels and the like are reported with the type errors.
  if (whileParsing.some(({ code }) => code === 'Syntax')) return { pkg: undefined, problems: whileParsing.map(toProblem) };
  const trees = parsed.map((p) => p.file);
  const misplaced = options.anyPackage ? [] : packageErrors(trees);
  if (misplaced.length > 0) return { pkg: undefined, problems: misplaced.map(toProblem) };
  const { pkg, diagnostics } = checkPackage({
    files: trees,
    path: trees[0]?.packageName.name ?? 'main',
    library: false,
    importer: (path) => (path.startsWith('internal/') ? undefined : libraryPackage(path)),
    knownPaths: publicPaths,
  });
  const all = buildErrorsLast([...whileParsing, ...diagnostics], options).sort((a, b) => a.pos - b.pos);
  return { pkg, problems: all.map(toProblem) };
}

/** What is wrong with a package, and what go vet would say of it if nothing is. */
export function vet(files: readonly SourceFile[]): { readonly problems: readonly Problem[]; readonly findings: readonly Problem[] } {
  const { pkg, problems } = check(files, { anyPackage: true });
  return { problems, findings: pkg && problems.length === 0 ? vetPackage(pkg).map(problemOf(pkg.files)) : [] };
}

/** What keeps a correct package from being a program that can run: said if nothing else is wrong. */
const buildCodes: ReadonlySet<string> = new Set(['MissingBody', 'MissingMain', 'UnsupportedUnsafe']);

function buildErrorsLast(diagnostics: readonly Diagnostic[], { anyPackage = false }: CheckOptions): Diagnostic[] {
  const checking = diagnostics.filter(({ code }) => !buildCodes.has(code));
  return checking.length > 0 || anyPackage ? checking : [...diagnostics];
}

/** A program is one package, main. */
function packageErrors(files: readonly File[]): Diagnostic[] {
  return files.flatMap((file) => {
    const { name, pos, end } = file.packageName;
    if (name === 'main') return [];
    const message = `package ${name} is not a main package: a program here is one package, so write \`package main\``;
    return [{ pos, end, message, code: 'NotMain' }];
  });
}

/** The checked program as intermediate code. */
export function lower(pkg: Package, files: readonly SourceFile[], options: CompileOptions): { program: Program; problems: readonly Problem[] } {
  const { program, diagnostics } = lowerProgram(dependencyOrder(pkg), {
    trace: options.trace,
    granularity: options.granularity ?? 'statement',
    nilPanics: !includesVersion(pkg.files[0]?.goVersion?.version, 21),
    files: (index) => (index >= firstLibraryFile ? libraryFileName(index) : must(files[index], 'file').name),
    reported: (pos) => reportedPosition(pkg.files[fileOf(pos)]?.lineBases, pos),
  });
  return { program, problems: diagnostics.map(problemOf(pkg.files)) };
}

export function compile(files: readonly SourceFile[], options: CompileOptions): Compilation {
  const { pkg, problems } = check(files);
  if (!pkg || problems.length > 0) return { executable: undefined, problems };
  const lowered = lower(pkg, files, options);
  if (lowered.problems.length > 0) return { executable: undefined, problems: lowered.problems };
  const excess = excessiveSize(lowered.program);
  if (excess !== undefined) return { executable: undefined, problems: [problemOf(pkg.files)({ pos: makePos(0, 1, 1), message: excess, code: 'TooLarge' })] };
  const assembly = assembleProgram(lowered.program, { traced: options.trace });
  if ('executable' in assembly) return { executable: assembly.executable, problems: [] };
  const message = `function ${assembly.tooLarge} is too large to compile: split it into smaller functions`;
  return { executable: undefined, problems: [problemOf(pkg.files)({ pos: makePos(0, 1, 1), message, code: 'TooLarge' })] };
}

const mostBytes = 2 ** 30;

/** Addresses have 32 bits, and a run has less memory than that. */
function excessiveSize({ globals, layouts }: Program): string | undefined {
  if (globals.size > mostBytes) return `the package's variables take ${globals.size} bytes: a program has at most ${mostBytes} bytes of memory here`;
  const type = layouts.find(({ size }) => size > mostBytes);
  return type && `a variable takes ${type.size} bytes: a program has at most ${mostBytes} bytes of memory here`;
}

/** Imported packages before their importers; runtime, which the machine needs, always. */
function dependencyOrder(main: Package): Package[] {
  const order: Package[] = [];
  const seen = new Set<Package>();
  const visit = (pkg: Package) => {
    if (seen.has(pkg)) return;
    seen.add(pkg);
    pkg.imports.forEach(visit);
    order.push(pkg);
  };
  visit(must(libraryPackage('runtime'), 'package runtime'));
  visit(main);
  return order;
}

function problemOf(files: readonly File[]): (diagnostic: Diagnostic) => Problem {
  return ({ pos, end, message, code }) => {
    const last = end ?? pos;
    const reported = reportedPosition(files[fileOf(pos)]?.lineBases, pos);
    return {
      file: files[fileOf(pos)]?.name ?? '',
      line: lineOf(pos),
      column: columnOf(pos),
      endLine: lineOf(last),
      endColumn: columnOf(last),
      message,
      code,
      ...(reported ? { reported } : {}),
    };
  };
}
