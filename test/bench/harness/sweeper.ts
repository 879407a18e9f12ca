/** The product's sweep in a process of its own that does nothing else: no beat, no relay, no sockets. */
import 'reflect-metadata';
import { loadConfig } from '../../../src/config.js';
import { createDesk } from '../../../src/create-desk.js';
import { createPino, Logger } from '../../../src/platform/logger/index.js';
import { Sweep } from '../../../src/sla/index.js';
import { answerParent } from './helper-process.js';

async function startSweep(): Promise<Sweep> {
  // In a test environment nothing begins by itself.
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: process.env.DATABASE_URL, LOG_LEVEL: 'warn' });
  const desk = await createDesk(config, new Logger(createPino(config.logLevel)));
  await desk.init();
  return desk.get(Sweep, { strict: false });
}

const starting = startSweep();

answerParent({
  /** @returns how many rungs fired, and in how many milliseconds */
  sweep: async () => {
    const sweep = await starting;
    const began = performance.now();
    return { fired: await sweep.runOnce(), milliseconds: performance.now() - began };
  },
  /** @returns milliseconds of each round that finds nothing */
  idle: async (times: number) => {
    const sweep = await starting;
    const rounds: number[] = [];
    for (let round = 0; round < times; round += 1) {
      const began = performance.now();
      await sweep.runOnce();
      rounds.push(performance.now() - began);
    }
    return rounds;
  },
  /** @returns bytes that are in use once what nobody holds has been freed */
  held: async () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  },
});
