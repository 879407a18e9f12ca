import { Injectable } from '@nestjs/common';
import type { Page, StaffRecordView, StaffRole, StaffState } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { STAFF_PAGE, STAFF_RECORD } from './roster.sql.js';

export interface RosterFilter {
  search?: string;
  role?: StaffRole;
  teamId?: string;
  state?: StaffState;
}

type Row = Omit<StaffRecordView, 'createdAt' | 'lastSeenAt' | 'link'> & {
  createdAt: Date;
  lastSeenAt: Date | null;
  link: { purpose: 'invitation' | 'password_reset'; expiresAt: string } | null;
  [column: string]: unknown;
};

/** Everybody who has, had or is offered a place in the console. */
@Injectable()
export class Roster {
  constructor(private readonly database: Database) {}

  async page(
    filter: RosterFilter,
    limit: number,
    after?: { name: string; id: string },
  ): Promise<Page<StaffRecordView> & { last?: StaffRecordView }> {
    const { search, role, teamId, state } = filter;
    const rows = await this.database.query<Row>(STAFF_PAGE, [
      search ?? null,
      role ?? null,
      teamId ?? null,
      state ?? null,
      after?.name ?? null,
      after?.id ?? null,
      limit + 1,
    ]);
    const items = rows.slice(0, limit).map(staffRecordView);
    return { items, ...(rows.length > limit && { last: items.at(-1) }) };
  }

  /** @throws DeskError `not_found` */
  async find(id: string, tx: Pick<Transaction, 'one'> = this.database): Promise<StaffRecordView> {
    const row = await tx.one<Row>(STAFF_RECORD, [id]);
    if (!row) throw new DeskError('not_found');
    return staffRecordView(row);
  }
}

function staffRecordView({ createdAt, lastSeenAt, link, ...row }: Row): StaffRecordView {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    ...(lastSeenAt && { lastSeenAt: lastSeenAt.toISOString() }),
    // JSON made by the database writes the zone its own way.
    ...(link && { link: { ...link, expiresAt: new Date(link.expiresAt).toISOString() } }),
  };
}
