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
    await this.addAll(tx, ticket, [staffId], reason);
  }

  /** The same for several. */
  async addAll(tx: Transaction, ticket: TicketRecord, staffIds: readonly string[], reason: string): Promise<void> {
    const staff = await tx.query('SELECT id FROM staff WHERE id = ANY($1::uuid[]) AND disabled_at IS NULL', [staffIds]);
    if (staff.length < new Set(staffIds).size) throw new DeskError('not_found');
    await tx.query(
      `INSERT INTO ticket_watchers (ticket_id, staff_id, reason) SELECT $1, unnest($2::uuid[]), $3 ON CONFLICT DO NOTHING`,
      [ticket.id, staffIds, reason],
    );
    await this.sight.write(tx, { ...ticket, watcherIds: [...ticket.watcherIds, ...staffIds] });
  }

  /** @returns whether they watched it. @param ticket under its lock */
  async remove(tx: Transaction, ticket: TicketRecord, staffId: string): Promise<boolean> {
    const watched = await tx.one(
      'DELETE FROM ticket_watchers WHERE ticket_id = $1 AND staff_id = $2 RETURNING staff_id',
      [ticket.id, staffId],
    );
    if (!watched) return false;
    await this.sight.write(tx, { ...ticket, watcherIds: ticket.watcherIds.filter((id) => id !== staffId) });
    return true;
  }
}
