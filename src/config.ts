import { z } from 'zod';

/** Known to everyone who reads the source, so good for a demo alone. */
export const DEMO_SECRET_KEY = 'porchlight-demo-secret-key-not-for-production';

const flag = z
  .enum(['true', 'false'], { error: 'write true or false' })
  .default('false')
  .transform((value) => value === 'true');
const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const port = z.coerce.number({ error: 'write a port number, e.g. 3000' }).int().min(0).max(65_535);

const Environment = z
  .object({
    NODE_ENV: z
      .enum(['development', 'test', 'production'], { error: 'write development, test or production' })
      .default('production'),
    ROLE: z.enum(['all', 'web', 'worker'], { error: 'write all, web or worker' }).default('all'),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: port.default(3000),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/, error: 'write the address people open, e.g. https://desk.example' })
      .optional(),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/porchlight' }),
    DATABASE_POOL_SIZE: z.coerce.number({ error: 'write a number from 2 to 200' }).int().min(2).max(200).default(20),
    REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'write redis://host:6379' }).optional(),
    MEILI_URL: z.url({ protocol: /^https?$/, error: 'write http://host:7700' }).optional(),
    MEILI_KEY: z.string().optional(),
    CONTACT_URL: z
      .url({
        protocol: /^https?$/,
        error: 'write the page where merchants reach you, e.g. https://shop.example/support',
      })
      .optional(),
    SECRET_KEY: z
      .string()
      .min(32, { error: 'write at least 32 random characters, e.g. from: openssl rand -base64 32' })
      .default(DEMO_SECRET_KEY),
    DEMO: flag,
    DATA_DIR: z.string().min(1).default('.data'),
    S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'write https://s3.example' }).optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    SOCKET_EVENTS_PER_10_SECONDS: z.coerce
      .number({ error: 'write a number from 10 to 1000000' })
      .int()
      .min(10)
      .max(1_000_000)
      .default(100),
    TRUSTED_PROXIES: list,
    FETCH_ALLOWED_HOSTS: list,
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
        error: 'write fatal, error, warn, info, debug, trace or silent',
      })
      .default('info'),
  })
  .superRefine((env, context) => {
    const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (env.ROLE !== 'all' && !env.REDIS_URL)
      complain('REDIS_URL', `ROLE=${env.ROLE} needs Redis between the processes: set it, or use ROLE=all`);
    if (!env.DEMO && env.NODE_ENV !== 'test' && env.SECRET_KEY === DEMO_SECRET_KEY)
      complain('SECRET_KEY', 'set your own (openssl rand -base64 32); the built-in one works only with DEMO=true');
    if (env.S3_ENDPOINT && !(env.S3_BUCKET && env.S3_ACCESS_KEY_ID && env.S3_SECRET_ACCESS_KEY))
      complain('S3_ENDPOINT', 'also set S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY');
  });

/** Names of all variables that are read. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(Environment.shape);

export type Role = 'all' | 'web' | 'worker';
export type Config = Readonly<ReturnType<typeof shape>>;
/** Injection token of the one frozen {@link Config}. */
export const CONFIG = Symbol('CONFIG');

/** Every bad variable at once, each with its fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError naming every variable that is wrong. Empty strings count as not set. */
export function loadConfig(environment: Record<string, string | undefined>): Config {
  const names = CONFIG_VARIABLES.filter((name) => environment[name]);
  const given = Object.fromEntries(names.map((name) => [name, environment[name]]));
  const result = Environment.safeParse(given);
  if (result.success) return Object.freeze(shape(result.data));
  const lines = result.error.issues.map((issue) => {
    const key = String(issue.path[0]);
    return `  ${key}: ${given[key] === undefined && issue.code === 'invalid_type' ? 'is required; ' : ''}${issue.message}`;
  });
  throw new ConfigError(`The configuration is not usable. Change these and start again:\n${lines.join('\n')}`);
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
    /** Where the public pages send those who want to talk to somebody; without one they say it in words. */
    contactUrl: env.CONTACT_URL,
    secretKey: env.SECRET_KEY,
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
