import { Injectable } from '@nestjs/common';
import { Transaction } from '../db/index.js';
import type { NewEvent } from './events.js';

@Injectable()
export class Outbox {
  private readonly listeners: (() => void)[] = [];

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

  /** Something new lies in the outbox. May be lost: the relay also looks by itself. */
  hint(): void {
    for (const listener of this.listeners) listener();
  }

  onHint(listener: () => void): void {
    this.listeners.push(listener);
  }
}
