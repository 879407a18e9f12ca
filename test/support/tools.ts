import { findTool } from '../run/tools.mjs';

type Tool = 'redis' | 'nginx' | 'meilisearch' | 'promtool';

/**
 * A describe block that needs programs from outside npm; skipped where one is missing (`npm test` says how to get it,
 * and with CI=true counts it as failed).
 * @param tests gets the paths of the programs
 */
export function describeWith(
  tool: Tool | readonly [Tool, Tool],
  title: string,
  tests: (path: string, second: string) => void,
): void {
  const paths = [tool].flat().map((name) => findTool(name));
  const run = () => tests(paths[0] ?? '', paths[1] ?? '');
  if (paths.every(Boolean)) describe(title, run);
  else describe.skip(title, run);
}
