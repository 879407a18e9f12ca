import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { ALL_VARIABLES, type Config, hintsOn, loadConfig, over, readEnvironment } from '../../config.js';
import { endLeftovers } from '../embedded/leftovers.js';
import { migrate, provideDatabase } from './database.js';
import type { Departure } from './departure.js';
import { markFormat, requireKnownFormat } from './folder-format.js';
import { lockDataFolder } from './instance-lock.js';
import { demoShopPort, requireFreePorts } from './ports.js';
import { report, type Step } from './run.js';
import { loadSecrets } from './secrets.js';
import { provideMeilisearch, providePostgres } from './services.js';

export interface Foundation {
  config: Config;
  /** What `config` was made of, for processes of their own. */
  variables: Record<string, string>;
  /** Absolute. */
  dataFolder: string;
  demoPort: number;
}

/** Where processes of a cluster leave their marks. */
export const clusterFolder = (dataFolder: string) => join(dataFolder, 'cluster');

/**
 * What a desk on one machine stands on: its data folder, PostgreSQL and Meilisearch below it, the schema.
 * DATABASE_URL and MEILI_URL, when set, stand for services of one's own, which are then not started.
 * @throws Refusal or ConfigError in words for the operator
 */
export async function layFoundation(step: Step, departure: Departure): Promise<Foundation> {
  const { variables, origins } = readEnvironment();
  for (const hint of hintsOn(origins, ALL_VARIABLES)) console.warn(hint);
  Object.assign(process.env, variables);
  // A look at the variables before anything is started; the address of the database and the folder's own key follow below.
  const unknown = { DATABASE_URL: 'postgres://localhost', SECRET_KEY: randomBytes(32).toString('base64url') };
  const wish = loadConfig(over(unknown, environment()));
  const dataFolder = resolve(wish.dataDir);
  requireKnownFormat(dataFolder);
  const lock = await lockDataFolder(dataFolder);
  departure.afterwards(lock.release);
  departure.requested.then(lock.announceClosing, report);
  await endLeftovers(clusterFolder(dataFolder));
  const demoPort = await demoShopPort();
  await requireFreePorts(wish.host, { PORT: wish.port, ...(wish.demo ? { DEMO_PORT: demoPort } : {}) });
  const secrets = loadSecrets(dataFolder);
  markFormat(dataFolder);
  const provided: Record<string, string> = { SECRET_KEY: secrets.secretKey };

  if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
    await step('启动数据库 start PostgreSQL', async () => {
      provided.DATABASE_URL = await provideDatabase(await providePostgres(dataFolder, secrets, departure));
    });
    departure.checkpoint();
  }
  if (!process.env.MEILI_URL) {
    await step('启动搜索 start the search', async (note) => {
      const meilisearch = await provideMeilisearch(dataFolder, secrets, departure);
      if (typeof meilisearch === 'string') return note(`${meilisearch}; the built-in search serves`);
      Object.assign(provided, { MEILI_URL: meilisearch.url, MEILI_KEY: secrets.meilisearchKey });
    });
    departure.checkpoint();
  }
  const own = environment();
  // The desk asks the demo shop for its cards, and it is on this very machine.
  if (wish.demo) own.FETCH_ALLOWED_HOSTS = [own.FETCH_ALLOWED_HOSTS, `127.0.0.1:${demoPort}`].filter(Boolean).join(',');
  const all = over(provided, own);
  const config = loadConfig(all);
  await step('更新表结构 migrate the database', async (note) => {
    note(`${await migrate(config)} new`);
  });
  departure.checkpoint();
  return { config, variables: all, dataFolder, demoPort };
}

/** The operator's variables over what suits a desk on one machine. Empty ones count as not set. */
function environment(): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return { DEMO: 'true', LOG_LEVEL: 'warn', ...Object.fromEntries(own) };
}
