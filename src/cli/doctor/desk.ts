import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { type Config, ConfigError, type Given, loadConfig } from '../../config.js';
import { applicationUrl } from '../local-stack/database.js';
import { loadSecrets } from '../local-stack/secrets.js';
import { configOf, runsAt } from '../tools/desk-at-hand.js';
import type { Examined } from './check.js';

const PATIENCE_MILLISECONDS = 4_000;

/** Finds the desk without starting or changing anything. */
export function findDesk(given: Given): { desk: Examined; close(): Promise<void> } {
  const dataFolder = resolve(given.variables.DATA_DIR || '.data');
  const { config, problems, local } = configured(given, dataFolder);
  let pool: pg.Pool | undefined;
  return {
    desk: { given, config, problems, dataFolder, local, database: () => (pool ??= openPool(config?.database.url)) },
    close: async () => {
      await pool?.end();
    },
  };
}

function configured(given: Given, dataFolder: string): Pick<Examined, 'config' | 'problems' | 'local'> {
  const own = given.variables.DATABASE_URL || given.variables.DATABASE_URL_FILE;
  const kept = !own && existsSync(join(dataFolder, 'secrets.json'));
  const local = kept ? (runsAt(dataFolder) ? 'running' : 'stopped') : 'no';
  try {
    return {
      config: kept ? keptConfig(given, dataFolder, local === 'running') : loadConfig(given.variables),
      problems: [],
      local,
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const problems = error.problems.length > 0 ? error.problems : [['SECRET_KEY', error.message] as const];
    return { config: undefined, problems, local };
  }
}

/** As `npm start` runs it. */
function keptConfig(given: Given, dataFolder: string, running: boolean): Config {
  const secrets = loadSecrets(dataFolder);
  return configOf(given, secrets, applicationUrl(secrets), running ? secrets.meilisearchUrl : undefined);
}

function openPool(url: string | undefined): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'porchlight-doctor',
    max: 4,
    connectionTimeoutMillis: PATIENCE_MILLISECONDS,
    statement_timeout: PATIENCE_MILLISECONDS,
    query_timeout: PATIENCE_MILLISECONDS,
  });
  // One that is cut off fails in the query that it interrupts.
  pool.on('error', () => undefined);
  return pool;
}
