import type {
  CategoryKey,
  ClockKind,
  Nature,
  Priority,
  RatingReason,
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
  internal: boolean;
  nature: Nature | null;
  tags: string[];
  ratingScore: number | null;
  nudges: number;
  nudgedAt: Date | null;
  snoozedUntil: Date | null;
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
  ratingReasons: RatingReason[];
  version: number;
  followUpOf: string | null;
  natureBy: 'rules' | 'staff' | null;
  snoozedBy: string | null;
  /** Times as JSON has them. */
  checks: { item: string; doneBy: string; doneAt: string }[] | null;
  threads: TicketView['threads'];
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
    tags: row.tags,
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
      nudges: row.nudges || undefined,
      nudgedAt: row.nudgedAt?.toISOString(),
      snoozedUntil: row.snoozedUntil?.toISOString(),
    }),
    ...(row.internal && { internal: true as const }),
  };
}

export function ticketView(
  row: DetailRow,
  around: { conversationIds: string[]; customer: VerifiedIdentityView } & Pick<TicketView, 'allowed' | 'watching'>,
): TicketView {
  return {
    ...listItem(row),
    id: row.id,
    ...around,
    threads: row.threads,
    form: row.form,
    version: row.version,
    checks: (row.checks ?? []).map((check) => ({ ...check, doneAt: new Date(check.doneAt).toISOString() })),
    ...given({
      natureBy: row.natureBy,
      snoozedBy: row.snoozedBy,
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
        ...(row.ratingReasons.length > 0 && { reasons: row.ratingReasons }),
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
