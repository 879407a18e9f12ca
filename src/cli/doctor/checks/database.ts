import { openDataSource } from '../../../database.js';
import { connectionsBehind, schemaState } from '../../../platform/db/index.js';
import { type Check, type Finding, failing, ok, warning } from '../check.js';

const OLDEST = 160_000;
/** Beside the pool: jobs and their listeners. */
const JOB_CONNECTIONS = 17;

interface Facts {
  version: string;
  number: number;
  encoding: string;
  chinese: boolean;
  fsync: string;
  commit: string;
  max: number;
  reserved: number;
  used: number;
  may_create: boolean;
  name: string;
  role: string;
}

/** Whether PostgreSQL is one on which an acknowledged message is safe and a Chinese word can be found. */
export const database: Check = {
  id: 'database',
  title: { zh: '数据库', en: 'PostgreSQL' },
  look: async ({ config, database: pool }) => {
    const { poolSize } = config.database;
    const begun = performance.now();
    const { rows } = await pool().query<Facts>(
      `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
              pg_encoding_to_char(encoding) AS encoding, '货款' ~ '^[[:alpha:]]+$' AS chinese,
              current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
              current_setting('max_connections')::int AS max,
              current_setting('superuser_reserved_connections')::int AS reserved,
              (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS used,
              has_database_privilege(datname, 'CREATE') AS may_create, datname AS name, current_user AS role
         FROM pg_database WHERE datname = current_database()`,
    );
    const facts = rows[0] as Facts;
    const took = Math.round(performance.now() - begun);
    return [
      ok(`PostgreSQL ${facts.version}，${took} 毫秒内应答`, `PostgreSQL ${facts.version} answers within ${took} ms`),
      ...faults(facts),
      ...connections(facts, poolSize + connectionsBehind(poolSize) + JOB_CONNECTIONS),
    ];
  },
};

function* faults(facts: Facts): Iterable<Finding> {
  if (facts.number < OLDEST)
    yield failing(
      [`PostgreSQL ${facts.version} 太旧`, `PostgreSQL ${facts.version} is too old`],
      ['升级到 16 或更新版本', 'upgrade it to 16 or newer'],
    );
  if (facts.encoding !== 'UTF8')
    yield failing(
      [`编码是 ${facts.encoding}，存不下中文`, `the encoding is ${facts.encoding}, which cannot hold Chinese`],
      ['新建 UTF8 数据库，再用备份恢复', "make a new one: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0"],
    );
  else if (!facts.chinese)
    yield failing(
      [
        '此数据库的区域设置不把汉字当作文字，中文搜索会落空',
        'its locale does not take Chinese characters for letters: searches for Chinese words find nothing',
      ],
      [
        "用 LOCALE 'C.UTF-8' 新建数据库，再用备份恢复",
        "make a new one with LOCALE 'C.UTF-8' TEMPLATE template0, and restore a backup into it",
      ],
    );
  if (facts.fsync !== 'on')
    yield failing(
      ['fsync 已关闭：断电会损坏数据', 'fsync is off: a power cut may destroy the data'],
      ['设置 fsync = on', 'set fsync = on'],
    );
  if (facts.commit === 'off')
    yield failing(
      [
        'synchronous_commit 已关闭：已确认的消息可能丢失',
        'synchronous_commit is off: an acknowledged message may be lost',
      ],
      ['设置 synchronous_commit = on', 'set synchronous_commit = on'],
    );
  if (!facts.may_create)
    yield warning(
      [
        `角色 ${facts.role} 不能建表结构：无法升级或恢复`,
        `the role ${facts.role} may not create schemas: no migration of jobs, no restore`,
      ],
      [`ALTER DATABASE ${facts.name} OWNER TO ${facts.role}`, `ALTER DATABASE ${facts.name} OWNER TO ${facts.role}`],
    );
}

function connections({ max, reserved, used }: Facts, needed: number): Finding[] {
  const left = max - reserved - used;
  const says = [`连接：${max} 个中已用 ${used}，剩余 ${left}`, `connections: ${used} of ${max} used, ${left} left`] as [
    string,
    string,
  ];
  if (left < 5)
    return [
      failing(says, [
        '提高 max_connections 或减小 DATABASE_POOL_SIZE',
        'raise max_connections, or lower DATABASE_POOL_SIZE',
      ]),
    ];
  if (left < needed)
    return [
      warning(says, [
        `再启动一个进程约需 ${needed} 个：提高 max_connections`,
        `another process takes up to ${needed}: raise max_connections before you start one`,
      ]),
    ];
  return [ok(...says)];
}

/** Whether this version fits to the schema. */
export const migrations: Check = {
  id: 'migrations',
  title: { zh: '表结构', en: 'Schema' },
  look: async ({ config, database: pool, local }) => {
    await pool().query('SELECT 1');
    const dataSource = await openDataSource({ database: { url: config.database.url, poolSize: 1 } }).initialize();
    const { unknown, pending, restoring } = await schemaState(dataSource).finally(() => dataSource.destroy());
    if (unknown.length > 0)
      return [
        failing(
          [
            `数据库由更新的版本升级过（${unknown.at(-1)}）`,
            `a newer version has migrated this database (${unknown.at(-1)})`,
          ],
          ['安装该版本或更新的版本', 'install that version or a newer one'],
        ),
      ];
    if (restoring) return [warning(['正在恢复备份', 'a restore is under way'], ['等待它完成', 'wait for it to end'])];
    if (pending.length > 0)
      return [
        failing(
          [
            `缺少 ${pending.length} 项迁移，从 ${pending[0]} 起`,
            `${pending.length} migrations are missing, from ${pending[0]} on`,
          ],
          local === 'no'
            ? ['运行 npm run migrate', 'run npm run migrate']
            : ['npm start 会自动更新', 'npm start brings it up to date'],
        ),
      ];
    return [ok('与此版本一致', 'is that of this version')];
  },
};

/** All due times are on the database's clock; sessions and signatures on this process's. */
export const clock: Check = {
  id: 'clock',
  title: { zh: '时钟', en: 'Clocks' },
  look: async ({ database: pool }) => {
    const before = Date.now();
    const { rows } = await pool().query<{ at: string }>('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at');
    const after = Date.now();
    // What the way there and back took says nothing of the clocks.
    const at = Number(rows[0]?.at);
    const skew = Math.round(at < before ? at - before : at > after ? at - after : 0);
    const says = [`与数据库相差 ${skew} 毫秒`, `this machine and the database differ by ${skew} ms`] as [
      string,
      string,
    ];
    const fix = ['在两台机器上启用 NTP 对时', 'let both machines keep time by NTP'] as [string, string];
    if (Math.abs(skew) > 30_000) return [failing(says, fix)];
    return [Math.abs(skew) > 1_000 ? warning(says, fix) : ok(...says)];
  },
};
