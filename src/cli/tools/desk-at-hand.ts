import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ALL_VARIABLES, type Config, type Given, hintsOn, loadConfig, over, readEnvironment } from '../../config.js';
import { startPostgres } from '../embedded/postgres.js';
import { isRunning, readIdentity } from '../embedded/process-identity.js';
import { Refusal } from '../embedded/refusal.js';
import { applicationUrl, provideDatabase } from '../local-stack/database.js';
import { requireKnownFormat } from '../local-stack/folder-format.js';
import { lockDataFolder } from '../local-stack/instance-lock.js';
import { loadSecrets, type Secrets } from '../local-stack/secrets.js';

/** The desk that a tool of the operator is about. */
export interface DeskAtHand {
  config: Config;
  /** Stops what was started for the tool alone. */
  close(): Promise<void>;
}

/**
 * Finds the desk as its server would: by DATABASE_URL; else the one that `npm start` keeps in the data folder, whose database
 * is started for as long as the tool works when nobody runs it.
 * @param make whether a data folder may be made where there is none yet
 */
export async function deskAtHand({ make = false }: { make?: boolean } = {}): Promise<DeskAtHand> {
  const given = readEnvironment();
  for (const hint of hintsOn(given.origins, ALL_VARIABLES)) console.error(hint);
  if (given.variables.DATABASE_URL || given.variables.DATABASE_URL_FILE)
    return { config: loadConfig(given.variables), close: async () => undefined };
  const dataFolder = resolve(given.variables.DATA_DIR || '.data');
  requireKnownFormat(dataFolder);
  if (!make && !existsSync(join(dataFolder, 'secrets.json')))
    throw new Refusal(`There is no desk in ${dataFolder}`, 'set DATABASE_URL, or DATA_DIR to the folder of npm start');
  if (runsAt(dataFolder)) {
    const secrets = loadSecrets(dataFolder);
    const config = configOf(given, secrets, applicationUrl(secrets), secrets.meilisearchUrl);
    return { config, close: async () => undefined };
  }
  return await withOwnDatabase(given, dataFolder);
}

/** Whether an `npm start` is at work on this data folder. */
export function runsAt(dataFolder: string): boolean {
  const holder = readIdentity(join(dataFolder, 'porchlight.lock'));
  return holder !== undefined && isRunning(holder);
}

/**
 * What the server would be told, by the same rules as `npm start` has.
 * @param meilisearchUrl where the one of `npm start` listens, if it runs
 */
export function configOf({ variables }: Given, secrets: Secrets, databaseUrl: string, meilisearchUrl?: string): Config {
  const set = Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const own = Object.fromEntries(set);
  const search: Record<string, string> = meilisearchUrl
    ? { MEILI_URL: meilisearchUrl, MEILI_KEY: secrets.meilisearchKey }
    : {};
  const provided: Record<string, string> = {
    DEMO: 'true',
    LOG_LEVEL: 'warn',
    ...search,
    SECRET_KEY: secrets.secretKey,
  };
  return loadConfig({ ...over(provided, own), DATABASE_URL: databaseUrl });
}

async function withOwnDatabase(given: Given, dataFolder: string): Promise<DeskAtHand> {
  const lock = await lockDataFolder(dataFolder);
  try {
    const secrets = loadSecrets(dataFolder);
    const postgres = await startPostgres({
      dataDirectory: join(dataFolder, 'postgres'),
      superuserPassword: secrets.postgresPassword,
      preferredPort: secrets.postgresPort,
    });
    const close = async () => {
      await postgres.stop();
      lock.release();
    };
    process.once('exit', postgres.abandon);
    const url = await provideDatabase(postgres.superuserUrl('postgres'));
    return { config: configOf(given, secrets, url), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}
