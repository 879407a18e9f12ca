import type {
  CategoryKey,
  ClockKind,
  Nature,
  Priority,
  ShopTier,
  TicketListItemView,
  TicketStatus,
  TicketView,
  VerifiedIdentityView,
  WorkingSpan,
} from '../../contract/index.js';

/** A row of `ticket-list.sql.ts`. */
export interface ListRow {
  id: string;
  number: string;
  subject: string;
  status: TicketStatus;
  priority: Priority;
  category: CategoryKey | null;
  subCategory: string | null;
  customerName: string;
  shopName: string | null;
  tier: ShopTier | null;
  teamId: string;
  assigneeId: string | null;
  assigneeName: string | null;
  nextDueAt: Date | null;
  nextDueKind: ClockKind | null;
  nextDueStartedAt: Date | null;
  pausedAt: Date | null;
  /** From and to in turn. */
  nextDueWorking: Date[] | null;
  nextDueBeyond: number | null;
  escalated: boolean;
  nature: Nature | null;
  ratingScore: number | null;
  lastActivityAt: Date;
  openedAt: Date;
  preview: string;
  unread: number;
}

export interface DetailRow extends ListRow {
  form: Record<string, string>;
  promisedAt: Date | null;
  promiseBasis: string | null;
  resolvedAt: Date | null;
  closedAt: Date | null;
  ratingSolved: boolean | null;
  ratingComment: string | null;
  version: number;
  followUpOf: string | null;
}

export function listItem(row: ListRow): TicketListItemView {
  return {
    number: row.number,
    subject: row.subject,
    status: row.status,
    priority: row.priority,
    customerName: row.customerName,
    teamId: row.teamId,
    escalated: row.escalated,
    lastActivityAt: row.lastActivityAt.toISOString(),
    preview: row.preview,
    unread: row.unread,
    openedAt: row.openedAt.toISOString(),
    ...given({
      category: row.category,
      subCategory: row.subCategory,
      shopName: row.shopName,
      tier: row.tier,
      assigneeId: row.assigneeId,
      assigneeName: row.assigneeName,
      nextDueAt: row.nextDueAt?.toISOString(),
      nextDueKind: row.nextDueKind,
      nextDueStartedAt: row.nextDueStartedAt?.toISOString(),
      pausedAt: row.pausedAt?.toISOString(),
      nextDueWorking: row.nextDueWorking && spans(row.nextDueWorking),
      nextDueBeyond: row.nextDueBeyond,
      nature: row.nature,
      ratingScore: row.ratingScore,
    }),
  };
}

export function ticketView(
  row: DetailRow,
  around: { conversationIds: string[]; customer: VerifiedIdentityView; allowed: TicketView['allowed'] },
): TicketView {
  return {
    ...listItem(row),
    id: row.id,
    ...around,
    form: row.form,
    version: row.version,
    ...given({
      promisedAt: row.promisedAt?.toISOString(),
      promiseBasis: row.promiseBasis,
      resolvedAt: row.resolvedAt?.toISOString(),
      closedAt: row.closedAt?.toISOString(),
      followUpOf: row.followUpOf,
    }),
    ...(row.ratingScore !== null && {
      rating: {
        score: row.ratingScore,
        solved: row.ratingSolved ?? false,
        ...given({ comment: row.ratingComment }),
      },
    }),
  };
}

function spans(times: readonly Date[]): WorkingSpan[] {
  return Array.from({ length: times.length / 2 }, (_, place) => {
    const [from, to] = times.slice(2 * place) as [Date, Date];
    return { from: from.toISOString(), to: to.toISOString() };
  });
}

type Given<T> = { [K in keyof T]?: NonNullable<T[K]> };

/** Without what is null or undefined. */
function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  ) as Given<T>;
}
