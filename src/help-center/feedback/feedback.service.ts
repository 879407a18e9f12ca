import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ArticleAudience, Locale } from '../../contract/index.js';
import { newId } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { addressKey, type RateLimit, RateLimits } from '../../platform/rate-limit/index.js';
import { visibleTo } from '../articles/audience.js';

/** A whole office may share one address. */
const PER_ADDRESS: RateLimit = { name: 'article-feedback', points: 60, seconds: 3_600 };

export interface Vote {
  locale: Locale;
  helpful: boolean;
  /** What was missing. Absent: an earlier reason stays. */
  reason?: string | undefined;
}

export interface Voter {
  visitor: string;
  audience: ArticleAudience;
}

const keyOf = (visitor: string): Buffer => createHash('sha256').update(visitor).digest();

@Injectable()
export class Feedback {
  constructor(
    private readonly database: Database,
    private readonly limits: RateLimits,
  ) {}

  /**
   * One vote per visitor and article; a later one replaces the earlier.
   * @param reader the secret of the visitor's cookie, or who the customer is; and what they may read
   * @throws DeskError `not_found` for what they cannot read, `too_many_requests`
   */
  async record(slug: string, reader: Voter, address: string, vote: Vote): Promise<void> {
    await this.limits.consume(PER_ADDRESS, addressKey(address));
    const rows = await this.database.query(
      `INSERT INTO article_feedback (id, article_id, locale, helpful, reason, session_key_hash)
       SELECT $1, id, $3, $4, $5, $6 FROM articles
        WHERE slug = $2 AND status = 'published' AND visibility = ANY($7::text[])
       ON CONFLICT (article_id, session_key_hash) DO UPDATE SET locale = excluded.locale, helpful = excluded.helpful,
         reason = CASE WHEN excluded.helpful THEN NULL ELSE coalesce(excluded.reason, article_feedback.reason) END
       RETURNING id`,
      [
        newId(),
        slug,
        vote.locale,
        vote.helpful,
        vote.helpful ? null : (vote.reason ?? null),
        keyOf(reader.visitor),
        visibleTo(reader.audience),
      ],
    );
    if (rows.length === 0) throw new DeskError('not_found');
  }

  /** What this visitor has said about an article; undefined when nothing. */
  async of(articleId: string, visitor: string): Promise<boolean | undefined> {
    const row = await this.database.one<{ helpful: boolean }>(
      'SELECT helpful FROM article_feedback WHERE article_id = $1 AND session_key_hash = $2',
      [articleId, keyOf(visitor)],
    );
    return row?.helpful;
  }
}
