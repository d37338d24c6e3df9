/** Whether a program of this version of the language ("1.21", "go1.21"; none: the newest) may use what go1.`minor` brought. */
export function includesVersion(version: string | undefined, minor: number): boolean {
  const [, major = '1', found = String(minor)] = /^(?:go)?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  return Number(major) > 1 || Number(found) >= minor;
}
