import { Injectable } from '@nestjs/common';
import type { BulkActionView, BulkDeed } from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { refuse } from '../../platform/errors/index.js';
import { Repeats } from '../openings/repeats.service.js';
import type { ReadScope } from './bulk.inputs.js';
import { INSERT_ACTION, insertCases } from './bulk.sql.js';
import { BulkActions } from './bulk-actions.service.js';
import { insistOnFew } from './few.js';
import { Scopes } from './scopes.service.js';

/** Takes orders for many cases. Nothing is done to any of them before the time in which it can be undone is over. */
@Injectable()
export class BulkOrders {
  constructor(
    private readonly repeats: Repeats,
    private readonly scopes: Scopes,
    private readonly actions: BulkActions,
    private readonly audit: Audit,
  ) {}

  /**
   * Which cases it is of is settled here and now, in one statement; whether each may be done to is asked when its turn comes.
   * @param order.requestId the same again is answered with what was ordered the first time
   * @throws DeskError `invalid_input` for no case or too many, `forbidden`, `idempotency_key_reused`
   */
  async order(
    staff: StaffPrincipal,
    { requestId, deed, scope }: { requestId: string; deed: BulkDeed; scope: ReadScope },
  ): Promise<BulkActionView> {
    const chosen = await this.scopes.of(staff, scope);
    const request = { scope: `bulk:${staff.staffId}`, key: requestId, body: { deed, scope } };
    const { id } = await this.repeats.once(request, async (tx) => {
      const id = newId();
      await tx.query(INSERT_ACTION, [id, staff.staffId, deed, scope]);
      const place = `$${chosen.values.length + 1}::uuid`;
      const { length } = await tx.query(insertCases(chosen.text, place), [...chosen.values, id]);
      insistOnFew(length);
      if (length === 0) refuse([NOTHING]);
      const subject = { kind: 'bulk_action', id, label: `${deed.kind} × ${length}` };
      await this.audit.record(tx, { actor: auditActor(staff), action: 'bulk_action.ordered', subject });
      tx.afterCommit(() => void this.actions.tell(id).catch(() => undefined));
      return { id };
    });
    return await this.actions.view(staff, id);
  }
}

const NOTHING = {
  path: 'scope',
  fix: { 'zh-CN': '没有符合条件的工单，请重新选择', en: 'No case fits any more: choose again' },
};
