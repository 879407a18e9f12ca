import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';
import type { ClockChange, TimedClock } from './clock-truth.js';
import type { Rules } from './rules.js';

const START = `
  INSERT INTO clocks (id, ticket_id, kind, started_at, state, target_seconds, due_at, mode, tier, priority, team_id, policy_version,
    ladder, ladder_version, calendars, rung_times, next_rung, next_rung_at, paused_at, timed_at)
  VALUES ($1, $2, $3, $4, 'running', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;

const RETIME = `
  UPDATE clocks SET state = 'running', met_at = NULL, retimed_because = $2, target_seconds = $3, due_at = $4, mode = $5, tier = $6,
    priority = $7, team_id = $8, policy_version = $9, ladder = $10, ladder_version = $11, calendars = $12, rung_times = $13,
    next_rung = $14, next_rung_at = $15, paused_at = $16, timed_at = $17
  WHERE id = $1`;

const END = `
  UPDATE clocks SET state = $2, met_at = $3, next_rung = NULL, next_rung_at = NULL, paused_at = NULL,
    policy_version = coalesce($4, policy_version)
  WHERE id = $1`;

/** Writes clocks as the plan wants them. */
@Injectable()
export class ClockRows {
  async apply(tx: Transaction, ticketId: string, change: ClockChange, rules: Rules): Promise<void> {
    if (change.do === 'end') {
      await tx.query(END, [change.id, change.state, change.metAt, change.policyVersion ?? null]);
      return;
    }
    // Whatever it was timed by was true when the rules were read, and not before those that made it necessary.
    const { readAt, retimeBefore } = rules;
    const timedAt = retimeBefore && retimeBefore > readAt ? retimeBefore : readAt;
    const id = change.do === 'start' ? newId() : change.id;
    const written =
      change.do === 'start'
        ? tx.query(START, [id, ticketId, change.kind, change.startedAt, ...columns(change), timedAt])
        : tx.query(RETIME, [id, change.because, ...columns(change), timedAt]);
    await Promise.all([written, change.kind === 'resolution' && this.writePauses(tx, id, change)]);
  }

  private async writePauses(tx: Transaction, clockId: string, { pauses }: TimedClock): Promise<void> {
    const before = tx.query('DELETE FROM clock_pauses WHERE clock_id = $1', [clockId]);
    if (pauses.length === 0) return void (await before);
    const after = tx.query(
      `INSERT INTO clock_pauses (clock_id, from_at, to_at, because)
       SELECT $1, from_at, to_at, because FROM unnest($2::timestamptz[], $3::timestamptz[], $4::text[])
         AS pause (from_at, to_at, because)`,
      [clockId, pauses.map(({ from }) => from), pauses.map(({ to }) => to), pauses.map(({ because }) => because)],
    );
    await Promise.all([before, after]);
  }
}

function columns(clock: TimedClock): unknown[] {
  return [
    clock.targetSeconds,
    clock.dueAt,
    clock.mode,
    clock.tier,
    clock.priority,
    clock.teamId,
    clock.policyVersion,
    clock.ladder,
    clock.ladderVersion,
    JSON.stringify(clock.calendars),
    clock.rungTimes,
    clock.next?.rung ?? null,
    clock.next?.at ?? null,
    clock.pausedAt,
  ];
}
