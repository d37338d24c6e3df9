// One child at a time: it is ended and replaced when a test takes too long, runs out of memory or crashes it.
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const childModule = join(dirname(fileURLToPath(import.meta.url)), 'child.mjs');

/** Seconds of processor time that a child has used, so that a busy machine fails no test; where that cannot be known, wall-clock time. */
function secondsUsed(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return performance.now() / 1000;
  }
}

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
      const { pid } = child;
      const begin = secondsUsed(pid);
      const timer = setInterval(() => {
        if (secondsUsed(pid) - begin < seconds) return;
        clearInterval(timer);
        resolve([`timeout: not finished after ${seconds} s`]);
      }, 500);
      child.once('message', (answer) => {
        clearInterval(timer);
        resolve(answer.complaints);
      });
      child.once('exit', (code, signal) => {
        clearInterval(timer);
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
