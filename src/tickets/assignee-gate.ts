import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';

/** A ticket that a person is about to get. */
export interface Gift {
  ticketId: string;
  staffId: string;
  /** `self`: they take it. `supervisor`: they take it, and lead; what they take on is theirs to say. */
  by: 'colleague' | 'self' | 'supervisor';
}

/**
 * Whether a person's hands are free is routing's to know, and routing stands to the left: it plugs its check in at boot.
 * @throws DeskError `capacity_exceeded`, `person_away`
 */
export type CapacityCheck = (tx: Transaction, gift: Gift) => Promise<void>;

/** A port, asked in the transaction in which a colleague gives a ticket to a person, after the ticket is locked. */
@Injectable()
export class AssigneeGate {
  private check: CapacityCheck = async () => undefined;

  use(check: CapacityCheck): void {
    this.check = check;
  }

  admit(tx: Transaction, gift: Gift): Promise<void> {
    return this.check(tx, gift);
  }
}
