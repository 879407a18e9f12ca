import type { Transaction } from '../../../platform/db/index.js';
import { dialogueRows } from './bot-dialogues.js';
import type { RoutedRow } from './case.js';
import type { Played } from './play.js';

type Row = Record<string, unknown>;

const PER_STATEMENT = 1_000;

/** Many rows of one table in a few statements. Columns that the rows do not name take their defaults. */
export async function insert(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  for (let from = 0; from < rows.length; from += PER_STATEMENT)
    await tx.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(rows.slice(from, from + PER_STATEMENT))],
    );
}

/** The rows of all that was played, by table, in the order in which they refer to each other. */
export function rowsOf(played: readonly Played[], siteId: string): [string, Row[]][] {
  const byStory = new Map(played.map((one) => [one.story, one]));
  const tickets = played.flatMap(({ ticket }) => ticket ?? []);
  return [
    ['conversations', played.map((one) => conversation(one, siteId, byStory))],
    ['entries', played.flatMap(({ thread }) => thread.entries.map((entry) => ({ ...entry })))],
    ['attachments', played.flatMap(({ thread }) => thread.files.map(({ row }) => row))],
    ['read_states', played.flatMap(({ thread }) => readStates(thread))],
    ['bot_answers', played.flatMap(({ botAnswers }) => botAnswers.map((answer) => ({ ...answer })))],
    ['bot_dialogues', dialogueRows(played, siteId)],
    ['tickets', played.flatMap((one) => ticketRow(one, siteId, byStory))],
    [
      'ticket_conversations',
      tickets.map((ticket) => ({
        conversation_id: ticket.thread.id,
        ticket_id: ticket.id,
        settled_seq: ticket.settledSeq,
      })),
    ],
    ['ticket_events', tickets.flatMap(({ timeline }) => timeline.map((line) => ({ ...line })))],
    ['clocks', tickets.flatMap(({ clocks }) => clocks.rows.map((clock) => ({ ...clock })))],
    ['escalations', tickets.flatMap(({ clocks }) => clocks.escalations.map((escalation) => ({ ...escalation })))],
    ['routed_tickets', tickets.flatMap(({ routed }) => routed.map(explained))],
    ['conversation_grants', played.flatMap(grants)],
  ];
}

/** As a claim writes it down; of who else was fit the demo knows only how many. */
function explained({ says, ...row }: RoutedRow): Row {
  const { load, capacity, fit, reason, considered } = says;
  const chosen = { staffId: row.staff_id, load: Number(load) - 1, capacity, needsMet: fit, idleSeconds: null };
  return { ...row, because: { reason, stage: row.stage, considered, chosen, others: [], missing: [] } };
}

function conversation({ thread, story }: Played, siteId: string, byStory: ReadonlyMap<object, Played>): Row {
  return {
    id: thread.id,
    site_id: siteId,
    customer_id: story.customer.id,
    visitor_session_id: story.customer.sessionId,
    client_conversation_id: thread.clientConversationId,
    channel: 'widget',
    handler: thread.handler,
    category: story.category,
    locale: story.locale,
    seq: thread.seq,
    customer_seq: thread.customerSeq,
    preview: thread.preview,
    first_staff_reply_at: thread.firstStaffReplyAt,
    awaiting_reply_since: thread.awaitingReplySince,
    last_customer_message_at: thread.lastCustomerMessageAt,
    last_activity_at: thread.lastActivityAt,
    closed_at: thread.closedAt,
    follow_up_of: story.followUpOf ? (byStory.get(story.followUpOf)?.thread.id ?? null) : null,
    created_at: story.startedAt,
  };
}

function ticketRow({ ticket, story }: Played, siteId: string, byStory: ReadonlyMap<object, Played>): Row[] {
  if (!ticket) return [];
  const { sorted, rating, clocks } = ticket;
  const due = clocks.next;
  return [
    {
      id: ticket.id,
      number: ticket.number,
      site_id: siteId,
      customer_id: story.customer.id,
      shop_id: story.customer.shop?.id ?? null,
      tier: ticket.tier,
      category: sorted?.category ?? story.category,
      sub_category: sorted?.subCategory ?? null,
      nature: sorted?.nature ?? ticket.guessedNature,
      nature_by: sorted || !ticket.guessedNature ? null : 'rules',
      priority: ticket.priority,
      status: ticket.status,
      team_id: ticket.team.id,
      assignee_id: ticket.assignee?.id ?? null,
      subject: ticket.subject,
      form: sorted?.form ?? {},
      form_version: sorted ? 1 : null,
      locale: story.locale,
      version: ticket.version,
      opened_at: ticket.openedAt,
      resolved_at: ticket.resolvedAt,
      closed_at: ticket.closedAt,
      reopened_at: ticket.reopenedAt,
      last_activity_at: ticket.lastActivityAt,
      next_due_at: due?.due_at ?? null,
      customer_due_at: due?.due_at ?? null,
      next_due_kind: due?.kind ?? null,
      next_due_started_at: due?.started_at ?? null,
      escalated_at: ticket.escalatedAt,
      rating_score: rating?.score ?? null,
      rating_solved: rating?.solved ?? null,
      rating_comment: rating?.comment || null,
      rated_at: rating?.at ?? null,
      follow_up_of: story.followUpOf ? (byStory.get(story.followUpOf)?.ticket?.id ?? null) : null,
    },
  ];
}

function readStates({ id, readBy }: Played['thread']): Row[] {
  return [...readBy].map(([principal, seq]) => ({ conversation_id: id, principal, seq }));
}

/** The customer; and once it is a case its team, whoever has it, and admins: as `tickets/sight.service.ts` writes it. */
function grants({ thread, ticket, story }: Played): Row[] {
  const staff = ticket
    ? [`team:${ticket.team.id}`, 'role:admin', ...(ticket.assignee ? [`staff:${ticket.assignee.id}`] : [])]
    : [];
  return [`customer:${story.customer.id}`, ...staff].map((principal) => ({ conversation_id: thread.id, principal }));
}
