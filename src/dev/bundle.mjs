// Bundles the command line into .build/cli/interleave.mjs. Built aside and put in place at once: another process may be running the old one.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const aside = join(root, `.build/cli-${process.pid}`);

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: 'src/cli/main.ts',
    outDir: aside,
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    copyPublicDir: false,
    rollupOptions: { output: { entryFileNames: 'interleave.mjs' } },
  },
});
mkdirSync(join(root, '.build/cli'), { recursive: true });
renameSync(join(aside, 'interleave.mjs'), join(root, '.build/cli/interleave.mjs'));
rmSync(aside, { recursive: true });
