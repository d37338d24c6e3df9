/** The page's own worker, asked for recordings without a page: in whatever browser, and in Node. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import type { Answer, Channel } from '../src/worker/messages.ts';

export interface Run { readonly text: string; readonly schedule: string }

const assets = join(import.meta.dirname, '../dist/assets');

function script(): string {
  const name = readdirSync(assets).find((file) => /^worker-.*\.js$/.test(file));
  if (name === undefined) throw new Error('there is no worker in dist');
  return name;
}

/** Hash and verdict of each recording, as the worker at the other end of the channel makes them. It runs in the page too: it knows nothing outside. */
async function ask(channel: Channel, runs: readonly Run[]): Promise<string[]> {
  let settle: (answer: Answer) => void = () => {};
  channel.addEventListener('message', ({ data }) => {
    const answer = data as Answer;
    if (answer.kind === 'answer' || answer.kind === 'failed') settle(answer);
  });
  const found: string[] = [];
  for (const [id, { text, schedule }] of runs.entries()) {
    const answered = new Promise<Answer>((resolve) => (settle = resolve));
    channel.postMessage({ id, op: 'run', request: { files: [{ name: 'main.go', text }], strategy: schedule, seed: 1 } });
    const answer = await answered;
    const value = answer.kind === 'answer' ? (answer.value as { readonly end?: { readonly hash: string; readonly verdict: { readonly kind: string } } }) : {};
    found.push(value.end ? `${value.end.hash} ${value.end.verdict.kind}` : JSON.stringify(answer));
  }
  return found;
}

/** The page need only be of the site. */
export function hashesInBrowser(page: Page, runs: readonly Run[]): Promise<string[]> {
  const work = `async ({ script, runs }) => {
    // Held by the page: Firefox collects a worker that only its own listeners know, even while it works.
    const worker = (globalThis.worker = new Worker(script, { type: 'module' }));
    const found = await (${ask.toString()})(worker, runs);
    worker.terminate();
    return found;
  }`;
  return page.evaluate(`(${work})(${JSON.stringify({ script: `./assets/${script()}`, runs })})`);
}

/** How many workers this process has been. */
let started = 0;

/** The worker's script, with this process as its page. */
export async function hashesInNode(runs: readonly Run[]): Promise<string[]> {
  const { port1, port2 } = new MessageChannel();
  Object.assign(globalThis, { self: port1 });
  port1.start();
  // A module runs once for its address, however often it is imported: a second channel would never be answered.
  started++;
  await import(`${pathToFileURL(join(assets, script())).href}?${started}`);
  port2.start();
  try {
    return await ask(port2 as unknown as Channel, runs);
  } finally {
    port1.close();
  }
}
