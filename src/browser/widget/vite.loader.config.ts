import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { swcMinify } from './swc-minify.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The loader: one self-contained script that host pages embed. Runs after the panel's build, beside its files. */
export default defineConfig({
  publicDir: false,
  plugins: [{ name: 'one-line-styles', renderChunk: (code: string) => code.replace(/\}\n/g, '}') }, swcMinify()],
  build: {
    outDir: here('../../../dist/browser/widget'),
    emptyOutDir: false,
    target: 'es2020',
    lib: {
      entry: here('./loader/index.ts'),
      formats: ['iife'],
      name: 'porchlightLoader',
      fileName: () => 'loader.js',
    },
  },
});
