import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import pg from 'pg';

export interface Machine {
  cpus: string;
  memory: string;
  system: string;
  node: string;
  postgres: string;
  /** Settings that decide what an ack is worth. */
  durability: string;
  commit: string;
}

/** @param url of any database of the engine that is measured. @throws when it would not be durable */
export async function describeMachine(url?: string): Promise<Machine> {
  const database = url ? await describeDatabase(url) : { postgres: 'none', durability: 'none' };
  return {
    cpus: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${(totalmem() / 1024 ** 3).toFixed(0)} GiB`,
    system: `${type()} ${release()}`,
    node: process.version,
    ...database,
    commit: commit(),
  };
}

async function describeDatabase(url: string): Promise<Pick<Machine, 'postgres' | 'durability'>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const show = async (name: string) => String(Object.values((await client.query(`SHOW ${name}`)).rows[0] ?? {})[0]);
    const settings = { fsync: await show('fsync'), synchronous_commit: await show('synchronous_commit') };
    if (settings.fsync !== 'on' || settings.synchronous_commit !== 'on')
      throw new Error(`the engine is not durable: ${JSON.stringify(settings)}`);
    const durability = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
    return { postgres: await show('server_version'), durability: durability.join(' ') };
  } finally {
    await client.end();
  }
}

function commit(): string {
  try {
    const version = (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
    const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: 'pipe' }).trim();
    return `${version} ${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', 'src') ? ' (changed)' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** How many processes wanted a core over the last minute. */
export const load = (): number => Math.round((loadavg()[0] ?? 0) * 100) / 100;
