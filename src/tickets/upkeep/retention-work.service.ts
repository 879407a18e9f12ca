import { Injectable } from '@nestjs/common';
import { RETENTION_DEEDS, type RetentionSettings } from '../../contract/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/db/index.js';
import { Leftovers } from './leftovers.service.js';
import type { RetentionProgress } from './retention.entities.js';
import { candidates } from './retention.sql.js';
import { RetentionDeeds } from './retention-deeds.service.js';
import { ruleValues } from './rule-values.js';

/** Somebody who works on a run says so this often, or another one takes it over. */
const HOLD = "interval '2 minutes'";
const MOST_ATTEMPTS = 5;
const AT_ONCE = 25;
/** Cases after which a worker lets go, so that it can be stopped and others come to their work. */
const SLICE = 1_000;

interface Held {
  id: string;
  settings: RetentionSettings;
  progress: RetentionProgress;
  attempts: number;
  [column: string]: unknown;
}

const TAKE = `
  UPDATE retention_runs SET held_until = desk_now() + ${HOLD}, attempts = attempts + 1
   WHERE id = $1 AND status = 'running' AND (held_until IS NULL OR held_until < desk_now())
   RETURNING id, settings, progress, attempts`;

const SAY = `
  UPDATE retention_runs SET held_until = desk_now() + ${HOLD}, attempts = 1, progress = $2 WHERE id = $1 AND status = 'running'`;

/** Carries out a run, in slices. Truth stands in the rows: whoever comes later goes on where another has stopped. */
@Injectable()
export class RetentionWork {
  constructor(
    private readonly database: Database,
    private readonly deeds: RetentionDeeds,
    private readonly leftovers: Leftovers,
    private readonly audit: Audit,
  ) {}

  /** Works on a run for a while; does nothing while another works on it. @returns whether there is more to do */
  async work(runId: string): Promise<boolean> {
    const run = await this.database.one<Held>(TAKE, [runId]);
    if (!run) return false;
    if (run.attempts > MOST_ATTEMPTS) {
      await this.end(runId, 'failed');
      return false;
    }
    try {
      const progress = await this.slice(run);
      if (progress) {
        await this.database.query('UPDATE retention_runs SET held_until = NULL WHERE id = $1', [runId]);
        return true;
      }
      await this.leftovers.clear();
      await this.end(runId, 'done');
      return false;
    } catch (error) {
      await this.database.query('UPDATE retention_runs SET held_until = NULL WHERE id = $1', [runId]);
      throw error;
    }
  }

  /** @returns how far it has come; undefined when nothing is left */
  private async slice({ id, settings, progress }: Held): Promise<RetentionProgress | undefined> {
    let at = progress;
    for (let done = 0; at.rule < settings.rules.length; ) {
      if (done >= SLICE) return at;
      const { seen, next } = await this.batch(id, settings, at);
      done += seen;
      at = next;
      await this.database.query(SAY, [id, JSON.stringify(at)]);
    }
    return undefined;
  }

  private async batch(
    runId: string,
    { rules }: RetentionSettings,
    at: RetentionProgress,
  ): Promise<{ seen: number; next: RetentionProgress }> {
    const deed = RETENTION_DEEDS[at.deed];
    if (!deed) return { seen: 0, next: { rule: at.rule + 1, deed: 0 } };
    const values = ruleValues(rules, at.rule, deed);
    const rows = values
      ? await this.database.query<{ id: string; at: string }>(candidates(deed), [
          ...values,
          at.after?.at ?? null,
          at.after?.id ?? null,
          AT_ONCE,
        ])
      : [];
    const last = rows.at(-1);
    if (!values || !last) return { seen: 0, next: { rule: at.rule, deed: at.deed + 1 } };
    for (const row of rows) await this.deeds.do({ runId, ticketId: row.id, rule: at.rule, deed, values });
    return { seen: rows.length, next: { ...at, after: { at: last.at, id: last.id } } };
  }

  private async end(runId: string, status: 'done' | 'failed'): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended = await tx.query(
        `UPDATE retention_runs SET status = $2, held_until = NULL, finished_at = desk_now()
          WHERE id = $1 AND status = 'running' RETURNING id`,
        [runId, status],
      );
      if (ended.length === 0) return;
      const counts = await tx.query<{ deed: string; cases: number }>(
        'SELECT deed, sum(cases)::int AS cases FROM retention_counts WHERE run_id = $1 GROUP BY deed',
        [runId],
      );
      await this.audit.record(tx, {
        actor: { kind: 'system', name: 'retention' },
        action: `retention_run.${status}`,
        subject: { kind: 'retention_run', id: runId, label: runId },
        changes: Object.fromEntries(counts.map(({ deed, cases }) => [deed, { after: cases }])),
      });
    });
  }
}
