import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Trace } from '../engine/trace/trace.ts';
import { createClient } from './connect.ts';
import type { Engine } from './engine.ts';
import type { EngineClient, RunRequest } from './protocol.ts';
import { serve } from './serve.ts';

const trace: Trace = {
  version: 2,
  engine: 'test',
  steps: 0,
  length: 0,
  kind: new Uint8Array(0),
  step: new Uint32Array(0),
  g: new Int32Array(0),
  a: new Int32Array(0),
  b: new Int32Array(0),
  c: new Int32Array(0),
  d: new Int32Array(0),
  strings: [''],
  sites: [],
  stepGoroutine: new Uint16Array(0),
  stepSite: new Uint16Array(0),
  verdict: { kind: 'ok', exitCode: 0, summary: '', stderr: '', parties: [], repair: '' },
  hash: '',
  schedule: '',
};
/** One event, one text, one statement. */
const chunk = () => ({ events: Uint8Array.of(0, 66, 2), count: 1, strings: ['x'], goroutines: Uint32Array.of(1), sites: Uint32Array.of(7) });
const request = (name: string): RunRequest => ({ files: [{ name: 'main.go', text: name }], strategy: 'go', seed: 1 });

/** Programs are names: "short" ends after 3 slices, "endless" never, "broken" does not compile, "bug" throws, "stuck" never returns from a slice. */
function fakeEngine(started: string[] = []): Engine {
  return {
    check: () => [],
    start({ files }) {
      const name = files[0]?.text ?? '';
      started.push(name);
      if (name === 'bug') throw new Error('BUG: it broke');
      if (name === 'broken')
        return {
          kind: 'problems',
          problems: [{ file: 'main.go', line: 1, column: 1, endLine: 1, endColumn: 2, message: 'no', code: 'Syntax' }],
        };
      let slices = 0;
      return {
        kind: 'run',
        problems: [],
        run: {
          advance: () => ++slices < 3 || name === 'endless',
          progress: () => ({ steps: slices, events: slices }),
          take: () => [chunk()],
          trace: () => ({ ...trace, steps: slices }),
          inspect: (step) => [{ goroutine: step, frames: [], createdBy: name }],
          value: ({ path, from }) => (from === 1 ? undefined : { name: path.join('.'), type: '', value: '' }),
          globals: (step) => [{ name: String(step), type: '', value: '' }],
          statements: (from, to) => ({ goroutine: new Uint32Array(to - from), site: new Uint32Array(to - from) }),
          move: ({ step, direction }) => (direction === 'forwards' ? step + 1 : undefined),
          changed: ({ path }) => path.length,
          hit: ({ condition }) => (condition === 'x' ? { error: 'undefined: x' } : undefined),
          evaluate: ({ text }) => ({ value: text }),
        },
      };
    },
  };
}

const open: EngineClient[] = [];
/** Of the page with a worker that has not answered yet. */
const patience = 15_000;
afterEach(() => {
  vi.useRealTimers();
  for (const client of open.splice(0)) client.dispose();
});

/** A client whose first worker never answers; how many it has opened. */
function firstOneIsDeaf(): { readonly client: EngineClient; readonly opened: () => number } {
  let opened = 0;
  const client = createClient(() => {
    opened++;
    if (opened === 1) return { channel: { postMessage: () => undefined, addEventListener: () => undefined }, close: () => undefined };
    return served(fakeEngine());
  });
  open.push(client);
  return { client, opened: () => opened };
}

/** A channel to an engine in this process. */
function served(engine: Engine) {
  const { port1, port2 } = new MessageChannel();
  serve(port2, engine);
  port1.start();
  port2.start();
  return { channel: port1, close: () => (port1.close(), port2.close()) };
}

function inProcess(engine: Engine): EngineClient {
  const client = createClient(() => served(engine));
  open.push(client);
  return client;
}

