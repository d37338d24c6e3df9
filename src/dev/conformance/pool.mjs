// One child at a time: it is ended and replaced when a test takes too long, runs out of memory or crashes it.
import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const childModule = join(dirname(fileURLToPath(import.meta.url)), 'child.mjs');

export function createPool(engine, seconds) {
  let child;

  async function start() {
    child = fork(childModule, [engine], { execArgv: ['--max-old-space-size=2048'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    child.stderr.resume();
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', () => reject(new Error('the engine does not start')));
    });
    child.removeAllListeners('exit');
  }

  function stop() {
    child?.removeAllListeners();
    child?.kill('SIGKILL');
    child = undefined;
  }

  /** What is wrong with the test, as the child says; empty for a pass. */
  async function execute(test) {
    if (!child) await start();
    const complaints = await new Promise((resolve) => {
      const timer = setTimeout(() => resolve([`timeout: not finished after ${seconds} s`]), seconds * 1000);
      child.once('message', (answer) => {
        clearTimeout(timer);
        resolve(answer.complaints);
      });
      child.once('exit', (code, signal) => {
        clearTimeout(timer);
        resolve([`crash: the engine's process ended (${signal ?? code})`]);
      });
      child.send(test);
    });
    if (/^(timeout|crash|engine):/.test(complaints[0] ?? '')) stop();
    else child.removeAllListeners();
    return complaints;
  }

  return { execute, stop };
}
