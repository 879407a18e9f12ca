import { Injectable } from '@nestjs/common';
import type { RetentionDeed, RetentionReason } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { StatusChanges } from '../status-changes.service.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { CaseErasure } from './case-erasure.service.js';
import { FAMILY } from './case-erasure.sql.js';
import { verdict } from './retention.sql.js';

export interface Due {
  runId: string;
  ticketId: string;
  /** Place of the rule in the run. */
  rule: number;
  deed: RetentionDeed;
  /** See `ruleValues`. */
  values: readonly unknown[];
}

const COUNT = `
  INSERT INTO retention_counts AS c (run_id, rule, deed, cases) VALUES ($1, $2, $3, 1)
  ON CONFLICT (run_id, rule, deed) DO UPDATE SET cases = c.cases + 1`;

const KEEP = `
  INSERT INTO retention_kept (run_id, ticket_id, deed, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

/** Does to one case what its time has come for, in a transaction of its own, if it is still so once the case is locked. */
@Injectable()
export class RetentionDeeds {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
    private readonly statuses: StatusChanges,
    private readonly erasure: CaseErasure,
  ) {}

  /** A case that changes at this very moment is left for the next run. */
  async do(due: Due): Promise<void> {
    try {
      await this.database.transaction((tx) => this.carryOut(tx, due));
    } catch (error) {
      if (!(error instanceof DeskError) || !['conflict', 'not_found', 'illegal_transition'].includes(error.code))
        throw error;
    }
  }

  private async carryOut(tx: Transaction, { runId, ticketId, rule, deed, values }: Due): Promise<void> {
    const ids = (await tx.query<{ id: string }>(FAMILY, [ticketId])).map(({ id }) => id);
    const family = await this.locks.lockAll(tx, ids);
    const found = await tx.one<{ reason: RetentionReason | null }>(verdict(deed), [...values, ticketId]);
    if (!found) return;
    if (found.reason) {
      await tx.query(KEEP, [runId, ticketId, deed, found.reason]);
      return;
    }
    if (deed === 'close') await this.close(tx, ticketId);
    else if (deed === 'anonymise') await this.erasure.anonymise(tx, family);
    else await this.erasure.remove(tx, family);
    await tx.query(COUNT, [runId, rule, deed]);
  }

  /** As if nobody had objected in time: which nobody has. */
  private async close(tx: Transaction, ticketId: string): Promise<void> {
    const actor = { kind: 'system' as const, id: null };
    await this.statuses.transition(tx, { ticketId, to: 'closed', actor, because: 'left_alone' });
  }
}
