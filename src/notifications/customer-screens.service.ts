import { Injectable } from '@nestjs/common';
import type { CustomerConversationView, TicketStatus } from '../contract/index.js';
import { Conversations, Grants } from '../conversations/index.js';
import { SharedRead } from '../platform/db/index.js';
import { Push } from '../platform/push/index.js';
import { Queue } from '../routing/index.js';
import { CustomerTickets } from '../tickets/index.js';

const WAITING: TicketStatus[] = ['new', 'open'];

/** What the widget shows of a conversation: the thread's own facts, the case beside it, and the place in the queue. */
@Injectable()
export class CustomerScreens {
  /** Opened, timed and given to somebody within a moment, a case is shown twice at most. */
  private readonly refreshing = new SharedRead<string, void>((conversationId) => this.show(conversationId));

  constructor(
    private readonly conversations: Conversations,
    private readonly grants: Grants,
    private readonly tickets: CustomerTickets,
    private readonly queue: Queue,
    private readonly push: Push,
  ) {}

  async view(conversationId: string): Promise<CustomerConversationView> {
    const [view] = await this.withTickets([await this.conversations.viewForCustomer(conversationId)]);
    return view as CustomerConversationView;
  }

  async ofCustomer(customerId: string): Promise<CustomerConversationView[]> {
    return await this.withTickets(await this.conversations.ofCustomer(customerId));
  }

  /** Shows a conversation to whom it is granted, and to no other customer of the same case. */
  refresh(conversationId: string): Promise<void> {
    return this.refreshing.get(conversationId);
  }

  private async show(conversationId: string): Promise<void> {
    const customers = (await this.grants.of(conversationId)).filter((principal) => principal.startsWith('customer:'));
    if (customers.length === 0) return;
    this.push.toCustomers(customers, 'conversation.changed', {
      conversation: await this.view(conversationId),
    });
  }

  private async withTickets(views: CustomerConversationView[]): Promise<CustomerConversationView[]> {
    const tickets = await this.tickets.customerTickets(views.map((view) => view.id));
    return await Promise.all(
      views.map(async (view) => {
        const ticket = tickets.get(view.id);
        if (!ticket) return view;
        const waits = !ticket.agentName && WAITING.includes(ticket.status);
        return { ...view, ticket: { ...ticket, ...(waits && (await this.queue.placeOf(view.id))) } };
      }),
    );
  }
}
