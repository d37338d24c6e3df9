// Tests in a browser, on the built page: `npm run build` first. Further arguments go to Playwright.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser, findFirefox } from './browser.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
if (!existsSync(resolve(root, 'dist/index.html'))) {
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}

/** A port that nobody listens on: something else of this machine may have the usual one. */
function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => found(String(port)));
    });
  });
}

const report = process.env.INTERLEAVE_BROWSER_REPORT;
const { status } = spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '-c', 'e2e', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    INTERLEAVE_BROWSER: findBrowser(),
    INTERLEAVE_FIREFOX: findFirefox() ?? '',
    INTERLEAVE_PORT: process.env.INTERLEAVE_PORT ?? (await freePort()),
    ...(report && { PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  },
});
process.exitCode = status ?? 1;
