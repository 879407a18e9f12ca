import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { step } from './progress.mjs';
import { runNpm } from './run-command.mjs';

const COMMON = ['package.json', 'package-lock.json', 'src/contract'];

/** The two halves of the build: what each is made of, and what it leaves behind of its own. */
const PARTS = [
  {
    script: 'build:server',
    name: '编译服务端 build the server',
    sources: [...COMMON, '.swcrc', 'src', 'migrations'],
    skip: (path) => path.startsWith('src/browser/'),
    results: ['dist/src', 'dist/migrations'],
    proof: 'dist/src/main.js',
  },
  {
    script: 'build:browser',
    name: '打包页面 build the pages',
    sources: [...COMMON, 'tsconfig.json', 'src/browser'],
    skip: () => false,
    results: ['dist/browser'],
    proof: 'dist/browser',
  },
];

/**
 * Builds what changed since the last build, by content: a checkout touches times of files that are the same.
 * @param {string} root folder of the clone
 */
export async function buildIfNeeded(root) {
  for (const { script, name, sources, skip, results, proof } of PARTS) {
    const stamp = join(root, `dist/.${script.replace(':', '-')}`);
    const digest = digestOf(root, sources, skip);
    if (existsSync(join(root, proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) continue;
    await step(name, async () => {
      rmSync(stamp, { force: true });
      // A file that is gone from the sources must not live on in the build.
      for (const result of results) rmSync(join(root, result), { recursive: true, force: true });
      await runNpm(['run', '--silent', script], { cwd: root });
      mkdirSync(join(root, 'dist'), { recursive: true });
      writeFileSync(stamp, digest);
    });
  }
}

function digestOf(root, sources, skip) {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesBelow(root, source)).sort()) {
    if (skip(path) || path.includes('.spec.') || path.endsWith('.mjs')) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(root, source) {
  const stat = statSync(join(root, source), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [source] : [];
  return readdirSync(join(root, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}
