import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { slimSocketIo } from './slim-socket-io/plugin.js';
import { swcMinify } from './swc-minify.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The panel: `dist/browser/widget/frame.html` and its hashed assets, served below `/widget/`. */
export default defineConfig({
  root: here('./frame'),
  base: '/widget/',
  publicDir: false,
  plugins: [slimSocketIo(), swcMinify()],
  // Calls of `h` are smaller than those of the automatic runtime.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: `import { h, Fragment } from 'preact'`,
  },
  build: {
    outDir: here('../../../dist/browser/widget'),
    emptyOutDir: true,
    assetsDir: 'assets',
    target: 'es2022',
    cssTarget: ['chrome111', 'safari16.4', 'firefox113'],
    modulePreload: { polyfill: false },
    // The content policy of the frame allows no data: addresses for scripts or styles.
    assetsInlineLimit: 0,
    rollupOptions: { input: here('./frame/frame.html') },
  },
});
