import { Injectable } from '@nestjs/common';
import type { OnDutyView, ShiftView } from '../../contract/index.js';
import { Audit, type AuditActor, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { COPY_WEEK, ON_DUTY, SHIFT, SHIFTS } from './shifts.sql.js';

/** Times on the team's own clock, e.g. `2026-11-20T22:00`. */
export interface PlannedShift {
  staffId: string;
  starts: string;
  ends: string;
}

type Row = Omit<ShiftView, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date; [column: string]: unknown };
type Team = { key: string; label: string; timeZone: string };

/** A day, and the hour that a clock change may add. */
const LONGEST_HOURS = 25;

/** Who is on duty when. Shifts may overlap: then several are. */
@Injectable()
export class Shifts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * Whoever the shift table names for this moment, in the order in which they came on; else the duty manager. Nobody who is
   * disabled; empty when there is neither.
   * @param on the transaction that is open, if one is
   */
  async onDuty(teamId: string, at: Date, on: Pick<Transaction, 'query'> = this.database): Promise<OnDutyView[]> {
    return await on.query<OnDutyView & { [column: string]: unknown }>(ON_DUTY, [teamId, at]);
  }

  /** Those that touch the days from `from` to the day before `until`, on the team's clock. @throws DeskError `not_found` */
  async between(teamId: string, from: string, until: string): Promise<{ timeZone: string; items: ShiftView[] }> {
    const team = await this.database.one<{ timeZone: string }>(
      'SELECT time_zone AS "timeZone" FROM teams WHERE id = $1',
      [teamId],
    );
    if (!team) throw new DeskError('not_found');
    const rows = await this.database.query<Row>(SHIFTS, [teamId, from, until]);
    return { timeZone: team.timeZone, items: rows.map(shiftView) };
  }

  /**
   * Once, however often it is asked for.
   * @throws DeskError `not_found` for the team; `invalid_input` for who is not of it, and for a shift without length
   */
  async add(actor: AuditActor, teamId: string, planned: PlannedShift): Promise<ShiftView> {
    return await this.database.transaction(async (tx) => {
      const team = await lockTeamForShifts(tx, teamId);
      await insistOnMember(tx, teamId, planned.staffId);
      const { startsAt, endsAt } = await moments(tx, team, planned);
      const added = await tx.one<{ id: string }>(
        `INSERT INTO shifts (id, team_id, staff_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT ON CONSTRAINT shifts_once DO NOTHING RETURNING id`,
        [newId(), teamId, planned.staffId, startsAt, endsAt],
      );
      const row = await tx.one<Row>(
        `${SHIFT} WHERE h.team_id = $1 AND h.staff_id = $2 AND h.starts_at = $3 AND h.ends_at = $4`,
        [teamId, planned.staffId, startsAt, endsAt],
      );
      if (!row) throw new DeskError('conflict');
      if (added) await this.record(tx, actor, 'created', team, row.id, differences({}, told(row)));
      return shiftView(row);
    });
  }

  /** @throws DeskError `not_found`, also when somebody was faster */
  async remove(actor: AuditActor, teamId: string, shiftId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const team = await lockTeamForShifts(tx, teamId);
      const row = await tx.one<Row>(`${SHIFT} WHERE h.id = $1 AND h.team_id = $2`, [shiftId, teamId]);
      if (!row) throw new DeskError('not_found');
      await tx.query('DELETE FROM shifts WHERE id = $1', [shiftId]);
      await this.record(tx, actor, 'removed', team, shiftId, differences(told(row), {}));
    });
  }

  /**
   * Writes what begins in the seven days from `from` into those from `to`, at the same hours of the clock. What is there
   * stays; people who have left the team, or were disabled, are left out.
   * @returns how many shifts are new
   */
  async copyWeek(actor: AuditActor, teamId: string, { from, to }: { from: string; to: string }): Promise<number> {
    return await this.database.transaction(async (tx) => {
      const team = await lockTeamForShifts(tx, teamId);
      const rows = await tx.query<{ id: string }>(COPY_WEEK, [teamId, from, to]);
      if (rows.length > 0) await this.record(tx, actor, 'week_copied', team, teamId, differences({}, { from, to }));
      return rows.length;
    });
  }

  private async record(
    tx: Transaction,
    actor: AuditActor,
    deed: string,
    { label }: Team,
    id: string,
    changes: ReturnType<typeof differences>,
  ): Promise<void> {
    await this.audit.record(tx, { actor, action: `shift.${deed}`, subject: { kind: 'shift', id, label }, changes });
  }
}

/** One editor of a table at a time; whoever gives work to the team does not wait for it. */
async function lockTeamForShifts(tx: Transaction, teamId: string): Promise<Team> {
  const team = await tx.one<Team>(
    `SELECT key, name->>'zh-CN' AS label, time_zone AS "timeZone" FROM teams WHERE id = $1 FOR NO KEY UPDATE`,
    [teamId],
  );
  if (!team) throw new DeskError('not_found');
  return team;
}

async function insistOnMember(tx: Transaction, teamId: string, staffId: string): Promise<void> {
  const member = await tx.one(
    `SELECT 1 AS member FROM team_members m JOIN staff s ON s.id = m.staff_id
     WHERE m.team_id = $1 AND m.staff_id = $2 AND s.disabled_at IS NULL`,
    [teamId, staffId],
  );
  if (!member) throw new DeskError('invalid_input', { errors: [{ path: 'staffId', message: 'not of this team' }] });
}

/** The database knows when clocks change: what falls into the hour that is left out comes after it. */
async function moments(tx: Transaction, { timeZone }: Team, { starts, ends }: PlannedShift) {
  const row = await tx.one<{ startsAt: Date; endsAt: Date; fits: boolean }>(
    `SELECT *, "endsAt" > "startsAt" AND "endsAt" <= "startsAt" + make_interval(hours => ${LONGEST_HOURS}) AS fits
     FROM (SELECT $1::timestamp AT TIME ZONE $3 AS "startsAt", $2::timestamp AT TIME ZONE $3 AS "endsAt") AS shift`,
    [starts, ends, timeZone],
  );
  if (!row?.fits)
    throw new DeskError('invalid_input', {
      detail: {
        'zh-CN': '结束时间须晚于开始时间，且一个班次不超过 24 小时。',
        en: 'A shift ends after it begins, and takes 24 hours at most.',
      },
      errors: [{ path: 'ends', message: 'not after the beginning, or too late' }],
    });
  return row;
}

const told = ({ staffName, starts, ends }: Row) => ({ staff: staffName, starts, ends });

function shiftView({ startsAt, endsAt, ...row }: Row): ShiftView {
  return { ...row, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
}
