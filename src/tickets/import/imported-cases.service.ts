import { Injectable } from '@nestjs/common';
import type { CaseImportOptions } from '../../contract/index.js';
import { BOT, Histories, type HistoryLine } from '../../conversations/index.js';
import { ImportedCustomers } from '../../people/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Categories } from '../categories/categories.service.js';
import { FRONTLINE_TEAM } from '../categories/unsorted.js';
import { nextNumber } from '../opening.service.js';
import { Sight } from '../sight.service.js';
import { Tags } from '../tags/tags.service.js';
import { TicketImported, ticketKey } from '../ticket.events.js';
import { factsOf } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import type { CasePlan } from './case-plan.js';
import type { PlannedLine } from './planned-lines.js';

export interface Bringing {
  options: CaseImportOptions;
  externalId: string;
  plan: CasePlan;
  /** Who has said so. */
  staffId: string;
}

/**
 * What is over keeps its times, and is over: no clock, no letter and no count follows from it. What still waits begins here and now,
 * without a person: whoever had it elsewhere follows it.
 */
const INSERT = `
  INSERT INTO tickets (id, number, site_id, customer_id, shop_id, tier, category, sub_category, nature, priority, status, team_id,
                       assignee_id, subject, locale, tags, opened_at, resolved_at, closed_at, last_activity_at)
  SELECT $1, $2, $3, c.id, s.id, coalesce(s.tier, 'standard'), $5, $6, $7, $8, $9,
         (SELECT id FROM teams WHERE archived_at IS NULL ORDER BY key = $10 DESC, key = '${FRONTLINE_TEAM}' DESC, key LIMIT 1),
         $11, $12, $13, $14, coalesce($15::timestamptz, desk_now()), $16, $16, coalesce($16::timestamptz, desk_now())
  FROM customers c LEFT JOIN shops s ON s.id = c.shop_id WHERE c.id = $4`;

const LINK = `
  INSERT INTO ticket_conversations (conversation_id, ticket_id, settled_seq) SELECT id, $2, seq FROM conversations WHERE id = $1`;

/** Lines of the timeline at the times at which it was so. */
const TELL = `
  INSERT INTO ticket_events (id, ticket_id, kind, actor_kind, actor_id, data, public_data, customer_visible, created_at)
  SELECT id, $1, kind, actor_kind, actor_id, data, public_data, customer_visible, coalesce(at, desk_now())
  FROM jsonb_to_recordset($2::jsonb) AS line (id uuid, kind text, actor_kind text, actor_id uuid, data jsonb, public_data jsonb,
    customer_visible boolean, at timestamptz)`;

/** Cases of another desk become ours, with a number of their own; the old one is kept, and found. */
@Injectable()
export class ImportedCases {
  constructor(
    private readonly customers: ImportedCustomers,
    private readonly histories: Histories,
    private readonly categories: Categories,
    private readonly tags: Tags,
    private readonly locks: TicketLocks,
    private readonly sight: Sight,
    private readonly outbox: Outbox,
  ) {}

  /** The caller has seen to it that it is not here yet. @returns its id */
  async bring(tx: Transaction, bringing: Bringing): Promise<string> {
    const { options, externalId, plan } = bringing;
    const { siteId } = options;
    const customerId = await this.customers.find(tx, siteId, plan.customer, plan.locale);
    const conversationId = await this.histories.bring(tx, {
      siteId,
      customerId,
      channel: plan.channel,
      category: plan.category,
      locale: plan.locale,
      beganAt: plan.createdAt,
      closedAt: plan.closedAt,
      lines: plan.lines.map((line) => entryOf(line, customerId)),
    });
    const ticketId = await this.insert(tx, siteId, customerId, plan);
    await tx.query(LINK, [conversationId, ticketId]);
    await tx.query('INSERT INTO ticket_sources (source, external_id, ticket_id) VALUES ($1, $2, $3)', [
      options.source,
      externalId,
      ticketId,
    ]);
    if (plan.status !== 'closed' && plan.assigneeId)
      await tx.query(`INSERT INTO ticket_watchers (ticket_id, staff_id, reason) VALUES ($1, $2, 'imported')`, [
        ticketId,
        plan.assigneeId,
      ]);
    const ticket = await this.locks.lock(tx, ticketId);
    await this.sight.write(tx, ticket);
    await tx.query(TELL, [ticketId, JSON.stringify(linesOf(bringing, customerId))]);
    if (plan.status !== 'closed') await this.outbox.add(tx, TicketImported(ticketKey(ticketId), factsOf(ticket)));
    return ticketId;
  }

  private async insert(tx: Transaction, siteId: string, customerId: string, plan: CasePlan): Promise<string> {
    const { category, subCategory, status, closedAt } = plan;
    const sub = category && subCategory ? await this.categories.find(tx, category, subCategory) : undefined;
    const isOver = status === 'closed';
    const id = newId();
    const number = await nextNumber(tx);
    const tags = await this.tags.spelled(tx, plan.tags, []);
    await tx.query(INSERT, [
      id,
      number,
      siteId,
      customerId,
      category,
      sub?.key ?? null,
      sub?.nature ?? null,
      plan.priority,
      status,
      sub?.teamKey ?? FRONTLINE_TEAM,
      isOver ? plan.assigneeId : null,
      plan.subject,
      plan.locale,
      tags,
      isOver ? plan.createdAt : null,
      closedAt,
    ]);
    return id;
  }
}

function entryOf({ kind, by, own, staffId, name, body, at }: PlannedLine, customerId: string): HistoryLine {
  const author =
    by === 'bot'
      ? { ...BOT, name: name || BOT.name }
      : { kind: by, id: by === 'staff' ? staffId : own ? customerId : null, name };
  return { kind, author, body, at };
}

function linesOf({ options, externalId, plan, staffId }: Bringing, customerId: string): object[] {
  const system = { actor_kind: 'system', actor_id: null };
  const opened = { reason: 'import' };
  const lines: object[] = [
    {
      id: newId(),
      kind: 'opened',
      actor_kind: 'customer',
      actor_id: customerId,
      data: opened,
      public_data: {},
      customer_visible: true,
      at: plan.closedAt ? plan.createdAt : null,
    },
  ];
  if (plan.closedAt) {
    const moved = { from: 'open', to: 'closed' };
    const data = { ...moved, because: 'import' };
    lines.push({
      id: newId(),
      kind: 'status',
      ...system,
      data,
      public_data: moved,
      customer_visible: true,
      at: plan.closedAt,
    });
  }
  lines.push({
    id: newId(),
    kind: 'imported',
    actor_kind: 'staff',
    actor_id: staffId,
    data: { source: options.source, externalId, createdAt: plan.createdAt },
    public_data: {},
    customer_visible: false,
    at: null,
  });
  return lines;
}
