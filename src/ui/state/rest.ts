/**
 * Whether the cursor has come to rest. What costs a seek is asked for where it rests: in passing it would hold up the place that is looked
 * at. A single move is a rest at once.
 */
import { cursorStore } from './cursor.ts';

const restMillis = 40;
let moves = 0;
let lastMove = -Infinity;
let inPassing = false;

cursorStore.subscribe(() => {
  const now = performance.now();
  inPassing = now - lastMove < restMillis;
  lastMove = now;
  moves++;
});

/** False: it has moved on meanwhile. */
export async function atRest(): Promise<boolean> {
  if (!inPassing) return true;
  const move = moves;
  await new Promise((resolve) => setTimeout(resolve, restMillis));
  return move === moves;
}
