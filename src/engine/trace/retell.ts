/** What a trace holds, told to another recorder: a run that branches off from one recorded has its beginning in common with it. */
import type { Kind } from './events.ts';
import type { Recorder } from './recorder.ts';
import { stringArguments } from './text.ts';
import type { Trace } from './trace.ts';

/** The first events, but for those that it has, and the first statements. */
export function retell(trace: Trace, events: number, statements: number, recorder: Recorder): void {
  const { kind, step, g, a, b, c, d, strings } = trace;
  const columns = { a, b, c, d };
  let told = 0;
  for (let i = recorder.length; i < events; i++) {
    // Texts were numbered as they came up, and come up only with their events.
    for (const column of stringArguments[kind[i] as number] ?? '') {
      const last = columns[column as 'a'][i] as number;
      while (told < last) recorder.string(strings[++told] as string);
    }
    recorder.event(kind[i] as Kind, step[i] as number, g[i] as number, a[i] as number, b[i] as number, c[i] as number, d[i] as number);
  }
  const count = Math.min(statements, trace.stepSite.length);
  const words = new Int32Array(2 * count);
  words.set(trace.stepGoroutine.slice(0, count).reverse());
  words.set(trace.stepSite.slice(0, count).reverse(), count);
  recorder.statements(words, 0, count, count);
}
