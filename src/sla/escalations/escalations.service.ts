import { Injectable } from '@nestjs/common';
import { type EscalationView, LIMITS } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Tickets, ticketKey } from '../../tickets/index.js';
import { rungPlace } from '../ladder/climb.js';
import { SlaAcknowledged } from '../sla.events.js';
import { ONE_OF_MINE, OPEN } from './escalations.sql.js';

interface Row {
  dueAt: Date;
  firedAt: Date;
  acknowledgeBy: Date | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  shopName: string | null;
  assigneeName: string | null;
  [column: string]: unknown;
}
type Told = Omit<EscalationView, keyof Row> & Row;

/**
 * The next rung comes at its own time again, now that somebody has seen the one before it; a higher one, or one of another
 * ladder, still waits for somebody. $4: the rung that was seen.
 */
const CALM = `
  UPDATE clocks c SET next_rung_at = rung_times[$3]
  WHERE id = $1 AND next_rung = $2 AND next_rung_at IS NOT NULL AND rung_times[$3] IS NOT NULL AND (next_rung > 100) = ($4 > 100)
    AND NOT EXISTS (
      SELECT FROM escalations e WHERE e.clock_id = c.id AND e.rung > $4 AND (e.rung > 100) = ($4 > 100))`;

/** Rungs that have fired and that a person has to answer for. */
@Injectable()
export class Escalations {
  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly outbox: Outbox,
  ) {}

  /** Those of one's teams, one's own cases and those that name one, whose clock still runs; the most pressing first. */
  async open(staff: StaffPrincipal): Promise<EscalationView[]> {
    const rows = await this.database.query<Told>(OPEN, [LIMITS.listPage, ...mine(staff)]);
    return rows.map(escalationView);
  }

  /**
   * Says that somebody has seen it: the next rung waits for its own time. Once is enough; who was first stands.
   * @throws DeskError `not_found` for what is nobody's matter of theirs, as for what does not exist
   */
  async acknowledge(staff: StaffPrincipal, id: string): Promise<EscalationView> {
    return await this.database.transaction(async (tx) => {
      if (!(await this.read(tx, staff, id))) throw new DeskError('not_found');
      await this.acknowledgeAsTold(tx, staff, id);
      const view = await this.read(tx, staff, id);
      if (!view) throw new DeskError('not_found');
      return view;
    });
  }

  /** The same by somebody who was told of it, whosever matter it is. @throws DeskError `not_found` */
  async acknowledgeAsTold(tx: Transaction, staff: StaffPrincipal, id: string): Promise<void> {
    const found = await tx.one<{ ticketId: string }>(
      `SELECT c.ticket_id AS "ticketId" FROM escalations e JOIN clocks c ON c.id = e.clock_id WHERE e.id = $1`,
      [id],
    );
    if (!found) throw new DeskError('not_found');
    const { ticketId } = found;
    await this.tickets.lock(tx, ticketId);
    const written = await tx.one<{ clockId: string; rung: number; kind: string }>(
      `UPDATE escalations e SET acknowledged_at = desk_now(), acknowledged_by = $2 FROM clocks c
       WHERE e.id = $1 AND c.id = e.clock_id AND e.acknowledged_at IS NULL AND e.state = 'fired'
       RETURNING e.clock_id AS "clockId", e.rung, c.kind`,
      [id, staff.staffId],
    );
    if (!written) return;
    await this.calm(tx, staff, ticketId, written);
    await this.outbox.add(tx, SlaAcknowledged(ticketKey(ticketId), { escalationId: id, ticketId }));
  }

  private async calm(
    tx: Transaction,
    staff: StaffPrincipal,
    ticketId: string,
    { clockId, rung, kind }: { clockId: string; rung: number; kind: string },
  ): Promise<void> {
    const next = await tx.one<{ rung: number | null }>('SELECT next_rung AS rung FROM clocks WHERE id = $1', [clockId]);
    if (next?.rung) await tx.query(CALM, [clockId, next.rung, rungPlace(next.rung) + 1, rung]);
    await this.tickets.record(tx, ticketId, {
      kind: 'acknowledged',
      actor: { kind: 'staff', id: staff.staffId },
      data: { clockKind: kind, rung },
      customerVisible: false,
    });
  }

  private async read(tx: Transaction, staff: StaffPrincipal, id: string): Promise<EscalationView | undefined> {
    const row = await tx.one<Told>(ONE_OF_MINE, [id, ...mine(staff)]);
    return row && escalationView(row);
  }
}

const mine = ({ staffId, teamIds, role }: StaffPrincipal) => [staffId, teamIds, role === 'admin'];

function escalationView(row: Told): EscalationView {
  const { dueAt, firedAt, acknowledgeBy, acknowledgedAt, acknowledgedBy, shopName, assigneeName, ...rest } = row;
  return {
    ...(rest as Omit<EscalationView, 'dueAt' | 'firedAt'>),
    dueAt: dueAt.toISOString(),
    firedAt: firedAt.toISOString(),
    ...(shopName && { shopName }),
    ...(assigneeName && { assigneeName }),
    ...(acknowledgeBy && { acknowledgeBy: acknowledgeBy.toISOString() }),
    ...(acknowledgedAt && { acknowledgedAt: acknowledgedAt.toISOString() }),
    ...(acknowledgedBy && { acknowledgedBy }),
  };
}
