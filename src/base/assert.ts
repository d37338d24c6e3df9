/** Our own mistakes are thrown; a user's mistakes are values (diagnostics and verdicts). */
export class Bug extends Error {
  constructor(message: string) {
    super(`BUG: ${message}`);
    this.name = 'Bug';
  }
}

export function bug(message: string): never {
  throw new Bug(message);
}

/** Narrows away undefined and null where only a mistake of ours could have left them. */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) bug(`missing ${what}`);
  return value;
}

export function invariant(holds: boolean, what: string): asserts holds {
  if (!holds) bug(what);
}

/** The default of a switch over a union: the compiler proves that it is never reached. */
export function assertUnreachable(value: never): never {
  bug(`unreachable: ${String(value)}`);
}
