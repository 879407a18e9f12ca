import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/db/index.js';

/**
 * Whether a person's hands are free is routing's to know, and routing stands to the left: it plugs its check in at boot.
 * @throws DeskError `capacity_exceeded`
 */
export type CapacityCheck = (tx: Transaction, give: { ticketId: string; staffId: string }) => Promise<void>;

/** A port, asked in the transaction in which a colleague gives a ticket to a person, after the ticket is locked. */
@Injectable()
export class AssigneeGate {
  private check: CapacityCheck = async () => undefined;

  use(check: CapacityCheck): void {
    this.check = check;
  }

  admit(tx: Transaction, give: { ticketId: string; staffId: string }): Promise<void> {
    return this.check(tx, give);
  }
}
