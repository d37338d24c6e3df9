/**
 * The page on a screen with room: one grid whose column boundary, the editor's right edge, is shared by body and docks (and, as a custom
 * property, by the head). Boundaries may be dragged, or moved by arrow keys; a double click restores them.
 */
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { Cell, Grid, Gridline, useDefaultGridLayout } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { EditorPanel } from '../editor/EditorPanel.tsx';
import { layoutStorage } from '../state/storage.ts';
import { leftTabs, rightTabs, viewStore } from '../state/view.ts';
import { Dock } from './Dock.tsx';
import { Header } from './Header.tsx';
import { NarrationBar } from './NarrationBar.tsx';
import { Picture } from './Picture.tsx';

const columns = [
  { id: 'editor', defaultSize: 528, minSize: 240, groupResizeBehavior: 'preserve-pixel-size' as const },
  { id: 'picture', minSize: 320 },
];
const rows = [
  { id: 'body', minSize: 240 },
  { id: 'narration', defaultSize: 48, minSize: 48, maxSize: 48, groupResizeBehavior: 'preserve-pixel-size' as const },
  { id: 'dock', defaultSize: 200, minSize: 36, groupResizeBehavior: 'preserve-pixel-size' as const },
];

export function Shell(): ReactElement {
  const page = useRef<HTMLDivElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const left = useStore(viewStore, (view) => view.left);
  const right = useStore(viewStore, (view) => view.right);
  const layout = useDefaultGridLayout({ id: 'page', storage: layoutStorage, onlySaveAfterUserInteractions: true });
  useEffect(() => followWidth(page.current, editor.current), []);
  return (
    <div className="page" ref={page}>
      <Header />
      <main className="body">
        <Grid columns={columns} rows={rows} className="tracks" {...layout}>
          <Cell column={0} row={0} className="cell" elementRef={editor}>
            <EditorPanel />
          </Cell>
          <Cell column={1} row={0} className="cell">
            <Picture />
          </Cell>
          <Cell column={0} columnSpan={2} row={1} className="cell">
            <NarrationBar />
          </Cell>
          <Cell column={0} row={2} className="cell">
            <Dock tabs={leftTabs} open={left} label="Output and lesson" />
          </Cell>
          <Cell column={1} row={2} className="cell">
            <Dock tabs={rightTabs} open={right} label="State and verdict" />
          </Cell>
          <Gridline type="column" column={1} row={0} rowSpan={1} className="grip vertical" aria-label="Width of the editor" />
          <Gridline
            type="column"
            column={1}
            row={2}
            rowSpan={1}
            className="grip vertical"
            aria-label="Width of the editor, at the panels"
          />
          <Gridline type="row" row={1} className="grip horizontal" aria-label="Height of the panels" />
        </Grid>
      </main>
    </div>
  );
}

/** Keeps the head's first column as wide as the editor. */
function followWidth(page: HTMLElement | null, editor: HTMLElement | null): (() => void) | undefined {
  if (!page || !editor) return undefined;
  const observer = new ResizeObserver(([entry]) => page.style.setProperty('--editor', `${entry?.contentRect.width ?? 0}px`));
  observer.observe(editor);
  return () => observer.disconnect();
}
