/**
 * The editor proper, in a chunk of its own that arrives after the first picture. Only what the page uses of Monaco is imported; nothing is
 * fetched from elsewhere.
 */
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/dnd/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/smartSelect/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import type { Problem } from '../../worker/protocol.ts';
import { registerGo } from './goLanguage.ts';
import { utf16Column } from './marks.ts';
import type { LineTone, Marks } from './marks.ts';
import { defineTheme, themeName } from './monacoTheme.ts';
import { lineHeightOf } from './StaticCode.tsx';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

export interface CodeEditorOptions {
  readonly text: string;
  readonly fontSize: number;
  readonly onEdit: (text: string) => void;
  /** The geometry of lines has changed: scrolled, laid out, edited. */
  readonly onGeometry: () => void;
  /** A click on the number of a line. */
  readonly onLineNumber: (line: number) => void;
  /** An edit has moved the breakpoints. */
  readonly onBreakpoints: (lines: readonly number[]) => void;
}

export interface CodeEditor {
  setText(text: string): void;
  setFontSize(size: number): void;
  setMarks(marks: Marks, note: string): void;
  setProblems(problems: readonly Problem[]): void;
  setBreakpoints(lines: readonly number[]): void;
  /** Where the text cursor is. */
  line(): number;
  revealLine(line: number, focus: boolean): void;
  focus(): void;
  /** Replaces the text as one edit that can be undone. */
  replaceText(text: string): void;
  /** CSS pixels from the top of the editor's box to the top of a line. */
  topOf(line: number): number;
  lineHeight(): number;
  retheme(): void;
  dispose(): void;
}

export function createCodeEditor(container: HTMLElement, options: CodeEditorOptions): CodeEditor {
  registerGo(monaco);
  defineTheme(monaco);
  const editor = monaco.editor.create(container, { ...fixedOptions(), ...sizes(options.fontSize), value: options.text });
  const model = editor.getModel();
  model?.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  model?.setEOL(monaco.editor.EndOfLineSequence.LF);
  const decorations = editor.createDecorationsCollection();
  const stops = editor.createDecorationsCollection();
  let silent = false;
  editor.onDidChangeModelContent(() => {
    if (!silent) options.onEdit(editor.getValue({ preserveBOM: false, lineEnding: '\n' }));
    options.onGeometry();
    options.onBreakpoints(stops.getRanges().map((range) => range.startLineNumber));
  });
  editor.onMouseDown(({ target }) => {
    if (target.type === monaco.editor.MouseTargetType.GUTTER_LINE_NUMBERS) options.onLineNumber(target.position.lineNumber);
  });
  editor.onDidScrollChange(options.onGeometry);
  editor.onDidLayoutChange(options.onGeometry);
  addWayOut(editor);
  insertLinesAsTheyAre(editor);
  quietLiveRegions();
  return {
    setText(text) {
      if (text === editor.getValue()) return;
      silent = true;
      // Another program: its lines have nothing to do with these.
      stops.clear();
      editor.setValue(text);
      silent = false;
    },
    setFontSize: (size) => editor.updateOptions(sizes(size)),
    setMarks(marks, note) {
      decorations.set(decorationsOf(marks, note, model));
    },
    setProblems(problems) {
      if (model)
        monaco.editor.setModelMarkers(
          model,
          'gc',
          problems.map((problem) => markerOf(problem, model)),
        );
    },
    setBreakpoints: (lines) => stops.set(lines.filter((line) => line <= (model?.getLineCount() ?? 0)).map(stopAt)),
    line: () => editor.getPosition()?.lineNumber ?? 1,
    revealLine(line, focus) {
      editor.revealLineInCenterIfOutsideViewport(line, monaco.editor.ScrollType.Immediate);
      if (!focus) return;
      editor.setPosition({ lineNumber: line, column: 1 });
      editor.focus();
    },
    focus: () => editor.focus(),
    replaceText(text) {
      if (!model || text === model.getValue()) return;
      editor.pushUndoStop();
      editor.executeEdits('format', [{ range: model.getFullModelRange(), text }]);
      editor.pushUndoStop();
    },
    topOf: (line) => editor.getTopForLineNumber(line) - editor.getScrollTop(),
    lineHeight: () => editor.getOption(monaco.editor.EditorOption.lineHeight),
    retheme: () => defineTheme(monaco),
    dispose() {
      editor.dispose();
      model?.dispose();
    },
  };
}

