import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ALL_VARIABLES,
  CONFIG_VARIABLES,
  type ConfigError,
  hintsOn,
  loadConfig,
  over,
  readEnvironment,
} from '../src/config.js';

/** Read by npm start alone. */
const LOCAL_ONLY = ['DEMO_PORT'];
/** Shown with an example, because nothing holds when they are not set. */
const EXAMPLES = [
  'DATABASE_URL',
  'REDIS_URL',
  'MEILI_URL',
  'SMTP_URL',
  'MAIL_FROM',
  'CONTACT_URL',
  'MODEL_URL',
  'MODEL_NAME',
  'S3_ENDPOINT',
];

describe('.env.example', () => {
  const lines = readFileSync(join(__dirname, '../.env.example'), 'utf8').split('\n');
  const shown = new Map(
    lines.flatMap((line): [string, string][] => {
      const [, name, value] = /^# ([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
  const required = { DATABASE_URL: 'postgres://localhost/porchlight', NODE_ENV: 'test' };

  it('shows every variable there is, and none that is not', () => {
    expect([...shown.keys()].sort()).toEqual([...CONFIG_VARIABLES, ...LOCAL_ONLY].sort());
  });

  it('changes nothing by itself', () => {
    expect(lines.filter((line) => line && !line.startsWith('#'))).toEqual([]);
  });

  it('shows the values that hold when they are not set', () => {
    const defaults = Object.fromEntries([...shown].filter(([name]) => !EXAMPLES.includes(name)));
    expect(loadConfig({ ...defaults, ...required })).toEqual(loadConfig(required));
  });

  it('shows examples that are valid', () => {
    const whole = { S3_BUCKET: 'desk', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };
    const examples = Object.fromEntries([...shown].filter(([name]) => EXAMPLES.includes(name)));
    expect(() => loadConfig({ ...examples, ...whole, NODE_ENV: 'test' })).not.toThrow();
  });
});

/** A desk that starts. */
const GOOD = { NODE_ENV: 'test', DATABASE_URL: 'postgres://desk:secret@127.0.0.1:5432/porchlight' };
const problemsOf = (variables: Record<string, string>): string[] => {
  try {
    loadConfig(variables);
    return [];
  } catch (error) {
    return (error as ConfigError).problems.map(([name]) => name);
  }
};

describe('the configuration', () => {
  it.each([
    ['NODE_ENV', 'prod'],
    ['ROLE', 'master'],
    ['HOST', 'all interfaces'],
    ...['x', '-1', '65536', '3000.5', '0x10', '1e3', ' 3000', '３０００'].map((value) => ['PORT', value]),
    ...['desk.example', 'ftp://desk.example', 'https://desk.example/support', 'https://me:pw@desk.example'].map(
      (value) => ['PUBLIC_URL', value],
    ),
    ...['mysql://x', 'localhost:5432', 'postgres'].map((value) => ['DATABASE_URL', value]),
    ...['1', '201', 'many'].map((value) => ['DATABASE_POOL_SIZE', value]),
    ['REDIS_URL', 'http://redis:6379'],
    ['MEILI_URL', 'meili:7700'],
    ['CONTACT_URL', 'support@shop.example'],
    ...['mail.shop.example:587', 'http://mail.shop.example', 'smtp'].map((value) => ['SMTP_URL', value]),
    ...['desk', 'a@b.example, c@d.example', 'Desk <desk@shop.example>\nBcc: x@y.example'].map((value) => [
      'MAIL_FROM',
      value,
    ]),
    ...[
      'model.example/v1',
      'ftp://model.example/v1',
      'https://key@model.example/v1',
      'https://model.example/v1?api-version=1',
      'https://model.example/v1/chat/completions',
    ].map((value) => ['MODEL_URL', value]),
    ...['two words', '模型', 'x'.repeat(201)].map((value) => ['MODEL_NAME', value]),
    ...['Bearer sk-1', 'sk-1\nx-evil: 1'].map((value) => ['MODEL_KEY', value]),
    ...['0', '121', '20s'].map((value) => ['MODEL_TIMEOUT_SECONDS', value]),
    ['SECRET_KEY', 'short'],
    ['SECRET_KEY', 'x'.repeat(40)],
    ['METRICS_TOKEN', 'prometheus'],
    ...['yes', '1', 'TRUE'].map((value) => ['DEMO', value]),
    ['S3_ENDPOINT', 's3.example'],
    ...['everybody', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0.1;10.0.0.2'].map((value) => [
      'TRUSTED_PROXIES',
      value,
    ]),
    ...['shop.internal', 'shop.internal:0', 'http://shop:80', 'shop:99999'].map((value) => [
      'FETCH_ALLOWED_HOSTS',
      value,
    ]),
    ['LOG_LEVEL', 'verbose'],
    ['SOCKET_EVENTS_PER_10_SECONDS', '1'],
  ] as [string, string][])('refuses %s=%s by its name', (name, value) => {
    expect(problemsOf({ ...GOOD, [name]: value })).toContain(name);
  });

  it.each([
    ['PORT', '0'],
    ['HOST', '::1'],
    ['PUBLIC_URL', 'https://desk.example/'],
    ['TRUSTED_PROXIES', 'loopback, 10.0.0.0/8,fd00::/8, 192.0.2.1'],
    ['FETCH_ALLOWED_HOSTS', 'shop.internal:8080,[::1]:80,127.0.0.1:3001'],
    ['REDIS_URL', 'rediss://user:pw@redis.example:6380/2'],
  ])('takes %s=%s', (name, value) => {
    expect(problemsOf({ ...GOOD, [name]: value })).toEqual([]);
  });

  it('names every bad variable at once, with its fix in both languages', () => {
    const bad = { PORT: 'x', ROLE: 'web', DATABASE_URL: 'mysql://x', DEMO: 'yes', S3_BUCKET: 'desk' };
    expect(problemsOf(bad).sort()).toEqual([
      'DATABASE_URL',
      'DEMO',
      'PORT',
      'REDIS_URL',
      'S3_ACCESS_KEY_ID',
      'S3_ENDPOINT',
      'S3_SECRET_ACCESS_KEY',
      'SECRET_KEY',
    ]);
    expect(() => loadConfig(bad)).toThrow(/PORT: write a whole number.*请填写/);
    expect(problemsOf({})).toEqual(['DATABASE_URL', 'SECRET_KEY']);
  });

  it.each([
    [{ MODEL_URL: 'https://model.example/v1' }, ['MODEL_NAME']],
    [{ MODEL_NAME: 'qwen-plus' }, ['MODEL_URL']],
    [{ MODEL_KEY: 'sk-1' }, ['MODEL_URL']],
    [{ MODEL_URL: 'https://model.example/v1', MODEL_NAME: 'qwen-plus' }, []],
    [{ MODEL_TIMEOUT_SECONDS: '30' }, []],
  ])('of a language model %j lacks %j', (given, lacking) => {
    expect(problemsOf({ ...GOOD, ...given })).toEqual(lacking);
  });

  it('never shows a value', () => {
    const secret = 'hunter2-hunter2';
    const variables = { ...GOOD, SECRET_KEY: secret, METRICS_TOKEN: secret, DATABASE_URL: `mysql://x:${secret}@db/x` };
    expect(() => loadConfig(variables)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(secret) }),
    );
  });
});

