import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access, can } from '../../tickets/index.js';
import { Returns } from './returns.service.js';

const WAITED = `
  SELECT greatest(0, extract(epoch FROM desk_now() - min(c.awaiting_reply_since)))::int AS waited
  FROM ticket_conversations tc JOIN conversations c ON c.id = tc.conversation_id WHERE tc.ticket_id = $1`;

/** 退回: whoever has a case may say why they cannot take it. */
@Injectable()
export class Declines {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly returns: Returns,
  ) {}

  /**
   * Back to the queue of its team, and not to them for a while. The reason is a note for whoever takes it.
   * @returns `withdrawn`: whether they no longer see it
   * @throws DeskError `not_found`, `forbidden`; `conflict` when somebody else has it by now; `illegal_transition` when it is done
   */
  async decline(
    staff: StaffPrincipal,
    number: string,
    reason: string,
  ): Promise<{ number: string; withdrawn: boolean }> {
    return await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'work');
      if (ticket.assigneeId !== staff.staffId)
        throw new DeskError('conflict', {
          detail: { 'zh-CN': '这张工单已经不在您手上。', en: 'You do not have this case any more.' },
        });
      const { waited } = (await tx.one<{ waited: number | null }>(WAITED, [ticket.id])) ?? { waited: null };
      await this.returns.giveBack(tx, ticket, {
        staffId: staff.staffId,
        staffName: staff.name,
        because: 'rejected',
        waitedSeconds: waited,
        note: reason,
      });
      return { number: ticket.number, withdrawn: !can(staff, { ...ticket, assigneeId: null }, 'see') };
    });
  }
}
