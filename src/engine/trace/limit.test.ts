import { expect, it } from 'vitest';
import { must } from '../../base/assert.ts';
import { compile, Recording, schedulerOf } from '../index.ts';

it('a recording that holds all the events it may ends there, and says so', () => {
  const text = 'package main\n\nfunc main() {\n\tc := make(chan int, 1)\n\tfor i := 0; ; i++ {\n\t\tc <- i\n\t\t<-c\n\t}\n}\n';
  const { executable } = compile([{ name: 'main.go', text }], { trace: true });
  const scheduler = schedulerOf('go');
  if ('error' in scheduler) throw new Error(scheduler.error);
  const options = { maxSteps: 1e6, maxMemory: 1 << 26, maxOutput: 1000, maxEvents: 2000, args: [], stdin: new Uint8Array(), env: {} };
  const recording = new Recording(must(executable, 'executable'), scheduler, options);
  while (!recording.ended) recording.advance(100);
  const { verdict, length } = recording.trace();
  expect(length).toBeGreaterThanOrEqual(2000);
  expect(length).toBeLessThan(2200);
  expect(verdict).toMatchObject({ kind: 'events', exitCode: 124, stderr: 'interleave: budget of 2,000 recorded events used up\n' });
  expect(verdict.summary).toBe('Stopped: budget of 2,000 recorded events used up while goroutine 1 (main) was running.');
});
