import type {
  ArticleNoticeView,
  EscalationNoticeView,
  MentionedNoticeView,
  NoticeView,
  NudgedNoticeView,
  PresenceNoticeView,
  ReturnedNoticeView,
  SupervisorNoticeView,
  TaskNoticeView,
  WokenNoticeView,
} from '../../contract/index.js';

type EscalationColumns = Omit<
  EscalationNoticeView,
  'kind' | 'createdAt' | 'dueAt' | 'acknowledgeBy' | 'acknowledgedAt' | 'acknowledgedBy'
>;

/** A row of `notices.sql.ts`; what is of no meaning to its kind is null. */
export interface NoticeRow extends EscalationColumns {
  staffId: string;
  kind: NoticeView['kind'];
  data: Record<string, unknown>;
  createdAt: Date;
  createdExactly: string;
  dueAt: Date;
  acknowledgeBy: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  [column: string]: unknown;
}

type OwnWords<View extends NoticeView> = Pick<View, Exclude<keyof View, keyof EscalationNoticeView> & keyof View>;

/** What a notice says beside the case that it is about, as it was written. */
export type News =
  | { kind: 'returned'; data: OwnWords<ReturnedNoticeView> }
  | { kind: SupervisorNoticeView['kind']; data: OwnWords<SupervisorNoticeView> }
  | { kind: 'nudged'; data: OwnWords<NudgedNoticeView> }
  | { kind: 'presence'; data: OwnWords<PresenceNoticeView> }
  | { kind: 'article'; data: OwnWords<ArticleNoticeView> }
  | { kind: 'task'; data: OwnWords<TaskNoticeView> }
  | { kind: 'mentioned'; data: OwnWords<MentionedNoticeView> }
  | { kind: 'woken'; data: OwnWords<WokenNoticeView> };

export function presentNotice(row: NoticeRow): NoticeView {
  const common = { id: row.id, createdAt: row.createdAt.toISOString(), read: row.read };
  const { number, subject, priority, status } = row;
  const ofTicket = { ...common, number, subject, priority, status };
  switch (row.kind) {
    case 'escalation':
      return { ...ofTicket, kind: row.kind, ...escalation(row) };
    case 'returned':
      return { ...ofTicket, kind: row.kind, ...(row.data as OwnWords<ReturnedNoticeView>) };
    case 'taken_over':
    case 'whispered':
      return { ...ofTicket, kind: row.kind, ...(row.data as OwnWords<SupervisorNoticeView>) };
    case 'nudged':
      return { ...ofTicket, kind: row.kind, ...(row.data as OwnWords<NudgedNoticeView>) };
    case 'task':
      return { ...ofTicket, kind: row.kind, ...(row.data as OwnWords<TaskNoticeView>) };
    case 'mentioned':
      return { ...ofTicket, kind: row.kind, ...(row.data as OwnWords<MentionedNoticeView>) };
    case 'woken':
      return { ...ofTicket, kind: row.kind, ...(row.data as OwnWords<WokenNoticeView>) };
    case 'presence':
      return { ...common, kind: row.kind, ...(row.data as OwnWords<PresenceNoticeView>) };
    case 'article':
      return { ...common, kind: row.kind, ...(row.data as OwnWords<ArticleNoticeView>) };
  }
}

function escalation({ escalationId, clockKind, rung, at, needsAcknowledgement, ...row }: NoticeRow) {
  const { dueAt, acknowledgeBy, acknowledgedAt, acknowledgedBy } = row;
  return {
    escalationId,
    clockKind,
    rung,
    at,
    needsAcknowledgement,
    dueAt: dueAt.toISOString(),
    ...(acknowledgeBy && { acknowledgeBy: acknowledgeBy.toISOString() }),
    ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }),
    ...(acknowledgedBy && { acknowledgedBy }),
  };
}
