/** The program with the goroutines on its lines, to be read only: without the editor and its megabytes. */
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { settingsStore } from '../state/settings.ts';
import { ChipColumn } from './ChipColumn.tsx';
import { lineHeightOf, StaticCode, staticTop } from './StaticCode.tsx';
import { useLineNote } from './useLineNote.ts';
import { useMarks } from './useMarks.ts';

export function ReadingCode(): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const fontSize = useStore(settingsStore, (settings) => settings.fontSize);
  const marks = useMarks();
  const note = useLineNote(marks.line);
  useEffect(() => {
    if (scroller.current && marks.line > 0) keepInSight(scroller.current, staticTop(marks.line, fontSize), lineHeightOf(fontSize));
  }, [marks, fontSize]);
  return (
    <section className="reading" aria-label="Program" ref={scroller} tabIndex={0}>
      <div className="paper">
        <StaticCode fontSize={fontSize} marks={marks} note={note} />
        <ChipColumn marks={marks} topOf={(line) => staticTop(line, fontSize)} version={0} fontSize={fontSize} />
      </div>
    </section>
  );
}

/** In the middle, if it is not in sight already. */
function keepInSight(scroller: HTMLElement, top: number, height: number): void {
  const { scrollTop, clientHeight } = scroller;
  if (top < scrollTop || top + height > scrollTop + clientHeight) scroller.scrollTop = top - clientHeight / 2;
}
