import { Injectable } from '@nestjs/common';
import type { RatingReason } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import type { TicketRecord } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { CUSTOMER_CASE } from './customer-case.sql.js';
import type { VerbFacts } from './customer-verbs.js';

/** The case behind a number, as far as that number's customer is concerned. */
export interface CustomerCase extends VerbFacts {
  number: string;
  /** What was opened as this number; another than `ticketId` once that was merged into it. */
  originId: string;
  ticketId: string;
  customerId: string;
  nudges: number;
  score: number | null;
  solved: boolean | null;
  reasons: RatingReason[];
  comment: string | null;
  now: Date;
  /** Opened as this number, the liveliest last. */
  conversationIds: string[];
}

type Row = CustomerCase & { [column: string]: unknown };

/** Cases by the numbers that their customers know. Whoever asks has made sure that the number is theirs. */
@Injectable()
export class CustomerCases {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
  ) {}

  async find(number: string): Promise<CustomerCase | undefined> {
    return (await this.database.prepared<Row>('customer_case', CUSTOMER_CASE, [number]))[0];
  }

  /**
   * Holds the case against everybody until the transaction ends.
   * @throws DeskError `not_found`, `conflict` when it was merged at this moment
   */
  async lock(tx: Transaction, number: string): Promise<{ ticket: TicketRecord; own: CustomerCase }> {
    const before = await tx.one<Row>(CUSTOMER_CASE, [number]);
    if (!before) throw new DeskError('not_found');
    const ticket = await this.locks.lock(tx, before.ticketId);
    const own = await tx.one<Row>(CUSTOMER_CASE, [number]);
    if (own?.ticketId !== before.ticketId) throw new DeskError('conflict');
    return { ticket, own };
  }
}
