import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/db/index.js';
import { Mails } from '../../platform/mail/index.js';
import type { CustomerLetterKind } from './letter.entities.js';
import { PLAN, PLAN_ANSWER } from './letters.sql.js';

/** The clocks of a case have begun by then, and the letter can say by when its customer hears more. */
const SOON_SECONDS = 10;
/** Who reads an answer within this time need not be sent it; who is answered several times gets one letter. */
const ANSWER_SECONDS = 5 * 60;

/** Reasons to write to customers. */
@Injectable()
export class Letters {
  constructor(private readonly mails: Mails) {}

  /** @param key what of the case it is about: the same again is no second letter */
  async plan(
    tx: Transaction,
    kind: Exclude<CustomerLetterKind, 'answered'>,
    ticket: { ticketId: string; conversationIds: string[] },
    { key, data = {} }: { key: string; data?: object },
  ): Promise<void> {
    if (!this.mails.on) return;
    await tx.query(PLAN, [kind, key, ticket.ticketId, ticket.conversationIds, data, SOON_SECONDS]);
  }

  /** A person has answered: unless it is read soon, it is sent. */
  async planAnswer(tx: Transaction, conversationId: string, entryId: string): Promise<void> {
    if (this.mails.on) await tx.query(PLAN_ANSWER, [entryId, conversationId, ANSWER_SECONDS]);
  }
}
