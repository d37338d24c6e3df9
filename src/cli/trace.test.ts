import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './main.ts';

/** What has been written to each descriptor. */
const written = vi.hoisted(() => ({ bytes: [[], [], []] as [number[], number[], number[]] }));
vi.mock('./output.ts', async (original) => {
  const write = (fd: number, bytes: Uint8Array) => written.bytes[fd as 1 | 2].push(...bytes);
  return { ...(await original<typeof import('./output.ts')>()), write, writeText: (fd: number, text: string) => write(fd, new TextEncoder().encode(text)), flush: () => {} };
});

const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  written.bytes = [[], [], []];
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function run(...args: readonly string[]) {
  written.bytes = [[], [], []];
  const status = await main(args);
  const [, stdout, stderr] = written.bytes.map((bytes) => Uint8Array.from(bytes));
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  return { status, bytes: stdout ?? new Uint8Array(), stdout: text(stdout), stderr: text(stderr) };
}

const program = file('race.go', `package main

func main() {
	c := make(chan int)
	for i := 1; i <= 3; i++ {
		go func() { c <- i }()
	}
	println(<-c, <-c, <-c)
}
`);

describe('interleave trace', () => {
  it('writes a recording to a file and reads it again, in any format', async () => {
    const binary = await run('trace', '--format', 'binary', '--schedule', 'random,4', program);
    expect([binary.status, binary.stderr]).toEqual([0, '']);
    const kept = file('run.trace', binary.bytes);
    for (const format of ['text', 'json', 'perfetto', 'schedule']) {
      const direct = await run('trace', '--format', format, '--schedule', 'random,4', program);
      expect(direct.stdout.length).toBeGreaterThan(8);
      expect(await run('trace', '--format', format, kept)).toEqual(direct);
    }
    const again = await run('trace', '--format', 'binary', kept);
    expect((await run('trace', file('again.trace', again.bytes))).stdout).toBe((await run('trace', kept)).stdout);
  });

  it('reads its JSON', async () => {
    const json = file('run.json', (await run('trace', '--format', 'json', program)).stdout);
    const [fromFile, direct] = [await run('trace', json), await run('trace', program)];
    const events = (text: string) => text.split('\n').slice(0, -2);
    expect(events(fromFile.stdout)).toEqual(events(direct.stdout));
  });

  it('refuses what is damaged or no recording, and flags that mean nothing for one', async () => {
    const { bytes } = await run('trace', '--format', 'binary', program);
    const cut = await run('trace', file('cut.trace', bytes.subarray(0, 700)));
    expect(cut.status).toBe(1);
    expect(cut.stderr).toMatch(/^interleave trace: cannot read .*cut\.trace: it ends after 700 bytes, in the middle of chunk \d+: .* record the program again\.\n$/);
    expect((await run('trace', file('notes.txt', 'hello'))).stderr).toContain('it is no trace.');
    expect((await run('trace', join(folder, 'absent.trace'))).stderr).toContain('no such file');
    const seeded = await run('trace', '--seed', '3', file('whole.trace', bytes));
    expect([seeded.status, seeded.stderr]).toEqual([1, expect.stringContaining('--seed is for programs')]);
  });

  it('and run say from where on a schedule made for another program meant nothing', async () => {
    const expected = /interleave: after step \d+: The schedule wants alternative 7 at decision 0, but there were only 3: alternative 2 was taken\.\n$/;
    for (const command of ['trace', 'run']) expect((await run(command, '--schedule', 'go~0:7', program)).stderr).toMatch(expected);
    expect((await run('run', '--schedule', 'go~0:1', program)).stderr).not.toContain('interleave:');
  });

  it('spells the decisions of a recording out as a schedule that gives it again', async () => {
    const { stdout: schedule } = await run('trace', '--format', 'schedule', '--schedule', 'random,9', program);
    expect(schedule).toMatch(/^replay,9(~\d+:\d+)*\n$/);
    const last = (text: string) => text.split('\n').at(-2)?.replace(/schedule \S+/, '');
    const again = await run('trace', '--schedule', schedule.trim(), program);
    expect(last(again.stdout)).toBe(last((await run('trace', '--schedule', 'random,9', program)).stdout));
  });
});

it('--granularity takes sync, statement and access', async () => {
  for (const granularity of ['sync', 'statement', 'access']) expect((await run('run', '--strategy', 'random', '--granularity', granularity, program)).status).toBe(0);
  expect((await run('run', '--granularity', 'line', program)).stderr).toContain('--granularity wants statement or sync or access, not "line"');
});
