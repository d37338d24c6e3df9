import { describe, expect, it } from 'vitest';
import { must } from '../base/assert.ts';
import { compile, Recording, schedulerOf } from './index.ts';

const text = `package main

import "errors"

type point struct{ x, y int }
type shape struct {
	point
	name string
	next *shape
}

var total int

func work(id int, jobs <-chan int, done chan<- bool) {
	seen := map[string]int{"a": 1}
	var err error
	s := &shape{point: point{id, -2}, name: "é", next: &shape{name: "inner"}}
	list := []uint8{250, 251, 252}
	pair := [2]float64{0.5, 1e3}
	for n := range jobs {
		total += n
		if n == 3 {
			err = errors.New("three")
		}
		_, _, _, _, _ = seen, s, list, pair, err // here
	}
	done <- true
}

func main() {
	jobs := make(chan int, 2)
	done := make(chan bool)
	for id := 0; id < 2; id++ {
		go work(id, jobs, done)
	}
	for n := 1; n <= 6; n++ {
		jobs <- n
	}
	close(jobs)
	<-done
	<-done
}
`;
const line = text.split('\n').findIndex((l) => l.endsWith('// here')) + 1;

function record(schedule = 'go'): Recording {
  const scheduler = schedulerOf(schedule);
  if ('error' in scheduler) throw new Error(scheduler.error);
  const { executable } = compile([{ name: 'main.go', text }], { trace: true });
  const limits = { maxSteps: 10_000, maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: new Uint8Array(), env: {} };
  const recording = new Recording(must(executable, 'executable'), scheduler, limits);
  while (!recording.ended) recording.advance(1000);
  return recording;
}

const recording = record();
const { stepGoroutine, stepSite, sites, steps } = recording.trace();
/** Cursors at which a statement of the line is next. */
const stops = Array.from(stepSite.keys()).filter((i) => sites[stepSite[i] ?? 0]?.line === line);
const at = { file: 'main.go', line };

describe('A breakpoint', () => {
  it('stops before every statement of its line, both ways', () => {
    expect(stops).toHaveLength(6);
    let step = 0;
    for (const stop of stops) {
      const hit = recording.hit(step, at, 'forwards');
      expect(hit).toEqual({ step: stop });
      step = stop;
    }
    expect(recording.hit(step, at, 'forwards')).toBeUndefined();
    expect(recording.hit(steps, at, 'backwards')).toEqual({ step: stops.at(-1) });
    expect(recording.hit(must(stops[0], 'stop'), at, 'backwards')).toBeUndefined();
  });

  it('may be for one goroutine only', () => {
    const mine = stops.filter((stop) => stepGoroutine[stop] === 3);
    expect(recording.hit(0, { ...at, goroutine: 3 }, 'forwards')).toEqual(mine[0] === undefined ? undefined : { step: mine[0] });
    expect(recording.hit(0, { ...at, goroutine: 99 }, 'forwards')).toBeUndefined();
  });

  it('stops only where its condition is true', () => {
    const four = must(stops[3], 'stop');
    expect(recording.hit(0, { ...at, condition: 'n == 4' }, 'forwards')).toEqual({ step: four });
    expect(recording.hit(steps, { ...at, condition: 'n == 4 && total > 9' }, 'backwards')).toEqual({ step: four });
    expect(recording.hit(0, { ...at, condition: 'n > 6' }, 'forwards')).toBeUndefined();
  });

  it('says what is wrong with its condition', () => {
    expect(recording.hit(0, { ...at, condition: 'm == 4' }, 'forwards')).toEqual({ error: 'undefined: m' });
    expect(recording.hit(0, { ...at, condition: 'n' }, 'forwards')).toEqual({ error: 'a condition must be true or false' });
    expect(recording.hit(0, { ...at, condition: 'n ==' }, 'forwards')).toHaveProperty('error');
    expect(recording.hit(0, { ...at, condition: 'n }; func init() { println() }' }, 'forwards')).toHaveProperty('error');
  });
});

describe('A Go expression over the variables of a goroutine', () => {
  const stop = must(stops[2], 'stop');
  const g = must(stepGoroutine[stop], 'goroutine');
  it.each([
    ['n', '3'],
    ['n*2 + 1', '7'],
    ['-n / 2', '-1'],
    ['-n % 2', '-1'],
    ['total', '6'],
    ['(n&1 == 1) != (total < 0)', 'true'],
    ['seen["a"] + seen["b"]', '1'],
    ['len(seen) + len(list) + cap(list) + len(pair) + len(s.name)', '11'],
    ['list[0] + 10', '4'],
    ['list[1]<<1', '246'],
    ['^list[0]', '5'],
    ['pair[0] * pair[1]', '500'],
    ['s.y', '-2'],
    ['s.point.x == id', 'true'],
    ['s.name', '"é"'],
    ['s.name == "é" && s.name < "ê"', 'true'],
    ['s.name[0]', '195'],
    ['s.next.name + "!"', '"inner!"'],
    ['s.next.next == nil', 'true'],
    ['(*s).next != nil', 'true'],
    ['err != nil', 'true'],
    ['len(jobs) <= cap(jobs)', 'true'],
    ['!(n == 3)', 'false'],
    ['1<<40 > n && false || true', 'true'],
  ])('%s is %s', (expression, value) => {
    expect(recording.evaluate(stop, g, expression)).toEqual({ value });
  });

  it.each([
    ['nothing', 'undefined: nothing'],
    ['s.z', 's.z undefined'],
    ['s.next.next.name', 's.next.next is nil'],
    ['list[3]', 'index out of range [3] with length 3'],
    ['list["a"]', 'invalid argument: index "a" must be integer'],
    ['n / 0', 'invalid operation: division by zero'],
    ['n + s.name', 'invalid operation: n + s.name (mismatched types int and string)'],
    ['n && true', 'invalid operation: operator && not defined on n'],
    ['work(1)', 'cannot call work here: only len and cap'],
    ['func() {}', 'cannot evaluate func() {} here: only variables, fields, elements, operators, len and cap'],
    ['*n', 'invalid operation: cannot indirect n'],
  ])('%s says: %s', (expression, error) => {
    expect(recording.evaluate(stop, g, expression)).toEqual({ error });
  });

  it('of a goroutine that is not there says so', () => {
    expect(recording.evaluate(0, 9, 'n')).toEqual({ error: 'there is no goroutine 9 at step 0' });
  });
});
