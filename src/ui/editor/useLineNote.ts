/** What the statement of the step has changed: "job = 5". From the machine, so it comes a moment later than the picture. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { InspectedGoroutine } from '../../worker/protocol.ts';
import { cursorStore } from '../state/cursor.ts';
import { inspectAt } from '../state/inspection.ts';
import { runStore } from '../state/run.ts';
import { currentWorld } from '../state/selectors.ts';

const longest = 40;

export function useLineNote(line: number): string {
  const step = useStore(cursorStore, (cursor) => cursor.step);
  const recording = useStore(runStore, (state) => state.recording);
  const [note, setNote] = useState('');
  useEffect(() => {
    setNote('');
    const goroutine = currentWorld()?.current ?? 0;
    if (!recording || line === 0 || step === 0 || goroutine === 0) return undefined;
    let wanted = true;
    void Promise.all([inspectAt(step), inspectAt(step - 1)]).then(([now, before]) => {
      if (wanted) setNote(changes(frameOf(now, goroutine), frameOf(before, goroutine)));
    });
    return () => {
      wanted = false;
    };
  }, [line, step, recording]);
  return note;
}

type Frame = InspectedGoroutine['frames'][number] | undefined;

function frameOf(all: readonly InspectedGoroutine[], goroutine: number): Frame {
  return all.find((one) => one.goroutine === goroutine)?.frames[0];
}

/** Channels, locks, contexts and times have figures of their own. */
const pictured = /chan\b|\b(sync|context|time|atomic)\./;
/** Structures are for the panel. */
const structured = /[{[]/;

/** The variables of a frame that are new or have another value than before. */
export function changes(now: Frame, before: Frame): string {
  if (!now || now.func !== before?.func) return '';
  const old = new Map(before.variables.map(({ name, value }) => [name, value]));
  const text = now.variables
    .filter(({ name, type, value }) => old.get(name) !== value && !pictured.test(type) && !structured.test(value))
    .map(({ name, value }) => `${name} = ${value}`)
    .join('  ');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
