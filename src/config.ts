import { z } from 'zod';
import { BY_FILE, readFiles, type Variables } from './config/environment.js';
import { HOST_FIX, isHostAndPort, isProxy, PROXY_FIX } from './config/proxies.js';
import { address, fix, flag, listOf, mailbox, oneOf, secret, wholeNumber } from './config/values.js';

export { BY_FILE, type Given, over, readEnvironment } from './config/environment.js';
export { hintsOn } from './config/misspelt.js';

/** Known to everyone who reads the source, so good for a demo alone. */
export const DEMO_SECRET_KEY = 'porchlight-demo-secret-key-not-for-production';

const Environment = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production']).default('production'),
  ROLE: oneOf(['all', 'web', 'worker']).default('all'),
  HOST: z
    .string()
    .regex(/^[a-z0-9.:-]+$/i, { error: fix('write an address, e.g. 127.0.0.1', '请填写地址，例如 127.0.0.1') })
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(3000),
  PUBLIC_URL: address(
    /^https?$/,
    'write the address people open, e.g. https://desk.example',
    '请填写用户访问的地址，例如 https://desk.example',
  )
    .refine((value) => /^https?:\/\/[^/?#@]+\/?$/.test(value), {
      error: fix(
        'write it without a path, e.g. https://desk.example',
        '请只填写域名，不带路径，例如 https://desk.example',
      ),
    })
    .optional(),
  DATABASE_URL: address(
    /^postgres(ql)?$/,
    'write postgres://user:password@host:5432/porchlight',
    '请填写 postgres://用户:密码@主机:5432/porchlight',
  ),
  DATABASE_POOL_SIZE: wholeNumber(2, 200).default(20),
  REDIS_URL: address(/^rediss?$/, 'write redis://host:6379', '请填写 redis://主机:6379').optional(),
  MEILI_URL: address(/^https?$/, 'write http://host:7700', '请填写 http://主机:7700').optional(),
  MEILI_KEY: z.string().optional(),
  CONTACT_URL: address(
    /^https?$/,
    'write the page where merchants reach you, e.g. https://shop.example/support',
    '请填写商家联系您的页面，例如 https://shop.example/support',
  ).optional(),
  SMTP_URL: address(
    /^smtps?$/,
    'write smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465',
    '请填写 smtp://用户:密码@主机:587（STARTTLS）或 smtps://用户:密码@主机:465',
  ).optional(),
  MAIL_FROM: mailbox().optional(),
  MODEL_URL: address(
    /^https?$/,
    'write the base address of the API, e.g. https://model.example/v1',
    '请填写接口的基础地址，例如 https://model.example/v1',
  )
    .refine((value) => !/[?#@]/.test(value) && !/\/chat\/completions\/?$/.test(value), {
      error: fix(
        'write it up to /v1, without a key, a question mark or /chat/completions',
        '只写到 /v1，不带密钥、问号和 /chat/completions',
      ),
    })
    .optional(),
  MODEL_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,4096}$/, {
      error: fix('write the key alone, without spaces or quotes', '只填写密钥本身，不带空格和引号'),
    })
    .optional(),
  MODEL_NAME: z
    .string()
    .regex(/^[\w./:@+-]{1,200}$/, {
      error: fix('write the name that the API knows it by, e.g. qwen-plus', '请填写接口中的模型名，例如 qwen-plus'),
    })
    .optional(),
  MODEL_TIMEOUT_SECONDS: wholeNumber(1, 120).default(20),
  SECRET_KEY: secret().default(DEMO_SECRET_KEY),
  METRICS_TOKEN: secret().optional(),
  DEMO: flag,
  DATA_DIR: z.string().min(1).default('.data'),
  S3_ENDPOINT: address(/^https?$/, 'write https://s3.example', '请填写 https://s3.example').optional(),
  S3_BUCKET: z.string().optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  SOCKET_EVENTS_PER_10_SECONDS: wholeNumber(10, 1_000_000).default(100),
  TRUSTED_PROXIES: listOf(isProxy, PROXY_FIX),
  FETCH_ALLOWED_HOSTS: listOf(isHostAndPort, HOST_FIX),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** What is wrong between variables that may each be right by themselves. */
function* contradictions(given: Variables): Iterable<readonly [variable: string, fix: string]> {
  const { ROLE, NODE_ENV, DEMO, REDIS_URL, SECRET_KEY = DEMO_SECRET_KEY } = given;
  if ((ROLE === 'web' || ROLE === 'worker') && !REDIS_URL)
    yield [
      'REDIS_URL',
      fix(
        `ROLE=${ROLE} needs Redis between the processes: set it, or use ROLE=all`,
        `ROLE=${ROLE} 的进程之间需要 Redis：请设置，或改用 ROLE=all`,
      ),
    ];
  if (DEMO !== 'true' && NODE_ENV !== 'test' && SECRET_KEY === DEMO_SECRET_KEY)
    yield [
      'SECRET_KEY',
      fix(
        'set your own (openssl rand -base64 32); the built-in one works only with DEMO=true',
        '请设置自己的密钥（openssl rand -base64 32）；内置密钥只能用于 DEMO=true',
      ),
    ];
  for (const [name, ...others] of [
    ['SMTP_URL', 'MAIL_FROM'],
    ['MAIL_FROM', 'SMTP_URL'],
    ['MODEL_URL', 'MODEL_NAME', 'MODEL_KEY'],
    ['MODEL_NAME', 'MODEL_URL'],
  ] as const) {
    const other = others.find((one) => given[one]);
    if (!given[name] && other) yield [name, fix(`is required with ${other}`, `与 ${other} 必须一起设置`)];
  }
  const s3 = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const missing = s3.filter((name) => !given[name]);
  if (missing.length < s3.length)
    for (const name of missing)
      yield [name, fix('is required with the other S3_ variables', '与其他 S3_ 变量必须一起设置')];
}

