/** Every goroutine with its state, and of one of them (the selected one, else that of the step) stack and variables. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { goroutineColumns, goroutineRows } from '../../model/index.ts';
import { isHollow } from '../../shared/figures/states.ts';
import { Chip, StateWord } from '../../shared/Figure.tsx';
import { useWorld } from '../../shared/hooks.ts';
import { selectionStore, toggleGoroutine } from '../../state/selection.ts';
import type { GoroutineRow } from '../../model/tables.ts';
import type { GoroutineView } from '../../model/types.ts';
import { LineLink } from '../LineLink.tsx';
import { Rows } from '../Rows.tsx';
import { FramesPane, VariablesPane } from './InspectionPanes.tsx';
import { useInspection } from './useInspection.ts';

export function GoroutinesPanel(): ReactElement {
  const world = useWorld();
  const selected = useStore(selectionStore, (state) => state.selected);
  if (!world) return <p className="empty">Nothing has run yet.</p>;
  const shown = selected.kind === 'goroutine' ? selected.id : world.current || 1;
  return (
    <div className="split three">
      <div className="scroll">
        <table aria-label="Goroutines">
          <thead>
            <tr>
              {goroutineColumns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <Rows items={goroutineRows(world)} columns={goroutineColumns.length} keyOf={(row) => row.id}>
            {(row) => (
              <Row row={row} current={row.id === world.current} selected={selected.kind === 'goroutine' && selected.id === row.id} />
            )}
          </Rows>
        </table>
      </div>
      <Inspected id={shown} view={world.goroutines.find(({ id }) => id === shown)} />
    </div>
  );
}

/** What is read out is whole ("worker #3", "blocked: chan receive"); the eye has badge and glyph instead of a part of it. */
function Row({
  row,
  current,
  selected,
}: {
  readonly row: GoroutineRow;
  readonly current: boolean;
  readonly selected: boolean;
}): ReactElement {
  const { view } = row;
  const unseen = row.name.startsWith(view.name) ? row.name.slice(view.name.length) : '';
  return (
    <tr className={`${current ? 'on' : ''} ${selected ? 'picked' : ''}`}>
      <td>
        <button type="button" className="pick" aria-pressed={selected} onClick={() => toggleGoroutine(view.id)}>
          <span aria-hidden="true">
            <Chip goroutine={view.id} hollow={isHollow(view.state)} />
          </span>
          <span>
            {view.name}
            <span className="sr">{unseen}</span>
            {view.args !== '' && <span className="args"> {view.args}</span>}
          </span>
        </button>
      </td>
      <td>
        {row.state.endsWith(view.word) && <span className="sr">{row.state.slice(0, row.state.length - view.word.length)}</span>}
        <StateWord state={view.state} word={view.word} />
      </td>
      <td className="num">{row.waitingFor}</td>
      <td className="num">
        <LineLink file={view.file} line={view.line} short />
      </td>
    </tr>
  );
}

function Inspected({ id, view }: { readonly id: number; readonly view: GoroutineView | undefined }): ReactElement {
  const inspection = useInspection(id);
  return (
    <>
      <FramesPane goroutine={id} inspection={inspection} line={view?.line ?? 0} isOver={view?.state === 'dead'} />
      <VariablesPane goroutine={id} inspection={inspection} />
    </>
  );
}
