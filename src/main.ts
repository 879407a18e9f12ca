import 'reflect-metadata';
import { setTimeout as rest } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ALL_VARIABLES, type Config, ConfigError, hintsOn, loadConfig, readEnvironment } from './config.js';
import { createDesk } from './create-desk.js';
import { requireCurrentSchema } from './database.js';
import { SchemaRefused } from './platform/db/index.js';
import { Health } from './platform/health/index.js';
import { createPino, Logger } from './platform/logger/index.js';

const SHUTDOWN_PATIENCE_MILLISECONDS = 15_000;
const PROXY_HEARS_MILLISECONDS = 1_200;

export interface RunningApp {
  /** Where it listens, e.g. `http://127.0.0.1:3000`. */
  url: string;
  /** The public door of a room, for what the command line does with a running desk. */
  // biome-ignore lint/suspicious/noExplicitAny: any injectable class.
  get<T>(type: abstract new (...args: any[]) => T): T;
  /** Stops taking work, finishes what is under way, lets go of everything; 15 s at most. */
  close(): Promise<void>;
}

/**
 * Boots HTTP, sockets and workers as `ROLE` says.
 * @throws SchemaRefused unless the database can be reached and has the schema of this version
 */
export async function bootstrap(config: Config): Promise<RunningApp> {
  await requireCurrentSchema(config);
  const logger = new Logger(createPino(config.logLevel));
  const app = await createDesk(config, logger);
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    // What had begun already must not go on talking after the refusal.
    await app.close().catch(() => undefined);
    throw error;
  }
  const url = await app.getUrl();
  logger.info({ url, role: config.role }, 'listening');
  let closing: Promise<void> | undefined;
  const close = async () => {
    app.get(Health).drain();
    // A proxy that asks once a second has heard it by then, and sends nobody here any more.
    if (config.role === 'web') await rest(PROXY_HEARS_MILLISECONDS);
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, SHUTDOWN_PATIENCE_MILLISECONDS, 'late').unref());
    if ((await Promise.race([app.close(), late])) === 'late') logger.error('shutdown took too long; leaving');
  };
  return { url, get: (type) => app.get(type, { strict: false }), close: () => (closing ??= close()) };
}

async function main(): Promise<void> {
  const { variables, origins } = readEnvironment();
  for (const hint of hintsOn(origins, ALL_VARIABLES)) console.warn(hint);
  const running = await bootstrap(loadConfig(variables));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      running.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main().catch((error) => {
    const expected = error instanceof ConfigError || error instanceof SchemaRefused;
    console.error(expected ? error.message : error);
    process.exit(1);
  });
