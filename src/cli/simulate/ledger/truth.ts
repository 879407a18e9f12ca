import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world.js';
import { databaseTruth, type Truth } from './database-truth.js';
import { deskTruth } from './desk-truth.js';

/** The database where there is a way to it, else what the desk tells its own staff. */
export async function openTruth(world: World): Promise<Truth> {
  const url = world.options.databaseUrl ?? process.env.DATABASE_URL ?? localDatabase(world.options.dataDir);
  return url ? await databaseTruth(url) : await deskTruth(world);
}

/** Of a desk that `npm start` runs from this folder. */
function localDatabase(dataFolder: string): string | undefined {
  const file = join(dataFolder, 'secrets.json');
  if (!existsSync(file)) return undefined;
  const { postgresPassword, postgresPort } = JSON.parse(readFileSync(file, 'utf8')) as {
    postgresPassword: string;
    postgresPort?: number;
  };
  return postgresPort
    ? `postgres://porchlight:${encodeURIComponent(postgresPassword)}@127.0.0.1:${postgresPort}/porchlight`
    : undefined;
}
