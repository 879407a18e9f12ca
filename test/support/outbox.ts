import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig } from '../../src/config.js';
import { Clock } from '../../src/platform/clock/index.js';
import { createDataSource } from '../../src/platform/db/index.js';
import { PlatformModule } from '../../src/platform/index.js';
import { createPino, Logger } from '../../src/platform/logger/index.js';
import type { TestDatabase } from './database.js';

/** The platform alone, with these consumers: whoever listens is the test's own. */
export async function bootConsumers(
  testDatabase: TestDatabase,
  ...consumers: (new () => object)[]
): Promise<INestApplicationContext> {
  const config = loadConfig({ NODE_ENV: 'test', DATABASE_URL: testDatabase.url, PORT: '0', LOG_LEVEL: 'silent' });
  const logger = new Logger(createPino('silent'));
  class TestModule {}
  const platform = PlatformModule.with(
    config,
    createDataSource({ ...config.database, entities: [], migrations: [] }),
    logger,
    new Clock(),
  );
  return await NestFactory.createApplicationContext(
    { module: TestModule, imports: [platform], providers: consumers },
    { logger: false, abortOnError: false },
  );
}
