// npm start: from a bare clone to a running desk. Plain JavaScript, because before the first install there is nothing else.
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

async function start() {
  const { nodeProblem } = await import('./bootstrap/node-version.mjs');
  const problem = nodeProblem(process.versions.node, readFileSync(`${root}/package.json`, 'utf8'));
  if (problem) throw new Error(problem);
  process.chdir(root);
  const { prepare } = await import('./bootstrap/prepare.mjs');
  const { step } = await import('./bootstrap/progress.mjs');
  await prepare(root);
  const { runLocalStack } = await import(pathToFileURL(`${root}/dist/src/cli/local-stack.js`).href);
  return runLocalStack({ step });
}

start().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`\n✗ ${error.message}`);
    process.exit(1);
  },
);
