import { resolve } from 'node:path';
import { ALL_VARIABLES, ConfigError, hintsOn, loadConfig, readEnvironment } from '../config.js';
import { bootstrap } from '../main.js';
import { SchemaRefused } from '../platform/db/index.js';
import { startDemoShop } from './demo-shop/index.js';
import { Refusal } from './embedded/refusal.js';
import { banner } from './local-stack/banner.js';
import { migrate, provideDatabase } from './local-stack/database.js';
import { Departure, Stopped } from './local-stack/departure.js';
import { markFormat, requireKnownFormat } from './local-stack/folder-format.js';
import { lockDataFolder } from './local-stack/instance-lock.js';
import { whenNpmEnds } from './local-stack/launcher.js';
import { demoShopPort, requireFreePorts } from './local-stack/ports.js';
import { loadSecrets } from './local-stack/secrets.js';
import { provideMeilisearch, providePostgres } from './local-stack/services.js';
import { seedDemo } from './seed/index.js';

const CLOSE_MILLISECONDS = 8_000;

export type Step = <Result>(
  name: string,
  work: (note: (text: string) => void) => Promise<Result> | Result,
) => Promise<Result>;

/**
 * Runs the whole desk in this process, with PostgreSQL and Meilisearch below it, until it is asked to end.
 * DATABASE_URL and MEILI_URL, when set, stand for services of one's own, which are then not started.
 * @param step shows what is being done
 * @returns the exit code
 */
export async function runLocalStack({ step }: { step: Step }): Promise<number> {
  const departure = new Departure((line) => process.stdout.write(`\n${line}\n`));
  const stopWatching = whenNpmEnds(() => departure.request(0));
  let code: number;
  try {
    await start(step, departure);
    code = await departure.requested;
  } catch (error) {
    code = error instanceof Stopped ? 0 : 1;
    if (code) report(error);
    departure.request(code);
  }
  await departure.closeAll();
  stopWatching();
  return code;
}

function report(error: unknown): void {
  const expected = [Refusal, ConfigError, SchemaRefused].some((kind) => error instanceof kind);
  console.error(`\n✗ ${error instanceof Error ? (expected ? error.message : error.stack) : error}`);
}

async function start(step: Step, departure: Departure): Promise<void> {
  const { variables, origins } = readEnvironment();
  for (const hint of hintsOn(origins, ALL_VARIABLES)) console.warn(hint);
  Object.assign(process.env, variables);
  // A look at the variables before anything is started; the address of the database follows below.
  const wish = loadConfig({ DATABASE_URL: 'postgres://localhost', ...environment() });
  const dataFolder = resolve(wish.dataDir);
  requireKnownFormat(dataFolder);
  const lock = await lockDataFolder(dataFolder);
  departure.afterwards(lock.release);
  departure.requested.then(lock.announceClosing, report);
  const demoPort = await demoShopPort();
  await requireFreePorts(wish.host, { PORT: wish.port, ...(wish.demo ? { DEMO_PORT: demoPort } : {}) });
  const secrets = loadSecrets(dataFolder);
  markFormat(dataFolder);
  const provided: Record<string, string> = { SECRET_KEY: secrets.secretKey };

  if (!process.env.DATABASE_URL && !process.env.DATABASE_URL_FILE) {
    await step('启动数据库 start PostgreSQL', async () => {
      provided.DATABASE_URL = await provideDatabase(await providePostgres(dataFolder, secrets, departure));
    });
    departure.checkpoint();
  }
  if (!process.env.MEILI_URL) {
    await step('启动搜索 start the search', async (note) => {
      const meilisearch = await provideMeilisearch(dataFolder, secrets, departure);
      if (typeof meilisearch === 'string') return note(`${meilisearch}; the built-in search serves`);
      Object.assign(provided, { MEILI_URL: meilisearch.url, MEILI_KEY: secrets.meilisearchKey });
    });
    departure.checkpoint();
  }
  const own = environment();
  // The desk asks the demo shop for its cards, and it is on this very machine.
  if (wish.demo) own.FETCH_ALLOWED_HOSTS = [own.FETCH_ALLOWED_HOSTS, `127.0.0.1:${demoPort}`].filter(Boolean).join(',');
  const config = loadConfig({ ...provided, ...own });
  await step('更新表结构 migrate the database', async (note) => {
    note(`${await migrate(config)} new`);
  });
  departure.checkpoint();
  const app = await step('启动服务 start the desk', () => bootstrap(config));
  // The engines below need the rest of the time to go in good order.
  departure.afterwards(() => within(CLOSE_MILLISECONDS, app.close()));
  departure.checkpoint();
  const desk = process.env.PUBLIC_URL ? config.publicUrl : app.url;
  if (!config.demo) return console.log(banner({ desk, logins: [] }));
  const { logins, siteKey, siteSecret } = await step('准备演示内容 fill in the demo', () =>
    // The next start adds what this one could not.
    departure.unlessStopped(seedDemo(app, { shopPort: demoPort })),
  );
  const shop = await startDemoShop({ port: demoPort, deskUrl: desk, siteKey, siteSecret });
  departure.afterwards(shop.close);
  console.log(banner({ desk, demoShop: shop.url, logins }));
}

/** The operator's variables over what suits a desk on one machine. Empty ones count as not set. */
function environment(): Record<string, string | undefined> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value));
  return { DEMO: 'true', LOG_LEVEL: 'warn', ...own };
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
