import { Injectable } from '@nestjs/common';
import type { Presence } from '../contract/index.js';
import { Database } from '../platform/db/index.js';
import { type Principal, Push } from '../platform/push/index.js';
import { Dispatch } from './dispatch.service.js';

const HELD_MINUTES = 3;

/** 在线 / 忙碌 / 离线: a person's own word, held for three minutes over a lost connection. */
@Injectable()
export class Presences {
  constructor(
    private readonly database: Database,
    private readonly push: Push,
    private readonly dispatch: Dispatch,
  ) {}

  async of(staffId: string): Promise<Presence> {
    const row = await this.database.one<{ presence: Presence }>('SELECT presence FROM presences WHERE staff_id = $1', [
      staffId,
    ]);
    return row?.presence ?? 'offline';
  }

  async set(staffId: string, presence: Presence): Promise<void> {
    await this.database.query(
      `INSERT INTO presences (staff_id, presence) VALUES ($1, $2)
       ON CONFLICT (staff_id) DO UPDATE SET presence = $2, last_seen_at = desk_now(),
         since = CASE WHEN presences.presence = $2 THEN presences.since ELSE desk_now() END`,
      [staffId, presence],
    );
    await this.tell(staffId, presence);
  }

  /** Consoles of these people are connected, as their process sees it every so often. */
  async seen(staffIds: string[]): Promise<void> {
    if (staffIds.length === 0) return;
    await this.database.query('UPDATE presences SET last_seen_at = desk_now() WHERE staff_id = ANY($1::uuid[])', [
      staffIds,
    ]);
  }

  /** Whoever has had no console for three minutes is away, whatever they said. @returns who went */
  async letGo(): Promise<string[]> {
    const gone = await this.database.query<{ staffId: string }>(
      `UPDATE presences SET presence = 'offline', since = desk_now()
       WHERE presence <> 'offline' AND last_seen_at < desk_now() - make_interval(mins => ${HELD_MINUTES})
       RETURNING staff_id AS "staffId"`,
    );
    for (const { staffId } of gone) await this.tell(staffId, 'offline');
    return gone.map(({ staffId }) => staffId);
  }

  private async tell(staffId: string, presence: Presence): Promise<void> {
    const teams = await this.dispatch.teamsOf(staffId);
    const audience: Principal[] = [`staff:${staffId}`, ...teams.map((team): Principal => `team:${team}`)];
    this.push.toStaff(audience, 'presence.changed', { staffId, presence });
    await Promise.all(teams.map((team) => this.dispatch.wake(team)));
  }
}
