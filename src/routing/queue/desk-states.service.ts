import { Injectable } from '@nestjs/common';
import type { CustomerSurgeView, DeskView } from '../../contract/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { OpeningHours } from '../../sla/index.js';
import { FRONT_LINE } from '../../tickets/index.js';
import { FOR_CUSTOMERS } from '../surges/surge.sql.js';
import { type CurrentDesk, deskState, deskView } from './desk-state.js';
import { TEAM_STRENGTH } from './waiting.sql.js';

type Hours = Awaited<ReturnType<OpeningHours['of']>>;

const KEPT_MILLISECONDS = 1_000;
const HOURS_KEPT_MILLISECONDS = 5_000;

/** The front line, or whoever stands in for it: the same choice as when a case is opened. Who waits live, when that matters. */
const FACTS = `
  SELECT t.id AS "teamId", r.queue_limit AS "queueLimit",
         CASE WHEN r.queue_limit IS NULL THEN 0
              ELSE (SELECT count(*) FROM queue_items q WHERE q.team_id = t.id AND q.wish = 'wait') END::int AS waiting
  FROM teams t JOIN team_routing r ON r.team_id = t.id
  WHERE t.id = ${FRONT_LINE}`;

/** Whether who comes now is served, as of a second ago at most. */
@Injectable()
export class DeskStates {
  private known: { until: number; desk: Promise<CurrentDesk> } | undefined;
  private readonly hoursKnown = new Map<string, { until: number; hours: Promise<Hours> }>();
  private wasFull = false;

  constructor(
    private readonly database: Database,
    private readonly hours: OpeningHours,
    private readonly clock: Clock,
  ) {}

  current(): Promise<CurrentDesk> {
    const now = this.clock.now().getTime();
    if (this.known && this.known.until > now) return this.known.desk;
    const desk = this.read();
    this.known = { until: now + KEPT_MILLISECONDS, desk };
    desk.catch(() => {
      this.known = undefined;
    });
    return desk;
  }

  async view(hasPhone: boolean): Promise<DeskView> {
    return deskView(await this.current(), hasPhone);
  }

  async isClosed(teamId: string): Promise<boolean> {
    return !(await this.hoursOf(teamId)).isOpen;
  }

  /** When people of this team work next, when it does not work now and nobody of it is there all the same; undefined: somebody may come at once. */
  async nobodyThere(tx: Transaction, teamId: string): Promise<{ opensAt?: Date } | undefined> {
    const { isOpen, opensAt } = await this.hoursOf(teamId);
    if (isOpen) return undefined;
    const strength = await tx.one<{ staffed: boolean }>(TEAM_STRENGTH, [teamId]);
    return strength?.staffed ? undefined : { opensAt };
  }

  private async read(): Promise<CurrentDesk> {
    const row = await this.database.one<{ teamId: string; queueLimit: number | null; waiting: number }>(FACTS);
    if (!row) return { state: 'open' };
    const [hours, surge] = await Promise.all([
      this.hoursOf(row.teamId),
      this.database.one<CustomerSurgeView & { [column: string]: unknown }>(FOR_CUSTOMERS),
    ]);
    const state = deskState({ ...row, ...hours }, this.wasFull);
    this.wasFull = state === 'full';
    return { state, opensAt: hours.opensAt, closesAt: hours.closesAt, surge };
  }

  private hoursOf(teamId: string): Promise<Hours> {
    const now = this.clock.now().getTime();
    const known = this.hoursKnown.get(teamId);
    if (known && known.until > now) return known.hours;
    const hours = this.hours.of(teamId);
    this.hoursKnown.set(teamId, { until: now + HOURS_KEPT_MILLISECONDS, hours });
    hours.catch(() => this.hoursKnown.delete(teamId));
    return hours;
  }
}
