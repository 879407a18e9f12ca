import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { can } from '../access.service.js';
import type { TicketRecord } from '../ticket.record.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { parseNumber } from '../ticket-number.js';

/** Two cases that are to belong together. */
@Injectable()
export class Pairs {
  constructor(private readonly locks: TicketLocks) {}

  /**
   * The one is theirs to work on, the other theirs to see; both are held.
   * @throws DeskError `not_found`, `forbidden`, `invalid_input` for another that does not exist, `link_cycle` for itself, `conflict`
   * when one was merged at this moment
   */
  async lock(
    tx: Transaction,
    staff: StaffPrincipal,
    number: string,
    to: string,
  ): Promise<[TicketRecord, TicketRecord]> {
    const id = await this.locks.idOf(tx, parseNumber(number) ?? '');
    const otherId = await this.locks.idOf(tx, parseNumber(to) ?? '');
    if (!id) throw new DeskError('not_found');
    if (!otherId) throw new DeskError('invalid_input', { errors: [{ path: 'to', message: 'no such case' }] });
    if (id === otherId) throw new DeskError('link_cycle');
    const [ticket, other] = await this.locks.lockAll(tx, [id, otherId] as const);
    if (ticket.mergedInto || other.mergedInto) throw new DeskError('conflict');
    if (!can(staff, ticket, 'work') || !can(staff, other, 'see')) throw new DeskError('forbidden');
    return [ticket, other];
  }
}
