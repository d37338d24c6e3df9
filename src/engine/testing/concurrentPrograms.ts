/**
 * Generated Go programs over everything that waits, wakes, chooses or panics, for property tests. Any ending is welcome (also deadlocks, panics and
 * exits): what is compared is that it is always the same one. They end or hang; none computes for long.
 */

/** A small seeded generator (mulberry32): tests must not depend on the host's chance. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

class Shape {
  readonly random: (below: number) => number;
  readonly channels: number;
  #labels = 0;

  constructor(seed: number) {
    this.random = randomOf(seed);
    this.channels = 1 + this.random(3);
  }

  /** A name that no other statement has. */
  fresh(prefix: string): string {
    return `${prefix}${this.#labels++}`;
  }

  channel(): string {
    return `c${this.random(this.channels)}`;
  }

  /** From 1 to most. */
  some(most: number): number {
    return 1 + this.random(most);
  }

  millis(most: number): string {
    return `${this.some(most)} * time.Millisecond`;
  }
}

type Form = (shape: Shape, depth: number) => readonly string[];

/** Of `id`, `n` (its own), `wg` and the package's variables. Each form comes up as often as it is named. */
const simple: readonly Form[] = [
  (s) => [`${s.channel()} <- n`, 'n++'],
  (s) => [`${s.channel()} <- n`, 'n++'],
  (s) => [`n += <-${s.channel()}`],
  (s) => [`n += <-${s.channel()}`],
  (s) => {
    const [v, ok] = [s.fresh('v'), s.fresh('ok')];
    return [`${v}, ${ok} := <-${s.channel()}`, `fmt.Println(id, ${v}, ${ok})`];
  },
  () => ['mu.Lock()', 'shared += n', 'mu.Unlock()'],
  () => ['rw.RLock()', 'n += shared', 'rw.RUnlock()'],
  () => ['rw.Lock()', 'shared ^= n', 'rw.Unlock()'],
  (s) => ['if mu.TryLock() {', '\tshared++', `\ttime.Sleep(${s.millis(2)})`, '\tmu.Unlock()', '}'],
  (s) => [`n += int(count.Add(${s.some(3)}))`],
  () => ['if count.CompareAndSwap(2, 5) {', '\tn *= 2', '}'],
  () => ['once.Do(func() {', '\tfmt.Println("once", id)', '})'],
  (s) => [`time.Sleep(${s.millis(5)})`],
  () => ['fmt.Println("g", id, n, shared)'],
  () => ['runtime.Gosched()'],
  () => ['cond.L.Lock()', 'ready++', 'cond.Broadcast()', 'cond.L.Unlock()'],
  () => ['cond.L.Lock()', 'for ready == 0 {', '\tcond.Wait()', '}', 'ready--', 'cond.L.Unlock()'],
  (s) => ['mu.Lock()', `table[fmt.Sprint(id, n%3)] += ${s.some(4)}`, 'mu.Unlock()'],
  () => ['mu.Lock()', 'for k, v := range table {', '\tfmt.Println(k, v)', '}', 'mu.Unlock()'],
  (s) => [`n += rand.Intn(${1 + s.some(9)})`],
  (s) => {
    const t = s.fresh('t');
    return [`${t} := time.NewTicker(${s.millis(2)})`, `<-${t}.C`, `<-${t}.C`, `${t}.Stop()`];
  },
  (s) => {
    const t = s.fresh('t');
    return [`${t} := time.NewTimer(${s.millis(3)})`, `time.Sleep(${s.millis(3)})`, `if !${t}.Stop() {`, '\tn++', '}', `${t}.Reset(${s.millis(2)})`, `<-${t}.C`];
  },
  (s) => [`time.AfterFunc(${s.millis(3)}, func() { count.Add(1) })`],
  (s) => ['func() {', '\tdefer func() { fmt.Println(id, "recovered", recover()) }()', `\tn = []int{1, 2, 3}[n&${s.some(7)}]`, '}()'],
  (s) => ['func() {', '\tdefer func() {', '\t\tif r := recover(); r != nil {', '\t\t\tn++', '\t\t}', '\t}()', `\tclose(${s.channel()})`, '}()'],
  (s) => [`if n%${8 + s.random(8)} == 7 {`, '\truntime.Goexit()', '}'],
  (s) => [`if n%${20 + s.random(20)} == 19 {`, '\tpanic(fmt.Errorf("worker %d has %d", id, n))', '}'],
  (s) => [`n = fold(n, func(a, b int) int { return a ^ b + ${s.random(3)} })`],
  () => ['for i := range upTo(n & 3) {', '\tif i == 2 {', '\t\tbreak', '\t}', '\tn += i', '}'],
  (s) => ['select {', `case <-ctx.Done():`, '\tfmt.Println(id, ctx.Err())', `case <-time.After(${s.millis(4)}):`, '}'],
  (s) => [`if n%${3 + s.random(5)} == 2 {`, '\tcancel()', '}'],
];

