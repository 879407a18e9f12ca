import { Injectable } from '@nestjs/common';
import { Database, SharedRead } from '../platform/db/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { Logger } from '../platform/logger/index.js';
import { AssignWaiting } from './routing.jobs.js';

/** Asks for a team's waiting work to be handed out, soon, by whichever worker is free. */
@Injectable()
export class Dispatch {
  /** Much that happens at once wakes a team once more: whoever asks while it is being woken is served by the next time. */
  private readonly waking = new SharedRead<string, boolean>((teamId) =>
    this.jobs.add(AssignWaiting, { teamId }, { deduplicate: teamId }),
  );
  private readonly teams = new SharedRead<string, string[]>((staffId) => this.teamsOf(staffId));

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly logger: Logger,
  ) {}

  /** Call it after COMMIT. @returns whether the queue has it; a lost job is made up for by the reconciler */
  async wake(teamId: string): Promise<boolean> {
    return await this.waking.get(teamId);
  }

  /** Somebody has room again: all their teams may have work for them. Never throws: a hint, which may be lost. */
  async wakeTeamsOf(staffId: string): Promise<void> {
    try {
      await Promise.all((await this.teams.get(staffId)).map((teamId) => this.wake(teamId)));
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
