import { Injectable } from '@nestjs/common';
import { AnswerRatings, KnownFacts } from '../bot/index.js';
import type { CustomerView, SessionState, WidgetToServer } from '../contract/index.js';
import { Conversations, customerAuthor, Entries, EntryPresenter, Identify, Typing } from '../conversations/index.js';
import { CustomerScreens } from '../notifications/index.js';
import { type CustomerPrincipal, CustomerSessions, Customers, Sites, Steps } from '../people/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database } from '../platform/db/index.js';
import { DeskStates, Wishes } from '../routing/index.js';
import { CustomerCaseLists, CustomerTickets, Tickets } from '../tickets/index.js';
import type { HandlerTable } from './event-table.js';
import { VisitorSockets, type WidgetContext } from './visitor-sockets.js';

/** What a widget may ask by socket; each is one call to the room that knows. */
@Injectable()
export class WidgetHandlers {
  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
    private readonly sessions: CustomerSessions,
    private readonly customers: Customers,
    private readonly identifying: Identify,
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly presenter: EntryPresenter,
    private readonly typing: Typing,
    private readonly steps: Steps,
    private readonly tickets: Tickets,
    private readonly customerTickets: CustomerTickets,
    private readonly caseLists: CustomerCaseLists,
    private readonly ratings: AnswerRatings,
    private readonly known: KnownFacts,
    private readonly screens: CustomerScreens,
    private readonly wishes: Wishes,
    private readonly desks: DeskStates,
    private readonly visitors: VisitorSockets,
    private readonly clock: Clock,
  ) {}

  readonly table: HandlerTable<WidgetToServer, WidgetContext> = {
    'session.resume': (context) => this.state(context),
    identify: async (context, { token }) => {
      const { principal, sessionKey } = await this.identifying.identify(context.customer, token);
      await this.visitors.become(context, principal, sessionKey ?? context.sessionKey);
      return await this.state(context);
    },
    logout: async (context) => {
      await this.sessions.end(context.customer);
      const { siteKey, locale } = context.customer;
      const { principal, sessionKey } = await this.sessions.resume({ siteKey, locale });
      await this.visitors.become(context, principal, sessionKey);
      return await this.state(context);
    },
    'conversation.start': async ({ customer }, payload) => ({
      conversation: await this.screens.view(await this.conversations.start(customer, payload)),
    }),
    'message.send': async ({ customer, socket }, payload) => {
      const entry = await this.entries.post(customerAuthor(customer, socket.id), { ...payload, kind: 'message' });
      return { entry: this.presenter.forCustomer(entry) };
    },
    'card.send': async ({ customer, socket }, { card, ...payload }) => {
      const data = { type: 'card', card } as const;
      const entry = await this.entries.post(customerAuthor(customer, socket.id), {
        ...payload,
        kind: 'message',
        body: '',
        data,
      });
      return { entry: this.presenter.forCustomer(entry) };
    },
    'conversation.catch_up': async ({ customer }, { conversationId, afterSeq }) => {
      const reader = customerAuthor(customer).principals;
      const page = await this.conversations.catchUp('customer', reader, conversationId, afterSeq);
      return {
        hasMore: page.hasMore,
        entries: page.entries.map((entry) => this.presenter.forCustomer(entry)),
        conversation: await this.screens.view(conversationId),
      };
    },
    'conversation.read': async ({ customer }, { conversationId, seq }) => {
      await this.conversations.markRead('customer', customerAuthor(customer).principals, conversationId, seq);
      return {};
    },
    typing: async ({ customer }, { conversationId, isTyping }) => {
      await this.typing.tell(customerAuthor(customer), conversationId, isTyping);
      return {};
    },
    'person.request': async ({ customer }, { conversationId }) => {
      await this.conversations.requireCustomer(customer, conversationId);
      const known = await this.known.forOpening(conversationId);
      await this.database.transaction((tx) =>
        this.tickets.openForConversation(tx, { conversationId, reason: 'person_requested', ...known }),
      );
      return { conversation: await this.screens.view(conversationId) };
    },
    'queue.choose': async ({ customer }, { conversationId, ...choice }) => {
      await this.wishes.choose(customer, conversationId, choice);
      return { conversation: await this.screens.view(conversationId) };
    },
    'bot.rate': async ({ customer }, { conversationId, entryId, helped }) => {
      await this.conversations.requireCustomer(customer, conversationId);
      await this.ratings.rate(conversationId, entryId, helped);
      return { conversation: await this.screens.view(conversationId) };
    },
    'ticket.confirm': async ({ customer }, { number, solved }) => ({
      ticket: await this.customerTickets.confirm(customer, number, solved),
    }),
    'ticket.rate': async ({ customer }, { number, ...rating }) => ({
      ticket: await this.customerTickets.rate(customer, number, rating),
    }),
    'ticket.nudge': async ({ customer }, { number }) => ({
      ticket: await this.customerTickets.nudge(customer, number),
    }),
    'ticket.withdraw': async ({ customer }, { number, ...withdrawal }) => ({
      ticket: await this.customerTickets.withdraw(customer, number, withdrawal),
    }),
    'cases.list': ({ customer }, query) => this.caseLists.page(customer, query),
    'step.track': async ({ customer }, step) => {
      await this.steps.track(customer, step);
      return {};
    },
  };

  private async state({ customer, sessionKey }: WidgetContext): Promise<SessionState> {
    const found = await this.sites.find(customer.siteKey);
    const [site, desk, view, conversations] = await Promise.all([
      this.sites.view(found),
      this.desks.view(found.phone !== null),
      this.customerView(customer),
      this.screens.ofCustomer(customer.customerId),
    ]);
    return {
      session: sessionKey,
      customer: view,
      site,
      desk,
      conversations,
      serverTime: this.clock.now().toISOString(),
    };
  }

  private async customerView({ customerId, identified, name }: CustomerPrincipal): Promise<CustomerView> {
    const { shopName, shopCases } = (await this.customers.summaries([customerId])).get(customerId) ?? {};
    return {
      identified,
      ...(name && { name }),
      ...(shopName && { shopName }),
      ...(shopCases && { shopCases }),
    };
  }
}
