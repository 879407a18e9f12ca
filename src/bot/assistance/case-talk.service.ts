import { Injectable } from '@nestjs/common';
import type { Locale } from '../../contract/index.js';
import { Entries } from '../../conversations/index.js';
import type { StaffPrincipal } from '../../people/index.js';
import { Database } from '../../platform/db/index.js';
import { DeskError } from '../../platform/errors/index.js';
import { Access, type TicketRecord } from '../../tickets/index.js';
import type { Mask } from '../model/mask.js';
import { Masks } from '../model/masks.service.js';

const READ = 24;
/** What is asked is what was said last, in so many messages at most. */
const ASKED = 4;

export interface Said {
  authorKind: 'customer' | 'staff' | 'bot';
  body: string;
}

/** One conversation of a case, as far as its customer sees it. */
export interface CaseTalk {
  ticket: TicketRecord;
  conversationId: string;
  customerId: string;
  /** Of the customer. */
  locale: Locale;
  /** The last of it, in order; no notes. */
  talk: Said[];
  /** The customer's words since a person last answered, else their last ones. */
  question: string;
  mask: Mask;
}

/** What help in writing may know. Notes are no part of it: they cannot end up in what customers read. */
@Injectable()
export class CaseTalks {
  constructor(
    private readonly access: Access,
    private readonly entries: Entries,
    private readonly database: Database,
    private readonly masks: Masks,
  ) {}

  /**
   * Of a merged case the one conversation that is answered: its customer learns nothing of the others.
   * @throws DeskError `not_found`, `forbidden` for who may not reply
   */
  async of(staff: StaffPrincipal, number: string, conversationId: string): Promise<CaseTalk> {
    const ticket = await this.access.find(staff, number, 'reply');
    const conversation = await this.database.one<{ customerId: string; locale: Locale }>(
      `SELECT customer_id AS "customerId", locale FROM conversations WHERE id = $1 AND id = ANY($2::uuid[])`,
      [conversationId, ticket.conversationIds],
    );
    if (!conversation) throw new DeskError('not_found');
    const [talk, mask] = await Promise.all([
      this.entries.latestTalk([conversationId], READ),
      this.masks.of({
        conversationIds: [conversationId],
        ...conversation,
        ticketNumber: ticket.number,
        form: ticket.form,
      }),
    ]);
    return { ticket, conversationId, ...conversation, talk, question: questionOf(talk), mask };
  }

  /** A message of this conversation that its customer sees. @throws DeskError `not_found` */
  async message(conversationId: string, entryId: string): Promise<string> {
    const row = await this.database.one<{ body: string }>(
      `SELECT body FROM entries
        WHERE conversation_id = $1 AND id = $2 AND customer_seq IS NOT NULL AND kind = 'message' AND body <> ''`,
      [conversationId, entryId],
    );
    if (!row) throw new DeskError('not_found');
    return row.body;
  }
}

function questionOf(talk: readonly Said[]): string {
  const answered = talk.findLastIndex(({ authorKind }) => authorKind === 'staff');
  const customers = (said: readonly Said[]) => said.filter(({ authorKind }) => authorKind === 'customer');
  const open = customers(talk.slice(answered + 1));
  return (open.length > 0 ? open : customers(talk).slice(-1))
    .slice(-ASKED)
    .map(({ body }) => body)
    .join('\n');
}

/** As a prompt or a colleague reads it. */
export const asLines = (talk: readonly Said[], mask?: Mask): string =>
  talk
    .map(({ authorKind, body }) => `${authorKind}: ${(mask ? mask.hide(body) : body).replace(/\s+/g, ' ')}`)
    .join('\n');
