// Cost of recordings: timetravel.mjs. A run of ten million statements with and without a recording, seeks to random steps of it, the memory it holds;
// and a hundred thousand goroutines, with native Go beside them where there is one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleEngine, engine, folder, timed } from './engine.mjs';

mkdirSync(folder, { recursive: true });
await bundleEngine();
const { compile, Recording, runToEnd, schedulerOf } = await engine();
const limits = { maxSteps: 1e9, maxMemory: 1 << 30, maxOutput: 1 << 20, args: ['main'], env: {} };

const busy = `package main

import "sync"

func main() {
	var mu sync.Mutex
	total := 0
	jobs := make(chan int, 16)
	var wg sync.WaitGroup
	for w := 0; w < 4; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range jobs {
				sum := 0
				for i := 0; i < 400; i++ {
					sum += i % (j + 1)
				}
				mu.Lock()
				total += sum
				mu.Unlock()
			}
		}()
	}
	for j := 0; j < 8200; j++ {
		jobs <- j % 37
	}
	close(jobs)
	wg.Wait()
	println(total)
}
`;

const spawning = `package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	gate := make(chan bool)
	for i := 0; i < 100000; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-gate
		}()
	}
	close(gate)
	wg.Wait()
	fmt.Println("done")
}
`;

/** Goroutines that take turns for a while, then wait. */
const crowd = (goroutines, rounds) => `package main

import (
	"runtime"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	gate := make(chan bool)
	for i := 0; i < ${goroutines}; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum := 0
			for r := 0; r < ${rounds}; r++ {
				sum += r ^ i
				runtime.Gosched()
			}
			<-gate
		}()
	}
	for r := 0; r < ${rounds} * 2; r++ {
		runtime.Gosched()
	}
	close(gate)
	wg.Wait()
}
`;

/** A heap of so many megabytes in blocks of 4 kB, a list of them, and writes all over it. */
const heavy = (megabytes, statements) => `package main

type block struct {
	next *block
	data [511]int
}

func main() {
	var list *block
	blocks := make([]*block, 0, ${megabytes * 256})
	for i := 0; i < ${megabytes * 256}; i++ {
		list = &block{next: list}
		blocks = append(blocks, list)
	}
	for i := 0; i < ${statements / 4}; i++ {
		b := blocks[i*7919%len(blocks)]
		b.data[i%511] += i
		b.data[0]++
	}
	println(list.data[0])
}
`;

const program = (text, trace) => compile([{ name: 'main.go', text }], { trace }).executable;
const run = (executable) => () => runToEnd(executable, { ...limits, files: [], schedule: 'go', stdin: () => new Uint8Array(), onOutput: () => {} });
const record = (executable) => () => {
  const recording = new Recording(executable, schedulerOf('go'), { ...limits, stdin: new Uint8Array() });
  while (!recording.ended) recording.advance(100_000);
  return recording;
};
const ms = (value) => `${value.toFixed(1)} ms`;

const [plain, traced] = [program(busy, false), program(busy, true)];
for (let i = 0; i < 20; i++) {
  run(plain)();
  record(traced)();
}
const rest = () => new Promise((done) => setTimeout(() => (globalThis.gc?.(), done()), 50));
await rest();
await rest();
const heap = process.memoryUsage();
const recording = record(traced)();
await rest();
const after = process.memoryUsage();
const times = { plain: [], recorded: [] };
// One after the other, many times: what else the machine does meets both.
for (let i = 0; i < 40; i++) {
  times.plain.push(timed(run(plain)).wall);
  times.recorded.push(timed(record(traced)).wall);
}
const quartiles = (list) => [1, 2, 3].map((quarter) => list.sort((a, b) => a - b)[(list.length * quarter) >> 2]);
const [unrecorded, recorded] = [quartiles(times.plain), quartiles(times.recorded)];
console.log(`${recording.steps} statements, ${recording.events} events`);
const ratios = recorded.map((time, i) => (time / unrecorded[i]).toFixed(2));
console.log(`run ${unrecorded.map(ms).join(', ')}; recorded ${recorded.map(ms).join(', ')}: ${ratios.join(', ')} times (quartiles of forty, warm)`);
console.log(`memory of the recording: ${((after.arrayBuffers + after.heapUsed - heap.arrayBuffers - heap.heapUsed) / 1e6).toFixed(1)} MB`);

let seed = 12345;
const random = (below) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) % below;
/** To random steps, with the state of one goroutine, and with that of all. */
function seeks(of, count) {
  const sorted = (visit) => Array.from({ length: count }, () => timed(() => visit(random(of.steps))).wall).sort((a, b) => a - b);
  const figures = (list) => `median ${ms(list[count >> 1])}, 95 % ${ms(list[Math.floor(count * 0.95)])}, worst ${ms(list[count - 1])}`;
  return `${count} seeks to random steps: ${figures(sorted((step) => of.inspect(step, [1])))}; all goroutines inspected: ${figures(sorted((step) => of.inspect(step)))}`;
}
console.log(seeks(recording, 200));

for (const [name, text] of Object.entries({
  '50 million statements': busy.replace('j < 8200', 'j < 41000'),
  '10,000 goroutines': crowd(10_000, 20),
  '100,000 goroutines': crowd(100_000, 5),
  'a heap of 200 MB': heavy(200, 40_000_000),
})) {
  await rest();
  const unrecordedRun = timed(run(program(text, false))).wall;
  await rest();
  const before = process.memoryUsage().arrayBuffers;
  const executable = program(text, true);
  const { result, wall: used } = timed(record(executable));
  await rest();
  const held = process.memoryUsage().arrayBuffers - before;
  const { verdict } = result.trace();
  console.log(`${name}: ${result.steps} statements, ${result.events} events in ${ms(used)} (unrecorded ${ms(unrecordedRun)}), ${(held / 1e6).toFixed(0)} MB with the machine${verdict.kind === 'ok' ? '' : ` (${verdict.summary})`}`);
  console.log(`  checkpoints ${(result.checkpointBytes / 1e6).toFixed(0)} MB; ${seeks(result, 50)}`);
}

const spawned = program(spawning, false);
const ours = timed(run(spawned));
console.log(`100,000 goroutines spawned, parked, woken and joined: ${ms(ours.cpu)} (${((ours.cpu * 1e6) / 1e5).toFixed(0)} ns each)`);
const source = join(folder, 'spawning.go');
writeFileSync(source, spawning);
const binary = join(folder, 'spawning');
if (spawnSync('go', ['build', '-o', binary, source]).status === 0) {
  const { stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; time GOMAXPROCS=1 ${binary}`], { encoding: 'utf8' });
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  console.log(`native Go with one processor: ${ms((user + system) * 1000)}`);
}