describe('where variables come from', () => {
  const folder = mkdtempSync(join(tmpdir(), 'porchlight-env-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const inFile = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it('the environment goes before .env, also empty, and by file', () => {
    inFile('.env', 'PORT=4000\nHOST=0.0.0.0\nSECRET_KEY=from-env\n# ROLE=web\nLOG_LEVEL="debug"\n');
    const { variables, origins } = readEnvironment({ PORT: '5000', HOST: '', SECRET_KEY_FILE: '/x' }, folder);
    expect(variables).toEqual({ PORT: '5000', HOST: '', SECRET_KEY_FILE: '/x', LOG_LEVEL: 'debug' });
    expect(origins).toMatchObject({ PORT: 'environment', LOG_LEVEL: '.env' });
    expect(readEnvironment({ NODE_ENV: 'test' }, folder).variables).toEqual({ NODE_ENV: 'test' });
    expect(readEnvironment({}, join(folder, 'elsewhere')).variables).toEqual({});
  });

  it('a secret may stand in a file of its own', () => {
    const key = 'abcdefgh-ABCDEFGH-12345678-abcdefgh';
    expect(loadConfig({ ...GOOD, SECRET_KEY_FILE: inFile('key', `${key}\n`) }).secretKey).toBe(key);
    expect(problemsOf({ ...GOOD, SECRET_KEY_FILE: '/nowhere/key' })).toEqual(['SECRET_KEY_FILE']);
    expect(problemsOf({ ...GOOD, SECRET_KEY_FILE: inFile('empty', '\n') })).toEqual(['SECRET_KEY_FILE']);
    expect(problemsOf({ ...GOOD, SECRET_KEY: key, SECRET_KEY_FILE: inFile('key', key) })).toEqual(['SECRET_KEY_FILE']);
    expect(problemsOf({ NODE_ENV: 'test', DATABASE_URL_FILE: '/nowhere/url' })).toEqual(['DATABASE_URL_FILE']);
  });

  it('a default gives way to a variable and to its file alike', () => {
    const defaults = { SECRET_KEY: 'ours', MEILI_KEY: 'ours' };
    expect(over(defaults, { SECRET_KEY_FILE: '/x' })).toEqual({ SECRET_KEY_FILE: '/x', MEILI_KEY: 'ours' });
    expect(over(defaults, { SECRET_KEY: 'mine' })).toEqual({ SECRET_KEY: 'mine', MEILI_KEY: 'ours' });
  });

  it.each([
    [{ DATABSE_URL: 'environment' }, ['DATABASE_URL']],
    [{ PORCHLIGHT_PUBLIC_URL: 'environment' }, ['PUBLIC_URL']],
    [{ PORCHLIGHT_COLOUR: 'environment' }, ['.env.example']],
    [{ COLOUR: '.env' }, ['.env.example']],
    [{ TRUSTED_PROXY: '.env' }, ['.env.example']],
    [{ PATH: 'environment', HOSTNAME: 'environment', REDIS_PORT: 'environment', POST: 'environment' }, []],
    [{ PORT: '.env', DEMO_PORT: '.env', SECRET_KEY_FILE: 'environment' }, []],
  ])('a name that nobody reads is hinted at: %j', (origins, words) => {
    const hints = hintsOn(origins as Record<string, string>, ALL_VARIABLES);
    expect(hints).toEqual(words.map((word) => expect.stringContaining(word)));
  });
});
