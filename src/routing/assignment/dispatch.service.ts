import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database, SharedRead } from '../../platform/db/index.js';
import { Jobs, JobWorkers } from '../../platform/jobs/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Assignment } from './assignment.service.js';
import { AssignWaiting } from './routing.jobs.js';

/**
 * Has a team's waiting work handed out, soon: by this process, if it is one that works behind the scenes, else by whichever
 * worker is free.
 */
@Injectable()
export class Dispatch implements BeforeApplicationShutdown {
  /** Much that happens at once wakes a team once more: whoever asks while it is being woken is served by the next time. */
  private readonly waking = new SharedRead<string, boolean>((teamId) =>
    this.jobs.add(AssignWaiting, { teamId }, { deduplicate: teamId }),
  );
  private readonly handingOut = new SharedRead<string, void>((teamId) => this.handOut(teamId));
  private readonly underWay = new Set<Promise<void>>();
  private stopped = false;
  private readonly teams = new SharedRead<string, string[]>((staffId) => this.teamsOf(staffId));

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly workers: JobWorkers,
    private readonly assignment: Assignment,
    private readonly logger: Logger,
  ) {}

  /** Call it after COMMIT. @returns whether somebody sees to it; a lost job is made up for by the reconciler */
  async wake(teamId: string): Promise<boolean> {
    if (this.stopped || !this.workers.running) return await this.waking.get(teamId);
    const work = this.handingOut.get(teamId).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
    return true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.underWay);
  }

  /** What goes wrong is left to a job, which is tried again. */
  private async handOut(teamId: string): Promise<void> {
    try {
      await this.assignment.assignWaiting(teamId);
    } catch (error) {
      this.logger.warn({ err: error, teamId }, 'work could not be handed out; a job will');
      await this.waking.get(teamId);
    }
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
