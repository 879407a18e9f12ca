// npm run doctor, backup, restore, staff, dead-letters, articles, search-index, simulate: `node src/cli/tool.mjs <tool> …` in a clone, which may not be built yet.
// In an image there is no need for it: node dist/src/cli/<tool>.js.
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
const [tool, ...args] = process.argv.slice(2);

async function start() {
  const { nodeProblem } = await import('./bootstrap/node-version.mjs');
  const problem = nodeProblem(process.versions.node, readFileSync(`${root}/package.json`, 'utf8'));
  if (problem) throw new Error(problem);
  process.chdir(root);
  const { prepare } = await import('./bootstrap/prepare.mjs');
  // What a tool says may be read by a program; how it was built is none of that.
  const say = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr);
  await prepare(root).finally(() => {
    process.stdout.write = say;
  });
  const { run } = await import(pathToFileURL(`${root}/dist/src/cli/${tool}.js`).href);
  return run(args);
}

start().then(
  (code) => process.exit(code),
  (error) => {
    console.error(`\n✗ ${error.message}`);
    process.exit(1);
  },
);
