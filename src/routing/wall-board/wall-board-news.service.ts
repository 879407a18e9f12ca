import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { type Principal, Push } from '../../platform/push/index.js';

const ONCE_PER_MILLISECONDS = 1_000;

/** Tells those who keep a team that its board has changed: at once, then at most once a second. A hint, which may be lost. */
@Injectable()
export class WallBoardNews implements BeforeApplicationShutdown {
  private readonly changedTeams = new Set<string>();
  private resting: NodeJS.Timeout | undefined;
  private telling: Promise<void> | undefined;
  private stopped = false;

  constructor(
    private readonly database: Database,
    private readonly push: Push,
    private readonly logger: Logger,
  ) {}

  /** Call it after COMMIT. */
  changed(...teamIds: string[]): void {
    if (this.stopped) return;
    for (const teamId of teamIds) this.changedTeams.add(teamId);
    if (!this.resting && this.changedTeams.size > 0) this.tellAll();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.resting);
    await this.telling;
  }

  private tellAll(): void {
    const teams = [...this.changedTeams];
    this.changedTeams.clear();
    this.resting = setTimeout(() => {
      this.resting = undefined;
      this.changed();
    }, ONCE_PER_MILLISECONDS);
    this.telling = this.tell(teams).catch((error) =>
      this.logger.warn({ err: error }, 'who watches the board looks by themselves'),
    );
  }

  /** Agents of the team are not told: their rooms are the team's, so each supervisor is told by their own. */
  private async tell(teamIds: string[]): Promise<void> {
    const keepers = await this.database.query<{ id: string; teamIds: string[] }>(
      `SELECT s.id, array_agg(m.team_id) AS "teamIds" FROM team_members m JOIN staff s ON s.id = m.staff_id
       WHERE m.team_id = ANY($1::uuid[]) AND s.role = 'supervisor' AND s.disabled_at IS NULL GROUP BY s.id`,
      [teamIds],
    );
    const tell = (to: Principal, about: string[]) => this.push.toStaff([to], 'wall_board.changed', { teamIds: about });
    tell('role:admin', teamIds);
    for (const keeper of keepers) tell(`staff:${keeper.id}`, keeper.teamIds);
  }
}
