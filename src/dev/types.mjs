// Type-checks everything, then the engine once more without the DOM: it must run in a worker and in Node alike.
import { spawnSync } from 'node:child_process';

for (const project of ['tsconfig.json', 'src/engine/tsconfig.json']) {
  const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
console.log('types: no errors');
