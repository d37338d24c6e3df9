/** The world at a step is the same however one comes there, in recordings of the engine. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { concurrentProgram } from '../../engine/testing/concurrentPrograms.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import { engine } from '../../worker/adapter.ts';
import { buildModel, worldAt } from '../model/index.ts';

const gallery = fileURLToPath(new URL('../../gallery/', import.meta.url));
const tutorial = ['workerpool', 'fanout', 'fanin', 'cancel', 'timeout'];
const programs: [string, string][] = [
  ...tutorial.map((name): [string, string] => [name, readFileSync(`${gallery}${name}.go`, 'utf8')]),
  ...Array.from({ length: 20 }, (_, seed): [string, string] => [`generated ${seed}`, concurrentProgram(seed)]),
];

function record(text: string, strategy: string): Trace {
  const started = engine.start({ files: [{ name: 'main.go', text }], strategy, seed: 7, maxSteps: 600 });
  if (started.kind !== 'run') throw new Error(JSON.stringify(started.problems));
  while (started.run.advance());
  return started.run.trace();
}

/** All steps, in an order that jumps about. */
function scattered(steps: number): number[] {
  const order = Array.from({ length: steps + 1 }, (_, step) => step);
  return order.sort((a, b) => ((a * 7919) % (steps + 1)) - ((b * 7919) % (steps + 1)) || a - b);
}

test.each(programs)('%s', (_, text) => {
  for (const strategy of ['go', 'random']) {
    const trace = record(text, strategy);
    expect(trace.steps).toBeGreaterThan(5);
    const forwards = buildModel(trace);
    const worlds = Array.from({ length: trace.steps + 1 }, (_, step) => JSON.stringify(worldAt(forwards, step)));
    const backwards = buildModel(trace);
    for (let step = trace.steps; step >= 0; step--) expect(JSON.stringify(worldAt(backwards, step)), `backwards to ${step}`).toBe(worlds[step]);
    const sought = buildModel(trace);
    for (const step of scattered(trace.steps)) expect(JSON.stringify(worldAt(sought, step)), `to ${step}`).toBe(worlds[step]);
  }
});
