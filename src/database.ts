import type { DataSource } from 'typeorm';
import { Platform1763600000000 } from '../migrations/1763600000000-platform.js';
import { JobTables1763600050000 } from '../migrations/1763600050000-job-tables.js';
import { People1763600100000 } from '../migrations/1763600100000-people.js';
import { Conversations1763600200000 } from '../migrations/1763600200000-conversations.js';
import { Tickets1763600300000 } from '../migrations/1763600300000-tickets.js';
import { Sla1763600400000 } from '../migrations/1763600400000-sla.js';
import { Routing1763600500000 } from '../migrations/1763600500000-routing.js';
import { HelpCenter1763600600000 } from '../migrations/1763600600000-help-center.js';
import { Bot1763600700000 } from '../migrations/1763600700000-bot.js';
import { Audit1763700000000 } from '../migrations/1763700000000-audit.js';
import { Staff1763700100000 } from '../migrations/1763700100000-staff.js';
import { Sites1763700200000 } from '../migrations/1763700200000-sites.js';
import { Categories1763700300000 } from '../migrations/1763700300000-categories.js';
import { TicketSearch1763700400000 } from '../migrations/1763700400000-ticket-search.js';
import { ArticleEditing1763700500000 } from '../migrations/1763700500000-article-editing.js';
import { HotConversations1763700700000 } from '../migrations/1763700700000-hot-conversations.js';
import { SlaRules1763800000000 } from '../migrations/1763800000000-sla-rules.js';
import { Attendances1763800010000 } from '../migrations/1763800010000-attendances.js';
import { EscalationLadders1763800020000 } from '../migrations/1763800020000-escalation-ladders.js';
import { Mail1763800100000 } from '../migrations/1763800100000-mail.js';
import { NoticeChannels1763800110000 } from '../migrations/1763800110000-notice-channels.js';
import { Notices1763800120000 } from '../migrations/1763800120000-notices.js';
import { Letters1763800130000 } from '../migrations/1763800130000-letters.js';
import { CustomerDue1763800200000 } from '../migrations/1763800200000-customer-due.js';
import { BOT_ENTITIES } from './bot/index.js';
import type { Config } from './config.js';
import { CONVERSATION_ENTITIES } from './conversations/index.js';
import { HELP_CENTER_ENTITIES } from './help-center/index.js';
import { NOTIFICATION_ENTITIES } from './notifications/index.js';
import { PEOPLE_ENTITIES } from './people/index.js';
import { AuditRecord } from './platform/audit/index.js';
import { createDataSource, requireSchema, SchemaRefused } from './platform/db/index.js';
import { Mail } from './platform/mail/index.js';
import { DeadLetter, InboxRow, OutboxBlock, OutboxRow } from './platform/outbox/index.js';
import { RateLimitRow } from './platform/rate-limit/index.js';
import { ROUTING_ENTITIES } from './routing/index.js';
import { SLA_ENTITIES } from './sla/index.js';
import { TICKET_ENTITIES, TICKET_SEARCH_ENTITIES } from './tickets/index.js';

const ENTITIES = [
  OutboxRow,
  InboxRow,
  OutboxBlock,
  DeadLetter,
  RateLimitRow,
  AuditRecord,
  Mail,
  ...PEOPLE_ENTITIES,
  ...CONVERSATION_ENTITIES,
  ...TICKET_ENTITIES,
  ...TICKET_SEARCH_ENTITIES,
  ...SLA_ENTITIES,
  ...ROUTING_ENTITIES,
  ...HELP_CENTER_ENTITIES,
  ...BOT_ENTITIES,
  ...NOTIFICATION_ENTITIES,
];

const MIGRATIONS = [
  Platform1763600000000,
  JobTables1763600050000,
  People1763600100000,
  Conversations1763600200000,
  Tickets1763600300000,
  Sla1763600400000,
  Routing1763600500000,
  HelpCenter1763600600000,
  Bot1763600700000,
  Audit1763700000000,
  Staff1763700100000,
  Sites1763700200000,
  Categories1763700300000,
  TicketSearch1763700400000,
  ArticleEditing1763700500000,
  HotConversations1763700700000,
  SlaRules1763800000000,
  Attendances1763800010000,
  EscalationLadders1763800020000,
  Mail1763800100000,
  NoticeChannels1763800110000,
  Notices1763800120000,
  Letters1763800130000,
  CustomerDue1763800200000,
];

/** Every table and every migration of the house, by name: what is not listed does not exist. */
export function openDataSource(
  config: Pick<Config, 'database'>,
  applicationName?: string,
  options: { pipeline?: boolean } = {},
): DataSource {
  return createDataSource({
    ...config.database,
    ...options,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    applicationName,
  });
}

/** @throws SchemaRefused unless the database can be reached and has the schema of this version */
export async function requireCurrentSchema(config: Pick<Config, 'database'>): Promise<void> {
  const dataSource = openDataSource({ database: { ...config.database, poolSize: 1 } });
  await dataSource.initialize().catch((error: Error & { code?: string }) => {
    const { hostname, port } = new URL(config.database.url);
    throw new SchemaRefused(
      `PostgreSQL at ${hostname}:${port || 5432} cannot be used (${error.message || error.code}) → start it, or correct DATABASE_URL · 无法使用 PostgreSQL，请启动它，或修改 DATABASE_URL`,
    );
  });
  await requireSchema(dataSource).finally(() => dataSource.destroy());
}
