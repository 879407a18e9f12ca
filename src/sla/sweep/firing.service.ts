import { Injectable } from '@nestjs/common';
import type { ClockKind, LadderKey, LadderRung } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { Tickets, ticketKey } from '../../tickets/index.js';
import { climb, needsAcknowledgement, rungPlace } from '../ladder/climb.js';
import { RuleBook } from '../rule-book.service.js';
import { SlaEscalated } from '../sla.events.js';
import { RungActions } from './rung-actions.service.js';
import { FIRE } from './sweep.sql.js';

/** A clock that has come to a rung, and its ticket. */
export interface DueClock {
  id: string;
  ticketId: string;
  number: string;
  clockKind: ClockKind;
  dueAt: Date;
  rung: number;
  rungAt: Date;
  ladder: LadderKey;
  ladderVersion: number;
  rungTimes: (Date | null)[];
  stands: boolean;
  /** The database's time. */
  now: Date;
  [column: string]: unknown;
}

/** A rung that has fired. */
export interface FiredRung {
  escalationId: string;
  clock: DueClock;
  rung: number;
  acknowledgeBy: Date | null;
  definition: LadderRung;
}

/** Lets the rungs fire of clocks whose tickets the caller has locked, and tells of them. */
@Injectable()
export class Firing {
  constructor(
    private readonly tickets: Tickets,
    private readonly rules: RuleBook,
    private readonly actions: RungActions,
    private readonly outbox: Outbox,
  ) {}

  /** @returns how many fired */
  async fire(tx: Transaction, clocks: DueClock[]): Promise<number> {
    if (clocks.length === 0) return 0;
    await this.rules.learn(tx, {
      policies: [],
      ladders: [...new Set(clocks.map(({ ladderVersion }) => ladderVersion))],
      calendars: [],
    });
    const climbs = clocks.map((clock) => this.climbOf(clock));
    const rows = await tx.query<{ id: string }>(FIRE, [
      JSON.stringify(
        climbs.map(({ escalationId, clock, rung, dueAt, definition, acknowledgeBy, next }) => ({
          id: escalationId,
          clockId: clock.id,
          from: clock.rung,
          rung,
          dueAt,
          needs: needsAcknowledgement(definition),
          acknowledgeBy,
          nextRung: next?.rung ?? null,
          nextAt: next?.at ?? null,
        })),
      ),
      JSON.stringify(
        climbs.flatMap(({ clock, passedOver }) =>
          passedOver.map(({ rung, dueAt }) => ({ id: newId(), clockId: clock.id, rung, dueAt })),
        ),
      ),
    ]);
    const ids = new Set(rows.map(({ id }) => id));
    const fired = climbs.filter(({ clock }) => ids.has(clock.id));
    await this.tell(tx, fired);
    return fired.length;
  }

  private climbOf(clock: DueClock) {
    const { ladder, ladderVersion, rungTimes, rung, rungAt, now } = clock;
    const rungs = this.rules.rungs(ladderVersion, ladder);
    const climbed = climb(
      { rung, at: rungAt },
      { ladder, rungTimes, reached: undefined, acknowledgeBy: null },
      rungs,
      now,
    );
    const definition = rungs[rungPlace(climbed.rung)];
    if (!definition) throw new Error(`the ladder ${ladder} of version ${ladderVersion} has no rung ${climbed.rung}`);
    // Whoever is told at once of a case that becomes urgent is told, though it may be half through its time by then.
    const atOnce = climbed.passedOver.flatMap((lower) => rungs[rungPlace(lower.rung)] ?? []).filter(isAtOnce);
    return { ...climbed, escalationId: newId(), clock, definition: joined(definition, atOnce) };
  }

  /** A warning tells people; from breach on the ticket counts as escalated for all to see. */
  private async tell(tx: Transaction, fired: FiredRung[]): Promise<void> {
    if (fired.length === 0) return;
    const breached = fired.filter(({ definition }) => !('percent' in definition.at));
    if (breached.length > 0)
      await this.tickets.escalate(
        tx,
        breached.map(({ clock: { ticketId, clockKind }, rung, definition: { at } }) => ({
          ticketId,
          clockKind,
          rung,
          at,
        })),
      );
    await this.outbox.add(tx, ...fired.map(escalated));
    for (const rung of fired.filter(({ definition }) => definition.also.length > 0)) await this.actions.take(tx, rung);
  }
}

const isAtOnce = ({ at }: LadderRung): boolean => 'percent' in at && at.percent === 0;

/** The rung, with the people of the others and their ways. */
function joined(rung: LadderRung, others: readonly LadderRung[]): LadderRung {
  const known = new Set(rung.whom.map((person) => JSON.stringify(person)));
  const more = others.flatMap(({ whom }) => whom).filter((person) => !known.has(JSON.stringify(person)));
  const how = [...new Set([...rung.how, ...others.flatMap((other) => other.how)])];
  return { ...rung, whom: [...rung.whom, ...more], how };
}

function escalated({ escalationId, clock, rung, definition, acknowledgeBy }: FiredRung) {
  const { ticketId, number, clockKind, dueAt } = clock;
  return SlaEscalated(ticketKey(ticketId), {
    escalationId,
    ticketId,
    number,
    clockKind,
    rung,
    at: definition.at,
    whom: definition.whom,
    how: definition.how,
    dueAt: dueAt.toISOString(),
    acknowledgeBy: acknowledgeBy?.toISOString() ?? null,
  });
}
