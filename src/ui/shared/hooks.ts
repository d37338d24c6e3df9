/** React's windows on the stores. */
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Narration, World } from '../model/types.ts';
import type { Command } from '../state/commands.ts';
import { playbackStore } from '../state/playback.ts';
import { programStore } from '../state/program.ts';
import { selectionStore } from '../state/selection.ts';
import { currentNarration, currentWorld, isStale, subscribeToMoment } from '../state/selectors.ts';

export function useWorld(): World | undefined {
  return useSyncExternalStore(subscribeToMoment, currentWorld);
}

export function useNarration(): Narration | undefined {
  return useSyncExternalStore(subscribeToMoment, currentNarration);
}

function subscribeToCommands(listener: () => void): () => void {
  const stops = [subscribeToMoment(listener), playbackStore.subscribe(listener), selectionStore.subscribe(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

export function useCommandEnabled(command: Command): boolean {
  return useSyncExternalStore(subscribeToCommands, command.enabled);
}

function subscribeToProgram(listener: () => void): () => void {
  const stops = [subscribeToMoment(listener), programStore.subscribe(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Whether the program in the editor is no longer the recorded one. */
export function useStale(): boolean {
  return useSyncExternalStore(subscribeToProgram, isStale);
}

export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const update = () => setMatches(list.matches);
    update();
    list.addEventListener('change', update);
    return () => list.removeEventListener('change', update);
  }, [query]);
  return matches;
}