function fixedOptions(): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    language: 'go',
    theme: themeName,
    ariaLabel: 'Program. Escape, then Tab leaves the editor.',
    automaticLayout: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
    fontLigatures: false,
    tabSize: 2,
    insertSpaces: false,
    detectIndentation: false,
    // More would change the indentation of pasted and typed lines behind one's back; Format does that when it is asked to.
    autoIndent: 'advanced',
    padding: { top: 6, bottom: 6 },
    minimap: { enabled: false },
    glyphMargin: false,
    folding: false,
    // The goroutines' chips stand left of the numbers.
    lineNumbersMinChars: 9,
    lineDecorationsWidth: 10,
    // A click there sets a breakpoint.
    selectOnLineNumbers: false,
    renderLineHighlight: 'none',
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollBeyondLastLine: false,
    scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
    guides: { indentation: false },
    bracketPairColorization: { enabled: false },
    matchBrackets: 'near',
    occurrencesHighlight: 'singleFile',
    stickyScroll: { enabled: false },
    quickSuggestions: false,
    wordBasedSuggestions: 'off',
    suggestOnTriggerCharacters: false,
    links: false,
    unicodeHighlight: { ambiguousCharacters: false },
    accessibilitySupport: 'auto',
    renderFinalNewline: 'on',
    fixedOverflowWidgets: true,
    contextmenu: true,
  };
}

function sizes(fontSize: number): monaco.editor.IEditorOptions {
  return { fontSize, lineHeight: lineHeightOf(fontSize) };
}

/** Escape makes the next Tab move the focus; typing, or coming back, gives Tab to the text again. */
function addWayOut(editor: monaco.editor.IStandaloneCodeEditor): void {
  const tabMoves = (on: boolean) => editor.updateOptions({ tabFocusMode: on });
  editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) tabMoves(true);
    else if (event.keyCode !== monaco.KeyCode.Tab && event.keyCode !== monaco.KeyCode.Shift) tabMoves(false);
  });
  editor.onDidBlurEditorWidget(() => tabMoves(false));
}

/**
 * Several lines that arrive at once (dictation, an input method, a clipboard tool) are not typed: taken character by character, each would
 * be indented once more by the line before it, and brackets would be closed twice.
 */
function insertLinesAsTheyAre(editor: monaco.editor.IStandaloneCodeEditor): void {
  const command = monaco.editor.registerCommand('type', (_, { text }: { readonly text: string }) => {
    editor.trigger('keyboard', text.length > 1 && text.includes('\n') ? 'paste' : 'type', { text });
  });
  editor.onDidDispose(() => command.dispose());
}

/** Monaco announces in regions of the role alert, which stand empty most of the time; the page's alerts are messages that stay. */
function quietLiveRegions(): void {
  for (const region of document.querySelectorAll('.monaco-aria-container > *')) {
    if (region.classList.contains('monaco-alert')) region.setAttribute('aria-live', 'assertive');
    region.removeAttribute('role');
  }
}

function decorationsOf(marks: Marks, note: string, model: monaco.editor.ITextModel | null): monaco.editor.IModelDeltaDecoration[] {
  const count = model?.getLineCount() ?? 0;
  const made: monaco.editor.IModelDeltaDecoration[] = [];
  for (const [line, tone] of marks.tones) {
    if (line > count) continue;
    made.push({
      range: new monaco.Range(line, 1, line, 1),
      options: { isWholeLine: true, className: `ln ${tone}`, marginClassName: `gutter ${tone}`, zIndex: tone === 'also' ? 0 : 1 },
    });
  }
  if (model && note !== '' && marks.line > 0 && marks.line <= count)
    made.push(noteAt(marks.line, model, note, marks.tones.get(marks.line) ?? 'here'));
  return made;
}

function stopAt(line: number): monaco.editor.IModelDeltaDecoration {
  const stickiness = monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges;
  return { range: new monaco.Range(line, 1, line, 1), options: { lineNumberClassName: 'stopnumber', stickiness } };
}

function noteAt(line: number, model: monaco.editor.ITextModel, note: string, tone: LineTone): monaco.editor.IModelDeltaDecoration {
  const column = model.getLineMaxColumn(line);
  const after = {
    content: `\u00a0${note}\u00a0`,
    inlineClassName: `note ${tone}`,
    inlineClassNameAffectsLetterSpacing: true,
    cursorStops: monaco.editor.InjectedTextCursorStops.None,
  };
  return { range: new monaco.Range(line, column, line, column), options: { after, showIfCollapsed: true } };
}

function markerOf(problem: Problem, model: monaco.editor.ITextModel): monaco.editor.IMarkerData {
  const columnIn = (line: number, column: number) => (line <= model.getLineCount() ? utf16Column(model.getLineContent(line), column) : 1);
  return {
    severity: monaco.MarkerSeverity.Error,
    message: problem.message,
    source: 'gc',
    startLineNumber: problem.line,
    startColumn: columnIn(problem.line, problem.column),
    endLineNumber: problem.endLine,
    endColumn: columnIn(problem.endLine, problem.endColumn),
  };
}
