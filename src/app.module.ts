import { type DynamicModule, Module } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { BotModule } from './bot/index.js';
import type { Config } from './config.js';
import { ConversationsModule } from './conversations/index.js';
import { FeedbackModule } from './feedback/index.js';
import { HelpCenterModule } from './help-center/index.js';
import { NotificationsModule } from './notifications/index.js';
import { PeopleModule } from './people/index.js';
import { Clock } from './platform/clock/index.js';
import { PlatformModule } from './platform/index.js';
import type { Logger } from './platform/logger/index.js';
import { RealtimeModule } from './realtime/index.js';
import { RoutingModule } from './routing/index.js';
import { SlaModule } from './sla/index.js';
import { TicketsModule } from './tickets/index.js';

/** The table of contents: rooms from the front door to the foundation. */
const ROOMS: NonNullable<DynamicModule['imports']> = [
  RealtimeModule,
  NotificationsModule,
  BotModule,
  FeedbackModule,
  HelpCenterModule,
  RoutingModule,
  SlaModule,
  TicketsModule,
  ConversationsModule,
  PeopleModule,
];

@Module({})
export class AppModule {
  static with(config: Config, dataSource: DataSource, logger: Logger, clock = new Clock()): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, dataSource, logger, clock), ...ROOMS] };
  }
}
