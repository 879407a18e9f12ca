import { Injectable } from '@nestjs/common';
import type { CustomerConversationView, CustomerTicketView, TicketStatus } from '../contract/index.js';
import { Conversations, Grants } from '../conversations/index.js';
import { GatheredRead } from '../platform/db/index.js';
import { DeskError } from '../platform/errors/index.js';
import { Push } from '../platform/push/index.js';
import { CallBacks, Queue } from '../routing/index.js';
import { CustomerTickets } from '../tickets/index.js';

const WAITING: TicketStatus[] = ['new', 'open'];
const OPEN: TicketStatus[] = [...WAITING, 'pending', 'on_hold'];

/** What the widget shows of a conversation: the thread's own facts, the case beside it, and the place in the queue. */
@Injectable()
export class CustomerScreens {
  /** What many ask for at the same time is read together. */
  private readonly views = new GatheredRead<string, CustomerConversationView | undefined>((ids) => this.viewsOf(ids));
  private readonly refreshing = new GatheredRead<string, undefined>((ids) => this.show([...new Set(ids)]));

  constructor(
    private readonly conversations: Conversations,
    private readonly grants: Grants,
    private readonly tickets: CustomerTickets,
    private readonly queue: Queue,
    private readonly callBacks: CallBacks,
    private readonly push: Push,
  ) {}

  /** @throws DeskError `not_found` */
  async view(conversationId: string): Promise<CustomerConversationView> {
    const view = await this.views.get(conversationId);
    if (!view) throw new DeskError('not_found');
    return view;
  }

  async ofCustomer(customerId: string): Promise<CustomerConversationView[]> {
    return await this.withTickets(await this.conversations.ofCustomer(customerId));
  }

  /** Shows a conversation to whom it is granted, and to no other customer of the same case. */
  async refresh(conversationId: string): Promise<void> {
    await this.refreshing.get(conversationId);
  }

  private async show(conversationIds: string[]): Promise<undefined[]> {
    const customers = await this.grants.customers(conversationIds);
    const views = await this.viewsOf([...customers.keys()]);
    for (const conversation of views)
      if (conversation)
        this.push.toCustomers(customers.get(conversation.id) ?? [], 'conversation.changed', { conversation });
    return conversationIds.map(() => undefined);
  }

  private async viewsOf(conversationIds: string[]): Promise<(CustomerConversationView | undefined)[]> {
    const found = await this.withTickets(await this.conversations.viewsForCustomers([...new Set(conversationIds)]));
    const byId = new Map(found.map((view) => [view.id, view]));
    return conversationIds.map((id) => byId.get(id));
  }

  private async withTickets(views: CustomerConversationView[]): Promise<CustomerConversationView[]> {
    const tickets = await this.tickets.customerTickets(views.map((view) => view.id));
    const waits = ({ agentName, status }: CustomerTicketView) => !agentName && WAITING.includes(status);
    const [places, callBacks] = await Promise.all([
      this.queue.placesOf([...tickets].flatMap(([id, ticket]) => (waits(ticket) ? [id] : []))),
      this.callBacks.ofConversations([...tickets].flatMap(([id, { status }]) => (OPEN.includes(status) ? [id] : []))),
    ]);
    return views.map((view) => {
      const ticket = tickets.get(view.id);
      const callBack = callBacks.get(view.id);
      return ticket ? { ...view, ticket: { ...ticket, ...places.get(view.id), ...(callBack && { callBack }) } } : view;
    });
  }
}
