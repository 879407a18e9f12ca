import { mkdirSync } from 'node:fs';
import { loadConfig } from '../config.js';
import { createDesk } from '../create-desk.js';
import { createPino, Logger } from '../platform/logger/index.js';
import { provideDeskMember } from './cluster/desk-member.js';
import type { Member } from './cluster/member.js';
import { provideProxy } from './cluster/proxy.js';
import { provideRedis } from './cluster/redis.js';
import { findProgram } from './embedded/find-program.js';
import { welcome } from './local-stack/demo.js';
import type { Departure } from './local-stack/departure.js';
import { clusterFolder, layFoundation } from './local-stack/foundation.js';
import { runUntilAskedToEnd, type Step } from './local-stack/run.js';

/**
 * Runs the desk as several processes on this machine until it is asked to end: nginx before two web processes, a worker,
 * Redis between them. PORT is nginx's. REDIS_URL, when set, stands for a Redis of one's own.
 * @param step shows what is being done
 * @returns the exit code
 */
export function run({ step }: { step: Step }): Promise<number> {
  return runUntilAskedToEnd((departure) => start(step, departure));
}

async function start(step: Step, departure: Departure): Promise<void> {
  const redisServer = process.env.REDIS_URL ? undefined : findProgram('redis-server', 'redis-server');
  const nginx = findProgram('nginx', 'nginx-light');
  const foundation = await layFoundation(step, departure);
  const { config, dataFolder } = foundation;
  const folder = clusterFolder(dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const members: Member[] = [];
  const stopMembers = () => Promise.all(members.map((member) => member.stop())).then(() => undefined);

  let redisUrl = config.redisUrl;
  if (redisServer) {
    const redis = await step('启动 Redis start Redis', () => provideRedis(departure, redisServer, folder));
    departure.afterwards(redis.member.stop, redis.member.stop);
    redisUrl = redis.url;
  }
  const desk = process.env.PUBLIC_URL ? config.publicUrl : `http://${config.host}:${config.port}`;
  const variables: Record<string, string> = {
    ...foundation.variables,
    REDIS_URL: redisUrl ?? '',
    PUBLIC_URL: desk,
    DATA_DIR: dataFolder,
    TRUSTED_PROXIES: [foundation.variables.TRUSTED_PROXIES, '127.0.0.1'].filter(Boolean).join(','),
  };
  departure.afterwards(stopMembers, stopMembers);
  const provide = async (name: string, role: 'web' | 'worker') => {
    const member = await provideDeskMember(departure, { name, role, folder }, variables);
    members.push(member);
    return member;
  };
  const webs = await step('启动服务 start the desk: two web processes, a worker', async () => {
    const [first, second] = await Promise.all([
      provide('web-1', 'web'),
      provide('web-2', 'web'),
      provide('worker', 'worker'),
    ]);
    return [first.url, second.url];
  });
  departure.checkpoint();
  const { host, port } = config;
  const proxy = await step('启动代理 start nginx', () => provideProxy(departure, nginx, { folder, host, port, webs }));
  departure.afterwards(proxy.stop, proxy.stop);

  // The demo is filled in by a desk that listens to nobody, and leaves the search to the others.
  const handConfig = loadConfig({ ...variables, ROLE: 'web', MEILI_URL: '' });
  const hand = await createDesk(handConfig, new Logger(createPino(handConfig.logLevel)));
  try {
    await hand.init();
    await welcome(step, departure, foundation, desk, { get: (type) => hand.get(type, { strict: false }) });
    for (const { name, pid, logFile } of [...members, proxy])
      console.log(`  ${name.padEnd(7)} ${String(pid()).padEnd(8)} ${logFile}`);
  } finally {
    await hand.close();
  }
}
