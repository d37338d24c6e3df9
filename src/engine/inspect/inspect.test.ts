import { describe, expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile, Recording, schedulerOf } from '../index.ts';
import type { FrameView } from './frames.ts';
import type { Value } from './types.ts';

/** Runs the statements before the `round`th time that the line ending in "// here" is reached; the frame of the goroutine that is there. */
function frameAt(program: string, round = 1): FrameView {
  const { executable, problems } = compile([{ name: 'main.go', text: program }], { trace: true });
  expect(problems).toEqual([]);
  const scheduler = schedulerOf('go,1');
  if ('error' in scheduler) throw new Error(scheduler.error);
  const limits = { maxSteps: 5000, maxMemory: 64 << 20, maxOutput: 1 << 20, args: ['main'], stdin: new Uint8Array(), env: {} };
  const recording = new Recording(must(executable, 'executable'), scheduler, limits);
  while (!recording.ended) recording.advance(1000);
  const { sites, stepSite, stepGoroutine } = recording.trace();
  const line = program.split('\n').findIndex((text) => text.endsWith('// here')) + 1;
  const reached = [...stepSite.keys()].filter((i) => sites[must(stepSite[i], 'site')]?.line === line);
  const step = must(reached[round - 1], 'step');
  const found = recording.inspect(step).find(({ goroutine }) => goroutine === stepGoroutine[step]);
  return must(found?.frames[0], 'frame');
}

/** The body in main, with a last statement behind it that uses every variable declared on the body's own level. */
function inMain(imports: string, body: string): string {
  const declared = [...body.matchAll(/^\t(?:var (\w+(?:, \w+)*) |(\w+(?:, \w+)*) :=)/gm)];
  const uses = declared.flatMap(([, a, b]) => (a ?? b ?? '').split(', ')).map((name) => `\t_ = &${name}`);
  return `package main\n\nimport (${imports})\n\nfunc main() {\n${body}\n\tfmt.Print() // here\n${uses.join('\n')}\n}\n`;
}

function variables(frame: FrameView): Record<string, string> {
  return Object.fromEntries(frame.variables.map(({ name, value }) => [name, value]));
}
const shown = (imports: string, body: string): Record<string, string> => variables(frameAt(inMain(imports, body)));
const named = (values: readonly Value[] | undefined, name: string): Value =>
  must(
    values?.find((v) => v.name === name),
    name,
  );

describe('library types are shown in words', () => {
  it('locks, counters and once-functions', () => {
    expect(
      shown(
        '"fmt"; "sync"; "sync/atomic"; "time"',
        `	var wg sync.WaitGroup
	var mu, free sync.Mutex
	var rw, read sync.RWMutex
	var once, fresh sync.Once
	var n atomic.Int64
	var on atomic.Bool
	var m sync.Map
	cond := sync.NewCond(&mu)
	wg.Add(3)
	n.Add(41)
	on.Store(true)
	once.Do(func() {})
	m.Store("a", 1)
	mu.Lock()
	rw.Lock()
	read.RLock()
	read.RLock()
	go func() { wg.Wait() }()
	go func() { mu.Lock() }()
	go func() { rw.RLock() }()
	go func() { read.Lock() }()
	time.Sleep(1)`,
      ),
    ).toEqual({
      wg: 'counter 3, 1 waiting',
      mu: 'locked, 1 waiting',
      free: 'unlocked',
      rw: 'locked for writing, 1 waiting',
      read: 'locked by 2 readers, 1 waiting',
      once: 'done',
      fresh: 'not done',
      n: '41',
      on: 'true',
      m: 'map["a":1]',
      cond: '0 waiting',
    });
  });

  it('a pointer to one as the thing itself, without parts of its own', () => {
    const wg = named(frameAt(inMain('"fmt"; "sync"', '\twg := &sync.WaitGroup{}\n\twg.Add(2)')).variables, 'wg');
    expect(wg).toMatchObject({ type: '*sync.WaitGroup', value: 'counter 2' });
    expect(wg.children).toBeUndefined();
    expect(wg.target).not.toBe(0);
  });

  it('inside other values', () => {
    const body = '\ttype account struct { mu sync.Mutex; balance int }\n\ta := account{balance: 7}\n\ta.mu.Lock()';
    expect(shown('"fmt"; "sync"', body)).toEqual({ a: '{mu: locked, balance: 7}' });
  });

  it('times and durations as package time prints them', () => {
    expect(
      shown(
        '"fmt"; "time"',
        `	d := 1500 * time.Millisecond
	short := 150 * time.Microsecond
	long := 90 * time.Minute
	start := time.Now()
	time.Sleep(d)
	end := time.Now()
	leap := time.Date(2024, time.February, 29, 12, 0, 0, 0, time.UTC)
	var zero time.Time
	month, day := leap.Month(), leap.Weekday()
	timer := time.NewTimer(d)
	ticker := time.NewTicker(d)
	ticker.Stop()`,
      ),
    ).toEqual({
      d: '1.5s',
      short: '150µs',
      long: '1h30m0s',
      start: '2009-11-10 23:00:00 +0000 UTC',
      end: '2009-11-10 23:00:01.5 +0000 UTC',
      leap: '2024-02-29 12:00:00 +0000 UTC',
      zero: '0001-01-01 00:00:00 +0000 UTC',
      month: 'February',
      day: 'Thursday',
      timer: 'fires in 1.5s',
      ticker: 'not pending',
    });
  });

  it('contexts by how they were made and whether they still run', () => {
    const body = `	root := context.Background()
	running, stop := context.WithCancel(root)
	defer stop()
	stopped, cancel := context.WithCancel(root)
	cancel()
	soon, drop := context.WithTimeout(root, 250*time.Millisecond)
	defer drop()
	over, end := context.WithTimeout(root, 10*time.Millisecond)
	defer end()
	below := context.WithValue(over, "k", 1)
	time.Sleep(100 * time.Millisecond)
	err, none := over.Err(), running.Err()`;
    const frame = frameAt(inMain('"context"; "fmt"; "time"', body));
    expect(variables(frame)).toMatchObject({
      root: 'context.Background',
      running: 'context.WithCancel, not canceled',
      stopped: 'context.WithCancel, context canceled',
      soon: 'context.WithDeadline, 150ms left',
      over: 'context.WithDeadline, context deadline exceeded',
      below: 'context.WithValue, context deadline exceeded',
      err: '"context deadline exceeded"',
      none: 'nil',
    });
    expect(named(frame.variables, 'soon').type).toBe('context.Context');
    expect(named(frame.variables, 'err').type).toBe('error');
  });

  it('errors by their text', () => {
    const body = '\ta := errors.New("no luck")\n\tb := fmt.Errorf("twice: %w", a)\n\tc := errors.Join(a, b)';
    expect(shown('"errors"; "fmt"', body)).toEqual({ a: '"no luck"', b: '"twice: no luck"', c: '["no luck" "twice: no luck"]' });
  });

  it('groups, semaphores, builders and lists', () => {
    const body = `	var g errgroup.Group
	g.Go(func() error { select {} })
	s := semaphore.NewWeighted(5)
	s.TryAcquire(2)
	var b strings.Builder
	b.WriteString("abc")
	l := list.New()
	l.PushBack(1)`;
    const imports = '"container/list"; "fmt"; "golang.org/x/sync/errgroup"; "golang.org/x/sync/semaphore"; "strings"';
    expect(shown(imports, body)).toEqual({ g: '1 to go', s: '2 of 5 taken', b: '"abc"', l: '1 element' });
  });
});

