import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Clocks } from '../clocks/clocks.service.js';

const SLICE = 50;
/** How long the sweep is kept from what is due, at most. */
const SLICES_AT_A_TIME = 20;

const LAGGING = `
  SELECT DISTINCT c.ticket_id AS "ticketId" FROM clocks c
  JOIN retimings r ON r.done_at IS NULL AND c.timed_at < r.effective_at AND (r.team_id IS NULL OR r.team_id = c.team_id)
  WHERE c.state = 'running' AND c.ticket_id <> ALL($1::uuid[]) LIMIT ${SLICE}`;

/** Carries out what an editor of the rules asked for: that clocks under way go by the new ones. Rows are the truth. */
@Injectable()
export class Retimings {
  constructor(
    private readonly database: Database,
    private readonly clocks: Clocks,
    private readonly logger: Logger,
  ) {}

  /** @param teamIds whose clocks; undefined: everybody's */
  async ask(tx: Transaction, teamIds?: readonly string[]): Promise<void> {
    for (const teamId of teamIds ?? [null])
      await tx.query('INSERT INTO retimings (id, team_id) VALUES ($1, $2)', [newId(), teamId]);
  }

  /** A part of what is to be done. @returns whether more is left */
  async run(): Promise<boolean> {
    const open = await this.database.query<{ id: string; fresh: boolean }>(
      'SELECT id, effective_at IS NULL AS fresh FROM retimings WHERE done_at IS NULL',
    );
    if (open.length === 0) return false;
    // In a transaction that begins after they could be seen: whoever still read the former rules did so before it.
    const fresh = open.filter((order) => order.fresh).map(({ id }) => id);
    if (fresh.length > 0)
      await this.database.query(
        'UPDATE retimings SET effective_at = desk_now() WHERE id = ANY($1::uuid[]) AND effective_at IS NULL',
        [fresh],
      );
    const failed: string[] = [];
    for (let slice = 0; slice < SLICES_AT_A_TIME; slice += 1) {
      const tickets = await this.database.query<{ ticketId: string }>(LAGGING, [failed]);
      for (const { ticketId } of tickets)
        await this.database
          .transaction((tx) => this.clocks.follow(tx, ticketId))
          .catch((err) => {
            failed.push(ticketId);
            this.logger.error({ err, ticketId }, 'a ticket’s clocks were not timed anew; they are tried again');
          });
      if (tickets.length < SLICE) return failed.length === 0 && (await this.finish(open.map(({ id }) => id)));
    }
    return true;
  }

  private async finish(ids: string[]): Promise<boolean> {
    await this.database.query(
      'UPDATE retimings SET done_at = desk_now() WHERE id = ANY($1::uuid[]) AND done_at IS NULL',
      [ids],
    );
    return false;
  }
}
