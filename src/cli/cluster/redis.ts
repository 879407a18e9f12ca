import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from '../embedded/free-port.js';
import { giveTo, serviceAccount } from '../embedded/service-account.js';
import { startService } from '../embedded/service-process.js';
import type { Departure } from '../local-stack/departure.js';
import { keepMember, logOf, type Member } from './member.js';

/**
 * Redis below the data folder, on 127.0.0.1 alone, with a password of this start.
 * @param program path of redis-server
 * @param folder of the cluster, absolute
 */
export async function provideRedis(
  departure: Departure,
  program: string,
  folder: string,
): Promise<{ url: string; member: Member }> {
  const data = join(folder, 'redis');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const account = serviceAccount([data, program]);
  const port = await freePort();
  const password = randomBytes(24).toString('base64url');
  const configuration = join(data, 'redis.conf');
  // Not as arguments, which everybody on the machine could read.
  const lines = [
    ...['bind 127.0.0.1', `port ${port}`, `requirepass ${password}`, `dir ${JSON.stringify(data)}`],
    ...['appendonly yes', 'save ""', 'maxmemory-policy noeviction', 'daemonize no'],
  ];
  writeFileSync(configuration, `${lines.join('\n')}\n`, { mode: 0o600 });
  giveTo(account, data);
  giveTo(account, configuration);
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const plan = { name: 'redis', folder };
  const member = await keepMember(departure, {
    ...plan,
    start: () => startService(account, program, [configuration], logOf(plan)),
    isReady: () => answers(url),
  });
  return { url, member };
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null, connectTimeout: 1_000 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
