/** Stack and variables of a goroutine at the cursor, had from the machine by seeking. An answer that comes too late is dropped. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { InspectedGoroutine, InspectedValue } from '../../../worker/protocol.ts';
import { cursorStore } from '../../state/cursor.ts';
import { inspectAt } from '../../state/inspection.ts';
import { runStore } from '../../state/run.ts';

export interface Inspection {
  readonly now: InspectedGoroutine | undefined;
  /** The same goroutine a step earlier, to see what has changed. */
  readonly before: InspectedGoroutine | undefined;
  readonly pending: boolean;
}

const nothing: Inspection = { now: undefined, before: undefined, pending: false };

export function useInspection(goroutine: number): Inspection {
  const step = useStore(cursorStore, (state) => state.step);
  const recording = useStore(runStore, (state) => state.recording);
  const [inspection, setInspection] = useState(nothing);
  useEffect(() => {
    if (!recording) return setInspection(nothing);
    let wanted = true;
    setInspection((last) => ({ ...last, pending: true }));
    void Promise.all([inspectAt(step), step > 0 ? inspectAt(step - 1) : []]).then(([now, before]) => {
      const of = (all: readonly InspectedGoroutine[]) => all.find((one) => one.goroutine === goroutine);
      if (wanted) setInspection({ now: of(now), before: of(before), pending: false });
    });
    return () => {
      wanted = false;
    };
  }, [goroutine, step, recording]);
  return inspection;
}

/** What the step has done to a variable of the innermost frame, if that is still the same call. `was`: undefined for one that is new. */
export function changeOf({ now, before }: Inspection, { name, value }: InspectedValue): { readonly was: string | undefined } | undefined {
  if (!now || !before || now.frames.length !== before.frames.length || now.frames[0]?.func !== before.frames[0]?.func) return undefined;
  const was = before.frames[0]?.variables.find((variable) => variable.name === name)?.value;
  return was === value ? undefined : { was };
}
