import type { CategoryKey, Locale, ShopTier } from '../../src/contract/index.js';
import { Conversations, customerAuthor, Entries, staffAuthor } from '../../src/conversations/index.js';
import type { CustomerPrincipal, StaffPrincipal } from '../../src/people/index.js';
import { newId } from '../../src/platform/clock/index.js';
import { Tickets } from '../../src/tickets/index.js';
import type { TestApp } from './app.js';
import { type BuiltCustomer, buildCustomer } from './factories.js';

export interface BuiltConversation {
  conversationId: string;
  customer: BuiltCustomer;
  principal: CustomerPrincipal;
  /** The customer writes. */
  say(body: string): Promise<void>;
  /** A member of staff writes. */
  reply(staff: StaffPrincipal, body: string): Promise<void>;
}

export interface BuiltTicket extends BuiltConversation {
  ticketId: string;
  number: string;
}

export interface ConversationOptions {
  customer?: BuiltCustomer;
  site?: { id: string };
  phone?: string;
  shop?: { name?: string; tier?: ShopTier };
  locale?: Locale;
  category?: CategoryKey;
  /** The customer's first words. */
  says?: string;
  followUpOf?: string;
}

export async function buildConversation(desk: TestApp, options: ConversationOptions = {}): Promise<BuiltConversation> {
  const { site, phone, shop, locale = 'zh-CN', category } = options;
  const customer = options.customer ?? (await buildCustomer(desk, { site, phone, shop, locale }));
  const principal: CustomerPrincipal = {
    customerId: customer.id,
    visitorSessionId: newId(),
    siteId: customer.siteId,
    siteKey: 'test',
    locale,
    identified: customer.externalId !== null,
    name: customer.name,
  };
  const clientConversationId = newId();
  const conversationId = await desk
    .get(Conversations)
    .start(principal, { clientConversationId, category, followUpOf: options.followUpOf });
  const post = async (author: Parameters<Entries['post']>[0], body: string) => {
    await desk.get(Entries).post(author, { conversationId, kind: 'message', body, clientMessageId: newId() });
  };
  const built: BuiltConversation = {
    conversationId,
    customer,
    principal,
    say: (body) => post(customerAuthor(principal), body),
    reply: (staff, body) => post(staffAuthor(staff), body),
  };
  if (options.says) await built.say(options.says);
  return built;
}

/** A conversation that has become a case. There must be a team; see {@link buildTeam}. */
export async function buildTicket(
  desk: TestApp,
  options: ConversationOptions & { subCategory?: string } = {},
): Promise<BuiltTicket> {
  const conversation = await buildConversation(desk, {
    says: '昨天有一笔订单货款没有到账',
    category: 'earnings',
    ...options,
  });
  const { ticketId, number } = await desk.database.transaction((tx) =>
    desk.get(Tickets).openForConversation(tx, {
      conversationId: conversation.conversationId,
      reason: 'person_requested',
      subCategory: options.subCategory,
    }),
  );
  return { ...conversation, ticketId, number };
}
