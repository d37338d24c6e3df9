/** An engine in the page's own thread that answers with rehearsed recordings: for tests of the views. */
import { fixtures } from '../model/fixtures.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import type { EngineClient, RunRequest, RunResult } from '../../worker/protocol.ts';

export function createFixtureClient(traceOf: (request: RunRequest) => Trace = byContent): EngineClient {
  return {
    run: (request): Promise<RunResult> => {
      const text = request.files[0]?.text ?? '';
      if (text.includes('ERROR'))
        return Promise.resolve({
          kind: 'problems',
          problems: [{ file: 'main.go', line: 3, column: 1, endLine: 3, endColumn: 7, message: 'undefined: ERROR', code: 'X' }],
        });
      return Promise.resolve({ kind: 'trace', trace: traceOf(request), problems: [], millis: { compile: 0, run: 0 } });
    },
    check: () => Promise.resolve([]),
    stop: () => undefined,
    inspect: () => Promise.resolve([]),
    value: () => Promise.resolve(undefined),
    globals: () => Promise.resolve([]),
    statements: () => Promise.resolve({ goroutine: new Uint32Array(0), site: new Uint32Array(0) }),
    move: () => Promise.resolve(undefined),
    changed: () => Promise.resolve(undefined),
    hit: () => Promise.resolve(undefined),
    evaluate: () => Promise.resolve({ error: 'rehearsed' }),
    dispose: () => undefined,
  };
}

function byContent({ files, seed, strategy }: RunRequest): Trace {
  const text = files[0]?.text ?? '';
  const chosen = strategy === 'go' ? undefined : seed;
  if (text.includes('func merge')) return fixtures.fanIn(200, chosen);
  if (text.includes('WithTimeout')) return fixtures.timeout(chosen);
  if (text.includes('WithCancel')) return fixtures.cancellation(chosen);
  if (text.includes('results')) return fixtures.fanOut(chosen);
  return fixtures.workerPool(9, chosen);
}
