import { Injectable } from '@nestjs/common';
import { Transaction } from '../db/index.js';
import { defineSignal, Signals } from '../signals/index.js';
import type { NewEvent } from './events.js';

const OutboxFilled = defineSignal('outbox.filled');

@Injectable()
export class Outbox {
  constructor(private readonly signals: Signals) {}

  /** Writes the fact in the transaction that makes it true. @throws without a transaction: facts cannot be lost. */
  async add(tx: Transaction, ...events: NewEvent<object>[]): Promise<void> {
    if (!(tx instanceof Transaction)) throw new Error('outbox.add needs the transaction of the change itself');
    await tx.query(
      `INSERT INTO outbox (key, type, payload)
       SELECT key, type, payload FROM jsonb_to_recordset($1) AS e(key text, type text, payload jsonb)`,
      [JSON.stringify(events)],
    );
    tx.afterCommit(() => this.hint());
  }

  /** Something new lies in the outbox, for the relay of whichever process has one. May be lost: relays also look by themselves. */
  hint(): void {
    this.signals.send(OutboxFilled, {});
  }

  onHint(listener: () => void): void {
    this.signals.on(OutboxFilled, listener);
  }
}
