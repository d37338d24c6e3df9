import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { UsageError } from './args.ts';
import { compareCommand } from './compare.ts';
import { inspectCommand } from './inspect.ts';

const written: string[] = vi.hoisted(() => []);
vi.mock('./output.ts', () => ({ writeText: (_fd: number, text: string) => written.push(text) }));

const text = `package main

import "sync"

var total int

func main() {
	var wg sync.WaitGroup
	jobs := make(chan int, 2)
	wg.Add(1)
	go func() {
		defer wg.Done()
		for n := range jobs {
			total += n
		}
	}()
	for i := 1; i <= 3; i++ {
		jobs <- i
	}
	close(jobs)
	wg.Wait()
	println(total)
}
`;
const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
const file = join(folder, 'main.go');
writeFileSync(file, text);
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: (argv: readonly string[]) => number, ...argv: string[]): { readonly status: number; readonly out: string } {
  written.length = 0;
  const status = command([...argv, file]);
  return { status, out: written.join('').replaceAll(file, 'main.go') };
}

describe('interleave inspect', () => {
  it('stops at an event under a condition and prints who is there', () => {
    expect(run(inspectCommand, '--on', 'receive', '--if', 'n == 2', '--goroutine', '2')).toEqual({
      status: 0,
      out: expect.stringMatching(/^step \d+ of \d+\ngoroutine 2, created by main\.main\n {2}main\.main\.func1 main\.go:14\n {4}wg sync\.WaitGroup = counter 1\n {4}jobs chan int = .*\n {4}n int = 2\n {4}total int = 1\n$/),
    });
  });

  it('stops at a line, searching backwards too', () => {
    const { out } = run(inspectCommand, '--break', `${file}:14`, '--back', '--goroutine', '2');
    expect(out).toContain('n int = 3');
    expect(out).toContain('total int = 3');
    expect(run(inspectCommand, '--break', `${file}:99`)).toEqual({ status: 1, out: 'interleave: the breakpoint never stops\n' });
  });

  it('says what is wrong with its flags', () => {
    expect(() => run(inspectCommand, '--on', 'foo')).toThrow(UsageError);
    expect(() => run(inspectCommand, '--on', 'send', '--if', 'x > 1')).toThrow('--if x > 1: undefined: x');
    expect(() => run(inspectCommand, '--break', '14')).toThrow(UsageError);
  });
});

describe('interleave compare', () => {
  it('tells the first difference of two schedules, and none where there is none', () => {
    expect(run(compareCommand, '--with', 'go')).toMatchObject({ status: 0, out: expect.stringMatching(/^the same for \d+ steps\n$/) });
    const { status, out } = run(compareCommand, '--strategy', 'random', '--with', 'random~0:0~1:0');
    expect(status).toBe(1);
    expect(out).toContain('other: step');
    expect(run(compareCommand, '--with', 'go+access').status).toBe(1);
  });
});
