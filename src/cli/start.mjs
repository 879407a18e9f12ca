// npm start: from a bare clone to a running desk; npm run cluster: to one of several processes. Plain JavaScript, because before the first install there is nothing else.
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
  const program = process.argv[2] === 'cluster' ? 'cluster' : 'local-stack';
  const { run } = await import(pathToFileURL(`${root}/dist/src/cli/${program}.js`).href);
  return run({ step });
}

start().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`\n✗ ${error.message}`);
    process.exit(1);
  },
);