describe('channels', () => {
  it('say how full they are, what is in them, who waits and whether they are closed', () => {
    const body = `	jobs := make(chan int, 3)
	for i := 1; i <= 4; i++ {
		jobs <- i
		if i == 2 {
			<-jobs
		}
	}
	gate := make(chan string)
	over := make(chan int, 1)
	close(over)
	var none chan int
	go func() { gate <- "a" }()
	go func() { gate <- "b" }()
	time.Sleep(1)`;
    const frame = frameAt(inMain('"fmt"; "time"', body));
    expect(variables(frame)).toEqual({ jobs: '3/3', gate: 'unbuffered, 2 senders waiting', over: '0/1, closed', none: 'nil' });
    expect(named(frame.variables, 'jobs').children?.map(({ name, value }) => `${name} ${value}`)).toEqual(['[0] 2', '[1] 3', '[2] 4']);
  });
});

describe('recorded objects', () => {
  it('are known by their numbers, however a variable holds them', () => {
    const body = `	jobs := make(chan int, 3)
	jobs <- 1
	var receive <-chan int = jobs
	var mu sync.Mutex
	lock := &mu
	lock.Lock()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	plain := 3`;
    const { variables: found } = frameAt(inMain('"context"; "fmt"; "sync"', body));
    const objects = Object.fromEntries(found.map(({ name, object }) => [name, object]));
    expect(objects['jobs']).toBeGreaterThan(0);
    expect(objects['receive']).toBe(objects['jobs']);
    expect(objects['mu']).toBeGreaterThan(0);
    expect(objects['lock']).toBe(objects['mu']);
    expect(objects['ctx']).toBeGreaterThan(0);
    expect(objects['plain']).toBeUndefined();
  });
});

describe('slices, arrays and maps', () => {
  it('are written as fmt prints them, long ones cut', () => {
    const body = `	s := []int{1, 2, 3}
	s = append(s[:1], s[2:]...)
	a := [2]string{"x", "y"}
	m := map[string]int{"one": 1}
	long := make([]int, 20)
	var none []int`;
    expect(shown('"fmt"', body)).toEqual({
      s: '[1 3], cap 3',
      a: '["x" "y"]',
      m: 'map["one":1]',
      long: '[0 0 0 0 0 0 0 0 …] len 20',
      none: 'nil',
    });
  });
});

describe('variables', () => {
  const names = (program: string, round = 1): string[] => frameAt(program, round).variables.map(({ name }) => name);

  it('appear when the statement that declares them has been executed', () => {
    expect(names(`package main\n\nfunc main() {\n\ta := 1\n\tb := a + 1 // here\n\tprintln(a, b)\n}\n`)).toEqual(['a']);
    expect(names(`package main\n\nfunc main() {\n\ta := 1\n\tb := a + 1\n\tprintln(a, b) // here\n}\n`)).toEqual(['a', 'b']);
  });

  it('of a loop are there from its first iteration on, those of its body in each anew', () => {
    const loop = (body: string): string => `package main\n\nfunc main() {\n${body}\n}\n`;
    const counting = loop('\tfor i := 0; i < 2; i++ {\n\t\tdouble := 2 * i // here\n\t\tprintln(double)\n\t}');
    expect(names(counting)).toEqual(['i']);
    expect(names(counting, 2)).toEqual(['i']);
    const ranging = loop('\tprintln()\n\tfor i := range 2 { // here\n\t\tprintln(i)\n\t}');
    expect(names(ranging)).toEqual([]);
    expect(names(ranging, 2)).toEqual([]);
  });

  it('are gone behind their block, and parameters and results are there from the start', () => {
    const program = `package main

func f(n int) (sum int) {
	if half := n / 2; half > 0 {
		sum = half
	}
	sum++ // here
	return sum
}

func main() { f(4) }
`;
    expect(frameAt(program).variables.map(({ name, value }) => `${name} ${value}`)).toEqual(['n 4', 'sum 2']);
  });
});
