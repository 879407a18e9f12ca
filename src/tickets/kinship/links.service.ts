import { Injectable } from '@nestjs/common';
import type { LinkKindByHand } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { TicketEdited, ticketKey } from '../ticket.events.js';
import { factsOf, type TicketRecord } from '../ticket.record.js';
import { Timeline } from '../timeline.service.js';
import { Pairs } from './pairs.service.js';

/** Two who close a circle at the same moment wait for each other. */
const ONE_AT_A_TIME = `SELECT pg_advisory_xact_lock(hashtext('ticket_links'))`;

/** Whether one comes from $1 to $2 by links of the kind $3. */
const LEADS_TO = `
  WITH RECURSIVE way (id) AS (
    SELECT $1::uuid UNION SELECT l.other_id FROM way JOIN ticket_links l ON l.ticket_id = way.id AND l.kind = $3
  ) SELECT FROM way WHERE id = $2`;

const INSERT = `
  INSERT INTO ticket_links (ticket_id, other_id, kind, created_by)
  SELECT $1, $2, $3, $4 WHERE NOT ($3 = 'related' AND EXISTS (
    SELECT FROM ticket_links WHERE ticket_id = $2 AND other_id = $1 AND kind = 'related'))
  ON CONFLICT DO NOTHING RETURNING ticket_id`;

const DELETE = `
  DELETE FROM ticket_links WHERE kind = $3 AND (ticket_id, other_id) IN (($1, $2), ($2, $1)) RETURNING ticket_id`;

/** How two cases belong together. Nothing of it is told to customers. */
@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly pairs: Pairs,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Read from this case to the other. Said twice, it changes nothing.
   * @throws DeskError as {@link Pairs.lock}; `link_cycle` when causes or doubles would go round in a circle
   */
  async link(staff: StaffPrincipal, number: string, kind: LinkKindByHand, to: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const pair = await this.pairs.lock(tx, staff, number, to);
      const [ticket, other] = pair;
      await tx.query(ONE_AT_A_TIME);
      const circular = kind === 'related' ? [] : await tx.query(LEADS_TO, [other.id, ticket.id, kind]);
      if (circular.length > 0) throw new DeskError('link_cycle');
      const made = await tx.query(INSERT, [ticket.id, other.id, kind, staff.staffId]);
      if (made.length > 0) await this.tell(tx, staff, pair, 'linked', kind);
    });
  }

  /** From whichever side it was made. @throws DeskError as {@link Pairs.lock} */
  async unlink(staff: StaffPrincipal, number: string, kind: LinkKindByHand, to: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const pair = await this.pairs.lock(tx, staff, number, to);
      const gone = await tx.query(DELETE, [...pair.map(({ id }) => id), kind]);
      if (gone.length > 0) await this.tell(tx, staff, pair, 'unlinked', kind);
    });
  }

  private async tell(
    tx: Transaction,
    { staffId }: StaffPrincipal,
    [ticket, other]: readonly [TicketRecord, TicketRecord],
    kind: 'linked' | 'unlinked',
    as: LinkKindByHand,
  ): Promise<void> {
    const actor = { kind: 'staff' as const, id: staffId };
    const line = { kind, actor, customerVisible: false };
    await this.timeline.recordAll(tx, [
      { ...line, ticketId: ticket.id, data: { as, number: other.number } },
      { ...line, ticketId: other.id, data: { as, number: ticket.number } },
    ]);
    for (const one of [ticket, other])
      await this.outbox.add(tx, TicketEdited(ticketKey(one.id), { ...factsOf(one), changed: ['links'], actor }));
  }
}
