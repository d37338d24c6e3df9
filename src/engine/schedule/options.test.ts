import { describe, expect, it } from 'vitest';
import { recordProgram } from '../testing/record.ts';
import { outputOf } from '../trace/compare.ts';
import { schedulerOf } from './index.ts';
import { traceText } from '../trace/text.ts';
import { validateTrace } from '../trace/validate.ts';

/** What the program prints under the schedule. */
function run(text: string, schedule: string): string {
  const trace = recordProgram(text, schedule, 100_000);
  expect(validateTrace(trace)).toEqual([]);
  expect(schedulerOf(schedule)).toHaveProperty('text', trace.schedule);
  expect(traceText(trace)).toContain(`verdict ${trace.verdict.kind}`);
  return outputOf(trace);
}

function outputs(text: string, schedule: (seed: number) => string, seeds = 60): Set<string> {
  return new Set(Array.from({ length: seeds }, (_, seed) => run(text, schedule(seed))));
}

const counter = `package main

import "sync"

func main() {
	var x int
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			x++
		}()
	}
	wg.Wait()
	println(x)
}
`;

describe('At the granularity of accesses', () => {
  it('x++ by two goroutines can lose an update; at that of statements it never does', () => {
    expect(outputs(counter, (seed) => `random,${seed}`, 20)).toEqual(new Set(['2\n']));
    expect(outputs(counter, (seed) => `random,${seed}+access`)).toEqual(new Set(['1\n', '2\n']));
  });

  it('a write can fall between the two reads of one expression', () => {
    const text = `package main

func main() {
	p := new(int)
	done := make(chan bool)
	go func() {
		*p = 1
		done <- true
	}()
	a := *p + *p
	<-done
	println(a)
}
`;
    expect(outputs(text, (seed) => `random,${seed}+access`)).toEqual(new Set(['0\n', '1\n', '2\n']));
    expect(outputs(text, (seed) => `random,${seed}`)).toEqual(new Set(['0\n', '2\n']));
  });

  it('a program means the same where nobody interferes', () => {
    const text = `package main

import "fmt"

type node struct {
	next *node
	v    [2]int
}

var table = map[string]int{"a": 1}

func main() {
	head := &node{}
	for i := 1; i < 4; i++ {
		head = &node{next: head, v: [2]int{i, i * i}}
	}
	sum := 0
	for n := head; n != nil && n.next != n; n = n.next {
		n.v[0], n.v[1] = n.v[1], n.v[0]
		sum += n.v[0]*10 + n.v[1]
		table["a"] += n.v[0]
	}
	s := []int{1, 2, 3}
	p := &s[1]
	*p <<= 3
	s[0], s[2] = s[2], s[0]
	copied := head.next.v
	copied[0]++
	fmt.Println(sum, table, s, copied, head.next.v, func() int { sum--; return sum }())
}
`;
    expect(run(text, 'go+access')).toBe(run(text, 'go'));
    expect(run(text, 'random,3+access')).toBe(run(text, 'go'));
  });
});

const sleepToBeSure = `package main

import "time"

func main() {
	ready := false
	go func() { ready = true }()
	time.Sleep(time.Second)
	println(ready)
}
`;

describe('Under adversarial time', () => {
  it('sleeping to be sure is unsure', () => {
    expect(outputs(sleepToBeSure, (seed) => `random,${seed}`)).toEqual(new Set(['true\n']));
    expect(outputs(sleepToBeSure, (seed) => `random,${seed}+adversarial`)).toEqual(new Set(['true\n', 'false\n']));
  });

  it('the delay is a choice that a schedule names, and by default it is not made', () => {
    expect(run(sleepToBeSure, 'go+adversarial')).toBe('true\n');
    expect(run(sleepToBeSure, 'go+adversarial~0:1')).toBe('false\n');
  });

  it('a deadline can pass while the work is done in time otherwise', () => {
    const text = `package main

import (
	"context"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	result := make(chan int)
	go func() { result <- 1 }()
	select {
	case <-ctx.Done():
		println("late")
	case v := <-result:
		println(v)
	}
}
`;
    expect(outputs(text, (seed) => `pct,${seed}`)).toEqual(new Set(['1\n']));
    expect(outputs(text, (seed) => `random,${seed}+adversarial`)).toEqual(new Set(['1\n', 'late\n']));
  });
});
