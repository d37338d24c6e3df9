/** A place in the program; a click shows it in the editor. */
import type { ReactElement } from 'react';
import { showLine } from '../state/showLine.ts';

export function LineLink({
  file,
  line,
  short = false,
}: {
  readonly file: string;
  readonly line: number;
  readonly short?: boolean;
}): ReactElement | null {
  if (line === 0) return null;
  return (
    <button type="button" className="placelink" aria-label={`${file}:${line}, show in the editor`} onClick={() => showLine(line)}>
      {short ? '' : file}:{line}
    </button>
  );
}
