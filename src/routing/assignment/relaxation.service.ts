import { Injectable } from '@nestjs/common';
import type { RoutingStage } from '../../contract/index.js';
import { Database } from '../../platform/db/index.js';
import { Tickets } from '../../tickets/index.js';
import { Dispatch } from './dispatch.service.js';
import { RELAX } from './relaxation.sql.js';
import { RoutingBeat } from './routing-beat.service.js';

/** So many cases in one transaction; the rest has its turn in the next. */
const TOGETHER = 200;

interface Relaxed {
  ticketId: string;
  teamId: string;
  overflowTeamIds: string[];
  data: { from: RoutingStage; to: RoutingStage };
  [column: string]: unknown;
}

/** Whoever waits for long for the right person is given to another: anybody of the team, then teams beside it. */
@Injectable()
export class Relaxation {
  constructor(
    private readonly database: Database,
    private readonly tickets: Tickets,
    private readonly dispatch: Dispatch,
    beat: RoutingBeat,
  ) {
    beat.add({ name: 'relaxation', work: () => this.runOnce(RELAX) });
  }

  /**
   * All that is due, each once, however many workers do this.
   * @param due SQL that takes up to $1 cases a stage on, passes over what others hold, and answers a row as {@link Relaxed} for each
   * @returns how many cases it was
   */
  async runOnce(due: string): Promise<number> {
    for (let relaxed = 0; ; ) {
      const count = await this.relaxSome(due);
      relaxed += count;
      if (count < TOGETHER) return relaxed;
    }
  }

  private async relaxSome(due: string): Promise<number> {
    return await this.database.transactionBehind(async (tx) => {
      const relaxed = await tx.query<Relaxed>(due, [TOGETHER]);
      if (relaxed.length === 0) return 0;
      const lines = relaxed.map(({ ticketId, data }) => ({ ticketId, ...LINE, data }));
      await this.tickets.recordAll(tx, lines);
      const teams = relaxed.flatMap(({ teamId, overflowTeamIds, data }) =>
        data.to === 'overflow' ? [teamId, ...overflowTeamIds] : [teamId],
      );
      tx.afterCommit(() => {
        for (const team of new Set(teams)) void this.dispatch.wake(team);
      });
      return relaxed.length;
    });
  }
}

const LINE = { kind: 'relaxed', actor: { kind: 'system' as const, id: null }, customerVisible: false };
