import { Injectable } from '@nestjs/common';
import type { Locale, WithdrawalReason } from '../../contract/index.js';
import { Entries, SYSTEM } from '../../conversations/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { linesOf, type Rating, Ratings } from '../ratings.service.js';
import { Snoozes } from '../snoozes/snoozes.service.js';
import { StatusChanges } from '../status-changes.service.js';
import { TicketNudged, ticketKey } from '../ticket.events.js';
import { factsOf } from '../ticket.record.js';
import { Timeline } from '../timeline.service.js';
import { type CustomerCase, CustomerCases } from './customer-cases.service.js';
import { customerVerbs } from './customer-verbs.js';

/** In the thread, to the customer; colleagues read how often. */
const NUDGED: Record<Locale, string> = {
  'zh-CN': '您已催单，负责的同事已收到提醒',
  en: 'You asked us to hurry, and we were told',
};

export interface Withdrawal {
  reason: WithdrawalReason;
  words?: string;
}

/** What customers do about their cases, by number. Who calls has made sure that the number is theirs. */
@Injectable()
export class CustomerDeeds {
  constructor(
    private readonly database: Database,
    private readonly cases: CustomerCases,
    private readonly statuses: StatusChanges,
    private readonly ratings: Ratings,
    private readonly entries: Entries,
    private readonly timeline: Timeline,
    private readonly snoozes: Snoozes,
    private readonly outbox: Outbox,
  ) {}

  /**
   * 催单: asks the desk to hurry.
   * @throws DeskError `illegal_transition` when there is nobody to hurry, `too_many_requests` too soon after the last time
   */
  async nudge(number: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { ticket, own } = await this.cases.lock(tx, number);
      const { nudge } = customerVerbs(own, own.now);
      if (!nudge) throw new DeskError('illegal_transition');
      const wait = nudge.from ? Date.parse(nudge.from) - own.now.getTime() : 0;
      if (wait > 0) throw new DeskError('too_many_requests', { retryAfter: Math.ceil(wait / 1_000) });
      await tx.query(
        'UPDATE tickets SET nudges = nudges + 1, nudged_at = desk_now(), last_activity_at = desk_now() WHERE id = $1',
        [ticket.id],
      );
      const actor = { kind: 'customer' as const, id: own.customerId };
      await this.snoozes.wake(tx, ticket, 'nudged', actor);
      const nudges = own.nudges + 1;
      const line = {
        kind: 'nudged',
        actor,
        data: { count: nudges },
      };
      await this.timeline.recordAll(
        tx,
        linesOf({ id: own.originId, number, ticket }, { ...line, customerVisible: true }),
      );
      const conversationId = own.conversationIds.at(-1);
      const data = { type: 'nudged', count: nudges } as const;
      if (conversationId)
        await this.entries.add(tx, {
          conversationId,
          kind: 'system',
          author: SYSTEM,
          body: NUDGED[ticket.locale],
          data,
        });
      await this.outbox.add(tx, TicketNudged(ticketKey(ticket.id), { ...factsOf(ticket), nudges }));
    });
  }

  /**
   * 撤单: takes the case back. Of one that is cancelled already nothing changes.
   * @throws DeskError `illegal_transition` when it is done already, or is not theirs alone
   */
  async withdraw(number: string, { reason, words }: Withdrawal): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { ticket, own } = await this.cases.lock(tx, number);
      if (ticket.status === 'cancelled') return;
      if (!customerVerbs(own, own.now).withdraw) throw new DeskError('illegal_transition');
      const change = {
        ticketId: ticket.id,
        to: 'cancelled' as const,
        actor: { kind: 'customer' as const, id: own.customerId },
        because: 'withdrawn',
        details: { reason, ...(words && { words }) },
      };
      await this.statuses.transition(tx, change, ticket);
    });
  }

  /** See {@link Ratings.confirm}. @throws DeskError `illegal_transition` */
  async confirm(number: string, solved: boolean): Promise<void> {
    const { originId } = await this.require(number);
    await this.database.transaction((tx) => this.ratings.confirm(tx, originId, solved));
  }

  /** See {@link Ratings.rate}. @throws DeskError `illegal_transition` */
  async rate(number: string, rating: Rating): Promise<void> {
    const { originId } = await this.require(number);
    await this.database.transaction((tx) => this.ratings.rate(tx, originId, rating));
  }

  private async require(number: string): Promise<CustomerCase> {
    const found = await this.cases.find(number);
    if (!found) throw new DeskError('not_found');
    return found;
  }
}
