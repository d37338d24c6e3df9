import { useEffect, useState } from 'react';
import { useNarration, useStale, useWorld } from '../shared/hooks.ts';
import { marksOf, noMarks } from './marks.ts';
import type { Marks } from './marks.ts';

/** What the editor shows of the moment. Nothing while the text is not the recorded one: its lines may be elsewhere. */
export function useMarks(): Marks {
  const world = useWorld();
  const narration = useNarration();
  const stale = useStale();
  const [marks, setMarks] = useState(noMarks);
  useEffect(() => setMarks(world && !stale ? marksOf(world, narration) : noMarks), [world, narration, stale]);
  return marks;
}
