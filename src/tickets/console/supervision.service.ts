import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Access } from '../access.service.js';
import { Notes } from '../notes.service.js';
import { TicketWhispered, ticketKey } from '../ticket.events.js';
import { factsOf } from '../ticket.record.js';
import { Timeline } from '../timeline.service.js';
import { Watchers } from '../watchers.service.js';

/** How a supervisor stands beside a case without taking it. */
@Injectable()
export class Supervision {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly watchers: Watchers,
    private readonly notes: Notes,
    private readonly timeline: Timeline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A note addressed to whoever has the case, who is told of it at once.
   * @throws DeskError `not_found`, `forbidden`; `conflict` when nobody else has it
   */
  async whisper(staff: StaffPrincipal, number: string, body: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'see');
      const to = ticket.assigneeId;
      if (!to || to === staff.staffId)
        throw new DeskError('conflict', {
          detail: { 'zh-CN': '现在没有其他同事在处理它。', en: 'Nobody else has this case at the moment.' },
        });
      const { name } = (await tx.one<{ name: string }>('SELECT name FROM staff WHERE id = $1', [to])) ?? { name: '' };
      const actor = { kind: 'staff' as const, id: staff.staffId };
      await this.notes.add(tx, ticket, actor, body, { type: 'whisper', to, name });
      await this.outbox.add(tx, TicketWhispered(ticketKey(ticket.id), { ...factsOf(ticket), to, actor }));
    });
  }

  /** Sees it wherever it goes. Once, however often it is asked for. @throws DeskError `not_found`, `forbidden` */
  async watch(staff: StaffPrincipal, number: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'see');
      if (ticket.watcherIds.includes(staff.staffId)) return;
      await this.watchers.add(tx, ticket, staff.staffId, 'watched');
      await this.timeline.record(tx, ticket.id, line('watched', staff));
    });
  }

  /** Whoever came to see it by watching it sees it no more. @throws DeskError `not_found`, `forbidden` */
  async unwatch(staff: StaffPrincipal, number: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ticket = await this.access.lock(tx, staff, number, 'see');
      if (await this.watchers.remove(tx, ticket, staff.staffId))
        await this.timeline.record(tx, ticket.id, line('unwatched', staff));
    });
  }
}

const line = (kind: string, { staffId }: StaffPrincipal) => ({
  kind,
  actor: { kind: 'staff' as const, id: staffId },
  data: {},
  customerVisible: false,
});
