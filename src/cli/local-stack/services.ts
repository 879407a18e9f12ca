import { join } from 'node:path';
import { type RunningMeilisearch, startMeilisearch } from '../embedded/meilisearch.js';
import { startPostgres } from '../embedded/postgres.js';
import type { Departure } from './departure.js';
import { type Secrets, saveSecrets } from './secrets.js';

/** How often PostgreSQL may die in one run: more than this is no accident, and somebody should look. */
const RESTARTS = 3;

/**
 * PostgreSQL below the data folder. When it dies it is started again on the same port, and the application reconnects.
 * @returns postgres:// as the superuser
 */
export async function providePostgres(dataFolder: string, secrets: Secrets, departure: Departure): Promise<string> {
  const start = (preferredPort?: number) =>
    startPostgres({
      dataDirectory: join(dataFolder, 'postgres'),
      superuserPassword: secrets.postgresPassword,
      preferredPort,
      settings: { max_connections: '200' },
    });
  let running = await start(secrets.postgresPort);
  const { port } = running;
  departure.afterwards(
    () => running.stop(),
    () => running.stopAtOnce(),
  );
  if (port !== secrets.postgresPort) saveSecrets(dataFolder, Object.assign(secrets, { postgresPort: port }));

  const watch = async () => {
    for (let restarts = 0; ; restarts++) {
      await running.ended;
      if (departure.isRequested) return;
      const log = join(dataFolder, 'postgres.log');
      if (restarts === RESTARTS) break;
      departure.say(`✗ PostgreSQL ended unexpectedly (see ${log}); starting it again`);
      running = await start(port);
      if (running.port !== port) break;
    }
    departure.say('✗ PostgreSQL cannot be kept running → look into its log, then npm start again');
    departure.request(1);
  };
  watch().catch((error) => {
    departure.say(`✗ ${error.message}`);
    departure.request(1);
  });
  return running.superuserUrl('postgres');
}

/** @returns where Meilisearch listens, or in words why the built-in search serves instead */
export async function provideMeilisearch(
  dataFolder: string,
  secrets: Secrets,
  departure: Departure,
): Promise<RunningMeilisearch | string> {
  const running = await startMeilisearch(join(dataFolder, 'meilisearch'), secrets.meilisearchKey);
  if (typeof running === 'string') return running;
  departure.afterwards(running.stop, running.stop);
  saveSecrets(dataFolder, Object.assign(secrets, { meilisearchUrl: running.url }));
  void running.ended.then(() => {
    if (!departure.isRequested) {
      departure.say(
        `✗ Meilisearch ended unexpectedly (see ${join(dataFolder, 'meilisearch.log')}); the built-in search serves now`,
      );
    }
  });
  return running;
}
