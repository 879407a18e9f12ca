import { findTool } from '../run/tools.mjs';

/**
 * A describe block that needs a program from outside npm; skipped where it is missing (`npm test` says how to get it,
 * and with CI=true counts it as failed).
 * @param tests gets the path of the program
 */
export function describeWith(
  tool: 'redis' | 'nginx' | 'meilisearch' | 'promtool',
  title: string,
  tests: (path: string) => void,
): void {
  const path = findTool(tool);
  if (path) describe(title, () => tests(path));
  else describe.skip(title, () => tests(''));
}
