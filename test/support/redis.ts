import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '../../src/cli/embedded/free-port.js';
import { waitUntil } from '../../src/cli/embedded/process-end.js';

export interface TestRedis {
  url: string;
  /** Of its process; another one after each start. */
  readonly pid: number;
  /** As when its machine dies: what it knew is gone. */
  kill(): Promise<void>;
  /** Again on the same port, empty. */
  start(): Promise<void>;
}

/** A Redis of one's own that keeps nothing on disk. @param program from `describeWith('redis', …)` */
export async function startTestRedis(program: string): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess;
  const start = async () => {
    const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn(program, [...options, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
    if (!(await waitUntil(() => listens(port), 10_000))) throw new Error('redis did not start');
  };
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    get pid() {
      return child.pid ?? 0;
    },
    kill,
    start,
  };
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
