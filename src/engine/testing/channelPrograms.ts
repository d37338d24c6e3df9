/**
 * Generated Go programs over channels, select, locks, timers and panics, for property tests. Any ending is welcome (also deadlocks and panics): what
 * is compared is that it is always the same one.
 */

/** A small seeded generator (mulberry32): tests must not depend on the host's chance. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

interface Shape {
  readonly random: (below: number) => number;
  readonly channels: number;
  label: number;
}

function channelName(shape: Shape): string {
  return `c${shape.random(shape.channels)}`;
}

function statement(shape: Shape, depth: number): string[] {
  const { random } = shape;
  switch (random(depth > 0 ? 12 : 9)) {
    case 0:
    case 1:
      return [`${channelName(shape)} <- n`, 'n++'];
    case 2:
    case 3:
      return [`n += <-${channelName(shape)}`];
    case 4:
      return [`v${shape.label}, ok${shape.label} := <-${channelName(shape)}`, `fmt.Println(id, v${shape.label}, ok${shape.label++})`];
    case 5:
      return ['mu.Lock()', 'shared += n', 'mu.Unlock()'];
    case 6:
      return [`time.Sleep(${1 + random(5)} * time.Millisecond)`];
    case 7:
      return ['fmt.Println("g", id, n, shared)'];
    case 8:
      return ['runtime.Gosched()'];
    case 9:
      return [`for i := 0; i < ${1 + random(4)}; i++ {`, ...indent(block(shape, depth - 1, 1 + random(2))), '}'];
    case 10:
      return selectStatement(shape, depth);
    default:
      return ['if n%2 == 0 {', ...indent(block(shape, depth - 1, 1)), '} else {', ...indent(block(shape, depth - 1, 1)), '}'];
  }
}

function selectStatement(shape: Shape, depth: number): string[] {
  const { random } = shape;
  const cases: string[] = [];
  for (let i = 1 + random(3); i > 0; i--) {
    cases.push(random(2) === 0 ? `case v := <-${channelName(shape)}:` : `case ${channelName(shape)} <- n:`);
    const body = block(shape, depth - 1, 1);
    if (cases.at(-1)?.includes(':=')) body.unshift('n += v');
    cases.push(...indent(body));
  }
  if (random(3) === 0) cases.push('default:', ...indent(['n++']));
  else if (random(2) === 0) cases.push(`case <-time.After(${1 + random(4)} * time.Millisecond):`, ...indent(['n--']));
  return ['select {', ...cases, '}'];
}

function block(shape: Shape, depth: number, length: number): string[] {
  return Array.from({ length }, () => statement(shape, depth)).flat();
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

/** The same program for the same seed. */
export function channelProgram(seed: number): string {
  const random = randomOf(seed);
  const shape: Shape = { random, channels: 1 + random(3), label: 0 };
  const makes = Array.from({ length: shape.channels }, (_, i) => `\tc${i} = make(chan int, ${random(4)})`);
  const workers = 2 + random(4);
  const closing = random(2) === 0 ? [`\t\ttime.Sleep(${3 + random(20)} * time.Millisecond)`, `\t\tclose(${channelName(shape)})`] : ['\t\ttime.Sleep(time.Millisecond)'];
  const cases = Array.from({ length: workers }, (_, i) => [`\tcase ${i}:`, ...indent(indent(block(shape, 2, 2 + random(4))))]).flat();
  return `package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

var (
	${Array.from({ length: shape.channels }, (_, i) => `c${i}`).join(', ')} chan int
	mu sync.Mutex
	shared int
)

func worker(id int, wg *sync.WaitGroup) {
	defer wg.Done()
	n := id
	switch id {
${cases.join('\n')}
	}
	runtime.Gosched()
	fmt.Println("end", id, n)
}

func main() {
${makes.join('\n')}
	var wg sync.WaitGroup
	for i := 0; i < ${workers}; i++ {
		wg.Add(1)
		go worker(i, &wg)
	}
	go func() {
${closing.join('\n')}
	}()
	wg.Wait()
	fmt.Println("done", shared)
}
`;
}
