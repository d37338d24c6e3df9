/** What is selected, its events before and after the cursor, and the way to let go of it. */
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon } from '../shared/Icon.tsx';
import { runStore } from '../state/run.ts';
import { selectionStore } from '../state/selection.ts';
import { nameOfSelected } from '../state/selectionName.ts';

export function SelectionBar(): ReactElement | null {
  const selected = useStore(selectionStore, (state) => state.selected);
  const model = useStore(runStore, (state) => state.recording?.model);
  if (selected.kind === 'none' || !model) return null;
  return (
    <div className="selectionbar" role="group" aria-label="Selection">
      <CommandButton id="previousOfSelection">
        <Icon name="previousEvent" />
      </CommandButton>
      <span>{nameOfSelected(model, selected)}</span>
      <CommandButton id="nextOfSelection">
        <Icon name="nextEvent" />
      </CommandButton>
      <CommandButton id="focus">
        <Icon name="target" />
      </CommandButton>
      <CommandButton id="clear">
        <Icon name="close" />
      </CommandButton>
    </div>
  );
}
