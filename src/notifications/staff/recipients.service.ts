import { Injectable } from '@nestjs/common';
import type { Locale, RungPerson } from '../../contract/index.js';
import { Shifts } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';

export interface Recipient {
  id: string;
  name: string;
  email: string;
  locale: Locale;
}

interface Answerable {
  assigneeId: string | null;
  teamId: string;
  leadId: string | null;
  dutyManagerId: string | null;
  accountManagerId: string | null;
  /** The database's time: a process that is an hour off would name another shift. */
  now: Date;
  [column: string]: unknown;
}

/** The host says who the account manager is by e-mail or by name; two of one name are nobody. */
const ANSWERABLE = `
  SELECT t.assignee_id AS "assigneeId", t.team_id AS "teamId", m.lead_id AS "leadId",
         m.duty_manager_id AS "dutyManagerId", desk_now() AS now,
         (SELECT CASE WHEN count(*) = 1 THEN min(a.id::text)::uuid END FROM staff a
           WHERE a.disabled_at IS NULL AND (a.email = lower(s.account_manager) OR a.name = s.account_manager)
         ) AS "accountManagerId"
  FROM tickets t JOIN teams m ON m.id = t.team_id LEFT JOIN shops s ON s.id = t.shop_id
  WHERE t.id = $1`;

const PEOPLE = `
  SELECT id, name, email, locale FROM staff WHERE id = ANY($1::uuid[]) AND disabled_at IS NULL ORDER BY name, id`;
const ADMINS = `
  SELECT id, name, email, locale FROM staff WHERE role = 'admin' AND disabled_at IS NULL ORDER BY created_at, id LIMIT 20`;

/** Whom a rung means, at this moment. */
@Injectable()
export class Recipients {
  constructor(private readonly shifts: Shifts) {}

  /**
   * Each once, and nobody who is disabled. Where a rung reaches nobody (no assignee yet, a place that is vacant) those who
   * answer for the team are told instead, and the administrators where there are none: an escalation never goes unheard.
   */
  async of(tx: Transaction, ticketId: string, whom: readonly RungPerson[]): Promise<Recipient[]> {
    const answerable = await tx.one<Answerable>(ANSWERABLE, [ticketId]);
    if (!answerable) return [];
    const people = await this.people(tx, answerable, whom);
    if (people.length > 0) return people;
    const instead = await this.people(tx, answerable, ['on_duty', 'duty_manager', 'team_lead']);
    return instead.length > 0 ? instead : await tx.query<Recipient & { [column: string]: unknown }>(ADMINS);
  }

  private async people(tx: Transaction, of: Answerable, whom: readonly RungPerson[]): Promise<Recipient[]> {
    const ids = new Set<string | null>();
    for (const person of whom) {
      if (typeof person === 'object') ids.add(person.staffId);
      else if (person === 'on_duty') for (const { id } of await this.shifts.onDuty(of.teamId, of.now, tx)) ids.add(id);
      else ids.add(named(of, person));
    }
    ids.delete(null);
    return await tx.query<Recipient & { [column: string]: unknown }>(PEOPLE, [[...ids]]);
  }
}

function named(of: Answerable, person: Exclude<RungPerson, 'on_duty' | object>): string | null {
  const { assigneeId, leadId, dutyManagerId, accountManagerId } = of;
  return { assignee: assigneeId, team_lead: leadId, duty_manager: dutyManagerId, account_manager: accountManagerId }[
    person
  ];
}
