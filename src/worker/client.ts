/** The engine in a worker of its own, so that no program can hold up the page. */
import { createClient } from './connect.ts';
import type { EngineClient } from './protocol.ts';

export function createEngineClient(): EngineClient {
  return createClient(() => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'interleave engine' });
    return {
      channel: worker,
      close: () => worker.terminate(),
      onDeath: (listener) =>
        worker.addEventListener('error', (event) => listener(event.message || 'The engine’s worker could not be started.')),
    };
  });
}
