import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { servicePace, type TeamPace } from './wait-range.js';
import { TEAM_PACE } from './waiting.sql.js';

type Learnt = Pick<TeamPace, 'serviceSeconds' | 'observations' | 'leavingPerSecond'>;

interface Row {
  ended: number;
  heldSeconds: number;
  left: number;
  waitedSeconds: number;
  [column: string]: unknown;
}

/** What so many cases have taught changes little in so many seconds. */
const KEPT_MILLISECONDS = 10_000;
/** As if so long a wait had been seen in which nobody left: few who leave at once say little. */
const PATIENCE_SECONDS = 3_600;

/** How fast teams have worked lately, and how many lose patience. */
@Injectable()
export class Paces {
  private readonly known = new Map<string, { until: number; pace: Promise<Learnt> }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As it was ten seconds ago at most. */
  of(teamId: string): Promise<Learnt> {
    const now = this.clock.now().getTime();
    const known = this.known.get(teamId);
    if (known && known.until > now) return known.pace;
    const pace = this.learn(teamId);
    this.known.set(teamId, { until: now + KEPT_MILLISECONDS, pace });
    pace.catch(() => this.known.delete(teamId));
    return pace;
  }

  private async learn(teamId: string): Promise<Learnt> {
    const row = await this.database.one<Row>(TEAM_PACE, [teamId]);
    if (!row) throw new Error('no pace');
    const { ended, heldSeconds, left, waitedSeconds } = row;
    return { ...servicePace(ended, heldSeconds), leavingPerSecond: left / (PATIENCE_SECONDS + waitedSeconds) };
  }
}
