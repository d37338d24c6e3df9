/**
 * Runs our library on real Go, for tests: the sources are copied into a module "il", imports of library packages become imports of "il/...", and
 * the natives are replaced by those of testdata/shim. Programs of testdata/differential then compare il/... with Go's own packages.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

const here = import.meta.dirname;

/** The go command, undefined if there is none. */
export const goCommand = ['/usr/lib/go-1.19/bin/go', '/usr/local/go/bin/go', '/usr/bin/go'].find((path) => existsSync(path));

function goFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? goFiles(path) : path.endsWith('.go') ? [path] : [];
  });
}

/** Functions without a body go (the shim has them), imports of our packages are redirected. */
function adapt(source: string, ours: ReadonlySet<string>): string {
  return (source.includes('"unsafe"') ? `${source}\nvar _ unsafe.Pointer\n` : source)
    .replace(/^func .*[^{}\n]$\n/gm, '')
    .replace(/^(import|\t)( ?)"([\w/.]+)"$/gm, (line, start: string, space: string, path: string) =>
      ours.has(path) ? `${start}${space}"il/${path}"` : line,
    );
}

let written: string | undefined;

/** The module, written once: always in the same folder, so that Go finds what it has compiled before. */
function moduleFolder(): string {
  return (written ??= writeModule());
}

/** Files that Go 1.19 cannot compile are left out: those that say so in their first line. */
function writeModule(): string {
  const root = join(here, '../../../.build/oracle');
  rmSync(root, { recursive: true, force: true });
  const library = join(here, 'go');
  const files = goFiles(library);
  const ours = new Set(files.map((path) => relative(library, dirname(path))));
  for (const path of files) {
    const source = readFileSync(path, 'utf8');
    if (/^\/\/go:build go1\.2/m.test(source)) continue;
    const target = join(root, relative(library, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, adapt(source, ours));
  }
  cpSync(join(here, 'testdata/shim'), root, { recursive: true });
  cpSync(join(here, 'testdata/differential'), join(root, 'differential'), { recursive: true });
  for (const path of goFiles(join(here, 'testdata/scenario'))) {
    const source = readFileSync(path, 'utf8');
    for (const [name, text] of [
      ['ours', adapt(source, ours)],
      ['theirs', source],
    ] as const) {
      mkdirSync(join(root, 'scenario', name), { recursive: true });
      writeFileSync(join(root, 'scenario', name, basename(path)), text);
    }
  }
  writeFileSync(join(root, 'go.mod'), 'module il\n\ngo 1.19\n');
  return root;
}

const environment = {
  ...process.env,
  GOMAXPROCS: '1',
  GOGC: 'off',
  GOMEMLIMIT: '500MiB',
  GODEBUG: 'asyncpreemptoff=1',
  TZ: 'UTC',
  GOFLAGS: '-mod=mod',
};

function go(args: readonly string[], cwd: string, input: string): string {
  return execFileSync(must(goCommand), args, { cwd, input, encoding: 'utf8', env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Runs one program of testdata/differential and returns what it prints: a line for each difference. `full` makes the inputs of some many times more. */
export function runDifferential(name: string, mode: 'full' | ''): string {
  return go(['run', `./differential/${name}`], moduleFolder(), mode);
}

/** Programs that print digests of what the library makes of many inputs; `full` as their input makes the inputs many times more. */
export const wideFolder = join(here, 'testdata/wide');

/** What a program of testdata/wide prints on real Go. */
export function runWide(name: string, mode: 'full' | ''): string {
  return go(['run', `${name}.go`], wideFolder, mode);
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Go is not installed');
  return value;
}
