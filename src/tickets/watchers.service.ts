import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Sight } from './sight.service.js';
import type { TicketRecord } from './ticket.record.js';

/** Staff who see a ticket although it is not their team's. */
@Injectable()
export class Watchers {
  constructor(private readonly sight: Sight) {}

  /**
   * @param ticket under its lock
   * @param reason in words that colleagues may read
   * @throws DeskError `not_found` for who does not work here any more
   */
  async add(tx: Transaction, ticket: TicketRecord, staffId: string, reason: string): Promise<void> {
    const staff = await tx.one('SELECT FROM staff WHERE id = $1 AND disabled_at IS NULL', [staffId]);
    if (!staff) throw new DeskError('not_found');
    await tx.query(
      'INSERT INTO ticket_watchers (ticket_id, staff_id, reason) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [ticket.id, staffId, reason],
    );
    await this.sight.write(tx, { ...ticket, watcherIds: [...ticket.watcherIds, staffId] });
  }
}
