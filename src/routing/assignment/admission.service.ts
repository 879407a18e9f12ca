import { setTimeout as rest } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { LocalizedText, Presence, WorkKind } from '../../contract/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import type { Gift } from '../../tickets/index.js';
import { Presences } from '../agents/presences.service.js';
import { ADMIT, COME_IN } from './admission.sql.js';

interface Hands {
  id: string;
  kind: WorkKind;
  /** Its customer waits for an answer. */
  waits: boolean;
  room: boolean;
  paused: boolean;
  presence: Presence;
  [column: string]: unknown;
}

const LOCK_NOT_AVAILABLE = '55P03';
const TRIES = 60;
const PAUSE_MILLISECONDS = 20;

const FULL: Record<'self' | 'paused', LocalizedText> = {
  self: { 'zh-CN': '您手上已经满了，请先完成一些。', en: 'Your hands are full: finish something first.' },
  paused: {
    'zh-CN': '对方暂停接收这类工作，请转给其他同事或小组。',
    en: 'They take no more of this kind at the moment. Choose another colleague or a team.',
  },
};

/** Whether somebody may have one more, by a colleague's hand or their own. The claim asks the same in its own statement. */
@Injectable()
export class Admission {
  constructor(private readonly presences: Presences) {}

  /**
   * Nobody is given more than they can hold, kinds they have paused, or while they are offline what somebody waits for. Who takes
   * a case may have paused its kind, and is there from then on; a supervisor who takes one may also be full: that is their choice.
   *
   * Locks, until COMMIT, the profiles of both whose load will change. The ticket is locked already, and a colleague may be
   * giving the other way round: so it never waits for a profile, but lets go and looks again.
   * @throws DeskError `capacity_exceeded`, `person_away`, `unavailable` when a profile stays in use
   */
  async admit(tx: Transaction, gift: Gift): Promise<void> {
    const hands = (await this.locked(tx, gift)).find(({ id }) => id === gift.staffId);
    if (!hands) throw new DeskError('capacity_exceeded');
    if (gift.by === 'colleague') insistOnGift(hands);
    else if (gift.by === 'self' && !hands.room) throw new DeskError('capacity_exceeded', { detail: FULL.self });
    if (gift.by !== 'colleague' && (await tx.one(COME_IN, [gift.staffId])))
      tx.afterCommit(() => void this.presences.tellSoon(gift.staffId));
  }

  private async locked(tx: Transaction, { staffId, ticketId }: Gift): Promise<Hands[]> {
    for (let tries = 1; ; tries += 1) {
      await tx.query('SAVEPOINT admit');
      try {
        return await tx.query<Hands>(ADMIT, [staffId, ticketId]);
      } catch (error) {
        if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
        await tx.query('ROLLBACK TO SAVEPOINT admit');
        if (tries === TRIES) throw new DeskError('unavailable', { retryAfter: 1, cause: error });
        await rest(Math.random() * PAUSE_MILLISECONDS);
      }
    }
  }
}

function insistOnGift({ room, paused, presence, waits }: Hands): void {
  if (presence === 'offline' && waits) throw new DeskError('person_away');
  if (paused) throw new DeskError('capacity_exceeded', { detail: FULL.paused });
  if (!room) throw new DeskError('capacity_exceeded');
}
