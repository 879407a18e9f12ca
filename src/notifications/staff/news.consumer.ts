import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { PresenceImposed } from '../../routing/index.js';
import { TicketAssigned, TicketMentioned, TicketNudged, TicketWhispered, TicketWoken } from '../../tickets/index.js';
import { Notices } from './notices.service.js';

/** Why a case went back to its queue, by what its assignment says. */
const RETURNED: Readonly<Record<string, 'silent' | 'gone'>> = { unanswered: 'silent', assignee_gone: 'gone' };

/** As the case stands when it is told, which may be another's by now. */
const RESPONSIBLE = `
  SELECT unnest(CASE
    WHEN t.assignee_id IS NOT NULL THEN ARRAY[t.assignee_id]
    WHEN m.lead_id IS NOT NULL OR m.duty_manager_id IS NOT NULL
      THEN ARRAY(SELECT DISTINCT id FROM unnest(ARRAY[m.lead_id, m.duty_manager_id]) AS who(id) WHERE id IS NOT NULL)
    ELSE ARRAY(SELECT staff_id FROM team_members WHERE team_id = m.id ORDER BY 1 LIMIT 50) END) AS id
  FROM tickets t JOIN teams m ON m.id = t.team_id WHERE t.id = $1`;

const LEAD = `
  SELECT coalesce(lead_id, duty_manager_id) AS "leadId", (SELECT name FROM staff WHERE id = $2) AS name FROM teams WHERE id = $1`;

/** What happened to somebody's cases or presence by another's hand, they are told; wherever they are at the moment. */
@Injectable()
@Consumer({ name: 'notifications.news', onPoison: 'skip' })
export class NewsConsumer {
  constructor(private readonly notices: Notices) {}

  @Handles(TicketAssigned, {
    when: ({ because, formerAssigneeId }) =>
      formerAssigneeId !== null && (because === 'taken_over' || Object.hasOwn(RETURNED, because)),
  })
  async takenAway(tx: Transaction, { payload }: EventOf<typeof TicketAssigned>): Promise<void> {
    const { ticketId, formerAssigneeId, because, actor } = payload;
    if (!formerAssigneeId) return;
    const returned = RETURNED[because];
    await this.notices.addNews(
      tx,
      [formerAssigneeId],
      ticketId,
      returned
        ? { kind: 'returned', data: { because: returned } }
        : { kind: 'taken_over', data: { by: await nameOf(tx, actor.id) } },
    );
  }

  @Handles(TicketWhispered)
  async whispered(tx: Transaction, { payload }: EventOf<typeof TicketWhispered>): Promise<void> {
    const by = await nameOf(tx, payload.actor.id);
    await this.notices.addNews(tx, [payload.to], payload.ticketId, { kind: 'whispered', data: { by } });
  }

  @Handles(TicketMentioned)
  async mentioned(tx: Transaction, { payload }: EventOf<typeof TicketMentioned>): Promise<void> {
    const by = await nameOf(tx, payload.actor.id);
    await this.notices.addNews(tx, payload.staffIds, payload.ticketId, { kind: 'mentioned', data: { by } });
  }

  /** Who is asked to hurry is told so already. */
  @Handles(TicketWoken, { when: ({ because }) => because !== 'staff' && because !== 'nudged' })
  async woken(tx: Transaction, { payload }: EventOf<typeof TicketWoken>): Promise<void> {
    const { ticketId, because, snoozedBy } = payload;
    if (because === 'staff' || because === 'nudged') return;
    await this.notices.addNews(tx, [snoozedBy], ticketId, { kind: 'woken', data: { because } });
  }

  /** Whoever has the case; of one that waits, who leads its team, or everybody of it. */
  @Handles(TicketNudged)
  async nudged(tx: Transaction, { payload }: EventOf<typeof TicketNudged>): Promise<void> {
    const { ticketId, nudges } = payload;
    const people = await tx.query<{ id: string }>(RESPONSIBLE, [ticketId]);
    const data = { count: nudges };
    await this.notices.addNews(
      tx,
      people.map(({ id }) => id),
      ticketId,
      { kind: 'nudged', data },
    );
  }

  /** Who leads the team hears too of somebody who answers nobody. */
  @Handles(PresenceImposed)
  async presenceImposed(tx: Transaction, { payload }: EventOf<typeof PresenceImposed>): Promise<void> {
    const { staffId, presence, because, by, teamId } = payload;
    const data = { presence, because, ...(by && { by: by.name }) };
    await this.notices.addNews(tx, [staffId], null, { kind: 'presence', data });
    if (because !== 'silent' || !teamId) return;
    const team = await tx.one<{ leadId: string | null; name: string }>(LEAD, [teamId, staffId]);
    if (team?.leadId && team.leadId !== staffId)
      await this.notices.addNews(tx, [team.leadId], null, { kind: 'presence', data: { ...data, about: team.name } });
  }
}

async function nameOf(tx: Transaction, staffId: string | null): Promise<string> {
  const row = await tx.one<{ name: string }>('SELECT name FROM staff WHERE id = $1', [staffId]);
  return row?.name ?? '';
}
