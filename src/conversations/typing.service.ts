import { Injectable } from '@nestjs/common';
import { firstName } from '../people/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Push } from '../platform/push/index.js';
import type { Author } from './author.js';
import { Grants } from './grants.service.js';

/** "… is writing": a hint to the other side, never stored, never with the text itself. */
@Injectable()
export class Typing {
  constructor(
    private readonly grants: Grants,
    private readonly push: Push,
  ) {}

  /** @throws DeskError `not_found` without a grant */
  async tell(author: Author, conversationId: string, isTyping: boolean): Promise<void> {
    const granted = await this.grants.of(conversationId);
    if (!granted.some((principal) => author.principals.includes(principal))) throw new DeskError('not_found');
    const [customers, staff] = [true, false].map((customer) =>
      granted.filter((principal) => principal.startsWith('customer:') === customer),
    ) as [typeof granted, typeof granted];
    const hint = { conversationId, name: author.name, isTyping };
    if (author.kind === 'customer' && staff.length > 0) this.push.toStaff(staff, 'typing', hint);
    if (author.kind === 'staff' && customers.length > 0)
      this.push.toCustomers(customers, 'typing', { ...hint, name: firstName(author.name) });
  }
}
