import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Dispatch } from '../assignment/dispatch.service.js';
import { RoutingBeat } from '../assignment/routing-beat.service.js';
import { GIVE_BACK_UNITS, LOCK_WAITING, LONG_WAITING } from './releases.sql.js';

const SLICE = 200;

/**
 * Work that has waited for its customer for long takes no room any more: its units come free for somebody who waits. The case
 * stays with its person, and takes its units again when the customer writes, be the person full or not.
 */
@Injectable()
export class Releases {
  constructor(
    private readonly database: Database,
    private readonly dispatch: Dispatch,
    beat: RoutingBeat,
  ) {
    beat.add({ name: 'units of work that waits', everySeconds: 10, work: () => this.giveBack() });
  }

  /** @returns of how many cases */
  async giveBack(): Promise<number> {
    let released = 0;
    for (;;) {
      const due = await this.database.prepared<{ ticketId: string }>('routing_long_waiting', LONG_WAITING, [SLICE]);
      if (due.length === 0) return released;
      const freed = await this.slice(due.map(({ ticketId }) => ticketId));
      released += freed;
      if (freed === 0 || due.length < SLICE) return released;
    }
  }

  /** What of these nobody has in hand at the moment. */
  private async slice(ticketIds: string[]): Promise<number> {
    return await this.database.transaction(async (tx) => {
      const free = await tx.query<{ id: string }>(LOCK_WAITING, [ticketIds]);
      const rows = await tx.query<{ staffId: string }>(GIVE_BACK_UNITS, [free.map(({ id }) => id)]);
      tx.afterCommit(() => {
        for (const staffId of new Set(rows.map((row) => row.staffId))) void this.dispatch.wakeTeamsOf(staffId);
      });
      return rows.length;
    });
  }
}
