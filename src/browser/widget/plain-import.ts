import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * Takes Vite's helper out of the way of `import()`: it loads styles ahead of a part that is fetched later, and ours bring
 * none as files. One kilobyte that the panel need not carry.
 */
export function plainImport(): Plugin {
  return {
    name: 'plain-import',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load()' : undefined),
  };
}