const nested: readonly Form[] = [
  (s, depth) => [`for i := 0; i < ${s.some(4)}; i++ {`, ...indent(block(s, depth - 1, s.some(2))), '}'],
  (s, depth) => [`for range ${s.some(3)} {`, ...indent(block(s, depth - 1, s.some(2))), '}'],
  selectStatement,
  selectStatement,
  (s, depth) => ['if n%2 == 0 {', ...indent(block(s, depth - 1, 1)), '} else {', ...indent(block(s, depth - 1, 1)), '}'],
  (s, depth) => ['wg.Add(1)', 'go func(id, n int) {', '\tdefer wg.Done()', ...indent(block(s, depth - 1, s.some(2))), '\tfmt.Println("inner", id, n)', '}(id+10, n)'],
  (s, depth) => ['func() {', '\tdefer func() { n += 2 }()', ...indent(block(s, depth - 1, 1)), '}()'],
  (s, depth) => {
    const [ctx, stop] = [s.fresh('ctx'), s.fresh('stop')];
    return [
      `${ctx}, ${stop} := context.WithTimeout(ctx, ${s.millis(4)})`,
      ...block(s, depth - 1, 1),
      'select {',
      `case <-${ctx}.Done():`,
      `\tfmt.Println(id, ${ctx}.Err())`,
      `case n = <-${s.channel()}:`,
      '}',
      `${stop}()`,
    ];
  },
  (s, depth) => {
    const group = s.fresh('group');
    return [`var ${group} sync.WaitGroup`, `for i := range ${s.some(3)} {`, `\t${group}.Go(func() {`, '\t\tn := i', ...indent(indent(block(s, depth - 1, 1))), '\t\tcount.Add(int64(n))', '\t})', '}', `${group}.Wait()`];
  },
];

function selectStatement(s: Shape, depth: number): string[] {
  const cases: string[] = [];
  for (let i = s.some(3); i > 0; i--) {
    const channel = s.random(8) === 0 ? 'none' : s.channel();
    const receives = s.random(2) === 0;
    cases.push(receives ? `case v := <-${channel}:` : `case ${channel} <- n:`, ...(receives ? ['\tn += v'] : []), ...indent(block(s, depth - 1, 1)));
  }
  const last = s.random(4);
  if (last === 0) cases.push('default:', '\tn++');
  else if (last < 3) cases.push(`case <-time.After(${s.millis(4)}):`, '\tn--');
  return ['select {', ...cases, '}'];
}

function block(s: Shape, depth: number, length: number): string[] {
  return Array.from({ length }, () => {
    const forms = depth > 0 && s.random(3) === 0 ? nested : simple;
    return (forms[s.random(forms.length)] as Form)(s, depth);
  }).flat();
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

/** The same program for the same seed. */
export function concurrentProgram(seed: number): string {
  const s = new Shape(seed);
  const workers = 2 + s.random(4);
  const cases = Array.from({ length: workers }, (_, i) => [`\tcase ${i}:`, ...indent(indent(block(s, 2, 2 + s.random(4))))]).flat();
  const channels = Array.from({ length: s.channels }, (_, i) => `c${i}`);
  const makes = channels.map((name) => `\t${name} = make(chan int, ${s.random(4)})`);
  const pumps = s.random(3) === 0 ? [] : channels.map((name) => `\tgo pump(${name})`);
  const closing = s.random(3) === 0 ? [`time.Sleep(${s.millis(20)})`, `close(${s.channel()})`] : ['time.Sleep(time.Millisecond)'];
  return `package main

import (
	"context"
	"fmt"
	"iter"
	"math/rand"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

var (
	${channels.join(', ')}, none chan int
	mu            sync.Mutex
	rw            sync.RWMutex
	once          sync.Once
	count         atomic.Int64
	shared, ready int
	cond          = sync.NewCond(&mu)
	table         = map[string]int{"a": 1, "b": 2}
	ctx, cancel   = context.WithCancel(context.Background())
)

func fold[T any](v T, with func(a, b T) T) T {
	for range 3 {
		v = with(v, v)
	}
	return v
}

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i <= n && yield(i); i++ {
		}
	}
}

// pump does for a while what nobody else may: it sends what is wanted and takes what is offered.
func pump(c chan int) {
	for i := range 25 {
		select {
		case c <- i:
		case v, ok := <-c:
			if !ok {
				return
			}
			count.Add(int64(v))
		case <-time.After(2 * time.Millisecond):
			cond.Signal()
		}
		time.Sleep(time.Millisecond)
	}
}

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
	fmt.Println(rand.Intn(100), fold("ab", func(a, b string) string { return a + b[:1] }), len(table), cap(none))
	for i := range upTo(1) {
		count.Add(int64(i))
	}
	time.AfterFunc(50*time.Millisecond, cancel)
	rw.RLock()
	once.Do(func() { rw.RUnlock() })
${[...makes, ...pumps].join('\n')}
	var wg sync.WaitGroup
	for i := 0; i < ${workers}; i++ {
		wg.Add(1)
		go worker(i, &wg)
	}
	go func() {
${indent(indent(closing)).join('\n')}
	}()
	wg.Wait()
	fmt.Println("done", shared, count.Load(), ready, ctx.Err())
}
`;
}

const strategies = ['go', 'fifo', 'lifo', 'random', 'pct', 'manual'];
const options = ['', '+sync', '+access'].flatMap((granularity) => [granularity, `${granularity}+adversarial`]);
/** Strategies at all granularities, in both kinds of time. */
export const scheduleKinds = strategies.length * options.length;

/** A schedule for a generated program: so many seeds in a row have all kinds. */
export function scheduleFor(seed: number): string {
  return `${strategies[seed % strategies.length]},${seed}${options[Math.floor(seed / strategies.length) % options.length]}`;
}
