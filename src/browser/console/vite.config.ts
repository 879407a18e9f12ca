import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const server = process.env.PORCHLIGHT_URL ?? 'http://127.0.0.1:3000';

/** Builds the agents' console to `dist/browser/console`, served under `/console/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/console/',
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: resolve(import.meta.dirname, '../../../dist/browser/console'),
    emptyOutDir: true,
    target: 'es2022',
    // The polyfill would be one more script before the first paint; every browser we support has it built in.
    modulePreload: { polyfill: false },
    // A data: URL would need a wider Content-Security-Policy than 'self'.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // One style sheet: a page that is fetched again must not come without its style.
    cssCodeSplit: false,
    // The first load and what is fetched after it are told apart by this file (size check in CI).
    manifest: true,
    // antd marks its files "use client" for servers that render React; here it means nothing.
    rolldownOptions: { checks: { moduleLevelDirective: false } },
  },
  server: {
    proxy: {
      '/api': server,
      '/socket.io': { target: server, ws: true },
      '/files': server,
      '/help': server,
    },
  },
});
