/**
 * How fast a long recording is indexed, sought in and played: `npx vitest bench src/ui/model --run`. Not a timed test.
 * Two shapes: much traffic between few goroutines, and many goroutines with little each.
 */
import { bench, describe } from 'vitest';
import type { Trace } from '../../engine/trace/trace.ts';
import { buildModel, narrate, timelineData, worldAt } from './index.ts';
import { manyGoroutines, manyMessages } from './longRuns.ts';

for (const [name, trace] of [
  ['a million events of ten goroutines', manyMessages(1_000_000)],
  ['ten thousand goroutines', manyGoroutines(10_000, 40)],
] as const) {
  describe(name, () => run(trace));
}

function run(trace: Trace): void {
  const model = buildModel(trace);
  worldAt(model, trace.steps);
  let at = 0;
  const random = (): number => (at = (at * 48271 + 12345) % (trace.steps + 1));
  bench('index', () => void buildModel(trace), { iterations: 3, warmupIterations: 0, time: 0 });
  bench('seek anywhere', () => void worldAt(model, random()));
  bench('step forward', () => void worldAt(model, (at = (at + 1) % (trace.steps + 1))));
  bench('step back', () => void worldAt(model, (at = at === 0 ? trace.steps : at - 1)));
  bench('narrate anywhere', () => void narrate(model, random()));
  bench('timeline', () => void timelineData(buildModel(trace)), { iterations: 3, warmupIterations: 0, time: 0 });
}
