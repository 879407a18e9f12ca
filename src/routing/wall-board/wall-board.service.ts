import { Injectable } from '@nestjs/common';
import type { WallBoardTeamView, WallBoardView } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database, SharedRead } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { placeView } from '../queue/place-view.js';
import { Queue } from '../queue/queue.service.js';
import { WALL_BOARD } from './wall-board.sql.js';

/** The desk at this moment, for who keeps it. */
@Injectable()
export class WallBoard {
  /** Everybody who watches the same teams looks at the same moment, when one of them changes. */
  private readonly boards = new SharedRead<string, WallBoardView>((scope) => this.read(JSON.parse(scope)));

  constructor(
    private readonly database: Database,
    private readonly queue: Queue,
  ) {}

  /**
   * A supervisor sees their own teams, an administrator all.
   * @param teamId this team alone
   * @throws DeskError `forbidden` for another's team
   */
  async of(staff: StaffPrincipal, teamId?: string): Promise<WallBoardView> {
    const own = staff.role === 'admin' ? null : staff.teamIds;
    if (teamId && own && !own.includes(teamId)) throw new DeskError('forbidden');
    return await this.boards.get(JSON.stringify(teamId ? [teamId] : own));
  }

  /** @param teamIds null: all */
  private async read(teamIds: readonly string[] | null): Promise<WallBoardView> {
    const [row] = await this.database.query<{ board: WallBoardView }>(WALL_BOARD, [teamIds]);
    if (!row) throw new DeskError('not_found');
    return { ...row.board, teams: await Promise.all(row.board.teams.map((team) => this.withExpectation(team))) };
  }

  /** By the reckoning that the customers are told, so that the board says the same. */
  private async withExpectation(team: WallBoardTeamView): Promise<WallBoardTeamView> {
    const next = team.waiting + 1;
    const { expectedWait } = placeView(next, next, await this.queue.outlook(team.id));
    return expectedWait ? { ...team, expectedWait } : team;
  }
}
