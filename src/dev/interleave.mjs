// Runs the command line, bundled first if a source is newer than the bundle.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const bundle = join(root, '.build/cli/interleave.mjs');

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) time = Math.max(time, newest(path));
    else time = Math.max(time, statSync(path).mtimeMs);
  }
  return time;
}

function stale() {
  if (!existsSync(bundle)) return true;
  const built = statSync(bundle).mtimeMs;
  return ['base', 'engine', 'cli'].some((folder) => newest(join(root, 'src', folder)) > built);
}

if (stale()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'src/dev/bundle.mjs')], { encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(`interleave: the command line could not be bundled\n${stdout}${stderr}`);
    process.exit(1);
  }
}
const { main } = await import(pathToFileURL(bundle).href);
process.exitCode = await main(process.argv.slice(2));
