// Bundles the engine unminified into .build/bench/engine.mjs, so that profiles show names.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const folder = join(root, '.build/bench');
const bundle = join(folder, 'engine.mjs');

export async function bundleEngine() {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: 'src/engine/index.ts',
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      rollupOptions: { output: { entryFileNames: 'engine.mjs' } },
    },
  });
}

/** Milliseconds by the clock, and of processor time with the collector's threads: the machine may have other things to do. */
export function timed(work) {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, wall: performance.now() - begun, cpu: (user + system) / 1000 };
}

export function engine() {
  return import(pathToFileURL(bundle).href);
}
