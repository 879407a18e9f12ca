import { randomUUID } from 'node:crypto';
import { mkdir, statfs } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Redis } from 'ioredis';
import { compareSearchIndexes, type IndexDifferences } from '../../../help-center/index.js';
import { openTransport } from '../../../platform/mail/index.js';
import { createMeilisearch } from '../../../platform/search/index.js';
import { createStorage } from '../../../platform/storage/index.js';
import { bytes } from '../../tools/figures.js';
import { type Check, type Finding, failing, ok, warning } from '../check.js';

const OLDEST_REDIS = 7;

export const redis: Check = {
  id: 'redis',
  title: { zh: 'Redis', en: 'Redis' },
  look: async ({ config }) => {
    if (!config.redisUrl) return [ok('未使用：单进程运行', 'not used: one process does everything')];
    const client = new Redis(config.redisUrl, { lazyConnect: true, retryStrategy: null, connectTimeout: 4_000 });
    // The reason comes with the call that fails.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const info = await client.info();
      const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
      return [...redisFindings(field)];
    } finally {
      client.disconnect();
    }
  },
};

function* redisFindings(field: (name: string) => string): Iterable<Finding> {
  const version = field('redis_version');
  if (Number.parseInt(version, 10) < OLDEST_REDIS)
    yield failing(
      [`Redis ${version} 太旧`, `Redis ${version} is too old`],
      ['升级到 7 或更新', 'upgrade it to 7 or newer'],
    );
  else
    yield ok(
      `Redis ${version}，已用 ${field('used_memory_human')}`,
      `Redis ${version}, ${field('used_memory_human')} used`,
    );
  const policy = field('maxmemory_policy');
  if (policy !== 'noeviction')
    yield failing(
      [
        `maxmemory-policy 是 ${policy}：内存满时会丢任务`,
        `maxmemory-policy is ${policy}: it drops jobs when memory is short`,
      ],
      ['设置 maxmemory-policy noeviction', 'set maxmemory-policy noeviction'],
    );
  if (field('aof_enabled') !== '1')
    yield warning(
      [
        '未启用 AOF：重启后任务要由数据库重新生成',
        'no AOF: after a restart of Redis jobs are made again from the database',
      ],
      ['设置 appendonly yes', 'set appendonly yes'],
    );
}

/** Signs in at the mail server, and sends nothing. */
export const mail: Check = {
  id: 'mail',
  title: { zh: '邮件', en: 'Mail' },
  look: async ({ config, database: pool }) => {
    if (!config.mail) return [ok('未配置，不发邮件（SMTP_URL）', 'off: no SMTP_URL, no mail')];
    const transport = openTransport(config.mail);
    await transport.verify().finally(() => transport.close());
    const { rows } = await pool().query<{ waiting: number; failed: number }>(
      `SELECT count(*) FILTER (WHERE state IN ('queued', 'sending') AND tries > 0)::int AS waiting,
              count(*) FILTER (WHERE state = 'failed' AND created_at > desk_now() - interval '1 day')::int AS failed FROM mails`,
    );
    const { waiting = 0, failed = 0 } = rows[0] ?? {};
    const says = [
      `${new URL(config.mail.url).host} 可用，发件人 ${config.mail.from.address}；重试中 ${waiting} 封，一天内失败 ${failed} 封`,
      `${new URL(config.mail.url).host} takes mail from ${config.mail.from.address}; ${waiting} being tried again, ${failed} failed within a day`,
    ] as [string, string];
    if (waiting + failed === 0) return [ok(...says)];
    return [warning(says, ['原因见数据表 mails 的 answer', 'the column answer of the table mails says why'])];
  },
};

export const search: Check = {
  id: 'search',
  title: { zh: '搜索', en: 'Search' },
  look: async ({ config, database: pool, local }) => {
    if (!config.search)
      return local === 'stopped'
        ? [ok('npm start 未运行，搜索随之停止', 'stopped, as npm start is')]
        : [ok('使用内置搜索', 'the built-in search serves')];
    const engine = createMeilisearch(config.search);
    const { pkgVersion } = await engine.getVersion();
    const source = {
      query: async <Row extends object>(text: string, values?: unknown[]) =>
        (await pool().query<Row>(text, values)).rows,
    };
    const looked = await compareSearchIndexes(config.search, source);
    return [ok(`Meilisearch ${pkgVersion}`, `Meilisearch ${pkgVersion}`), ...looked.map(indexFinding)];
  },
};

function indexFinding({ index, exists, expected, missing, stale, foreign }: IndexDifferences): Finding {
  if (missing.length + stale.length + foreign.length === 0 && exists)
    return ok(`${index}：${expected} 篇，与数据库一致`, `${index}: ${expected} texts, as in the database`);
  return warning(
    exists
      ? [
          `${index}：应有 ${expected} 篇，缺 ${missing.length}，过时 ${stale.length}，多出 ${foreign.length}`,
          `${index}: ${expected} texts expected; ${missing.length} missing, ${stale.length} stale, ${foreign.length} that do not belong there`,
        ]
      : [`${index} 不存在，应有 ${expected} 篇`, `${index} does not exist; ${expected} texts expected`],
    [
      '服务会在几分钟内自行修复；现在就修：npm run search-index -- mend',
      'the desk mends it within minutes; at once: npm run search-index -- mend',
    ],
  );
}

/** Writes, reads and removes a file of its own. */
export const storage: Check = {
  id: 'storage',
  title: { zh: '文件存储', en: 'Files' },
  look: async ({ config }) => {
    const store = createStorage(config);
    const key = `doctor/${randomUUID()}`;
    await store.put(key, Buffer.from(key), 'text/plain');
    const read = await text(await store.get(key)).finally(() => store.delete(key));
    const where = config.s3 ? `${new URL(config.s3.endpoint).host}/${config.s3.bucket}` : `${config.dataDir}/files`;
    if (read === key) return [ok(`${where} 可读写`, `${where} can be written and read`)];
    return [
      failing(
        [`${where} 读到的与写入的不同`, `${where} gives back what was not written`],
        ['检查存储', 'look at the store'],
      ),
    ];
  },
};

const SHORT_BYTES = 2e9;
const FULL_BYTES = 500e6;

export const disk: Check = {
  id: 'disk',
  title: { zh: '磁盘', en: 'Disk' },
  look: async ({ dataFolder, config, local }) => {
    if (config.s3 && local === 'no') return [ok('数据不在本机', 'nothing of the desk is kept on this machine')];
    await mkdir(dataFolder, { recursive: true });
    const { bavail, blocks, bsize } = await statfs(dataFolder);
    const [free, all] = [bavail * bsize, blocks * bsize];
    const says = [
      `${dataFolder}：剩余 ${bytes(free)}，共 ${bytes(all)}`,
      `${dataFolder}: ${bytes(free)} of ${bytes(all)} free`,
    ] as [string, string];
    const fix = ['清理磁盘，或把 DATA_DIR 移到更大的盘', 'make room, or move DATA_DIR to a larger disk'] as [
      string,
      string,
    ];
    if (free < FULL_BYTES) return [failing(says, fix)];
    return [free < SHORT_BYTES || free < all * 0.05 ? warning(says, fix) : ok(...says)];
  },
};
