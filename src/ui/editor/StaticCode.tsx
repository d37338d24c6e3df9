/** The program as highlighted text: what stands there until the editor has arrived. */
import { memo, useMemo } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { programStore } from '../state/program.ts';
import { highlightLines } from './highlight.ts';
import type { Span } from './highlight.ts';
import type { Marks } from './marks.ts';

const padding = 6;
export const lineHeightOf = (fontSize: number): number => Math.round((fontSize * 20) / 13);
export const staticTop = (line: number, fontSize: number): number => padding + (line - 1) * lineHeightOf(fontSize);

interface Props {
  readonly fontSize: number;
  readonly marks: Marks;
  readonly note: string;
}

export function StaticCode({ fontSize, marks, note }: Props): ReactElement {
  const text = useStore(programStore, (program) => program.text);
  const lines = useMemo(() => highlightLines(text), [text]);
  return (
    <div className="static" style={{ fontSize, lineHeight: `${lineHeightOf(fontSize)}px` }}>
      {lines.map((spans, index) => (
        <div key={index} className={`ln ${marks.tones.get(index + 1) ?? ''}`}>
          <span className="no" aria-hidden="true">
            {index + 1}
          </span>
          <code>
            <Line spans={spans} />
            {note !== '' && marks.line === index + 1 && <i className={`note ${marks.tones.get(index + 1) ?? ''}`}>{note}</i>}
          </code>
        </div>
      ))}
    </div>
  );
}

const Line = memo(function Line({ spans }: { readonly spans: readonly Span[] }): ReactElement {
  return (
    <>
      {spans.map((span, index) => (
        <span key={index} className={span.tone}>
          {span.text}
        </span>
      ))}
    </>
  );
});
