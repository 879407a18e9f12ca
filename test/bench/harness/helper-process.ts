import { type ChildProcess, fork } from 'node:child_process';

interface Question {
  id: number;
  verb: string;
  input: unknown;
}
interface Answer {
  id: number;
  output?: unknown;
  error?: string;
}

/** A program of the bench in a process of its own: a bare limit, or what makes the load. */
export interface HelperProcess {
  pid: number;
  /** @throws what the helper threw, or when it ended */
  ask<Output>(verb: string, input?: unknown): Promise<Output>;
  stop(): Promise<void>;
}

/** @param file of `dist/test/bench`, e.g. `limit/chat.js`. It must call {@link answerParent}. */
export function startHelper(
  file: string,
  { env = {}, flags = [] }: { env?: Record<string, string>; flags?: string[] } = {},
): HelperProcess {
  const child: ChildProcess = fork(new URL(`../${file}`, import.meta.url), {
    env: { PATH: process.env.PATH, ...env },
    execArgv: flags,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const waiting = new Map<number, { resolve(output: unknown): void; reject(error: Error): void }>();
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`${file} ended (${code})`));
      resolve();
    }),
  );
  child.on('message', ({ id, output, error }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(output);
    else asked?.reject(new Error(`${file}: ${error}`));
  });
  let next = 0;
  return {
    pid: child.pid ?? 0,
    ask: <Output>(verb: string, input?: unknown) =>
      new Promise<Output>((resolve, reject) => {
        next += 1;
        waiting.set(next, { resolve: resolve as (output: unknown) => void, reject });
        child.send({ id: next, verb, input } satisfies Question);
      }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** The helper's side: answers each verb, and ends with its parent. */
export function answerParent(verbs: Record<string, (input: never) => Promise<unknown>>): void {
  process.on('disconnect', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));
  process.on('SIGINT', () => undefined);
  process.on('message', ({ id, verb, input }: Question) => {
    const work = async () => await verbs[verb]?.(input as never);
    work().then(
      (output) => process.send?.({ id, output } satisfies Answer),
      (error: Error) => process.send?.({ id, error: error.stack ?? String(error) } satisfies Answer),
    );
  });
}
