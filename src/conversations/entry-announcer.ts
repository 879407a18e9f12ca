import { Injectable } from '@nestjs/common';
import { type Principal, Push } from '../platform/push/index.js';
import { EntryPresenter, type EntryRow } from './entry.presenter.js';

/** Tells open screens of a stored entry: each audience in its own view, notes to staff alone. */
@Injectable()
export class EntryAnnouncer {
  constructor(
    private readonly push: Push,
    private readonly presenter: EntryPresenter,
  ) {}

  /** @param except a socket that hears of it by its ack */
  announce(entry: EntryRow, audience: Principal[], except?: string): void {
    const { conversationId } = entry;
    const customers = audience.filter((principal) => principal.startsWith('customer:'));
    const staff = audience.filter((principal) => !principal.startsWith('customer:'));
    if (customers.length > 0 && entry.customerSeq !== null)
      this.push.toCustomers(
        customers,
        'entry.added',
        { conversationId, entry: this.presenter.forCustomer(entry) },
        except,
      );
    if (staff.length > 0)
      this.push.toStaff(staff, 'entry.added', { conversationId, entry: this.presenter.forStaff(entry) });
  }
}
