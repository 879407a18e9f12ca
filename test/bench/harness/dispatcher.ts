/** The product's hand-out in a process of its own that does nothing else: no beat, no relay, no sockets. */
import 'reflect-metadata';
import { loadConfig } from '../../../src/config.js';
import { createDesk } from '../../../src/create-desk.js';
import { Database } from '../../../src/platform/db/index.js';
import { createPino, Logger } from '../../../src/platform/logger/index.js';
import { Assignment, Queue } from '../../../src/routing/index.js';
import { answerParent } from './helper-process.js';

async function startDesk() {
  // In a test environment nothing begins by itself.
  const config = loadConfig({
    NODE_ENV: 'test',
    DATABASE_URL: process.env.DATABASE_URL,
    DATABASE_POOL_SIZE: process.env.DATABASE_POOL_SIZE ?? '20',
    LOG_LEVEL: 'warn',
  });
  const desk = await createDesk(config, new Logger(createPino(config.logLevel)));
  await desk.init();
  const get = <T>(type: abstract new (...args: never[]) => T) => desk.get<T>(type as never, { strict: false });
  return { assignment: get(Assignment), queue: get(Queue), database: get(Database) };
}

const starting = startDesk();

answerParent({
  /** They stand in the queue. */
  enqueue: async (ticketIds: string[]) => {
    const { database, queue } = await starting;
    await database.transaction((tx) => queue.sync(tx, ...ticketIds));
  },
  /** Hands out all that waits. @returns how many were given, and in how many milliseconds */
  handOut: async (teamIds: string[]) => {
    const { assignment } = await starting;
    const began = performance.now();
    const given = await Promise.all(teamIds.map((teamId) => assignment.assignWaiting(teamId)));
    return { given: given.reduce((sum, count) => sum + count, 0), milliseconds: performance.now() - began };
  },
  /** So many hands that all claim from one team at once. @returns how many they were given */
  rush: async ({ teamId, claims }: { teamId: string; claims: number }) => {
    const { assignment } = await starting;
    const given = await Promise.all(Array.from({ length: claims }, () => assignment.assignWaiting(teamId)));
    return given.reduce((sum, count) => sum + count, 0);
  },
});
