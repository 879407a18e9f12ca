import { Injectable } from '@nestjs/common';
import type { Locale, ReplyVariablesView } from '../../contract/index.js';
import { firstName, type StaffPrincipal } from '../../people/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access } from '../access.service.js';
import { originOf } from '../kinship/own-case.sql.js';

/** Of the customer of this conversation alone: of a merged case each knows their own number, and nobody another's name. */
const FACTS = `
  SELECT tc.ticket_id AS "ticketId", tc.conversation_id AS "conversationId", c.locale, c.name AS customer, s.name AS shop,
         o.number, t.promised_at AS "promisedAt"
  FROM ticket_conversations tc
  JOIN tickets t ON t.id = tc.ticket_id
  JOIN tickets o ON o.id = ${originOf('tc')}
  JOIN conversations v ON v.id = tc.conversation_id
  JOIN customers c ON c.id = v.customer_id
  LEFT JOIN shops s ON s.id = c.shop_id
  WHERE tc.ticket_id = ANY($1::uuid[])`;

interface Facts {
  ticketId: string;
  conversationId: string;
  locale: Locale;
  customer: string;
  shop: string | null;
  number: string;
  promisedAt: Date | null;
  [column: string]: unknown;
}

/** One thread of a case, with what variables stand for there. */
export interface ThreadVariables extends ReplyVariablesView {
  ticketId: string;
  conversationId: string;
}

/** What the variables of a canned reply stand for where it is put. */
@Injectable()
export class ReplyVariables {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
  ) {}

  /** @throws DeskError `not_found`, `forbidden` */
  async of(staff: StaffPrincipal, number: string, conversationId: string): Promise<ReplyVariablesView> {
    const ticket = await this.access.find(staff, number, 'reply');
    const threads = await this.ofThreads(this.database, [ticket.id], staff.name);
    const thread = threads.find((each) => each.conversationId === conversationId);
    if (!thread) throw new DeskError('not_found');
    const { locale, values } = thread;
    return { locale, values };
  }

  /** In every thread of these cases. @param author whole name of who writes */
  async ofThreads(
    on: Database | Transaction,
    ticketIds: readonly string[],
    author: string,
  ): Promise<ThreadVariables[]> {
    const rows = await on.query<Facts>(FACTS, [ticketIds]);
    return rows.map(({ ticketId, conversationId, ...facts }) => ({
      ticketId,
      conversationId,
      locale: facts.locale,
      values: {
        ...(facts.customer && { 'customer.name': facts.customer }),
        'ticket.number': facts.number,
        'agent.name': firstName(author),
        ...(facts.shop && { 'shop.name': facts.shop }),
        ...(facts.promisedAt && { 'ticket.promised_at': inBeijing(facts.promisedAt, facts.locale) }),
      },
    }));
  }
}

/** Where most who ask are; the customer's own page names the same. */
function inBeijing(at: Date, locale: Locale): string {
  const time = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
  return locale === 'en' ? `${time} (Beijing)` : time;
}
