/** The tree of contexts: how each was made, whether it still runs, and which goroutines know that it does not. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { contextColumns, contextRows } from '../../model/contextRows.ts';
import type { ContextRow } from '../../model/contextRows.ts';
import { Chip } from '../../shared/Figure.tsx';
import { useWorld } from '../../shared/hooks.ts';
import { selectionStore, toggleObject } from '../../state/selection.ts';
import { Rows } from '../Rows.tsx';

/** CSS pixels that a child stands further in. */
const indent = 16;

export function ContextsPanel(): ReactElement {
  const world = useWorld();
  const selected = useStore(selectionStore, (state) => state.selected);
  const rows = world ? contextRows(world) : [];
  return (
    <div className="scroll">
      <table aria-label="Contexts">
        <thead>
          <tr>
            {contextColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <Rows items={rows} columns={contextColumns.length} keyOf={(row) => row.view.id}>
          {(row) => <Row row={row} selected={selected.kind === 'object' && selected.id === row.view.id} />}
        </Rows>
      </table>
      {rows.length === 0 && <p className="empty">No context has been made up to this step.</p>}
    </div>
  );
}

function Row({ row, selected }: { readonly row: ContextRow; readonly selected: boolean }): ReactElement {
  const { view, depth } = row;
  return (
    <tr className={selected ? 'picked' : ''}>
      <td>
        <button
          type="button"
          className="pick code"
          style={{ marginLeft: depth * indent }}
          aria-pressed={selected}
          onClick={() => toggleObject(view.id)}
        >
          {row.name}
        </button>
      </td>
      <td className="args">{row.madeBy}</td>
      <td className={view.cancelledAt >= 0 ? 'over' : ''}>{row.state}</td>
      <td className="values">
        {row.seenBy.map(({ goroutine, when }) => (
          <span key={goroutine} className="seen">
            <Chip goroutine={goroutine} hollow={when === 'not yet'} /> {when}
          </span>
        ))}
      </td>
    </tr>
  );
}
