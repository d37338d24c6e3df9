import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The development server needs inline scripts and a socket; what is built keeps the policy of index.html. */
const policyOnlyInBuilds: Plugin = {
  name: 'policy-only-in-builds',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

/**
 * The views are imported by the script that starts the engine (src/ui/app/main.ts): named in the page itself, they and their styles are on
 * their way at the same time.
 */
const viewsOnTheirWay: Plugin = {
  name: 'views-on-their-way',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle }) {
      const views = Object.values(bundle ?? {}).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/src/ui/app/views.tsx'),
      );
      if (views?.type !== 'chunk') throw new Error('BUG: the views are no script of their own');
      const styles = [...(views.viteMetadata?.importedCss ?? [])];
      return [
        { tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${views.fileName}` } },
        ...styles.map((href) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `./${href}` } })),
      ];
    },
  },
};

export default defineConfig({
  // Relative paths: dist/ works under any folder of any file server.
  base: './',
  plugins: [react(), policyOnlyInBuilds, viewsOnTheirWay],
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.{ts,tsx,mjs}'],
    testTimeout: 20_000,
  },
});
