import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The panel: `dist/browser/widget/frame.html` and its hashed assets, served below `/widget/`. */
export default defineConfig({
  root: here('./frame'),
  base: '/widget/',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../../../dist/browser/widget'),
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2020',
    modulePreload: { polyfill: false },
    // The content policy of the frame allows no data: addresses for scripts or styles.
    assetsInlineLimit: 0,
    rollupOptions: { input: here('./frame/frame.html') },
  },
});
