/** Run, and Stop beside it while a run takes long enough to be seen. */
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { CommandButton } from '../shared/CommandButton.tsx';
import { Icon } from '../shared/Icon.tsx';
import { runStore } from '../state/run.ts';

/** A shorter run shows its result before anybody could press Stop. */
const noticeable = 250;

export function RunButton(): ReactElement {
  const long = useLongRun();
  return (
    <>
      <CommandButton id="run" labelled>
        <Icon name="again" /> Run
      </CommandButton>
      {long && (
        <CommandButton id="stop" className="stop">
          <Icon name="stop" />
        </CommandButton>
      )}
    </>
  );
}

export function useLongRun(): boolean {
  const running = useStore(runStore, (state) => state.running);
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!running) return setLong(false);
    const timer = setTimeout(() => setLong(true), noticeable);
    return () => clearTimeout(timer);
  }, [running]);
  return long;
}
