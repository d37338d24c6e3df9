/** Highlighted text at once, the editor in its place as soon as it has arrived; the goroutines' chips over both. */
import { useEffect, useRef, useState } from 'react';
import type { ReactElement, RefObject } from 'react';
import { useStore } from 'zustand';
import { editProgram } from '../state/actions.ts';
import { alertOnce } from '../state/alerts.ts';
import { breakpointStore, setBreakpoints, toggleBreakpoint } from '../state/breakpoints.ts';
import { during } from '../state/idle.ts';
import { programStore } from '../state/program.ts';
import { runStore } from '../state/run.ts';
import type { RunState } from '../state/run.ts';
import { settingsStore } from '../state/settings.ts';
import { registerView } from '../state/views.ts';
import { ChipColumn } from './ChipColumn.tsx';
import { formatGo } from './format.ts';
import type { CodeEditor } from './monaco.ts';
import { StaticCode, staticTop } from './StaticCode.tsx';
import { useLineNote } from './useLineNote.ts';
import { useMarks } from './useMarks.ts';

/** A program that runs longer than this can be edited meanwhile. */
const patienceMillis = 1500;

export function CodeArea(): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [geometry, setGeometry] = useState(0);
  const editor = useCodeEditor(host, () => setGeometry((count) => count + 1));
  const fontSize = useStore(settingsStore, (settings) => settings.fontSize);
  const marks = useMarks();
  const note = useLineNote(marks.line);
  useEffect(() => editor?.setMarks(marks, note), [editor, marks, note]);
  useEffect(() => {
    if (marks.line > 0) editor?.revealLine(marks.line, false);
  }, [editor, marks]);
  return (
    <div className="code">
      <div ref={host} className="monaco" />
      {!editor && <StaticCode fontSize={fontSize} marks={marks} note={note} />}
      <ChipColumn marks={marks} topOf={(line) => editor?.topOf(line) ?? staticTop(line, fontSize)} version={geometry} fontSize={fontSize} />
    </div>
  );
}

function useCodeEditor(host: RefObject<HTMLDivElement | null>, onGeometry: () => void): CodeEditor | undefined {
  const [editor, setEditor] = useState<CodeEditor>();
  const geometry = useRef(onGeometry);
  useEffect(() => {
    geometry.current = onGeometry;
  });
  useEffect(() => {
    let made: CodeEditor | undefined;
    let gone = false;
    const make = async () => {
      await firstRun();
      const { createCodeEditor } = await import('./monaco.ts');
      if (gone || !host.current) return;
      const options = {
        text: programStore.getState().text,
        fontSize: settingsStore.getState().fontSize,
        onEdit: editProgram,
        onGeometry: () => geometry.current(),
        onLineNumber: toggleBreakpoint,
        onBreakpoints: setBreakpoints,
      };
      made = createCodeEditor(host.current, options);
      setEditor(made);
    };
    during('editor', make()).catch(() =>
      alertOnce('The editor could not be loaded.', 'The program can be run and stepped, but not edited. Reload the page to try again.'),
    );
    return () => {
      gone = true;
      made?.dispose();
    };
  }, [host]);
  useEffect(() => (editor ? connect(editor) : undefined), [editor]);
  return editor;
}

/** The picture comes first: the editor's four megabytes wait until the program has run. */
function firstRun(): Promise<void> {
  return new Promise((resolve) => {
    const isOver = ({ running, recording, problems }: RunState) => !running && (recording !== undefined || problems.length > 0);
    if (isOver(runStore.getState())) return resolve();
    const stop = runStore.subscribe((state) => isOver(state) && done());
    const latest = setTimeout(() => done(), patienceMillis);
    const done = () => {
      clearTimeout(latest);
      stop();
      resolve();
    };
  });
}

/** Keeps the editor and the stores in step. */
function connect(editor: CodeEditor): () => void {
  editor.setProblems(runStore.getState().problems);
  editor.setBreakpoints(breakpointStore.getState().lines);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const retheme = () => requestAnimationFrame(() => editor.retheme());
  scheme.addEventListener('change', retheme);
  const stops = [
    programStore.subscribe(({ text }) => editor.setText(text)),
    runStore.subscribe(({ problems }, before) => {
      if (problems !== before.problems) editor.setProblems(problems);
    }),
    breakpointStore.subscribe(({ lines }) => editor.setBreakpoints(lines)),
    settingsStore.subscribe(({ fontSize, theme }, before) => {
      if (fontSize !== before.fontSize) editor.setFontSize(fontSize);
      if (theme !== before.theme) retheme();
    }),
    registerView('editor', {
      format: () => editor.replaceText(formatGo(programStore.getState().text)),
      revealLine: (line) => editor.revealLine(line, true),
      focus: () => editor.focus(),
      line: () => editor.line(),
    }),
    () => scheme.removeEventListener('change', retheme),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
