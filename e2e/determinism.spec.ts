import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firefox, type Page } from '@playwright/test';
import { concurrentProgram, scheduleFor } from '../src/engine/testing/concurrentPrograms.ts';
import { hashesInBrowser, hashesInNode } from './hashes.ts';
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

/** Everything that waits, wakes, chooses or panics, under every strategy, granularity and kind of time. */
const generated = Array.from({ length: 144 }, (_, seed) => ({ text: concurrentProgram(seed), schedule: scheduleFor(seed) }));

test.describe('generated programs are recorded bit for bit as in Node', () => {
  test('by Chromium', async ({ page }) => {
    test.slow();
    await page.goto('./');
    await compare(page);
  });

  test('by Firefox', async ({ baseURL }) => {
    test.slow();
    const executablePath = process.env['INTERLEAVE_FIREFOX'];
    // Not looked for is not the same as not there.
    if (executablePath === undefined) throw new Error('start the tests with `npm run e2e`: it looks for a Firefox');
    test.skip(executablePath === '', 'there is no Firefox on this machine that can be driven: INTERLEAVE_FIREFOX may name one');
    const browser = await firefox.launch({ channel: 'moz-firefox', executablePath });
    try {
      const page = await browser.newPage();
      await page.goto(baseURL ?? '');
      await compare(page);
    } finally {
      await browser.close();
    }
  });
});

async function compare(page: Page): Promise<void> {
  const [there, here] = await Promise.all([hashesInBrowser(page, generated), hashesInNode(generated)]);
  expect(here.every((text) => /^[0-9a-f]{16} [a-z]+$/.test(text))).toBe(true);
  expect(there).toEqual(here);
}

test('mathematical functions give the bits that they give natively', async ({ playground }) => {
  test.slow();
  await playground.open();
  const file = join(root, 'src/engine/stdlib/testdata/wide/math');
  await playground.write(readFileSync(`${file}.go`, 'utf8'));
  await playground.go('To end');
  for (const line of readFileSync(`${file}.out`, 'utf8').trimEnd().split('\n')) await expect(playground.output).toContainText(line);
});
