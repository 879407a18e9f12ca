import { Injectable } from '@nestjs/common';
import { Database } from '../platform/db/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { Logger } from '../platform/logger/index.js';
import { AssignWaiting } from './routing.jobs.js';

/** Asks for a team's waiting work to be handed out, soon, by whichever worker is free. */
@Injectable()
export class Dispatch {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {}

  /** Call it after COMMIT. @returns whether the queue has it; a lost job is made up for by the reconciler */
  async wake(teamId: string): Promise<boolean> {
    return await this.jobs.add(AssignWaiting, { teamId }, { deduplicate: teamId });
  }

  /** Somebody has room again: all their teams may have work for them. Never throws: a hint, which may be lost. */
  async wakeTeamsOf(staffId: string): Promise<void> {
    try {
      for (const teamId of await this.teamsOf(staffId)) await this.wake(teamId);
    } catch (error) {
      this.logger.warn({ err: error, staffId }, 'teams could not be woken; the reconciler will');
    }
  }

  async teamsOf(staffId: string): Promise<string[]> {
    const rows = await this.database.query<{ teamId: string }>(
      'SELECT team_id AS "teamId" FROM team_members WHERE staff_id = $1 ORDER BY 1',
      [staffId],
    );
    return rows.map(({ teamId }) => teamId);
  }
}
