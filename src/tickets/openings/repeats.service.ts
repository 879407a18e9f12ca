import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { defineJob, Runs } from '../../platform/jobs/index.js';

const ForgetRequests = defineJob<Record<string, never>>('tickets.forget_opening_requests', { everySeconds: 3_600 });

/** Hours for which a repeated request is told the same. */
const KEPT_HOURS = 24;

export interface Request {
  /** Whose keys these are, e.g. `site:<id>`. */
  scope: string;
  key: string;
  /** What was asked; the same key with another is refused. */
  body: unknown;
}

/** Requests that come twice are done once. */
@Injectable()
export class Repeats {
  constructor(private readonly database: Database) {}

  /**
   * Does it in a transaction, unless this request has been done. Of two at once one waits for the other; one that fails leaves
   * its key free.
   * @throws DeskError `idempotency_key_reused`
   */
  async once<T extends object>(request: Request, work: (tx: Transaction) => Promise<T>): Promise<T> {
    const { scope, key } = request;
    const bodyHash = createHash('sha256').update(canonical(request.body)).digest();
    return this.database.transaction(async (tx) => {
      const first = await tx.one(
        `INSERT INTO case_openings AS o (scope, key, body_hash) VALUES ($1, $2, $3)
         ON CONFLICT (scope, key) DO UPDATE SET body_hash = excluded.body_hash, answer = NULL, created_at = desk_now()
           WHERE o.created_at < desk_now() - interval '${KEPT_HOURS} hours'
         RETURNING 1 AS taken`,
        [scope, key, bodyHash],
      );
      if (!first) return this.earlier<T>(tx, { scope, key }, bodyHash);
      const answer = await work(tx);
      await tx.query('UPDATE case_openings SET answer = $3 WHERE scope = $1 AND key = $2', [scope, key, answer]);
      return answer;
    });
  }

  /** What this request was told, if it was made. */
  async answerOf<T extends object>({ scope, key }: Pick<Request, 'scope' | 'key'>): Promise<T | undefined> {
    const row = await this.database.one<{ answer: T | null }>(
      'SELECT answer FROM case_openings WHERE scope = $1 AND key = $2',
      [scope, key],
    );
    return row?.answer ?? undefined;
  }

  /** A statement of its own: one that waited for the other still sees the table as it was before. */
  private async earlier<T extends object>(
    tx: Transaction,
    { scope, key }: Pick<Request, 'scope' | 'key'>,
    bodyHash: Buffer,
  ): Promise<T> {
    const row = await tx.one<{ bodyHash: Buffer; answer: T }>(
      'SELECT body_hash AS "bodyHash", answer FROM case_openings WHERE scope = $1 AND key = $2',
      [scope, key],
    );
    if (!row) throw new DeskError('unavailable', { retryAfter: 1 });
    if (!row.bodyHash.equals(bodyHash)) throw new DeskError('idempotency_key_reused');
    return row.answer;
  }

  @Runs(ForgetRequests)
  async forget(): Promise<void> {
    await this.database.query(
      `DELETE FROM case_openings WHERE created_at < desk_now() - interval '${KEPT_HOURS} hours'`,
    );
  }
}

/** The same for the same content, in whatever order it was written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
