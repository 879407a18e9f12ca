import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { swcMinify } from '../widget/swc-minify.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The scripts of the public pages, one for each kind; the server serves them under names that change with their content. */
export default defineConfig({
  publicDir: false,
  plugins: [swcMinify()],
  build: {
    outDir: here('../../../dist/browser/help'),
    emptyOutDir: true,
    target: 'es2020',
    // The contract does nothing by being there: what a page does not ask of it stays out.
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/src/contract/') } },
    lib: {
      entry: {
        help: here('./index.ts'),
        status: here('../status/index.ts'),
        'case-form': here('../case-form/index.ts'),
      },
      formats: ['es'],
      fileName: (_, name) => `${name}.js`,
    },
  },
});
