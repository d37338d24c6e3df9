/** The goroutines on their lines, left of the numbers. The table of goroutines says the same to those who do not see it. */
import type { ReactElement } from 'react';
import { Chip } from '../shared/Figure.tsx';
import { toggleGoroutine } from '../state/selection.ts';
import type { LineChip, Marks } from './marks.ts';
import { lineHeightOf } from './StaticCode.tsx';

interface Props {
  readonly marks: Marks;
  readonly topOf: (line: number) => number;
  /** Changes when lines have moved. */
  readonly version: number;
  readonly fontSize: number;
}

/** Chips that fit; with more, one and the number of the others; with a crowd, its number alone. */
const room = 2;
const crowd = 100;

export function ChipColumn({ marks, topOf, fontSize }: Props): ReactElement {
  return (
    <div className="chipcolumn" aria-hidden="true">
      {[...marks.chips].map(([line, chips]) => (
        <span
          key={line}
          className={`chips ${marks.tones.get(line) ?? ''}`}
          style={{ transform: `translateY(${topOf(line)}px)`, height: lineHeightOf(fontSize) }}
        >
          <LineChips chips={chips} />
        </span>
      ))}
    </div>
  );
}

function LineChips({ chips }: { readonly chips: readonly LineChip[] }): ReactElement {
  if (chips.length >= crowd) return <span className="left">×{chips.length}</span>;
  const shown = chips.length > room ? chips.slice(-1) : chips;
  const left = chips.length - shown.length;
  return (
    <>
      {left > 0 && <span className="left">+{left}</span>}
      {shown.map(({ goroutine, hollow }) => (
        <span key={goroutine} title={`goroutine ${goroutine}`} onClick={() => toggleGoroutine(goroutine)}>
          <Chip goroutine={goroutine} hollow={hollow} />
        </span>
      ))}
    </>
  );
}