describe('the engine behind a channel', () => {
  it('compiles and runs to the end', async () => {
    expect(await inProcess(fakeEngine()).run(request('short'))).toMatchObject({ kind: 'trace', trace: { steps: 3 }, problems: [] });
  });

  it('answers a program that does not compile with its problems', async () => {
    expect(await inProcess(fakeEngine()).run(request('broken'))).toMatchObject({ kind: 'problems', problems: [{ message: 'no' }] });
  });

  it('stops an endless run with what it has recorded, and reports progress until then', async () => {
    const client = inProcess(fakeEngine());
    const steps: number[] = [];
    const result = client.run(request('endless'), (progress) => {
      steps.push(progress.steps);
      client.stop();
    });
    const ended = await result;
    expect(steps.length).toBeGreaterThan(0);
    expect(ended).toMatchObject({ kind: 'trace' });
    expect(ended.kind === 'trace' && ended.trace.steps).toBeGreaterThanOrEqual(steps[0] ?? Infinity);
  });

  it('puts the trace of a run together from its chunks, and tells how much there is so far', async () => {
    const client = inProcess(fakeEngine());
    const short = await client.run(request('short'));
    expect(short).toMatchObject({ kind: 'trace', trace: { length: 1, strings: ['', 'x'], stepSite: Uint16Array.of(7) } });
    const events: number[] = [];
    const long = await client.run(request('endless'), (progress) => {
      events.push(progress.events);
      if (events.length === 2) client.stop();
    });
    expect(events).toEqual([...events].sort((a, b) => a - b));
    // One with each report, one at the end.
    expect(long.kind === 'trace' && long.trace.length).toBe(events.length + 1);
  });

  it('drops a run when another is asked for, which then runs within a fifth of a second', async () => {
    const client = inProcess(fakeEngine());
    const first = client.run(request('endless'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = performance.now();
    expect(await client.run(request('short'))).toMatchObject({ kind: 'trace', trace: { steps: 3 } });
    expect(performance.now() - asked).toBeLessThan(200);
    expect(await first).toEqual({ kind: 'stopped' });
  });

  it('compiles only the last of the programs asked for in one breath', async () => {
    const started: string[] = [];
    const client = inProcess(fakeEngine(started));
    const results = await Promise.all([client.run(request('short')), client.run(request('broken')), client.run(request('short'))]);
    expect(results.map((result) => result.kind)).toEqual(['stopped', 'stopped', 'trace']);
    expect(started).toEqual(['short']);
  });

  it('passes a mistake of the engine on as a rejection, and goes on afterwards', async () => {
    const client = inProcess(fakeEngine());
    await expect(client.run(request('bug'))).rejects.toThrow('BUG: it broke');
    expect(await client.run(request('short'))).toMatchObject({ kind: 'trace' });
  });

  it('inspects the last run that has ended', async () => {
    const client = inProcess(fakeEngine());
    expect(await client.inspect(4)).toEqual([]);
    await client.run(request('short'));
    expect(await client.inspect(4)).toEqual([{ goroutine: 4, frames: [], createdBy: 'short' }]);
  });

  it('asks where steps lead and when variables changed', async () => {
    const client = inProcess(fakeEngine());
    await client.run(request('short'));
    const of = { step: 2, goroutine: 1 } as const;
    expect(await client.move({ ...of, motion: 'over', direction: 'forwards' })).toBe(3);
    expect(await client.move({ ...of, motion: 'over', direction: 'backwards' })).toBeUndefined();
    expect(await client.hit({ step: 0, file: 'main.go', line: 1, condition: 'x', direction: 'forwards' })).toEqual({ error: 'undefined: x' });
    expect(await client.hit({ step: 0, file: 'main.go', line: 1, direction: 'forwards' })).toBeUndefined();
    expect(await client.evaluate({ ...of, text: '1' })).toEqual({ value: '1' });
    expect(await client.changed({ ...of, frame: 0, path: ['a', 'b'], direction: 'backwards' })).toBe(2);
    expect(await client.value({ ...of, frame: 0, path: ['a', 'b'] })).toMatchObject({ name: 'a.b' });
    expect(await client.value({ ...of, frame: 0, path: ['a', 'b'], from: 1 })).toBeUndefined();
    expect(await client.globals(4)).toMatchObject([{ name: '4' }]);
  });

  it('replaces a worker that does not answer a stop', async () => {
    const { client, opened } = firstOneIsDeaf();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const stuck = client.run(request('stuck'));
    client.stop();
    await vi.advanceTimersByTimeAsync(patience);
    expect(await stuck).toEqual({ kind: 'stopped' });
    expect(await client.run(request('short'))).toMatchObject({ kind: 'trace' });
    expect(opened()).toBe(2);
  });

  it('waits longer for a worker that is only just starting', async () => {
    let opened = 0;
    const client = createClient(() => {
      opened++;
      const { port1, port2 } = new MessageChannel();
      // The script is loaded so late that a busy worker would have been given up.
      setTimeout(() => (serve(port2, fakeEngine()), port2.start()), 10_000);
      port1.start();
      return { channel: port1, close: () => (port1.close(), port2.close()) };
    });
    open.push(client);
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const [first, second] = [client.run(request('short')), client.run(request('short'))];
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    expect(await first).toEqual({ kind: 'stopped' });
    expect(await second).toMatchObject({ kind: 'trace' });
    expect(opened).toBe(1);
  });

  it('asks the worker that takes its place for the run that was asked for meanwhile', async () => {
    const { client, opened } = firstOneIsDeaf();
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const [stuck, next] = [client.run(request('stuck')), client.run(request('short'))];
    await vi.advanceTimersByTimeAsync(patience);
    expect(await stuck).toEqual({ kind: 'stopped' });
    expect(await next).toMatchObject({ kind: 'trace', trace: { steps: 3 } });
    expect(opened()).toBe(2);
  });
});
