import { Injectable } from '@nestjs/common';
import type { KinshipView, KinView, TicketLinkKind } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { Access } from '../access.service.js';
import { KINSHIP } from './kin.sql.js';

interface Row {
  parent: KinView | null;
  parts: KinView[];
  tasks: KinView[];
  links: (KinView & { kind: TicketLinkKind; outward: boolean })[];
  merged: { number: string; customerName: string; at: string; score?: number; solved?: boolean }[];
  [column: string]: unknown;
}

/** What belongs to a case, for colleagues. */
@Injectable()
export class Kin {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** @throws DeskError `not_found`, `forbidden` */
  async of(staff: StaffPrincipal, number: string): Promise<KinshipView> {
    const ticket = await this.access.find(staff, number, 'see');
    const reader = [staff.staffId, staff.teamIds, staff.role === 'admin'];
    const [row] = await this.database.prepared<Row>('ticket_kinship', KINSHIP, [ticket.id, ...reader]);
    const { parent, parts, tasks, links, merged } = row as Row;
    return {
      ...(parent && { parent }),
      parts,
      tasks,
      links: links.map(({ kind, outward, ...other }) => ({ kind, outward, other })),
      merged: merged.map(({ score, solved, at, ...one }) => ({
        ...one,
        at: new Date(at).toISOString(),
        ...(score !== undefined && { rating: { score, solved: solved ?? false } }),
      })),
    };
  }
}
