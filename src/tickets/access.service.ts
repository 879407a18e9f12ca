import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../people/index.js';
import { Database, type Transaction } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { type Deed, may, type StandingFacts, standingOf } from './permissions.data.js';
import { RECORD_COLUMNS, type TicketRecord } from './ticket.record.js';
import { TicketLocks } from './ticket-locks.service.js';
import { parseNumber } from './ticket-number.js';
import { Timeline } from './timeline.service.js';
import { Watchers } from './watchers.service.js';

type Row = TicketRecord & { [column: string]: unknown };

/** The number of a merged case leads to the one that has its conversations. */
const BY_NUMBER = `
  SELECT ${RECORD_COLUMNS} FROM tickets t
  WHERE t.id = (SELECT coalesce(merged_into, id) FROM tickets WHERE number = $1)`;

/** The table of `permissions.data.ts`, asked. */
@Injectable()
export class Access {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
    private readonly watchers: Watchers,
    private readonly timeline: Timeline,
  ) {}

  /**
   * @param number as typed
   * @throws DeskError `not_found`; `forbidden` when staff would have to give a reason first
   */
  async find(staff: StaffPrincipal, number: string, deed: Deed): Promise<TicketRecord> {
    const ticket = await this.database.one<Row>(BY_NUMBER, [parseNumber(number) ?? '']);
    if (!ticket) throw new DeskError('not_found');
    return admitted(staff, ticket, deed);
  }

  /** The same, decided under the lock in which the change will be made. */
  async lock(tx: Transaction, staff: StaffPrincipal, number: string, deed: Deed): Promise<TicketRecord> {
    const ticketId = await this.locks.idOf(tx, parseNumber(number) ?? '');
    if (!ticketId) throw new DeskError('not_found');
    const ticket = await this.locks.lock(tx, ticketId);
    // Merged at this very moment: what its reader saw is elsewhere.
    if (ticket.mergedInto) throw new DeskError('conflict');
    return admitted(staff, ticket, deed);
  }

  /** Opens the door to who gives a reason: they watch the ticket from now on, and the timeline says why. */
  async enter(staff: StaffPrincipal, number: string, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ticketId = await this.locks.idOf(tx, parseNumber(number) ?? '');
      if (!ticketId) throw new DeskError('not_found');
      const ticket = await this.locks.lock(tx, ticketId);
      if (can(staff, ticket, 'see')) return;
      if (!can(staff, ticket, 'enter_by_number')) throw new DeskError('forbidden');
      await this.watchers.add(tx, ticket, staff.staffId, reason);
      await this.timeline.record(tx, ticket.id, {
        kind: 'accessed',
        actor: { kind: 'staff', id: staff.staffId },
        data: { reason },
        customerVisible: false,
      });
    });
  }
}

export function can(staff: StandingFacts, ticket: TicketRecord, deed: Deed): boolean {
  const watched = ticket.watcherIds.includes(staff.staffId);
  return may(staff.role, standingOf(staff, { ...ticket, watched }), deed);
}

function admitted(staff: StaffPrincipal, ticket: TicketRecord, deed: Deed): TicketRecord {
  if (!can(staff, ticket, deed)) throw new DeskError('forbidden');
  return ticket;
}
