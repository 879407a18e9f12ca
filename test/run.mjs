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
const underway = new Set();

/** Runs a program of node_modules, showing what it says unless that is kept; resolves with its exit code and what was kept. */
function run(program, args, { env = {}, keeps = false } = {}) {
  return new Promise((resolve) => {
    const stdio = keeps ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const options = { cwd: root, stdio, env: { ...process.env, ...env } };
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], options);
    underway.add(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
    const end = (code) => {
      underway.delete(child);
      if (!stopped) resolve({ code, said });
      else if (underway.size === 0) process.exit(130);
    };
    child.once('error', () => end(1));
    child.once('close', (code) => end(code ?? 1));
  });
}

/** One look at the sources; what it says is told by `tell`, so that several may look at the same time. */
async function check(title, program, ...args) {
  return { title, ...(await run(program, args, { keeps: true })) };
}

function tell({ title, code, said }) {
  const passed = code === 0;
  console.log(`\n── ${title}\n${said}${passed ? 'ok' : ''}`);
  tally.add({ passed: Number(passed), failed: Number(!passed), skipped: [] });
}

async function jest(title, config, ...args) {
  const report = join(reports, `${config}.json`);
  // What a failed test has left open must not keep the run from ending.
  const options = ['--config', config, '--forceExit', '--json', '--outputFile', report, ...args];
  console.log(`\n── ${title}`);
  const { code } = await run('jest/bin/jest.js', options);
  tally.add(readJest(readReport(report), code));
}

async function playwright(title) {
  const browser = findTool('chromium');
  if (!browser) return tally.add({ passed: 0, failed: 0, skipped: [`${title}: ${howToGet('chromium')}`] });
  const report = join(reports, 'playwright.json');
  const env = { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  console.log(`\n── ${title}`);
  const { code } = await run('@playwright/test/cli.js', ['test', '--reporter=dot,json'], { env });
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
  // The last takes longer than the others together, and one core.
  const checks = [
    check('format and lint (biome)', '@biomejs/biome/bin/biome', 'check', '.', '--diagnostic-level=error'),
    check('types: widget', 'typescript/bin/tsc', '--noEmit', '-p', 'src/browser/widget'),
    check('types: server, console, tests', 'typescript/bin/tsc', '--noEmit', '-p', '.'),
  ];
  for (const result of checks) tell(await result);
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
    if (signal === 'SIGTERM' || !process.stdin.isTTY) for (const child of underway) child.kill(signal);
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
