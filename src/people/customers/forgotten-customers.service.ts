import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/clock/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';

/** Somebody whose browser was seen so lately may be in front of it. */
const QUIET = "interval '30 days'";
const STILL_REFERRED_TO = '23503';

const STAND_INS = `
  INSERT INTO customers (id, site_id, name, locale, created_at)
  SELECT new_id, c.site_id, '', c.locale, c.created_at
  FROM unnest($1::uuid[], $2::uuid[]) AS pair (old_id, new_id) JOIN customers c ON c.id = old_id`;

/** Customers of whom nothing is to be known any more. */
@Injectable()
export class ForgottenCustomers {
  constructor(private readonly database: Database) {}

  /** Nobody in particular in the place of each of these, so that their other matters stay theirs. @returns by customer id */
  async standIns(tx: Transaction, customerIds: readonly string[]): Promise<Record<string, string>> {
    const pairs = customerIds.map((id): [string, string] => [id, newId()]);
    await tx.query(STAND_INS, [pairs.map(([id]) => id), pairs.map(([, standIn]) => standIn)]);
    return Object.fromEntries(pairs);
  }

  /**
   * Forgets somebody of whom nothing is left: name, ways to reach them, what they did on the site.
   * @returns `later` while they may be in front of a browser; `needed` when there is something of theirs
   */
  async forget(customerId: string): Promise<'gone' | 'later' | 'needed'> {
    try {
      const gone = await this.database.query(
        `DELETE FROM customers c WHERE c.id = $1 AND NOT EXISTS (
           SELECT FROM visitor_sessions v
            WHERE v.customer_id = c.id AND v.ended_at IS NULL AND v.last_seen_at > desk_now() - ${QUIET}) RETURNING c.id`,
        [customerId],
      );
      if (gone.length > 0) return 'gone';
      return (await this.database.one('SELECT 1 AS there FROM customers WHERE id = $1', [customerId]))
        ? 'later'
        : 'gone';
    } catch (error) {
      // The rooms that keep things of customers refer to them, and so say that somebody is still needed.
      if ((error as { code?: string }).code === STILL_REFERRED_TO) return 'needed';
      throw error;
    }
  }
}
