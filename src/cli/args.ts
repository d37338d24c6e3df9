/** Command-line arguments: `--name value`, `--name=value`, switches, and files. Unknown flags are errors. */

export interface FlagSpec {
  /** Placeholder of the value in the help, undefined for a switch. */
  readonly value?: string;
  readonly help: string;
}
export type FlagSpecs = Readonly<Record<string, FlagSpec>>;

export interface Args {
  readonly flags: ReadonlyMap<string, string>;
  readonly files: readonly string[];
}

/** A mistake in the arguments: said on standard error, exit status 1. */
export class UsageError extends Error {}

export function parseArgs(argv: readonly string[], specs: FlagSpecs): Args {
  const flags = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i] as string;
    if (arg === '--') return { flags, files: [...files, ...argv.slice(i + 1)] };
    if (!arg.startsWith('-') || arg === '-') {
      files.push(arg);
      continue;
    }
    const [, name = '', inline] = /^--?([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    const spec = specs[name];
    if (!spec) throw new UsageError(`unknown flag ${arg.replace(/=.*/s, '')}`);
    if (spec.value === undefined) {
      if (inline !== undefined) throw new UsageError(`--${name} takes no value`);
      flags.set(name, 'true');
      continue;
    }
    const value = inline ?? argv[++i];
    if (value === undefined) throw new UsageError(`--${name} wants ${spec.value}`);
    flags.set(name, value);
  }
  return { flags, files };
}

/** A whole number from `least` on. */
export function numberFlag(args: Args, name: string, fallback: number, least = 0): number {
  const text = args.flags.get(name);
  if (text === undefined) return fallback;
  const value = Number(text.replaceAll('_', ''));
  if (!/^[\d_]+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
    throw new UsageError(`--${name} wants a whole number from ${least} on, not ${JSON.stringify(text)}`);
  }
  return value;
}

export function flagsHelp(specs: FlagSpecs): string {
  const rows = Object.entries(specs).map(([name, spec]) => [`  --${name}${spec.value ? ` ${spec.value}` : ''}`, spec.help] as const);
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, help]) => `${left.padEnd(width)}${help}\n`).join('');
}
