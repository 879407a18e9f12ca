import { Injectable } from '@nestjs/common';
import {
  type CustomerSurgeView,
  type LocalizedText,
  SURGE_LIMITS,
  type SurgeSettings,
  type SurgeView,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit, differences } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database, SharedRead, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { maySurge } from './surge.policy.js';
import { FOR_CUSTOMERS, LIST_SURGES, OVERLAPPING, SURGE_COLUMNS } from './surge.sql.js';
import { SurgeTurns } from './surge-turns.service.js';

type Row = Omit<SurgeView, 'startsAt' | 'endsAt' | 'endedAt'> & {
  startsAt: Date;
  endsAt: Date | null;
  endedAt: Date | null;
  [column: string]: unknown;
};

interface Plan {
  reason: string;
  startsAt: string | null;
  endsAt: string | null;
  settings: SurgeSettings;
}

const DAY = 86_400_000;

/** 高峰模式: planned, begun, changed and ended by people; what time and the queue do to them see {@link SurgeTurns}. */
@Injectable()
export class Surges {
  private readonly seen = new SharedRead<'customers', CustomerSurgeView | undefined>(() =>
    this.database.one<CustomerSurgeView & { [column: string]: unknown }>(FOR_CUSTOMERS),
  );

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly turns: SurgeTurns,
  ) {}

  /** Of one's own teams and of all; administrators see each. */
  async all({ role, teamIds }: StaffPrincipal): Promise<SurgeView[]> {
    return (await this.database.query<Row>(LIST_SURGES, [role === 'admin' ? null : teamIds])).map(show);
  }

  /** What customers see while any is on. Every public page asks: those that are asked for at one time share a read. */
  async forCustomers(): Promise<CustomerSurgeView | undefined> {
    return await this.seen.get('customers');
  }

  /** @throws DeskError `forbidden`, `invalid_input` for a time that cannot be, an unknown team, or one that overlaps another */
  async plan(by: StaffPrincipal, { teamId, ...plan }: Plan & { teamId: string | null }): Promise<SurgeView> {
    insist(by, teamId);
    const id = newId();
    await this.database.transaction(async (tx) => {
      const team = await this.label(tx, teamId);
      const times = await this.check(tx, { id, teamId, ...plan });
      await tx.query(
        `INSERT INTO surges (id, team_id, origin, reason, starts_at, ends_at, settings, created_by)
         VALUES ($1, $2, 'planned', $3, $4, $5, $6, $7)`,
        [id, teamId, plan.reason, times.startsAt, times.endsAt, plan.settings, by.staffId],
      );
      await this.record(tx, by, 'planned', { id, reason: plan.reason }, differences({}, { team, ...plan }));
    });
    return await this.settled(id);
  }

  /** @throws DeskError `forbidden`, `not_found`, `conflict`, `illegal_transition` when it has ended, `invalid_input` as in `plan` */
  async update(by: StaffPrincipal, id: string, { version, ...plan }: Plan & { version: number }): Promise<SurgeView> {
    await this.database.transaction(async (tx) => {
      const before = await this.lock(tx, by, id, version);
      const startsAt = before.state === 'planned' ? plan.startsAt : before.startsAt;
      const wanted = { ...plan, startsAt };
      await this.check(tx, { id, teamId: before.teamId, ...wanted }, before);
      const { reason, endsAt, settings } = before;
      const changes = differences({ reason, startsAt: before.startsAt, endsAt, settings }, wanted);
      if (Object.keys(changes).length === 0) return;
      await tx.query(
        'UPDATE surges SET reason = $2, starts_at = $3, ends_at = $4, settings = $5, version = version + 1 WHERE id = $1',
        [id, plan.reason, startsAt, plan.endsAt, plan.settings],
      );
      await this.record(tx, by, 'updated', { id, reason: plan.reason }, changes);
    });
    return await this.settled(id);
  }

  /** @throws DeskError `forbidden`, `not_found`, `conflict`, `illegal_transition` when it has ended already */
  async end(by: StaffPrincipal, id: string, version: number): Promise<SurgeView> {
    await this.database.transaction(async (tx) => {
      const { reason } = await this.lock(tx, by, id, version);
      await tx.query('UPDATE surges SET ended_at = desk_now(), ended_by = $2, version = version + 1 WHERE id = $1', [
        id,
        by.staffId,
      ]);
      await this.record(tx, by, 'ended', { id, reason });
    });
    return await this.settled(id);
  }

  /** What follows from it is not waited for a second. */
  private async settled(id: string): Promise<SurgeView> {
    await this.turns.changed();
    return await this.read(this.database, id);
  }

  private async check(
    tx: Transaction,
    { id, teamId, startsAt, endsAt }: Plan & { id: string; teamId: string | null },
    before?: SurgeView,
  ): Promise<{ startsAt: Date; endsAt: Date | null }> {
    // Two people who plan for the same time must see each other.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('porchlight: surges'))`);
    const row = await tx.one<{ now: Date }>('SELECT desk_now() AS now');
    const now = (row as { now: Date }).now;
    const from = startsAt === null ? now : new Date(startsAt);
    const until = endsAt === null ? null : new Date(endsAt);
    if (until && until <= from) refuse('endsAt', END_BEFORE_BEGINNING);
    if (until && until <= now) refuse('endsAt', END_IS_PAST);
    if (startsAt !== null && before?.state !== 'on' && from < now) refuse('startsAt', BEGINNING_IS_PAST);
    if (from.getTime() > now.getTime() + SURGE_LIMITS.daysAhead * DAY) refuse('startsAt', TOO_FAR);
    if (until && until.getTime() > from.getTime() + SURGE_LIMITS.longestDays * DAY) refuse('endsAt', TOO_LONG);
    if (before?.origin !== 'threshold') {
      const other = await tx.one<{ reason: string }>(OVERLAPPING, [id, teamId, from, until]);
      if (other) refuse('startsAt', overlaps(other.reason));
    }
    return { startsAt: from, endsAt: until };
  }

  private async label(tx: Transaction, teamId: string | null): Promise<string | null> {
    if (teamId === null) return null;
    const team = await tx.one<{ name: LocalizedText }>(
      'SELECT name FROM teams WHERE id = $1 AND archived_at IS NULL FOR KEY SHARE',
      [teamId],
    );
    if (!team) refuse('teamId', NO_TEAM);
    return team?.name['zh-CN'] ?? null;
  }

  private async lock(tx: Transaction, by: StaffPrincipal, id: string, version: number): Promise<SurgeView> {
    await tx.query('SELECT FROM surges WHERE id = $1 FOR UPDATE', [id]);
    const surge = await this.read(tx, id);
    insist(by, surge.teamId);
    if (surge.version !== version) throw new DeskError('conflict');
    if (surge.state === 'ended') throw new DeskError('illegal_transition', { detail: HAS_ENDED });
    return surge;
  }

  private async read(on: Database | Transaction, id: string): Promise<SurgeView> {
    const row = await on.one<Row>(`SELECT ${SURGE_COLUMNS} FROM surges s WHERE s.id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return show(row);
  }

  private record(
    tx: Transaction,
    by: StaffPrincipal,
    deed: string,
    { id, reason }: { id: string; reason: string },
    changes = {},
  ): Promise<void> {
    const subject = { kind: 'surge', id, label: reason };
    return this.audit.record(tx, { actor: auditActor(by), action: `surge.${deed}`, subject, changes });
  }
}

function show({ startsAt, endsAt, endedAt, ...surge }: Row): SurgeView {
  const { id, teamId, origin, state, reason, settings, version, createdBy } = surge;
  const times = {
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
  return { id, teamId, origin, state, reason, ...times, settings, version, createdBy };
}

function insist(by: StaffPrincipal, teamId: string | null): void {
  if (!maySurge(by, teamId)) throw new DeskError('forbidden');
}

function refuse(path: string, detail: LocalizedText): void {
  throw new DeskError('invalid_input', { detail, errors: [{ path, message: detail.en }] });
}

const END_BEFORE_BEGINNING: LocalizedText = {
  'zh-CN': '结束时间要晚于开始时间。',
  en: 'Let it end after it begins.',
};
const END_IS_PAST: LocalizedText = { 'zh-CN': '结束时间已经过了。', en: 'The end is in the past already.' };
const BEGINNING_IS_PAST: LocalizedText = {
  'zh-CN': '开始时间已经过了；要马上开始，请选择「现在」。',
  en: 'The beginning is in the past; to begin at once choose now.',
};
const TOO_FAR: LocalizedText = { 'zh-CN': '最多提前一年安排。', en: 'Plan it a year ahead at most.' };
const TOO_LONG: LocalizedText = {
  'zh-CN': `一次高峰最长 ${SURGE_LIMITS.longestDays} 天。`,
  en: `One lasts ${SURGE_LIMITS.longestDays} days at most.`,
};
const NO_TEAM: LocalizedText = {
  'zh-CN': '没有这个小组，或它已停用。',
  en: 'There is no such team, or it is archived.',
};
const HAS_ENDED: LocalizedText = { 'zh-CN': '这次高峰已经结束，可以另建一次。', en: 'It has ended; plan another one.' };
const overlaps = (reason: string): LocalizedText => ({
  'zh-CN': `同一时间已有一次高峰「${reason}」，请错开时间，或改那一次。`,
  en: `“${reason}” is on at that time already: choose another time, or change that one.`,
});
