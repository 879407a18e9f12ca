// npm run bench: builds what changed, then measures. The measuring itself stands in main.ts.
import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepare } from '../../src/cli/bootstrap/prepare.mjs';
import { findTool } from '../run/tools.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const SOURCES = [
  'test/bench',
  'test/support/postgres.ts',
  'test/support/redis.ts',
  'test/support/clock.ts',
  'test/support/clients.ts',
  'test/support/until.ts',
  'test/bot-judged',
  'test/support/model-answers.ts',
  'test/support/model-server.ts',
  'test/support/meilisearch.ts',
];

process.chdir(root);
process.env.CHROMIUM_PATH ??= findTool('chromium') ?? '';
process.env.REDIS_PATH ??= findTool('redis') ?? '';
try {
  await prepare(root);
  const swc = [`${root}/node_modules/@swc/cli/bin/swc.js`, ...SOURCES, '-d', 'dist', '--config-file', '.swcrc', '-q'];
  execFileSync(process.execPath, [...swc, '--ignore', '**/*.spec.ts', '--ignore', '**/*.mjs'], {
    stdio: 'inherit',
  });
  const { main } = await import(pathToFileURL(`${root}/dist/test/bench/main.js`).href);
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`\n✗ ${error.message}`);
  process.exitCode = 1;
}
