import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { freePort } from '../../../src/cli/embedded/free-port.js';
import { waitUntil } from '../../../src/cli/embedded/process-end.js';
import type { Flag } from './options.js';

export const SECRET_KEY = randomBytes(32).toString('base64');
const READY_MILLISECONDS = 60_000;

export interface Product {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export const PROFILE: Flag = {
  name: 'profile',
  about: '1 writes a CPU profile of the server into .data/bench; it is slower then',
  minimum: 0,
  maximum: 1,
};

/**
 * The built server as it runs in earnest: one process, everything on. Only what keeps one person from writing a thousand
 * messages a second is set out of the way.
 */
export async function startProduct(
  databaseUrl: string,
  { env = {}, profile = false, flags = [] }: { env?: Record<string, string>; profile?: boolean; flags?: string[] } = {},
): Promise<Product> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child: ChildProcess = spawn(
    process.execPath,
    [...flags, ...(profile ? ['--cpu-prof', '--cpu-prof-dir=.data/bench'] : []), 'dist/src/main.js'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        PATH: process.env.PATH,
        DATABASE_URL: databaseUrl,
        DATA_DIR: '.data/bench',
        LOG_LEVEL: 'warn',
        PORT: String(port),
        SECRET_KEY,
        SOCKET_EVENTS_PER_10_SECONDS: '1000000',
        ...env,
      },
    },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  const ready = await waitUntil(() => child.exitCode !== null || isReady(url), READY_MILLISECONDS);
  if (!ready || child.exitCode !== null) {
    killed();
    throw new Error('the server did not become ready');
  }
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', killed);
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
