import { Injectable } from '@nestjs/common';
import type { ClockExplanation, DueReason } from '../../contract/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { Access } from '../../tickets/index.js';
import { without } from '../calendar/working-time.js';
import type { Still } from '../clocks/stills.js';
import type { Calendar } from '../deadline.js';
import { isUncovered } from '../policy/effective.js';
import { RuleBook } from '../rule-book.service.js';
import { type ExplainedRow, rungsOf } from './explained-rungs.js';
import { EXPLAINED } from './explanations.sql.js';
import { countedSteps, isWorking } from './reasons.js';

/** Why each clock of a ticket says what it says, from rows alone. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly rules: RuleBook,
  ) {}

  /**
   * Those that run first, then the newest.
   * @throws DeskError `not_found`; `forbidden` when staff would have to give a reason first
   */
  async of(staff: StaffPrincipal, number: string): Promise<ClockExplanation[]> {
    const ticket = await this.access.find(staff, number, 'see');
    const rows = await this.database.query<ExplainedRow>(EXPLAINED, [ticket.id]);
    await this.rules.learn(this.database, {
      policies: rows.map(({ policyVersion }) => policyVersion),
      ladders: rows.map(({ ladderVersion }) => ladderVersion),
      calendars: rows.flatMap(({ calendars }) => calendars),
    });
    return rows.map((row) => this.explanation(row));
  }

  private explanation(row: ExplainedRow): ClockExplanation {
    const pauses = row.pauses.map(({ from, to, because }) => ({
      from: new Date(from),
      to: to === null ? null : new Date(to),
      because,
    }));
    const calendar = this.rules.calendar(row.calendars);
    const counted = secondsBetween(without(calendar, pauses), row.startedAt, row.metAt ?? row.pausedAt ?? row.now);
    const names = new Map(row.names.map(({ id, name }) => [id, name]));
    const { id, kind, mode, state, tier, priority, targetSeconds, ladder, ladderVersion } = row;
    return {
      ...{ id, kind, mode, state, tier, priority, targetSeconds, ladder, ladderVersion },
      startedAt: row.startedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      ...(row.metAt && { metAt: row.metAt.toISOString() }),
      ...(row.pausedAt && { pausedAt: row.pausedAt.toISOString() }),
      ...(row.policyVersion !== null && { policyVersion: row.policyVersion }),
      calendars: row.calendars.map(([calendarId, version]) => ({
        id: calendarId,
        version,
        name: names.get(calendarId) ?? { 'zh-CN': '—', en: '—' },
        zone: this.rules.definition([calendarId, version]).zone,
      })),
      secondsCounted: Math.round(counted),
      secondsLeft: Math.round(targetSeconds - counted),
      pauses: pauses.map(({ from, to, because }) => ({
        from: from.toISOString(),
        ...(to && { to: to.toISOString() }),
        because,
      })),
      retimings: row.retimings.map(({ at, data }) => ({
        at: new Date(at).toISOString(),
        because: data.because ?? 'priority',
        targetSeconds: data.targetSeconds,
        dueAt: data.dueAt,
      })),
      rungs: rungsOf(row, this.rules.rungs(ladderVersion, ladder)),
      because: this.because(row, calendar, pauses),
    };
  }

  private because(row: ExplainedRow, calendar: Calendar, pauses: Still[]): DueReason[] {
    const { tier, priority, mode, kind, targetSeconds: seconds, policyVersion, startedAt, dueAt, calendars } = row;
    const definitions = calendars.map((reference) => this.rules.definition(reference));
    const target: DueReason =
      policyVersion === null
        ? { step: 'promise', at: dueAt.toISOString(), ...(row.basis && { basis: row.basis }) }
        : {
            step: 'target',
            ...{ tier, priority, mode, kind, seconds, policyVersion },
            uncovered: isUncovered(this.rules.policy(policyVersion), tier, priority, kind),
          };
    const over = pauses.filter(({ to }) => to !== null);
    return [
      target,
      ...this.hours(row),
      { step: 'start', at: startedAt.toISOString(), working: isWorking(calendar, startedAt) },
      ...countedSteps({ startedAt, until: dueAt, calendar, definitions, pauses: over }),
      { step: 'due', at: dueAt.toISOString() },
    ];
  }

  private hours({ calendars, names, priority, policyVersion }: ExplainedRow): DueReason[] {
    if (calendars.length === 0) {
      const because = policyVersion === null ? 'promise' : priority === 'P0' ? 'urgent' : 'no_calendar';
      return [{ step: 'around_the_clock', because }];
    }
    return calendars.map(([id, version]) => {
      const name = names.find((one) => one.id === id)?.name;
      return { step: 'calendar', id, version, ...(name && { name }), zone: this.rules.definition([id, version]).zone };
    });
  }
}

function secondsBetween(calendar: Calendar, from: Date, to: Date): number {
  let milliseconds = 0;
  for (const span of calendar(from)) {
    if (span.from >= to) break;
    const begin = Math.max(span.from.getTime(), from.getTime());
    milliseconds += Math.max(0, Math.min(span.to.getTime(), to.getTime()) - begin);
  }
  return milliseconds / 1_000;
}
