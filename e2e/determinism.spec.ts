import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelProgram } from '../src/engine/testing/channelPrograms.ts';
import { expect, test } from './playground.ts';

const root = join(import.meta.dirname, '..');

/** Hash of the recording that the command line makes of a program. */
function hashOnNode(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'interleave-'));
  try {
    const file = join(folder, 'main.go');
    writeFileSync(file, text);
    const { stdout, stderr } = spawnSync(process.execPath, ['src/dev/interleave.mjs', 'trace', file], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const hash = /hash ([0-9a-f]+)/.exec(stdout.trimEnd().split('\n').at(-1) ?? '')?.[1];
    expect(hash, stderr).toBeDefined();
    return hash ?? '';
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the browser records the tutorial’s programs bit for bit as the command line does', async ({ playground, page }) => {
  await playground.open();
  const files = { 'Worker pool': 'workerpool', 'Fan-out': 'fanout', 'Fan-in': 'fanin', Cancellation: 'cancel', Timeout: 'timeout' };
  for (const [title, file] of Object.entries(files)) {
    await playground.pattern(title);
    const text = readFileSync(join(root, 'src/gallery', `${file}.go`), 'utf8');
    await expect(page.locator('html'), title).toHaveAttribute('data-recording', hashOnNode(text));
  }
});

test('and generated programs over channels, select, locks and timers', async ({ playground, page }) => {
  test.slow();
  await playground.open();
  for (let seed = 0; seed < 20; seed++) {
    const text = channelProgram(seed);
    await playground.write(text);
    await expect(page.locator('html'), `seed ${seed}`).toHaveAttribute('data-recording', hashOnNode(text));
  }
});

test('mathematical functions give the bits that they give natively', async ({ playground }) => {
  test.slow();
  await playground.open();
  const file = join(root, 'src/engine/stdlib/testdata/wide/math');
  await playground.write(readFileSync(`${file}.go`, 'utf8'));
  await playground.go('To end');
  for (const line of readFileSync(`${file}.out`, 'utf8').trimEnd().split('\n')) await expect(playground.output).toContainText(line);
});
