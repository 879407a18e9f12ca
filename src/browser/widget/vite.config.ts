import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { plainImport } from './plain-import.js';
import { slimSocketIo } from './slim-socket-io/plugin.js';
import { swcMinify } from './swc-minify.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The panel: `dist/browser/widget/frame.html` and its hashed assets, served below `/widget/`. */
export default defineConfig({
  root: here('./frame'),
  base: '/widget/',
  publicDir: false,
  plugins: [plainImport(), slimSocketIo(), swcMinify()],
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
    // What is fetched later brings no styles of its own: there is nothing to load ahead of it.
    modulePreload: false,
    // The content policy of the frame allows no data: addresses for scripts or styles.
    assetsInlineLimit: 0,
    rollupOptions: {
      input: here('./frame/frame.html'),
      // Tables of the contract that the panel does not use stay out of it, also those made by a call.
      treeshake: { moduleSideEffects: (id) => !id.includes('/src/contract/') },
    },
  },
});
