import { Injectable } from '@nestjs/common';
import { staffKey } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { PresenceImposed } from '../agents/presence.events.js';
import { Presences } from '../agents/presences.service.js';
import { MAKE_BUSY, SILENCES } from './rescue.sql.js';

/** Twice within so long, with nobody answered in between, and somebody is taken not to be there. */
const WITHIN_MINUTES = 30;

/** Whoever leaves one case after the other without an answer is given no more. */
@Injectable()
export class Silences {
  constructor(
    private readonly outbox: Outbox,
    private readonly presences: Presences,
  ) {}

  /** How often they were silent before this time. Ask it with their profile locked, so that two cases cannot both be the first. */
  async before(tx: Transaction, staffId: string): Promise<number> {
    return (await tx.one<{ silences: number }>(SILENCES, [staffId, WITHIN_MINUTES]))?.silences ?? 0;
  }

  /** 忙碌 from now on, until they say otherwise; they and who leads the team are told. */
  async makeBusy(tx: Transaction, staffId: string, teamId: string): Promise<void> {
    if (!(await tx.one(MAKE_BUSY, [staffId]))) return;
    await this.outbox.add(
      tx,
      PresenceImposed(staffKey(staffId), { staffId, presence: 'busy', because: 'silent', teamId }),
    );
    tx.afterCommit(() => void this.presences.tellSoon(staffId));
  }
}
