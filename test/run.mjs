// npm test: everything that can run here. Its last line is `N passed, N failed`, its exit code says the same.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from '../src/cli/bootstrap/prepare.mjs';
import { readJest, readPlaywright, Tally } from './run/tally.mjs';
import { findTool, howToGet } from './run/tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'porchlight-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
const tally = new Tally(process.env.CI === 'true');
let underway;

/** Runs a program of node_modules, showing its output; resolves with its exit code. */
function run(title, program, args, env = {}) {
  console.log(`\n── ${title}`);
  return new Promise((resolve) => {
    const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } };
    underway = spawn(process.execPath, [join(root, 'node_modules', program), ...args], options);
    underway.once('error', () => resolve(1));
    underway.once('close', (code) => (stopped ? process.exit(130) : resolve(code ?? 1)));
  });
}

async function check(title, program, args) {
  const passed = (await run(title, program, args)) === 0;
  if (passed) console.log('ok');
  tally.add({ passed: Number(passed), failed: Number(!passed), skipped: [] });
}

async function jest(title, config, ...args) {
  const report = join(reports, `${config}.json`);
  // What a failed test has left open must not keep the run from ending.
  const options = ['--config', config, '--forceExit', '--json', '--outputFile', report, ...args];
  const code = await run(title, 'jest/bin/jest.js', options);
  tally.add(readJest(readReport(report), code));
}

async function playwright(title) {
  const browser = findTool('chromium');
  if (!browser) return tally.add({ passed: 0, failed: 0, skipped: [`${title}: ${howToGet('chromium')}`] });
  const report = join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const code = await run(title, '@playwright/test/cli.js', ['test', '--reporter=dot,json'], env);
  tally.add(readPlaywright(readReport(report), code));
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

async function runAll() {
  await check('format and lint (biome)', '@biomejs/biome/bin/biome', ['check', '.', '--diagnostic-level=error']);
  await check('types: server, console, tests', 'typescript/bin/tsc', ['--noEmit', '-p', '.']);
  await check('types: widget', 'typescript/bin/tsc', ['--noEmit', '-p', 'src/browser/widget']);
  await jest('unit, http, socket and job tests', 'jest.config.mjs');
  if (findTool('redis')) await jest('socket tests again, on two web processes and a worker', 'jest.cluster.config.mjs');
  await jest('fault tests', 'jest.faults.config.mjs');
  await playwright('browser tests');
  // Tests that need one of these skip themselves; the reason is told once, here.
  for (const tool of ['redis', 'nginx', 'meilisearch', 'promtool']) {
    if (!findTool(tool)) tally.add({ passed: 0, failed: 0, skipped: [howToGet(tool)] });
  }
}

let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = true;
    // A terminal has told the runner already; told twice, it would leave its services behind.
    if (signal === 'SIGTERM' || !process.stdin.isTTY) underway?.kill(signal);
  });
}
const begun = performance.now();
try {
  await prepare(root.replace(/[\\/]$/, ''));
  await runAll();
} catch (error) {
  console.error(`\n✗ ${error.message}`);
  tally.add({ passed: 0, failed: 1, skipped: [] });
}
console.log(`\n${((performance.now() - begun) / 1000).toFixed(0)} s`);
console.log(tally.summary());
process.exitCode = tally.failed === 0 ? 0 : 1;
