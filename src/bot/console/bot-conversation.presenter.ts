import type {
  BotConversationItemView,
  BotConversationView,
  BotEntry,
  BotOutcome,
  BotTry,
  CategoryKey,
  CategoryView,
  ConversationHandler,
  HandOverReason,
  Locale,
  NeedsPersonReason,
  ShopTier,
  TicketStatus,
  VerifiedIdentityView,
} from '../../contract/index.js';
import { NEEDS_PERSON_REASONS } from '../../contract/index.js';
import { filledFields } from '../dialogue/filled-fields.js';

export interface ItemRow {
  id: string;
  locale: Locale;
  handler: ConversationHandler;
  entry: BotEntry;
  category: CategoryKey | null;
  confidence: number;
  subCategory: string | null;
  misses: number;
  outcome: BotOutcome | null;
  handOverReason: HandOverReason | null;
  cameBackAt: Date | null;
  askedAt: Date | null;
  lastAskedAt: Date;
  customerName: string;
  shopName: string | null;
  tier: ShopTier | null;
  firstQuestion: string;
  needsPerson: boolean;
  because: string | null;
  needsPersonSince: Date | null;
  ticket: { number: string; status: TicketStatus; assigneeName: string | null } | null;
  [column: string]: unknown;
}

export interface DetailRow extends ItemRow {
  customerId: string;
  siteName: string;
  page: string | null;
  form: Record<string, string>;
  tried: BotTry[];
  asking: string | null;
  decidedAt: Date | null;
}

/** As a line of the list. */
export function itemView(row: ItemRow): BotConversationItemView {
  const { category, subCategory, confidence, ticket } = row;
  return {
    id: row.id,
    customerName: row.customerName,
    ...(row.shopName && { shopName: row.shopName }),
    ...(row.tier && { tier: row.tier }),
    locale: row.locale,
    entry: row.entry,
    firstQuestion: row.firstQuestion,
    ...(category && {
      category: { key: category, confidence, chosen: confidence >= 1, ...(subCategory && { subCategory }) },
    }),
    misses: row.misses,
    handler: row.handler,
    ...(row.needsPerson && {
      needsPerson: { because: reasonOf(row), since: (row.needsPersonSince ?? row.lastAskedAt).toISOString() },
    }),
    ...(row.outcome && { outcome: row.outcome }),
    ...(row.handOverReason && { handOverReason: row.handOverReason }),
    ...(ticket && {
      ticket: {
        number: ticket.number,
        status: ticket.status,
        ...(ticket.assigneeName && { assigneeName: ticket.assigneeName }),
      },
    }),
    ...(row.cameBackAt && { cameBackAt: row.cameBackAt.toISOString() }),
    askedAt: (row.askedAt ?? row.lastAskedAt).toISOString(),
    lastAskedAt: row.lastAskedAt.toISOString(),
  };
}

/** Whom nobody has noted a reason of waits for words of the bot's. */
const reasonOf = ({ because }: ItemRow): NeedsPersonReason =>
  NEEDS_PERSON_REASONS.find((known) => known === because) ?? 'unanswered';

/** With what was filled in and tried. @param customer what the host site has signed of them @param locale of the reader */
export function detailView(
  row: DetailRow,
  customer: VerifiedIdentityView,
  categories: readonly CategoryView[],
  locale: Locale,
): BotConversationView {
  const { page, asking, decidedAt } = row;
  return {
    ...itemView(row),
    customer,
    siteName: row.siteName,
    ...(page && { page }),
    fields: filledFields(categories, row, locale),
    tried: row.tried,
    ...(asking && { asking: asking === 'field' || asking === 'look_up' ? asking : 'category' }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}
