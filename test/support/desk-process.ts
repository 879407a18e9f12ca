import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../src/cli/embedded/free-port.js';
import { waitUntil } from '../../src/cli/embedded/process-end.js';
import { CONFIG_VARIABLES } from '../../src/config.js';

/** A first start fills the demo, which takes its time on a busy machine. */
const START_MILLISECONDS = 180_000;

/** A .env of the clone, or the shell, may name services of the developer's own, which tests must not touch. */
const NOT_SET = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, '']));

/** Where one desk of a test lives: its data and its ports. */
export interface DeskHome {
  dataFolder: string;
  port: number;
  demoPort: number;
  remove(): void;
}

export async function deskHome(): Promise<DeskHome> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'porchlight-desk-'));
  const [port, demoPort] = [await freePort(), await freePort()];
  return { dataFolder, port, demoPort, remove: () => rmSync(dataFolder, { recursive: true, force: true }) };
}

/** The whole desk, as `npm start` starts it. */
export interface DeskProcess {
  /** Resolves when its banner stands; rejects with what it said when it ended instead. */
  ready(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Resolves with the exit code when it has ended; null when a signal ended it. */
  ended: Promise<number | null>;
  /** All it has said so far. */
  output(): string;
}

export function startDesk(
  { dataFolder, port, demoPort }: DeskHome,
  { env = {}, command = [process.execPath, 'src/cli/start.mjs'] }: { env?: NodeJS.ProcessEnv; command?: string[] } = {},
): DeskProcess {
  const [program = '', ...args] = command;
  const child: ChildProcess = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...NOT_SET, PORT: String(port), DEMO_PORT: String(demoPort), DATA_DIR: dataFolder, ...env },
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  let over = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      over = true;
      resolve(code);
    });
  });
  return {
    ready: async () => {
      // The banner comes last of all, after the demo content.
      const stands = await waitUntil(() => over || output.includes('is ready'), START_MILLISECONDS);
      if (!stands || over) throw new Error(`the desk did not start\n${output}`);
    },
    signal: (signal) => child.kill(signal),
    ended,
    output: () => output,
  };
}

/** Command lines of all processes that mention this folder: the engines of a desk (Linux). */
export function processesOn(dataFolder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((line) => line.includes(dataFolder));
}
