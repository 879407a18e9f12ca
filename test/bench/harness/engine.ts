import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import pg from 'pg';
import { readPostmasterFile } from '../../../src/cli/embedded/postgres-leftover.js';
import { migrate, provideDatabase } from '../../../src/cli/local-stack/database.js';
import { startTestPostgres } from '../../support/postgres.js';
import type { Watched } from './usage.js';

/** The one PostgreSQL that both sides of a comparison use: the embedded one, as durable as it comes. */
export interface Engine {
  /** postgres:// of the product's database, migrated, as its own role. */
  productUrl: string;
  /** postgres:// of the bare limit's database, empty, as the same role. */
  bareUrl: string;
  process: Watched;
  /** The product's database, to fill it past its constraints. */
  superuserUrl: string;
  stop(): Promise<void>;
}

const FOLDER = '.data/bench';
const BARE = 'bare';

/**
 * Its data lies on the same disk as a desk's would, and goes when it stops.
 * @param settings of PostgreSQL that a measurement needs
 */
export async function startEngine(settings: Readonly<Record<string, string>> = {}): Promise<Engine> {
  mkdirSync(FOLDER, { recursive: true });
  const postgres = await startTestPostgres({
    parent: join(process.cwd(), FOLDER),
    settings: { max_connections: '200', ...settings },
  });
  try {
    const productUrl = await provideDatabase(postgres.superuserUrl('postgres'));
    await migrate({ database: { url: productUrl, poolSize: 2 } });
    const bareUrl = new URL(productUrl);
    bareUrl.pathname = `/${BARE}`;
    await withClient(postgres.superuserUrl('postgres'), (client) =>
      client.query(`CREATE DATABASE ${BARE} OWNER ${bareUrl.username}`),
    );
    return {
      productUrl,
      bareUrl: bareUrl.href,
      process: { name: 'PostgreSQL', pid: readPostmasterFile(postgres.folder)?.pid ?? 0, withChildren: true },
      superuserUrl: postgres.superuserUrl(new URL(productUrl).pathname.slice(1)),
      stop: postgres.stop,
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** A connection for this piece of work. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A moment for what the round before has left to do: sockets to close, pages to write. */
export const breathe = (): Promise<void> => rest(300);
