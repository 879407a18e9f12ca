import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  BULK_CASE_STATES,
  type BulkActionView,
  type BulkCaseState,
  type BulkCaseView,
  type Locale,
  type Page,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { cursorOf } from '../../platform/http/index.js';
import { defineJob, Runs } from '../../platform/jobs/index.js';
import { Push } from '../../platform/push/index.js';
import { type ActionRow, type CaseRow, presentAction, presentCase } from './bulk.presenter.js';
import { ACTION_BY_ID, ACTIONS_OF, CASES_OF, FINISH, TAKE_BACK } from './bulk.sql.js';

const ForgetBulkActions = defineJob<Record<string, never>>('tickets.forget_bulk_actions', { everySeconds: 86_400 });

/** Days for which one can look up what came of it; each case's own history stays. */
const KEPT_DAYS = 90;

const cursors = cursorOf(z.strictObject({ place: z.int().min(1).max(1_000_000) }));

/** What somebody has ordered: how far it has got, what came of it, and how it is taken back. Each sees their own. */
@Injectable()
export class BulkActions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly push: Push,
  ) {}

  /** Those that are not over, and those of the last day. */
  async latest({ staffId }: StaffPrincipal): Promise<{ items: BulkActionView[] }> {
    const rows = await this.database.query<ActionRow>(ACTIONS_OF, [staffId]);
    return { items: rows.map(presentAction) };
  }

  /** @throws DeskError `not_found`, also for somebody else's */
  async view(staff: StaffPrincipal, id: string): Promise<BulkActionView> {
    return presentAction(await this.own(this.database, staff, id));
  }

  /** In the order in which they are come to. @throws DeskError `not_found` */
  async cases(
    staff: StaffPrincipal,
    id: string,
    { state, cursor, limit }: { state?: BulkCaseState | undefined; cursor?: string | undefined; limit: number },
    locale: Locale,
  ): Promise<Page<BulkCaseView>> {
    await this.own(this.database, staff, id);
    const rows = await this.database.query<CaseRow>(CASES_OF, [
      id,
      state ? [state] : BULK_CASE_STATES,
      cursor === undefined ? 0 : cursors.decode(cursor).place,
      limit + 1,
      staff.staffId,
      staff.teamIds,
      staff.role === 'admin',
    ]);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => presentCase(row, locale)),
      ...(last && { nextCursor: cursors.encode({ place: last.place }) }),
    };
  }

  /** Before its time is over nothing has left. Once more does no harm. @throws DeskError `not_found`, `undo_too_late` */
  async undo(staff: StaffPrincipal, id: string): Promise<BulkActionView> {
    return await this.database.transaction(async (tx) => {
      await this.own(tx, staff, id);
      const undone = await tx.one(
        `UPDATE bulk_actions SET state = 'undone', ended_at = desk_now()
         WHERE id = $1 AND state = 'held' AND held_until > desk_now() RETURNING 1 AS undone`,
        [id],
      );
      if (undone) {
        await tx.query(TAKE_BACK, [id]);
        await this.record(tx, staff, 'undone', id);
      }
      const now = await this.told(tx, staff, id);
      if (now.state !== 'undone') throw tooLate(now);
      return now;
    });
  }

  /**
   * What is not begun is taken back; what is done stays. Of one that is still held, that is all of it; of one that is over, nothing.
   * @throws DeskError `not_found`
   */
  async stop(staff: StaffPrincipal, id: string): Promise<BulkActionView> {
    return await this.database.transaction(async (tx) => {
      await this.own(tx, staff, id);
      const stopped = await tx.one(
        `UPDATE bulk_actions SET state = 'stopping' WHERE id = $1 AND state IN ('held', 'running') RETURNING 1 AS stopped`,
        [id],
      );
      if (stopped) await this.record(tx, staff, 'stopped', id);
      await this.windUp(tx, id);
      return await this.told(tx, staff, id);
    });
  }

  /** Ends what is being stopped, as far as nobody is at a case of it. */
  async windUp(on: Database | Transaction, id: string): Promise<void> {
    const stopping = await on.one(`SELECT 1 AS stopping FROM bulk_actions WHERE id = $1 AND state = 'stopping'`, [id]);
    if (stopping) await on.query(TAKE_BACK, [id]);
    await on.query(FINISH, [id]);
  }

  @Runs(ForgetBulkActions)
  async forget(): Promise<void> {
    await this.database.query(`DELETE FROM bulk_actions WHERE ended_at < desk_now() - interval '${KEPT_DAYS} days'`);
  }

  /** Shows its owner how far it has got, on every screen of theirs. */
  async tell(id: string): Promise<void> {
    const row = await this.database.one<ActionRow>(ACTION_BY_ID, [id]);
    if (row) this.show(row);
  }

  private show(row: ActionRow): void {
    this.push.toStaff([`staff:${row.staffId}`], 'bulk_action.changed', { action: presentAction(row) });
  }

  private async told(tx: Transaction, staff: StaffPrincipal, id: string): Promise<BulkActionView> {
    const row = await this.own(tx, staff, id);
    tx.afterCommit(() => this.show(row));
    return presentAction(row);
  }

  private async own(on: Database | Transaction, { staffId }: StaffPrincipal, id: string): Promise<ActionRow> {
    const row = await on.one<ActionRow>(ACTION_BY_ID, [id]);
    if (row?.staffId !== staffId) throw new DeskError('not_found');
    return row;
  }

  private async record(tx: Transaction, staff: StaffPrincipal, deed: string, id: string): Promise<void> {
    const { deed: ordered, total } = await this.own(tx, staff, id);
    const subject = { kind: 'bulk_action', id, label: `${ordered.kind} × ${total}` };
    await this.audit.record(tx, { actor: auditActor(staff), action: `bulk_action.${deed}`, subject });
  }
}

/** Says what has happened meanwhile. */
function tooLate({ total, counts: { waiting } }: BulkActionView): DeskError {
  const over = total - waiting;
  return new DeskError('undo_too_late', {
    detail: {
      'zh-CN': `${total} 个工单中已处理 ${over} 个。${waiting > 0 ? '可以停止其余的。' : '请逐个处理需要更正的工单。'}`,
      en: `${over} of ${total} cases are through. ${waiting > 0 ? 'You can stop the rest.' : 'Put right what has to be case by case.'}`,
    },
  });
}
