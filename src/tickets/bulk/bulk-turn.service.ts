import { Injectable } from '@nestjs/common';
import type { BulkCaseState, BulkDeed, BulkSkip, LocalizedText } from '../../contract/index.js';
import { Directory } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Logger } from '../../platform/logger/index.js';
import { TicketLocks } from '../ticket-locks.service.js';
import { mayInBulk } from './bulk.policy.js';
import { CLAIM, FAIL, FOLLOW_MERGED, SETTLE } from './bulk.sql.js';
import { BulkDeeds } from './bulk-deeds.service.js';

/** For a reason that passes: somebody merged it at this moment, the database was restarted. */
const TRIES = 5;
const PASSING: readonly string[] = ['conflict', 'unavailable'];

interface Claimed {
  ticketId: string;
  staffId: string;
  deed: BulkDeed;
  [column: string]: unknown;
}

/**
 * The turn of one case: claimed, permitted, done and settled in one transaction of its own. Who dies over it leaves nothing behind,
 * and the next one takes it; nobody takes it twice.
 */
@Injectable()
export class BulkTurn {
  constructor(
    private readonly database: Database,
    private readonly locks: TicketLocks,
    private readonly directory: Directory,
    private readonly deeds: BulkDeeds,
    private readonly logger: Logger,
  ) {}

  /** @returns whether there was a case to take */
  async take(actionId: string): Promise<boolean> {
    let claimed: Claimed | undefined;
    try {
      await this.database.transactionBehind(async (tx) => {
        claimed = await tx.one<Claimed>(CLAIM, [actionId]);
        if (claimed) await this.carryOut(tx, actionId, claimed);
      });
    } catch (error) {
      if (!claimed) throw error;
      await this.fail(actionId, claimed, error);
    }
    return claimed !== undefined;
  }

  private async carryOut(tx: Transaction, actionId: string, { ticketId, staffId, deed }: Claimed): Promise<void> {
    const settle = (state: BulkCaseState, why?: BulkSkip) => tx.query(SETTLE, [actionId, ticketId, state, why ?? null]);
    // Whoever has left, or does other work by now, does nothing here any more.
    const by = await this.directory.working(tx, staffId);
    if (!by) throw new DeskError('forbidden', { detail: LEFT });
    const ticket = await this.locks.lock(tx, ticketId);
    if (ticket.mergedInto) {
      await tx.query(FOLLOW_MERGED, [actionId, ticket.mergedInto]);
      await settle('skipped', 'merged');
      return;
    }
    if (!mayInBulk(by, { ...ticket, watched: ticket.watcherIds.includes(staffId) }, deed.kind))
      throw new DeskError('forbidden', { detail: NOT_THEIRS });
    const why = await this.deeds.perform(tx, actionId, by, ticket, deed);
    await settle(why ? 'skipped' : 'done', why);
  }

  private async fail(actionId: string, { ticketId }: Claimed, error: unknown): Promise<void> {
    const known = error instanceof DeskError ? error : undefined;
    const isPassing = !known || PASSING.includes(known.code);
    if (!known) this.logger.error({ err: error, actionId, ticketId }, 'a case of a bulk action stumbled');
    const detail = known?.extra.detail ?? null;
    await this.database.queryBehind(FAIL, [
      actionId,
      ticketId,
      known?.code ?? 'internal_error',
      detail,
      isPassing,
      TRIES,
    ]);
  }
}

const LEFT: LocalizedText = { 'zh-CN': '下达操作的账号已停用。', en: 'The account that ordered it is disabled.' };
const NOT_THEIRS: LocalizedText = {
  'zh-CN': '轮到它时，它不在您可以处理的范围内。',
  en: 'When its turn came it was not yours to work on.',
};
