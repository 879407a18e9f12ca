import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { freePort } from '../../../src/cli/embedded/free-port.js';
import { waitUntil } from '../../../src/cli/embedded/process-end.js';
import { residentBytes } from '../harness/usage.js';

export interface Started {
  /** From `npm start` to the first request that was answered. */
  seconds: number;
  /** Of the server, its demo at rest. */
  idleBytes: number;
}

const PATIENCE_MILLISECONDS = 300_000;
const SETTLE_MILLISECONDS = 8_000;

/** Starts the whole desk twice on a folder of its own, as people do: the first time fills it, the second is measured. */
export async function measureStart(say: (line: string) => void): Promise<Started> {
  const folder = mkdtempSync(join(process.cwd(), '.data/bench/desk-'));
  try {
    say('  npm start, for the first time (fills in the demo)');
    await (await start(folder)).stop();
    say('  npm start again');
    const { stop, pid, seconds } = await start(folder);
    await rest(SETTLE_MILLISECONDS);
    const idleBytes = residentBytes(pid);
    await stop();
    return { seconds, idleBytes };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(folder: string): Promise<{ seconds: number; pid: number; stop(): Promise<void> }> {
  const [port, demoPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const child: ChildProcess = spawn(process.execPath, ['src/cli/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: folder,
      PORT: String(port),
      DEMO_PORT: String(demoPort),
    },
  });
  let said = '';
  child.stdout?.on('data', (part: Buffer) => {
    said += part;
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const answers = await waitUntil(
    () => child.exitCode !== null || answered(`http://127.0.0.1:${port}/healthz`),
    PATIENCE_MILLISECONDS,
  );
  const seconds = (performance.now() - began) / 1_000;
  // Its banner comes last, after the demo content.
  const ready =
    answers && (await waitUntil(() => child.exitCode !== null || said.includes('is ready'), PATIENCE_MILLISECONDS));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  if (!ready || child.exitCode !== null) {
    await stop();
    throw new Error(`npm start did not come up\n${said}`);
  }
  return { seconds, pid: child.pid ?? 0, stop };
}

async function answered(url: string): Promise<boolean> {
  return await fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}
