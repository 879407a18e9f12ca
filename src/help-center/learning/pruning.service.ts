import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { defineJob, Runs } from '../../platform/jobs/index.js';

const PruneVisits = defineJob<Record<string, never>>('help-center.prune_visits', { everySeconds: 86_400 });
const PruneStatistics = defineJob<Record<string, never>>('help-center.prune_statistics', { everySeconds: 86_400 });

/** So that a month can be held against the same of the year before. */
const KEPT = "interval '13 months'";
const SLICE = 5_000;

/** What people did is kept for as long as somebody looks at it. */
@Injectable()
export class LearningPruning {
  constructor(private readonly database: Database) {}

  /** What a customer has read is kept for days, to see what came of it, and not for ever. */
  @Runs(PruneVisits)
  async pruneVisits(): Promise<void> {
    await this.database.query(`DELETE FROM article_visits WHERE visited_at < desk_now() - interval '7 days'`);
  }

  @Runs(PruneStatistics)
  async pruneStatistics(): Promise<void> {
    await this.inSlices(
      `DELETE FROM help_searches WHERE id IN
         (SELECT id FROM help_searches WHERE searched_at < desk_now() - ${KEPT} ORDER BY searched_at LIMIT ${SLICE})`,
    );
    await this.inSlices(
      `DELETE FROM article_days WHERE (day, article_id, locale, place, page) IN
         (SELECT day, article_id, locale, place, page FROM article_days
           WHERE day < (desk_now() - ${KEPT})::date ORDER BY day LIMIT ${SLICE})`,
    );
    await this.inSlices(
      `DELETE FROM help_search_hours WHERE (hour, locale, place) IN
         (SELECT hour, locale, place FROM help_search_hours WHERE hour < desk_now() - ${KEPT} ORDER BY hour LIMIT ${SLICE})`,
    );
  }

  /** No statement holds locks for long. */
  private async inSlices(statement: string): Promise<void> {
    for (;;) {
      const { rowCount } = await this.database.pool.query(statement);
      if ((rowCount ?? 0) < SLICE) return;
    }
  }
}