/** Names of all variables that are read. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(Environment.shape);
/** … also by file, and by `npm start` alone. */
export const ALL_VARIABLES: readonly string[] = [
  ...CONFIG_VARIABLES,
  ...BY_FILE.map((name) => `${name}_FILE`),
  'DEMO_PORT',
];

export type Role = 'all' | 'web' | 'worker';
export type Config = Readonly<ReturnType<typeof shape>>;
/** Injection token of the one frozen {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** Every bad variable at once, each with its fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    message: string,
    readonly problems: readonly (readonly [variable: string, fix: string])[] = [],
  ) {
    super(message);
  }
}

/**
 * @throws ConfigError naming every variable that is wrong. Empty strings count as not set; `NAME_FILE` gives the value of a
 * secret by file.
 */
export function loadConfig(environment: Variables): Config {
  const { variables, problems } = readFiles(environment);
  const names = CONFIG_VARIABLES.filter((name) => variables[name]);
  const given = Object.fromEntries(names.map((name) => [name, variables[name]]));
  const result = Environment.safeParse(given);
  const wrong = (result.error?.issues ?? []).map((issue): readonly [string, string] => {
    const key = String(issue.path[0]);
    return [key, `${given[key] === undefined ? 'is required; ' : ''}${issue.message}`];
  });
  // Of a variable whose file is the trouble nothing more can be said.
  const unread = new Set(problems.map(([name]) => name.replace(/_FILE$/, '')));
  const all = [...problems, ...[...wrong, ...contradictions(given)].filter(([name]) => !unread.has(name))];
  if (!result.success || all.length > 0) {
    const lines = all.map(([name, problem]) => `  ${name}: ${problem}`);
    throw new ConfigError(
      `The configuration is not usable. Change these and start again · 配置有误，请修改后重新启动:\n${lines.join('\n')}`,
      all,
    );
  }
  return Object.freeze(shape(result.data));
}

function shape(env: z.output<typeof Environment>) {
  const publicUrl = (env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`).replace(/\/+$/, '');
  return {
    environment: env.NODE_ENV,
    role: env.ROLE as Role,
    host: env.HOST,
    port: env.PORT,
    /** Without a trailing slash. */
    publicUrl,
    secureCookies: publicUrl.startsWith('https://'),
    database: { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE },
    redisUrl: env.REDIS_URL,
    search: env.MEILI_URL ? { url: env.MEILI_URL, key: env.MEILI_KEY } : undefined,
    /** Without it mail is off. */
    mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : undefined,
    /** A language model behind an OpenAI-compatible API; without it the bot answers from the help centre alone. */
    model:
      env.MODEL_URL && env.MODEL_NAME
        ? {
            /** Without a trailing slash. */
            url: env.MODEL_URL.replace(/\/+$/, ''),
            key: env.MODEL_KEY,
            name: env.MODEL_NAME,
            /** All that one call may take. */
            timeoutMilliseconds: env.MODEL_TIMEOUT_SECONDS * 1_000,
          }
        : undefined,
    /** Where the public pages send those who want to talk to somebody; without one they say it in words. */
    contactUrl: env.CONTACT_URL,
    secretKey: env.SECRET_KEY,
    /** Who shows it as a bearer token may read the metrics from anywhere. */
    metricsToken: env.METRICS_TOKEN,
    demo: env.DEMO,
    /** Where templates and built browser files lie: the process is always started in the project's root. */
    rootDir: process.cwd(),
    dataDir: env.DATA_DIR,
    s3: env.S3_ENDPOINT
      ? {
          endpoint: env.S3_ENDPOINT,
          bucket: env.S3_BUCKET as string,
          region: env.S3_REGION,
          accessKeyId: env.S3_ACCESS_KEY_ID as string,
          secretAccessKey: env.S3_SECRET_ACCESS_KEY as string,
        }
      : undefined,
    /** What one customer's browser session may ask by socket; a console twice as much. */
    socketEventsPerTenSeconds: env.SOCKET_EVENTS_PER_10_SECONDS,
    trustedProxies: env.TRUSTED_PROXIES,
    /** `host:port` pairs that may be fetched although they resolve to private addresses. */
    fetchAllowedHosts: env.FETCH_ALLOWED_HOSTS,
    logLevel: env.LOG_LEVEL,
  };
}
