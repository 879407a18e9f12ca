import { Injectable } from '@nestjs/common';
import { StaffDisabled } from '../../people/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { Logger } from '../../platform/logger/index.js';
import { Consumer, type EventOf, Handles } from '../../platform/outbox/index.js';
import { Presences } from './presences.service.js';

/** Routing follows what becomes of people. */
@Injectable()
@Consumer({ name: 'routing.staff', onPoison: 'skip' })
export class StaffConsumer {
  constructor(
    private readonly presences: Presences,
    private readonly logger: Logger,
  ) {}

  /** Nobody is given to them in any case; this is for the colleagues, who see at once that they are away. */
  @Handles(StaffDisabled)
  async disabled(tx: Transaction, { payload: { staffId } }: EventOf<typeof StaffDisabled>): Promise<void> {
    tx.afterCommit(() => {
      this.presences
        .set(staffId, 'offline')
        .catch((err) => this.logger.warn({ err, staffId }, 'presence stays a while'));
    });
  }
}
