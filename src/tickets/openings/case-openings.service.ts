import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import {
  type CategoryKey,
  type Channel,
  type FormValues,
  fieldsForCustomers,
  type Locale,
  type OpenedCaseView,
} from '../../contract/index.js';
import { Attachments, Conversations, Entries } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Categories } from '../categories/categories.service.js';
import { strictForm } from '../categories/form-fill.js';
import { statusPath } from '../customer-secrets.js';
import { Openings } from '../opening.service.js';
import type { TicketActor } from '../ticket.events.js';

export interface NewCase {
  siteId: string;
  customer: { id: string; name: string };
  channel: Channel;
  category: CategoryKey;
  subCategory?: string;
  form: FormValues;
  /** Default: the beginning of what they said. */
  subject?: string;
  /** What they said. */
  message: string;
  locale: Locale;
  /** Uploaded to a form before, to go with what they said. */
  files?: { form: string; ids: string[] };
  /** Default: the customer. */
  actor?: TicketActor;
  /** Staff fill in what colleagues find out as well; customers only what is theirs. */
  byStaff?: boolean;
}

export interface OpenedCase extends OpenedCaseView {
  ticketId: string;
  conversationId: string;
}

/** A case that begins without a chat: the conversation, its first message, the case. */
@Injectable()
export class CaseOpenings {
  constructor(
    private readonly conversations: Conversations,
    private readonly entries: Entries,
    private readonly attachments: Attachments,
    private readonly categories: Categories,
    private readonly openings: Openings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws DeskError `invalid_input` naming what does not fit category and form */
  async open(tx: Transaction, asked: NewCase): Promise<OpenedCase> {
    const form = await this.judged(tx, asked);
    const { siteId, customer, channel, category, locale } = asked;
    const conversationId = await this.conversations.begin(tx, {
      siteId,
      customerId: customer.id,
      channel,
      category,
      locale,
    });
    if (asked.files) await this.attachments.passOn(tx, asked.files, { conversationId, customerId: customer.id });
    await this.entries.add(tx, {
      conversationId,
      kind: 'message',
      author: { kind: 'customer', id: customer.id, name: customer.name },
      body: asked.message,
      channel,
      ...(asked.files && { attachmentIds: asked.files.ids }),
    });
    const { ticketId, number } = await this.openings.openForConversation(tx, {
      conversationId,
      reason: channel,
      category,
      ...(asked.subCategory && { subCategory: asked.subCategory }),
      form,
      ...(asked.subject && { subject: asked.subject }),
      ...(asked.actor && { actor: asked.actor }),
    });
    return { ticketId, conversationId, number, status: 'new', statusUrl: this.statusUrl(number) };
  }

  /** Absolute; opens the public page of this number. */
  statusUrl(number: string): string {
    return new URL(statusPath(this.config.secretKey, number), this.config.publicUrl).href;
  }

  private async judged(tx: Transaction, asked: NewCase): Promise<FormValues> {
    const { category, subCategory, form, byStaff } = asked;
    if (!subCategory) {
      if (Object.keys(form).length > 0) throw wrong('form', 'a form belongs to a sub-category');
      return {};
    }
    const sub = await this.categories.find(tx, category, subCategory);
    if (!sub || sub.archived) throw wrong('subCategory', sub ? 'cannot be chosen any more' : 'not of this category');
    return strictForm(byStaff ? sub.form : fieldsForCustomers(sub.form), form);
  }
}

const wrong = (path: string, message: string) => new DeskError('invalid_input', { errors: [{ path, message }] });
