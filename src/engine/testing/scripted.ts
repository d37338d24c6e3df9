/**
 * What a program is expected to do, in one text: standard output, then `-- stderr --` and standard error if there is any, then `-- exit N --` if the
 * exit status is not 0. Goroutine dumps and machine addresses are left out of standard error: they differ from machine to machine.
 */

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export function outcomeText({ stdout, stderr, exitCode }: Outcome): string {
  const shown = withoutDump(stderr);
  const parts = [stdout, shown === '' ? '' : `-- stderr --\n${shown}`, exitCode === 0 ? '' : `-- exit ${exitCode} --\n`];
  return parts.map((part) => (part === '' || part.endsWith('\n') ? part : `${part}\n`)).join('');
}

/** `panic: ...` and `fatal error: ...` are kept, what follows them is not. */
function withoutDump(stderr: string): string {
  return stderr
    .replace(/^(?:\[signal|runtime:) .*\n/gm, '')
    .replace(/(?:^|\n)\n?(?:goroutine \d+ \[|runtime stack:)[^]*$/, '\n')
    .replace(/\nexit status \d+\n$/, '\n');
}
