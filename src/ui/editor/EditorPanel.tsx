/** The program: file bar, code, problems. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { patternOf } from '../../gallery/index.ts';
import { CommandButton } from '../shared/CommandButton.tsx';
import { useStale } from '../shared/hooks.ts';
import { fileName, isOwn, programStore } from '../state/program.ts';
import { settingsStore } from '../state/settings.ts';
import { BreakpointBar } from './BreakpointBar.tsx';
import { CodeArea } from './CodeArea.tsx';
import { ProblemList } from './ProblemList.tsx';

export function EditorPanel(): ReactElement {
  return (
    <section className="editor" aria-label="Editor">
      <div className="files">
        <b>{fileName}</b>
        <Origin />
        <span className="end">Esc, then Tab leaves the editor</span>
        <CommandButton id="format" labelled className="small">
          Format
        </CommandButton>
      </div>
      <CodeArea />
      <BreakpointBar />
      <ProblemList />
    </section>
  );
}

function Origin(): ReactElement {
  const title = useStore(programStore, (program) => patternOf(program.pattern)?.title);
  const edited = useStore(programStore, isOwn);
  const stale = useStale();
  const runsItself = useStore(settingsStore, (settings) => settings.runOnEdit);
  if (stale) return <span className="t3">{runsItself ? 'edited: last run shown' : 'edited: press Run'}</span>;
  return <span className="t3">{title === undefined ? '' : edited ? `${title}, edited` : title}</span>;
}
