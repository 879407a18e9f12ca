import { Injectable } from '@nestjs/common';
import {
  type Page,
  RETENTION_LIMITS,
  type RetentionCount,
  type RetentionKeptView,
  type RetentionRunView,
  type RetentionSettings,
} from '../../contract/index.js';
import { auditActor, type StaffPrincipal } from '../../people/index.js';
import { Audit } from '../../platform/audit/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';

/** Nights are those of the market; the first moment after this hour at which a worker is there. */
const NIGHT = { zone: 'Asia/Shanghai', hour: 3 };
const LISTED = 60;

const BEGIN = `
  INSERT INTO retention_runs (id, day, started_by, settings)
  SELECT $1, $2, $3, s.settings FROM retention_settings s WHERE jsonb_array_length(s.settings->'rules') > 0
  ON CONFLICT DO NOTHING RETURNING id`;

const TONIGHT = `
  SELECT (desk_now() AT TIME ZONE '${NIGHT.zone}')::date::text AS day,
         extract(hour FROM desk_now() AT TIME ZONE '${NIGHT.zone}')::int AS hour`;

const LIST = `
  SELECT r.id, r.started_by AS "startedBy", r.settings, r.status, r.started_at AS "startedAt", r.finished_at AS "finishedAt",
         coalesce((SELECT json_agg(json_build_object('rule', c.rule, 'deed', c.deed, 'cases', c.cases) ORDER BY c.rule, c.deed)
            FROM retention_counts c WHERE c.run_id = r.id), '[]') AS counts,
         coalesce((SELECT json_object_agg(k.reason, k.cases) FROM (
            SELECT reason, count(DISTINCT ticket_id)::int AS cases FROM retention_kept WHERE run_id = r.id GROUP BY reason) k), '{}') AS kept
    FROM retention_runs r`;

type Row = Omit<RetentionRunView, 'startedBy' | 'counts' | 'startedAt' | 'finishedAt'> & {
  startedBy: string | null;
  settings: RetentionSettings;
  counts: { rule: number; deed: RetentionCount['deed']; cases: number }[];
  startedAt: Date;
  finishedAt: Date | null;
  [column: string]: unknown;
};

/** Each run of the rules, and what it has done. */
@Injectable()
export class RetentionRuns {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** Begins tonight's, once, whichever server asks first. @returns its id when it has just begun */
  async beginNight(): Promise<string | undefined> {
    const night = await this.database.one<{ day: string; hour: number }>(TONIGHT);
    if (!night || night.hour < NIGHT.hour) return undefined;
    return (await this.database.one<{ id: string }>(BEGIN, [newId(), night.day, null]))?.id;
  }

  /** Begins one now. @throws DeskError `conflict` while one is under way, and without a rule */
  async begin(by: StaffPrincipal): Promise<string> {
    return this.database.transaction(async (tx) => {
      const run = await tx.one<{ id: string }>(BEGIN, [newId(), null, by.name]);
      if (!run) throw new DeskError('conflict', NOT_NOW);
      await this.audit.record(tx, {
        actor: auditActor(by),
        action: 'retention_run.started',
        subject: { kind: 'retention_run', id: run.id, label: run.id },
      });
      return run.id;
    });
  }

  /** Those that nobody works on, though somebody should. */
  async abandoned(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM retention_runs WHERE status = 'running' AND (held_until IS NULL OR held_until < desk_now())`,
    );
    return rows.map(({ id }) => id);
  }

  /** The newest first. */
  async list(): Promise<{ items: RetentionRunView[] }> {
    const rows = await this.database.query<Row>(`${LIST} ORDER BY r.started_at DESC, r.id DESC LIMIT ${LISTED}`);
    return { items: rows.map(viewOf) };
  }

  /** @throws DeskError `not_found` */
  async show(id: string): Promise<RetentionRunView> {
    const row = await this.database.one<Row>(`${LIST} WHERE r.id = $1`, [id]);
    if (!row) throw new DeskError('not_found');
    return viewOf(row);
  }

  /** What a run has left alone, by number; of cases that are gone since, nothing. @throws DeskError `not_found` */
  async kept(id: string, limit: number, after: string | undefined): Promise<Page<RetentionKeptView>> {
    await this.show(id);
    const rows = await this.database.query<RetentionKeptView & Record<string, unknown>>(
      `SELECT t.number, k.deed, k.reason FROM retention_kept k JOIN tickets t ON t.id = k.ticket_id
        WHERE k.run_id = $1 AND t.number || ' ' || k.deed > $2 ORDER BY t.number || ' ' || k.deed LIMIT $3`,
      [id, after ?? '', limit + 1],
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return { items: rows.slice(0, limit), ...(last && { nextCursor: `${last.number} ${last.deed}` }) };
  }

  /** Runs of years ago. */
  async prune(): Promise<void> {
    await this.database.query(
      `DELETE FROM retention_runs WHERE status <> 'running' AND started_at < desk_now() - make_interval(days => $1)`,
      [RETENTION_LIMITS.runDays],
    );
  }
}

function viewOf({ settings, startedBy, counts, startedAt, finishedAt, id, status, kept }: Row): RetentionRunView {
  return {
    id,
    status,
    kept,
    ...(startedBy && { startedBy }),
    counts: counts.map(({ rule, deed, cases }) => {
      const { category = null, subCategory } = settings.rules[rule] ?? {};
      return { category, ...(subCategory && { subCategory }), deed, cases };
    }),
    startedAt: startedAt.toISOString(),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}

const NOT_NOW = {
  detail: {
    'zh-CN': '正在清理，或还没有规则：请等它完成，或先保存规则。',
    en: 'One is under way, or there is no rule yet: wait until it is done, or save a rule first.',
  },
};
