/** Every goroutine with its state, and of one of them (the selected one, else that of the step) stack and variables. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { GoroutineView } from '../../model/types.ts';
import { isHollow } from '../../shared/figures/states.ts';
import { Chip, StateWord } from '../../shared/Figure.tsx';
import { useWorld } from '../../shared/hooks.ts';
import { selectionStore, toggleGoroutine } from '../../state/selection.ts';
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
              <th scope="col">Name</th>
              <th scope="col">State</th>
              <th scope="col">Waiting for</th>
              <th scope="col">Line</th>
            </tr>
          </thead>
          <Rows items={world.goroutines} columns={4} keyOf={(goroutine) => goroutine.id}>
            {(goroutine) => <Row goroutine={goroutine} current={goroutine.id === world.current} selected={selected.kind === 'goroutine' && selected.id === goroutine.id} />}
          </Rows>
        </table>
      </div>
      <Inspected goroutine={shown} />
    </div>
  );
}

function Row({ goroutine, current, selected }: { readonly goroutine: GoroutineView; readonly current: boolean; readonly selected: boolean }): ReactElement {
  return (
    <tr className={`${current ? 'on' : ''} ${selected ? 'picked' : ''}`}>
      <td>
        <button type="button" className="pick" aria-pressed={selected} onClick={() => toggleGoroutine(goroutine.id)}>
          <Chip goroutine={goroutine.id} hollow={isHollow(goroutine.state)} /> {goroutine.name}
          {goroutine.args !== '' && <span className="args"> {goroutine.args}</span>}
        </button>
      </td>
      <td>
        <StateWord state={goroutine.state} word={goroutine.word} />
      </td>
      <td className="num">{goroutine.waitsForName}</td>
      <td className="num">
        <LineLink file={goroutine.file} line={goroutine.line} />
      </td>
    </tr>
  );
}

function Inspected({ goroutine }: { readonly goroutine: number }): ReactElement {
  const inspection = useInspection(goroutine);
  return (
    <>
      <FramesPane goroutine={goroutine} inspection={inspection} />
      <VariablesPane goroutine={goroutine} inspection={inspection} />
    </>
  );
}
