import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { openDataSource } from './database.js';
import type { Clock } from './platform/clock/index.js';
import { createApp } from './platform/http/index.js';
import type { Logger } from './platform/logger/index.js';
import { ProcessLine } from './platform/signals/index.js';
import { DeskSocketAdapter } from './realtime/index.js';

/** The whole server, HTTP and sockets, not yet listening. The schema must be migrated already. */
export async function createDesk(config: Config, logger: Logger, clock?: Clock): Promise<NestFastifyApplication> {
  const app = await createApp(AppModule.with(config, openDataSource(config), logger, clock), config, logger);
  app.useWebSocketAdapter(new DeskSocketAdapter(app, config, app.get(ProcessLine, { strict: false })));
  return app;
}
