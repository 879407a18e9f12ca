import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildIfNeeded } from './build.mjs';
import { isInstalled } from './install.mjs';
import { nodeProblem } from './node-version.mjs';

let root: string;
const write = (file: string, content: unknown) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'porchlight-bootstrap-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the version of Node', () => {
  const packageJson = JSON.stringify({ engines: { node: '>=20.19' } });

  it.each(['20.19.0', '20.20.2', '21.0.0', '100.0.0'])('%s will do', (version) => {
    expect(nodeProblem(version, packageJson)).toBeUndefined();
  });

  it.each(['20.18.3', '18.20.0', '9.99.0'])('%s is too old, and the line says what to do', (version) => {
    expect(nodeProblem(version, packageJson)).toMatch(`needs Node.js 20.19 or newer, this is ${version} → `);
  });
});

describe('whether the packages are installed', () => {
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/for-another-system': { version: '1.0.0', optional: true },
  };
  const present = { 'node_modules/a': { version: '1.0.0' } };

  it.each([
    ['nothing is installed', undefined, false],
    ['all that this system can have is there', present, true],
    ['one is of another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one is missing', {}, false],
  ])('%s: %s', (_, installed, expected) => {
    write('package-lock.json', { packages: wanted });
    if (installed) write('node_modules/.package-lock.json', { packages: installed });
    expect(isInstalled(root)).toBe(expected);
  });
});

describe('the build', () => {
  /** Each half of this stand-in counts its runs and leaves the file that proves it. */
  const half = (name: string, result: string) =>
    `node -e "const fs=require('fs');fs.appendFileSync('${name}','x');fs.mkdirSync('${dirname(result)}',{recursive:true});fs.writeFileSync('${result}','')"`;
  const runs = (name: string) => readFileSync(join(root, name), 'utf8').length;

  beforeEach(() => jest.spyOn(process.stdout, 'write').mockReturnValue(true));
  afterEach(() => jest.restoreAllMocks());

  it('runs again only for the half whose sources changed', async () => {
    const scripts = {
      'build:server': half('server', 'dist/src/main.js'),
      'build:browser': half('browser', 'dist/browser/x'),
    };
    write('package.json', { scripts });
    write('src/main.ts', '1');
    write('src/browser/widget/vite.config.ts', '1');
    await buildIfNeeded(root);
    await buildIfNeeded(root);
    expect([runs('server'), runs('browser')]).toEqual([1, 1]);

    write('src/main.ts', '2');
    await buildIfNeeded(root);
    expect([runs('server'), runs('browser')]).toEqual([2, 1]);

    write('src/browser/widget/frame.tsx', '1');
    await buildIfNeeded(root);
    expect([runs('server'), runs('browser')]).toEqual([2, 2]);

    rmSync(join(root, 'dist/src/main.js'));
    await buildIfNeeded(root);
    expect([runs('server'), runs('browser')]).toEqual([3, 2]);
  });

  it('runs again after one that failed', async () => {
    write('package.json', {
      scripts: { 'build:server': 'exit 3', 'build:browser': half('browser', 'dist/browser/x') },
    });
    write('src/main.ts', '1');
    await expect(buildIfNeeded(root)).rejects.toThrow('exit code 3');
    await expect(buildIfNeeded(root)).rejects.toThrow('exit code 3');
  });
});
