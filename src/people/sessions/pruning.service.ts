import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { defineJob, Runs } from '../../platform/jobs/index.js';

const PruneSessions = defineJob<Record<string, never>>('people.prune_sessions', { everySeconds: 86_400 });

/** Sessions that nobody can come back to go after a while in which one can still look into what happened. */
@Injectable()
export class Pruning {
  constructor(private readonly database: Database) {}

  @Runs(PruneSessions)
  async pruneSessions(): Promise<void> {
    await this.database.query(
      `DELETE FROM staff_sessions WHERE least(expires_at, revoked_at) < desk_now() - interval '30 days'`,
    );
    await this.database.query(
      `DELETE FROM visitor_sessions WHERE least(last_seen_at, ended_at) < desk_now() - interval '60 days'`,
    );
  }
}
