// A recording of a million events on its way: when its first chunk is there, what the page does with each, its size as a file, and how long the exports take.
import { mkdirSync } from 'node:fs';
import { bundleEngine, engine, folder, timed } from './engine.mjs';

mkdirSync(folder, { recursive: true });
await bundleEngine();
const { compile, decodeTrace, encodeTrace, jsonParts, perfettoParts, Recording, schedulerOf, textParts, TraceAssembly } = await engine();

const text = `package main

import "sync"

func main() {
	jobs, results := make(chan int, 8), make(chan int)
	var wg sync.WaitGroup
	for w := 0; w < 4; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				results <- j * 7
			}
		}()
	}
	go func() {
		for j := 0; ; j++ {
			jobs <- j
		}
	}()
	for {
		<-results
	}
}
`;
const wanted = 1_000_000;
/** As the worker does it: see worker/adapter.ts and worker/serve.ts. */
const [slice, turnMillis, reportMillis] = [5_000, 30, 100];

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const mb = (value) => `${(value / 1e6).toFixed(1)} MB`;
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
function length(parts) {
  let sum = 0;
  for (const part of parts) sum += Buffer.byteLength(part);
  return sum;
}

for (const schedule of ['go', 'random,3']) {
  const { executable } = compile([{ name: 'main.go', text }], { trace: true });
  const recording = new Recording(executable, schedulerOf(schedule), { maxSteps: 1e9, maxMemory: 1 << 30, maxOutput: 1e6, args: [], stdin: new Uint8Array(), env: {} });
  const began = performance.now();
  let first;
  let reported = -Infinity;
  const chunks = [];
  const taking = [];
  const take = () => {
    const { result, cpu: millis } = timed(() => recording.take());
    chunks.push(...result);
    taking.push(millis);
  };
  while (recording.events < wanted) {
    const turn = performance.now() + turnMillis;
    while (performance.now() < turn && recording.events < wanted) recording.advance(slice);
    if (performance.now() - reported < reportMillis) continue;
    take();
    reported = performance.now();
    first ??= { millis: reported - began, events: chunks.reduce((sum, { count }) => sum + count, 0) };
  }
  const ran = performance.now() - began;
  recording.stop();
  const { result: trace, cpu: finishing } = timed(() => recording.trace());
  take();
  console.log(`${schedule}: ${trace.length} events, ${trace.steps} statements in ${ms(ran)}; the trace made of them in ${ms(finishing)}`);
  console.log(`  the first chunk is there after ${ms(first.millis)} with ${first.events} events; ${chunks.length} chunks of ${(quantile(chunks.map(({ events }) => events.length), 0.5) / 1024).toFixed(0)} KB; taking them ${ms(quantile(taking, 1))} at most`);
  const assembly = new TraceAssembly();
  const adding = chunks.map((chunk) => timed(() => assembly.add(chunk)).cpu);
  const { result: page, cpu: whole } = timed(() => assembly.finish(trace));
  console.log(`  the page puts a chunk to the others in ${ms(quantile(adding, 0.5))} (95 % ${ms(quantile(adding, 0.95))}, worst ${ms(quantile(adding, 1))}), and makes the trace in ${ms(whole)}`);
  const cloned = timed(() => structuredClone(trace));
  console.log(`  for comparison, copying the whole trace at once: ${ms(cloned.cpu)}`);
  const encoded = timed(() => encodeTrace(page));
  const decoded = timed(() => decodeTrace(encoded.result));
  if (decoded.result.hash !== trace.hash) throw new Error(decoded.result.error ?? 'another hash');
  console.log(`  binary: ${mb(encoded.result.length)} (${(encoded.result.length / trace.length).toFixed(1)} bytes an event), written in ${ms(encoded.cpu)}, read and validated in ${ms(decoded.cpu)}`);
  for (const [name, parts] of Object.entries({ text: textParts, json: jsonParts, perfetto: perfettoParts })) {
    const { result, cpu: millis } = timed(() => length(parts(trace)));
    console.log(`  ${name}: ${mb(result)} in ${ms(millis)}`);
  }
}
