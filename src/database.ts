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
import { RoutingRules1763900000000 } from '../migrations/1763900000000-routing-rules.js';
import { OverflowHeads1763900100000 } from '../migrations/1763900100000-overflow-heads.js';
import { Rescue1763900200000 } from '../migrations/1763900200000-rescue.js';
import { StaffNews1763900210000 } from '../migrations/1763900210000-staff-news.js';
import { HonestQueue1763900300000 } from '../migrations/1763900300000-honest-queue.js';
import { Surges1763900500000 } from '../migrations/1763900500000-surges.js';
import { HelpCenterShelves1764000000000 } from '../migrations/1764000000000-help-center-shelves.js';
import { ArticleEditingSteps1764000100000 } from '../migrations/1764000100000-article-editing-steps.js';
import { ArticleNotices1764000110000 } from '../migrations/1764000110000-article-notices.js';
import { ArticleDraftSections1764000120000 } from '../migrations/1764000120000-article-draft-sections.js';
import { Learning1764000500000 } from '../migrations/1764000500000-learning.js';
import { ArticleTransfer1764000600000 } from '../migrations/1764000600000-article-transfer.js';
import { ArticleOrder1764000700000 } from '../migrations/1764000700000-article-order.js';
import { BotRooms1765000000000 } from '../migrations/1765000000000-bot-rooms.js';
import { Dialogues1765000100000 } from '../migrations/1765000100000-dialogues.js';
import { BotLookUpCalls1765000300000 } from '../migrations/1765000300000-bot-look-up-calls.js';
import { BotDeflection1765000600000 } from '../migrations/1765000600000-bot-deflection.js';
import { BotLearning1765000610000 } from '../migrations/1765000610000-bot-learning.js';
import { CasesInFull1766000000000 } from '../migrations/1766000000000-cases-in-full.js';
import { Kinship1766000100000 } from '../migrations/1766000100000-kinship.js';
import { Tasks1766000110000 } from '../migrations/1766000110000-tasks.js';
import { FormsInFull1766000200000 } from '../migrations/1766000200000-forms-in-full.js';
import { CannedReplies1766000300000 } from '../migrations/1766000300000-canned-replies.js';
import { CustomersSide1766000500000 } from '../migrations/1766000500000-customers-side.js';
import { Openings1766000600000 } from '../migrations/1766000600000-openings.js';
import { BotSilences1766000900000 } from '../migrations/1766000900000-bot-silences.js';
import { Collision1766001310000 } from '../migrations/1766001310000-collision.js';
import { Macros1766001320000 } from '../migrations/1766001320000-macros.js';
import { BulkActions1766001400000 } from '../migrations/1766001400000-bulk-actions.js';
import { SaidWords1766001410000 } from '../migrations/1766001410000-said-words.js';
import { WebForm1766001610000 } from '../migrations/1766001610000-web-form.js';
import { Feedback1766001700000 } from '../migrations/1766001700000-feedback.js';
import { Retention1766001800000 } from '../migrations/1766001800000-retention.js';
import { CaseImports1766001810000 } from '../migrations/1766001810000-case-imports.js';
import { BotNeedsPerson1766002004000 } from '../migrations/1766002004000-bot-needs-person.js';
import { ImportsAlike1766002006000 } from '../migrations/1766002006000-imports-alike.js';
import { BOT_ENTITIES } from './bot/index.js';
import type { Config } from './config.js';
import { CONVERSATION_ENTITIES } from './conversations/index.js';
import { FEEDBACK_ENTITIES } from './feedback/index.js';
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
import { CASE_ENTITIES, TICKET_ENTITIES, TICKET_SEARCH_ENTITIES } from './tickets/index.js';

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
  ...CASE_ENTITIES,
  ...TICKET_SEARCH_ENTITIES,
  ...SLA_ENTITIES,
  ...ROUTING_ENTITIES,
  ...HELP_CENTER_ENTITIES,
  ...FEEDBACK_ENTITIES,
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
  RoutingRules1763900000000,
  OverflowHeads1763900100000,
  Rescue1763900200000,
  StaffNews1763900210000,
  HonestQueue1763900300000,
  Surges1763900500000,
  HelpCenterShelves1764000000000,
  ArticleEditingSteps1764000100000,
  ArticleNotices1764000110000,
  ArticleDraftSections1764000120000,
  Learning1764000500000,
  ArticleTransfer1764000600000,
  ArticleOrder1764000700000,
  BotRooms1765000000000,
  Dialogues1765000100000,
  BotLookUpCalls1765000300000,
  BotDeflection1765000600000,
  BotLearning1765000610000,
  CasesInFull1766000000000,
  Kinship1766000100000,
  Tasks1766000110000,
  FormsInFull1766000200000,
  CannedReplies1766000300000,
  CustomersSide1766000500000,
  Openings1766000600000,
  BotSilences1766000900000,
  Collision1766001310000,
  Macros1766001320000,
  BulkActions1766001400000,
  SaidWords1766001410000,
  WebForm1766001610000,
  Feedback1766001700000,
  Retention1766001800000,
  CaseImports1766001810000,
  BotNeedsPerson1766002004000,
  ImportsAlike1766002006000,
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
