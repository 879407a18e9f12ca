import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../src/cli/embedded/free-port.js';
import { waitUntil } from '../../src/cli/embedded/process-end.js';
import { APPLICATION_ROLE } from './database.js';

const ROOT = process.cwd();
const SERVER = join(ROOT, 'dist/src/main.js');

/** The built server as a process of its own, for tests that kill it. */
export interface ServerProcess {
  /** The same after every restart. */
  url: string;
  pid(): number;
  /** As a power cut: no chance to finish anything. Resolves when it is gone. */
  killHard(): Promise<void>;
  /** SIGTERM. Resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Starts it again on the same port and database; resolves when it is ready. */
  start(): Promise<void>;
}

/**
 * Starts the server and waits until it is ready.
 * @param databaseUrl of a test database, as the role porchlight
 * @param env more of the environment, see src/config.ts
 */
export async function startServerProcess(
  databaseUrl: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  if (!existsSync(SERVER)) throw new Error('the server is not built: npm run build:server');
  if (new URL(databaseUrl).username !== APPLICATION_ROLE) throw new Error('give the url of the application role');
  const port = env.PORT ?? String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess;
  let output = '';
  let ended: Promise<number | null>;

  const start = async () => {
    output = '';
    child = spawn(process.execPath, [SERVER], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'test',
        LOG_LEVEL: 'error',
        DATABASE_URL: databaseUrl,
        ...env,
        PORT: port,
      },
    });
    ended = new Promise((resolve) => child.once('close', resolve));
    const keep = (chunk: Buffer) => {
      output = (output + chunk).slice(-8_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const ready = await waitUntil(() => child.exitCode !== null || isReady(url), 30_000);
    if (!ready || child.exitCode !== null) {
      child.kill('SIGKILL');
      throw new Error(`the server did not become ready (exit code ${child.exitCode})\n${output}`);
    }
  };
  const endBy = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  await start();
  return {
    url,
    pid: () => child.pid ?? 0,
    killHard: async () => {
      await endBy('SIGKILL');
    },
    stop: () => endBy('SIGTERM'),
    start,
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
