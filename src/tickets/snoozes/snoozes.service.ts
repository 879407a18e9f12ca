import { Injectable } from '@nestjs/common';
import { LIMITS, type WakeReason } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { type TicketActor, TicketSnoozed, TicketWoken, ticketKey } from '../ticket.events.js';
import { factsOf, type TicketRecord } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { Timeline } from '../timeline.service.js';
import { ACTIVE_STATUSES } from '../transitions.data.js';
import { MARK_THREADS, SNOOZE, WAKE, WAKE_REASON } from './snoozes.sql.js';

const DAY = 86_400_000;
const DESK: TicketActor = { kind: 'system', id: null };

/**
 * 稍后处理: a case is out of the way of whoever has it until a time. No promise to the customer waits for it: its clocks go on, and
 * it is back before one of them runs out.
 */
@Injectable()
export class Snoozes {
  constructor(
    private readonly locks: TicketLocks,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param ticket under its lock
   * @throws DeskError `invalid_input` for a time that has passed or is too far; `illegal_transition` when it is done, somebody
   * else's, or so urgent that it would be back at once
   */
  async snooze(tx: Transaction, ticket: TicketRecord, staff: StaffPrincipal, until: Date): Promise<void> {
    insistOnTime(ticket, until);
    if (!ACTIVE_STATUSES.some((status) => status === ticket.status)) throw new DeskError('illegal_transition');
    if (ticket.assigneeId !== staff.staffId) throw new DeskError('illegal_transition', NOT_YOURS);
    const [snoozed] = await tx.query(SNOOZE, [ticket.id, until, staff.staffId]);
    if (!snoozed) throw new DeskError('illegal_transition', TOO_URGENT);
    await tx.query(MARK_THREADS, [ticket.id]);
    const actor = { kind: 'staff' as const, id: staff.staffId };
    const data = { until: until.toISOString() };
    await this.timeline.record(tx, ticket.id, { kind: 'snoozed', actor, data, customerVisible: false });
    await this.outbox.add(tx, TicketSnoozed(ticketKey(ticket.id), { ...factsOf(ticket), ...data, actor }));
  }

  /** Of what was not put off nothing changes. @param ticket under its lock */
  async wake(tx: Transaction, ticket: TicketRecord, because: WakeReason, actor: TicketActor = DESK): Promise<void> {
    const { id, snoozedBy } = ticket;
    if (!snoozedBy) return;
    await tx.query(WAKE, [id]);
    await this.timeline.record(tx, id, { kind: 'woken', actor, data: { because }, customerVisible: false });
    await this.outbox.add(tx, TicketWoken(ticketKey(id), { ...factsOf(ticket), because, snoozedBy, actor }));
  }

  /** Its customer has written: looks under the case's lock, as it may have moved on. */
  async wakeByMessage(tx: Transaction, ticketId: string, customerId: string | null): Promise<void> {
    await this.wake(tx, await this.locks.lock(tx, ticketId), 'customer_wrote', { kind: 'customer', id: customerId });
  }

  /** If it is still time when its lock is held. @returns whether it was */
  async wakeInTime(tx: Transaction, ticketId: string): Promise<boolean> {
    const ticket = await this.locks.lock(tx, ticketId);
    const row = await tx.one<{ because: WakeReason | null }>(WAKE_REASON, [ticketId]);
    if (!row?.because) return false;
    await this.wake(tx, ticket, row.because);
    return true;
  }
}

function insistOnTime({ now }: TicketRecord, until: Date): void {
  const ahead = until.getTime() - now.getTime();
  const message = ahead <= 0 ? 'has passed' : ahead > LIMITS.snoozeDays * DAY ? 'is too far away' : undefined;
  if (message) throw new DeskError('invalid_input', { errors: [{ path: 'until', message }] });
}

const NOT_YOURS = {
  detail: {
    'zh-CN': '只有接手这个工单的人可以稍后处理；请先接手。',
    en: 'Only whoever has a case can put it off; take it first.',
  },
};

const TOO_URGENT = {
  detail: {
    'zh-CN': '它的时限快到了或已经过了，请先回复客户，或给客户一个新的承诺。',
    en: 'Its time is running out or is over: answer the customer first, or promise them a new date.',
  },
};
