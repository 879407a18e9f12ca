import { Injectable } from '@nestjs/common';
import { StaffDisabled } from '../people/index.js';
import type { Transaction } from '../platform/db/index.js';
import { Jobs } from '../platform/jobs/index.js';
import { Consumer, type EventOf, Handles } from '../platform/outbox/index.js';
import { ReturnLeftBehind } from './tickets.jobs.js';

/** Tickets follow what becomes of people. */
@Injectable()
@Consumer({ name: 'tickets.staff', onPoison: 'skip' })
export class StaffHandlers {
  constructor(private readonly jobs: Jobs) {}

  /** The job may be lost: whoever reconciles the queues looks for the same rows. */
  @Handles(StaffDisabled)
  async disabled(tx: Transaction, _event: EventOf<typeof StaffDisabled>): Promise<void> {
    tx.afterCommit(() => void this.jobs.add(ReturnLeftBehind, {}, { deduplicate: 'all' }));
  }
}
