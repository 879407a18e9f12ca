import { Injectable } from '@nestjs/common';
import type { RetentionHoldView } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { parseNumber } from '../ticket-number.js';
import { Timeline } from '../timeline.service.js';

const LISTED = 500;

const LIST = `
  SELECT t.number, t.retention_hold AS reason, t.retention_held_at AS "heldAt", s.name AS "heldBy"
    FROM tickets t LEFT JOIN staff s ON s.id = t.retention_held_by
   WHERE t.retention_hold IS NOT NULL ORDER BY t.retention_held_at DESC LIMIT ${LISTED}`;

const HOLD = `
  UPDATE tickets SET retention_hold = $2, retention_held_at = CASE WHEN $2::text IS NOT NULL THEN desk_now() END,
         retention_held_by = $3, version = version + 1
   WHERE id = $1`;

/** Cases that must be kept as they are, e.g. because of a lawsuit. */
@Injectable()
export class RetentionHolds {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
    private readonly timeline: Timeline,
    private readonly audit: Audit,
  ) {}

  /** The newest first. */
  async list(): Promise<{ items: RetentionHoldView[] }> {
    const rows = await this.database.query<Omit<RetentionHoldView, 'heldAt'> & { heldAt: Date }>(LIST);
    return { items: rows.map((row) => ({ ...row, heldAt: row.heldAt.toISOString(), heldBy: row.heldBy ?? '' })) };
  }

  /** A number of a case that was merged holds the one it went to. @throws DeskError `not_found` */
  hold(by: StaffPrincipal, number: string, reason: string): Promise<void> {
    return this.set(by, number, reason);
  }

  /** Once more, it changes nothing. @throws DeskError `not_found` */
  release(by: StaffPrincipal, number: string): Promise<void> {
    return this.set(by, number, null);
  }

  private async set(by: StaffPrincipal, typed: string, reason: string | null): Promise<void> {
    await this.database.transaction(async (tx) => {
      const id = await this.locks.idOf(tx, parseNumber(typed) ?? '');
      if (!id) throw new DeskError('not_found');
      const { number } = await this.locks.lock(tx, id);
      const before = await tx.one<{ hold: string | null }>('SELECT retention_hold AS hold FROM tickets WHERE id = $1', [
        id,
      ]);
      if ((before?.hold ?? null) === reason) return;
      await tx.query(HOLD, [id, reason, reason === null ? null : by.staffId]);
      const kind = reason === null ? 'released' : 'held';
      await this.timeline.record(tx, id, {
        kind,
        actor: { kind: 'staff', id: by.staffId },
        data: reason === null ? {} : { reason },
        customerVisible: false,
      });
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: `retention_hold.${kind}`,
        subject: { kind: 'ticket', id, label: number },
        changes: { reason: { before: before?.hold ?? undefined, after: reason ?? undefined } },
      });
    });
  }
}
