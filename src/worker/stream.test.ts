/** A long run through the real engine and a real channel: its recording arrives while it goes on. */
import { expect, it } from 'vitest';
import { traceHash } from '../engine/trace/hash.ts';
import { validateTrace } from '../engine/trace/validate.ts';
import { engine } from './adapter.ts';
import { createClient } from './connect.ts';
import { serve } from './serve.ts';

const pings = `package main

func main() {
	c := make(chan int)
	go func() {
		for i := 0; i < 40000; i++ {
			c <- i * 3
		}
		close(c)
	}()
	sum := 0
	for v := range c {
		sum += v
	}
	println(sum)
}
`;

it('the recording of a long run arrives in chunks while it goes on, and is whole in the end', async () => {
  const { port1, port2 } = new MessageChannel();
  serve(port2, engine);
  let chunks = 0;
  port1.addEventListener('message', ({ data }) => (chunks += Number((data as { kind: string }).kind === 'chunk')));
  port1.start();
  port2.start();
  const client = createClient(() => ({ channel: port1, close: () => (port1.close(), port2.close()) }));
  const request = { files: [{ name: 'main.go', text: pings }], strategy: 'random', seed: 3, maxSteps: 200_000 };
  const heard: number[] = [];
  const result = await client.run(request, ({ events }) => heard.push(events));
  client.dispose();
  if (result.kind !== 'trace') throw new Error(result.kind);
  const { trace } = result;
  expect(heard[0]).toBeGreaterThan(0);
  expect(heard[0]).toBeLessThan(trace.length);
  expect(chunks).toBeGreaterThan(heard.length);
  expect(trace.length).toBeGreaterThan(100_000);
  expect(traceHash(trace)).toBe(trace.hash);
  expect(validateTrace(trace)).toEqual([]);
});
