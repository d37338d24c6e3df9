/** A program recorded to its end, for tests. */
import { must } from '../../base/assert.ts';
import { compile, Recording, schedulerOf, type Trace } from '../index.ts';


const limits = { maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: new Uint8Array(), env: {} };

export function recordProgram(text: string, schedule = 'go', maxSteps = 3000): Trace {
  const scheduler = schedulerOf(schedule);
  if ('error' in scheduler) throw new Error(scheduler.error);
  const { executable, problems } = compile([{ name: 'main.go', text }], { trace: true, granularity: scheduler.granularity });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  const recording = new Recording(must(executable, 'executable'), scheduler, { ...limits, maxSteps });
  while (!recording.ended) recording.advance(1000);
  return recording.trace();
}
