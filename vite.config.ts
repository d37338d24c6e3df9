import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The development server needs inline scripts and a socket; what is built keeps the policy of index.html. */
const policyOnlyInBuilds: Plugin = {
  name: 'policy-only-in-builds',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  // Relative paths: dist/ works under any folder of any file server.
  base: './',
  plugins: [react(), policyOnlyInBuilds],
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.{ts,tsx,mjs}'],
    testTimeout: 20_000,
  },
});
