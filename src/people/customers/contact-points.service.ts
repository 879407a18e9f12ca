import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/clock/index.js';
import type { Transaction } from '../../platform/db/index.js';

/** Ways to reach a customer that nobody but they themselves vouches for: good for calling, not for opening a case. */
@Injectable()
export class ContactPoints {
  /** In place of the one they gave before; what the host vouches for stays as it is. */
  async give(tx: Transaction, customerId: string, kind: 'email' | 'phone', value: string): Promise<void> {
    await tx.query(
      `DELETE FROM contact_points WHERE customer_id = $1 AND kind = $2 AND verified_by = 'customer' AND value <> $3`,
      [customerId, kind, value],
    );
    await tx.query(
      `INSERT INTO contact_points (id, customer_id, kind, value, verified_by) VALUES ($1, $2, $3, $4, 'customer')
       ON CONFLICT (customer_id, kind, value) DO NOTHING`,
      [newId(), customerId, kind, value],
    );
  }
}
