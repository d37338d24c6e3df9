/** What the program has printed up to the cursor. Moving back takes lines away again; stderr is red, the time is the virtual clock's. */
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { clockText, durationText } from '../../model/duration.ts';
import type { OutputLine } from '../../model/types.ts';
import { useWorld } from '../../shared/hooks.ts';
import { moveTo } from '../../state/moves.ts';
import { pause } from '../../state/playback.ts';
import { countText } from '../../model/count.ts';

/** Rows that are put on the page; earlier ones are counted. */
const rows = 500;

export function ConsolePanel(): ReactElement {
  const world = useWorld();
  const output = world?.output ?? [];
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const scroller = list.current?.parentElement;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  }, [output.length]);
  const hidden = Math.max(0, output.length - rows);
  return (
    <div className="scroll" role="group" aria-label="Console text" tabIndex={0}>
      <ol className="out" role="log" aria-label="Output" ref={list}>
        {hidden > 0 && <li className="t3">{countText(hidden)} earlier lines</li>}
        {output.slice(hidden).map((line, index) => (
          <Line key={hidden + index} line={line} now={line.step === world?.step} />
        ))}
      </ol>
      {output.length === 0 && <p className="empty">{world ? 'Nothing has been printed up to this step.' : 'Nothing has run yet.'}</p>}
    </div>
  );
}

function Line({ line, now }: { readonly line: OutputLine; readonly now: boolean }): ReactElement {
  const show = () => {
    pause();
    moveTo(line.step);
  };
  return (
    <li className={`${line.fd === 2 ? 'bad' : ''} ${now ? 'now' : ''}`}>
      <span className="text">{line.text.replace(/\n$/, '')}</span>
      <button
        type="button"
        className="t"
        title={`To step ${line.step}`}
        aria-label={`at ${timeText(line.at)}: to step ${line.step}`}
        onClick={show}
      >
        {timeText(line.at)}
      </button>
    </li>
  );
}

/** "0 s", "3 s", "0.400 s" */
function timeText(nanos: number): string {
  return nanos % 1e9 === 0 ? durationText(nanos) : clockText(nanos);
}
