import { Injectable } from '@nestjs/common';
import type { Presence, PresenceView } from '../../contract/index.js';
import { auditActor, type StaffPrincipal, staffDeed, staffKey } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PresenceImposed } from './presence.events.js';
import { Presences } from './presences.service.js';
import { SET_PRESENCE } from './presences.sql.js';

interface Person {
  id: string;
  name: string;
  teamIds: string[];
  presence: Presence;
  /** A console of theirs was connected within the time for which presence is held. */
  here: boolean;
  [column: string]: unknown;
}

const PERSON = `
  SELECT f.id, f.name, ARRAY(SELECT m.team_id FROM team_members m WHERE m.staff_id = f.id) AS "teamIds",
         coalesce(p.presence, 'offline') AS presence,
         coalesce(p.last_seen_at > desk_now() - interval '1 minute', false) AS here
  FROM staff f LEFT JOIN presences p ON p.staff_id = f.id
  WHERE f.id = $1 AND f.disabled_at IS NULL AND f.joined_at IS NOT NULL FOR KEY SHARE OF f`;

/** A supervisor's word about the presence of somebody of theirs. It stands until the next word, of whoever says it. */
@Injectable()
export class ImposedPresences {
  constructor(
    private readonly database: Database,
    private readonly presences: Presences,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  /**
   * About oneself it is one's own word.
   * @throws DeskError `not_found`; `forbidden` for who is of none of their teams; `person_away` for 在线 when no console of
   * theirs is open: work would be given to nobody
   */
  async set(supervisor: StaffPrincipal, staffId: string, presence: Presence): Promise<PresenceView> {
    if (staffId === supervisor.staffId) await this.presences.set(staffId, presence);
    else await this.impose(supervisor, staffId, presence);
    return await this.presences.view(staffId);
  }

  private async impose(supervisor: StaffPrincipal, staffId: string, presence: Presence): Promise<void> {
    await this.presences.spoken(staffId);
    await this.database.transaction(async (tx) => {
      const person = await this.person(tx, supervisor, staffId);
      if (presence === 'online' && !person.here) throw new DeskError('person_away');
      await tx.query(SET_PRESENCE, [staffId, presence, null, supervisor.staffId]);
      const changes = differences({ presence: person.presence }, { presence });
      await this.audit.record(tx, staffDeed(auditActor(supervisor), 'presence_set', person, changes));
      const by = { id: supervisor.staffId, name: supervisor.name };
      await this.outbox.add(tx, PresenceImposed(staffKey(staffId), { staffId, presence, because: 'supervisor', by }));
      tx.afterCommit(() => void this.presences.tellSoon(staffId));
    });
  }

  private async person(tx: Transaction, { role, teamIds }: StaffPrincipal, staffId: string): Promise<Person> {
    const person = await tx.one<Person>(PERSON, [staffId]);
    if (!person) throw new DeskError('not_found');
    if (role !== 'admin' && !person.teamIds.some((id) => teamIds.includes(id))) throw new DeskError('forbidden');
    return person;
  }
}
