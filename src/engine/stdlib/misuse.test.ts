/** How programs die that misuse the library, and what goroutines wait for that it blocks for ever: in Go's own words, by Go 1.25's wait reasons. */
import { describe, expect, it } from 'vitest';
import { compile } from '../compile/compile.ts';
import { runToEnd } from '../run.ts';

/** Standard error without the lines of positions, and the exit status. */
function end(imports: string, body: string): string {
  const lines = imports.split(' ').map((path) => `import "${path}"\n`);
  const files = [{ name: 'main.go', text: `package main\n\n${lines.join('')}\nfunc main() {\n${body}\n}\n` }];
  const { executable, problems } = compile(files, { trace: false });
  if (!executable) return problems.map(({ message }) => message).join('\n');
  const result = runToEnd(executable, {
    files,
    schedule: 'go',
    maxSteps: 1e6,
    maxMemory: 1 << 26,
    maxOutput: 1 << 16,
    args: [],
    env: {},
    stdin: () => new Uint8Array(),
    onOutput: () => undefined,
  });
  if ('error' in result) return result.error;
  const { stderr, exitCode } = result.verdict;
  const said = stderr
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('\t') && !/^(main\.|created by|panic\(|exit status)/.test(line));
  return [...said, exitCode].join(' | ');
}

describe('fatal errors and panics', () => {
  it.each([
    ['sync', 'var mu sync.Mutex; mu.Unlock()', 'fatal error: sync: unlock of unlocked mutex'],
    ['sync', 'var mu sync.RWMutex; mu.Unlock()', 'fatal error: sync: Unlock of unlocked RWMutex'],
    ['sync', 'var mu sync.RWMutex; mu.RUnlock()', 'fatal error: sync: RUnlock of unlocked RWMutex'],
    ['sync', 'var mu sync.RWMutex; mu.Lock(); mu.RUnlock()', 'fatal error: sync: RUnlock of unlocked RWMutex'],
    ['sync', 'sync.NewCond(new(sync.Mutex)).Wait()', 'fatal error: sync: unlock of unlocked mutex'],
    // A fatal error is no panic: nothing recovers from it.
    ['sync', 'defer func() { recover() }(); new(sync.Mutex).Unlock()', 'fatal error: sync: unlock of unlocked mutex'],
    ['sync', 'var wg sync.WaitGroup; wg.Done()', 'panic: sync: negative WaitGroup counter'],
    ['time', 'var t time.Timer; t.Reset(1)', 'panic: time: Reset called on uninitialized Timer'],
    ['time', 'var t time.Timer; t.Stop()', 'panic: time: Stop called on uninitialized Timer'],
    ['time', 'time.NewTicker(1).Reset(0)', 'panic: non-positive interval for Ticker.Reset'],
    ['time', 'time.NewTicker(-1)', 'panic: non-positive interval for NewTicker'],
    ['context', 'context.WithCancel(nil)', 'panic: cannot create context from nil parent'],
    ['golang.org/x/sync/semaphore', 'semaphore.NewWeighted(1).Release(1)', 'panic: semaphore: released more than held'],
  ])('%s: %s', (imports, body, message) => {
    expect(end(imports, body)).toBe(`${message} | goroutine 1 [running]: | 2`);
  });
});

describe('what a goroutine waits for when all are asleep', () => {
  it.each([
    ['sync', 'var mu sync.Mutex; mu.Lock(); mu.Lock()', 'sync.Mutex.Lock'],
    ['sync', 'var mu sync.RWMutex; mu.Lock(); mu.RLock()', 'sync.RWMutex.RLock'],
    ['sync', 'var mu sync.RWMutex; mu.RLock(); mu.Lock()', 'sync.RWMutex.Lock'],
    ['sync', 'var wg sync.WaitGroup; wg.Add(1); wg.Wait()', 'sync.WaitGroup.Wait'],
    ['sync', 'c := sync.NewCond(new(sync.Mutex)); c.L.Lock(); c.Wait()', 'sync.Cond.Wait'],
    ['sync', 'var o sync.Once; o.Do(func() { o.Do(func() {}) })', 'sync.Mutex.Lock'],
    ['context', '<-context.Background().Done()', 'chan receive (nil chan)'],
    ['context', 'ctx, cancel := context.WithCancel(context.Background()); defer cancel(); <-ctx.Done()', 'chan receive'],
    ['golang.org/x/sync/semaphore context', 'semaphore.NewWeighted(1).Acquire(context.Background(), 2)', 'chan receive (nil chan)'],
    ['golang.org/x/sync/semaphore context', 's := semaphore.NewWeighted(1); for range 2 { s.Acquire(context.Background(), 1) }', 'select'],
    ['golang.org/x/sync/errgroup', 'var g errgroup.Group; g.SetLimit(0); g.Go(func() error { return nil })', 'chan send'],
    ['io', 'r, _ := io.Pipe(); r.Read(make([]byte, 1))', 'select'],
  ])('%s: %s', (imports, body, reason) => {
    expect(end(imports, body)).toBe(`fatal error: all goroutines are asleep - deadlock! | goroutine 1 [${reason}]: | 2`);
  });

  it('is said of every goroutine', () => {
    const body = 'var mu sync.RWMutex; mu.RLock(); go mu.Lock(); for range 9 { runtime.Gosched() }; mu.RLock()';
    expect(end('runtime sync', body)).toBe(
      'fatal error: all goroutines are asleep - deadlock! | goroutine 1 [sync.RWMutex.RLock]: | goroutine 2 [sync.RWMutex.Lock]: | 2',
    );
  });

  it('is nothing when main has left by Goexit', () => {
    expect(end('runtime', 'runtime.Goexit()')).toBe('fatal error: no goroutines (main called runtime.Goexit) - deadlock! | 2');
  });
});
