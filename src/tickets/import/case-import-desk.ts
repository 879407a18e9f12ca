import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/db/index.js';
import { Categories } from '../categories/categories.service.js';
import { CaseImportRefused } from './case-import-refused.js';
import type { CaseBooks } from './case-plan.js';

/** What an import must know of the desk before it says what becomes of its cases. */
@Injectable()
export class CaseImportDesk {
  constructor(
    private readonly database: Database,
    private readonly categories: Categories,
    private readonly clock: Clock,
  ) {}

  /** @throws CaseImportRefused when there is no such site any more */
  async insistOnSite(siteId: string): Promise<void> {
    const site = await this.database.one('SELECT 1 AS found FROM sites WHERE id = $1 AND disabled_at IS NULL', [
      siteId,
    ]);
    if (!site) throw new CaseImportRefused('site_gone');
  }

  async standing(): Promise<Pick<CaseBooks, 'shelves' | 'staff' | 'now'>> {
    const [shelves, rows] = await Promise.all([
      this.categories.all(),
      this.database.query<{ email: string; id: string; name: string }>(
        'SELECT email, id, name FROM staff WHERE disabled_at IS NULL',
      ),
    ]);
    const staff = new Map(rows.map(({ email, id, name }) => [email, { id, name }]));
    return { shelves, staff, now: this.clock.now() };
  }

  /** Of these old numbers those that are here, with their cases. */
  async known(source: string, externalIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ externalId: string; ticketId: string }>(
      `SELECT external_id AS "externalId", ticket_id AS "ticketId" FROM ticket_sources
        WHERE source = $1 AND external_id = ANY($2)`,
      [source, externalIds],
    );
    return new Map(rows.map(({ externalId, ticketId }) => [externalId, ticketId]));
  }

  /** Of these addresses and phones those that the host says are a customer's. */
  async vouched(siteId: string, contacts: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.query<{ value: string }>(
      `SELECT p.value FROM contact_points p JOIN customers c ON c.id = p.customer_id
        WHERE p.verified_by <> 'customer' AND p.kind IN ('email', 'phone') AND p.value = ANY($2) AND c.site_id = $1`,
      [siteId, contacts],
    );
    return new Set(rows.map(({ value }) => value));
  }
}
