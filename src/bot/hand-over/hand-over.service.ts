import { Injectable } from '@nestjs/common';
import type { HandOverReason, Locale } from '../../contract/index.js';
import { BOT, Entries } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import { DeskStates } from '../../routing/index.js';
import { Tickets } from '../../tickets/index.js';
import type { Decision } from '../dialogue/decision.js';
import { wordsOf } from '../dialogue/words.js';
import { type DialogueFacts, openingOf } from './known-facts.service.js';

/** From the bot to a person. */
@Injectable()
export class HandOver {
  constructor(
    private readonly entries: Entries,
    private readonly tickets: Tickets,
    private readonly desks: DeskStates,
  ) {}

  /** Under the conversation's lock, while the bot still has it. What follows of it follows `ticket.opened`. */
  async handOver(
    tx: Transaction,
    conversationId: string,
    locale: Locale,
    { say, because, category, subCategory, form, state }: Extract<Decision, { do: 'hand_over' }>,
  ): Promise<void> {
    await Promise.all([
      this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body: wordsOf(say, locale) }),
      this.tickets.openForConversation(tx, {
        conversationId,
        reason: because,
        ...openingOf({ category, categoryConfidence: state.categoryConfidence, subCategory, form }),
      }),
    ]);
  }

  /** The same for who does not answer any more: one line with the number, so that they find it when they come back. */
  async afterSilence(
    tx: Transaction,
    conversationId: string,
    locale: Locale,
    because: HandOverReason,
    facts: DialogueFacts,
  ): Promise<void> {
    const opening = { conversationId, reason: because, ...openingOf(facts) };
    const { ticketId, number } = await this.tickets.openForConversation(tx, opening);
    const team = await tx.one<{ id: string }>('SELECT team_id AS id FROM tickets WHERE id = $1', [ticketId]);
    // Where nobody can come now, what follows `ticket.opened` says so, with the number.
    if (team && (await this.desks.nobodyThere(tx, team.id))) return;
    const body = wordsOf('handing_over_silent', locale, number);
    await this.entries.add(tx, { conversationId, kind: 'message', author: BOT, body });
  }
}
