import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { AuditModule } from './audit/index.js';
import { Clock } from './clock/index.js';
import { Database } from './db/index.js';
import { FetchModule } from './fetch/index.js';
import { HealthModule } from './health/index.js';
import { JobsModule } from './jobs/index.js';
import { Logger } from './logger/index.js';
import { MailModule } from './mail/index.js';
import { MetricsModule } from './metrics/index.js';
import { OpenApiModule } from './openapi/index.js';
import { OutboxModule } from './outbox/index.js';
import { PushModule } from './push/index.js';
import { RateLimitModule } from './rate-limit/index.js';
import { SealingModule } from './sealing/index.js';
import { SignalsModule } from './signals/index.js';
import { StaticModule } from './static/index.js';
import { StorageModule } from './storage/index.js';
import { TemplatesModule } from './templates/index.js';

/** What every room stands on; global, so that rooms name only each other. */
@Global()
@Module({
  imports: [
    AuditModule,
    SignalsModule,
    OutboxModule,
    PushModule,
    HealthModule,
    MetricsModule,
    RateLimitModule,
    SealingModule,
    StorageModule,
    TemplatesModule,
    FetchModule,
    JobsModule,
    MailModule,
    StaticModule,
    OpenApiModule,
  ],
})
export class PlatformModule {
  static with(config: Config, dataSource: DataSource, logger: Logger, clock: Clock): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: Logger, useValue: logger },
      { provide: Clock, useValue: clock },
      Database,
    ];
    return { module: PlatformModule, providers, exports: [CONFIG, DataSource, Logger, Clock, Database] };
  }
}
