import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { ALL_VARIABLES, BY_FILE, loadConfig } from '../src/config.js';

const docker = join(__dirname, '../docker');
const PINNED = /^[a-z0-9./-]+:v?\d+\.\d+(\.\d+)?(-[a-z0-9]+)?$/;

interface Service {
  image: string;
  environment?: Record<string, string>;
  secrets?: string[];
  ports?: string[];
  read_only?: boolean;
  cap_drop?: string[];
  command?: string[];
  restart?: string;
  deploy?: { replicas: number };
  depends_on?: Record<string, { condition: string }>;
}

describe('docker/compose.yml', () => {
  const file = load(readFileSync(join(docker, 'compose.yml'), 'utf8'), { schema: CORE_SCHEMA.withTags(mergeTag) }) as {
    services: Record<'proxy' | 'web' | 'worker' | 'migrate' | 'postgres' | 'redis' | 'meilisearch', Service>;
    secrets: Record<string, { file: string }>;
    networks: { default: { ipam: { config: { subnet: string }[] } } };
  };
  const { services, secrets } = file;
  const desk = [services.web, services.worker, services.migrate];
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'porchlight-compose-'));
    cpSync(join(docker, 'make-secrets.sh'), join(folder, 'make-secrets.sh'));
    execFileSync('sh', [join(folder, 'make-secrets.sh')]);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.entries(services))('%s runs an image of a known version', (_, { image }) => {
    expect(image).toMatch(PINNED);
  });

  it('lets nobody in but by the proxy', () => {
    expect(Object.entries(services).flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['proxy']);
  });

  it('sets only variables that there are', () => {
    const set = desk.flatMap(({ environment }) => Object.keys(environment ?? {}));
    expect(set.filter((name) => !ALL_VARIABLES.includes(name))).toEqual([]);
  });

  it('gives every secret by file, and each service only its own', () => {
    for (const { environment = {}, secrets: own = [] } of Object.values(services)) {
      for (const [name, value] of Object.entries(environment)) {
        expect(BY_FILE).not.toContain(name);
        expect(`${name}=${value}`).not.toMatch(/(PASSWORD|SECRET|TOKEN|MASTER_KEY)=/);
        const [, secret] = /^\/run\/secrets\/(\w+)$/.exec(value) ?? [];
        if (secret) expect(own).toContain(secret);
      }
    }
    const used = new Set(Object.values(services).flatMap((service) => service.secrets ?? []));
    expect([...used].sort()).toEqual(Object.keys(secrets).sort());
  });

  it('has a script that makes them all, and keeps those that are there', () => {
    const made = () => readdirSync(join(folder, 'secrets')).sort();
    expect(made()).toEqual(
      Object.values(secrets)
        .map(({ file: path }) => path.replace('./secrets/', ''))
        .sort(),
    );
    const before = made().map((name) => readFileSync(join(folder, 'secrets', name), 'utf8'));
    execFileSync('sh', [join(folder, 'make-secrets.sh')]);
    expect(made().map((name) => readFileSync(join(folder, 'secrets', name), 'utf8'))).toEqual(before);
    rmSync(join(folder, 'secrets/redis_url'));
    expect(() => execFileSync('sh', [join(folder, 'make-secrets.sh')], { stdio: 'pipe' })).toThrow(/only one of/);
    rmSync(join(folder, 'secrets/redis_conf'));
    execFileSync('sh', [join(folder, 'make-secrets.sh')]);
  });

  it.each(['web', 'worker'] as const)('configures a %s process', (role) => {
    const given = Object.entries(services[role].environment ?? {}).map(([name, value]) => [
      name,
      value.replace(/^\$\{\w+:-(.*)\}$/, '$1').replace('/run/secrets', join(folder, 'secrets')),
    ]);
    const config = loadConfig(Object.fromEntries(given));
    expect(config).toMatchObject({ role, environment: 'production', demo: false });
    expect(config.redisUrl).toContain('@redis:6379');
    expect(config.trustedProxies).toEqual([file.networks.default.ipam.config[0]?.subnet]);
  });

  it('migrates once, before anybody starts', () => {
    expect(services.migrate).toMatchObject({ restart: 'no', command: ['node', 'dist/src/cli/migrate.js'] });
    for (const { depends_on } of [services.web, services.worker])
      expect(depends_on?.migrate).toEqual({ condition: 'service_completed_successfully' });
    expect(services.web.deploy).toEqual({ replicas: 2 });
  });

  it('writes nowhere but where data belongs', () => {
    for (const service of [...desk, services.proxy])
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
  });

  it('has a Redis that refuses when it is full instead of forgetting, and survives a restart', () => {
    const configuration = readFileSync(join(folder, 'secrets/redis_conf'), 'utf8');
    expect(configuration).toContain('maxmemory-policy noeviction');
    expect(configuration).toContain('appendonly yes');
    expect(configuration).toMatch(/^requirepass [0-9a-f]{64}$/m);
    expect(services.redis.command).toEqual(['redis-server', '/run/secrets/redis_conf']);
  });
});

describe('docker/Dockerfile', () => {
  const lines = readFileSync(join(docker, 'Dockerfile'), 'utf8').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('stands on an image of a known version, as few as it is built from', () => {
    const bases = lines.flatMap((line) => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-[a-z]+-slim$/);
  });

  it('runs as nobody special, says how it feels, and hears its signals', () => {
    expect(last).toContain('USER node');
    expect(last.some((line) => line.startsWith('HEALTHCHECK '))).toBe(true);
    expect(last).toContain('CMD ["node", "dist/src/main.js"]');
  });

  it('takes along what is there', () => {
    const copied = lines.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
    const known = readdirSync(join(docker, '..'));
    expect(copied.filter((name) => name !== '.' && !known.includes(name))).toEqual([]);
  });
});
