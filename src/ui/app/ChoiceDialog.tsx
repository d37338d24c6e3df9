/** A choice of the scheduler, of a select or of timers that are due together: the road taken, those not taken, and a run along one of them. */
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { setForks } from '../state/actions.ts';
import { forksWith, roadsAt } from '../state/fork.ts';
import { programStore } from '../state/program.ts';
import { runStore } from '../state/run.ts';
import type { Recording } from '../state/run.ts';
import { closeDialog, viewStore } from '../state/view.ts';
import { Modal } from './Modal.tsx';
import { countText } from '../model/count.ts';

export function ChoiceDialog(): ReactElement {
  const recording = useStore(runStore, (state) => state.recording);
  const event = useStore(viewStore, (view) => view.choice);
  const open = useStore(viewStore, (view) => view.dialog === 'choice');
  return (
    <Modal name="choice" title={`Choice after step ${countText(recording?.trace.step[event] ?? 0)}`}>
      {open && recording && <Roads recording={recording} event={event} />}
    </Modal>
  );
}

function Roads({ recording, event }: { readonly recording: Recording; readonly event: number }): ReactElement {
  const roads = roadsAt(recording, event);
  const [chosen, setChosen] = useState(roads.find((road) => !road.taken)?.index ?? 0);
  const go = () => {
    closeDialog();
    setForks(forksWith(recording, programStore.getState().forks, event, chosen));
  };
  return (
    <>
      <p className="t2">Up to here both runs are the same. Which of these goes next?</p>
      <div className="roads" role="radiogroup" aria-label="Roads">
        {roads.map((road) => (
          <label key={road.index}>
            <input
              type="radio"
              name="road"
              checked={road.index === chosen}
              data-first={road.index === chosen || undefined}
              onChange={() => setChosen(road.index)}
            />
            {road.text}
            {road.taken && <span className="t3">taken in this run</span>}
          </label>
        ))}
      </div>
      <button type="button" className="ctl main" disabled={roads.some((road) => road.taken && road.index === chosen)} onClick={go}>
        Run from here
      </button>
    </>
  );
}
