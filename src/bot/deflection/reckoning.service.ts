import { Injectable } from '@nestjs/common';
import type { BotOutcome } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { CLAIM_DUE, DIALOGUE_FACTS, DIALOGUES_OF_PERSONS, LOCK_DIALOGUES, WRITE_OUTCOMES } from './facts.sql.js';
import { type DialogueFacts, outcomeOf, SETTLING_MILLISECONDS } from './outcome.js';

/** So many at once, that no lock is held for long. */
const SLICE = 500;

interface FactsRow extends Omit<DialogueFacts, 'contacted'> {
  id: string;
  outcome: BotOutcome | null;
  contactedAt: Date | null;
  askedAgainAt: Date | null;
  articleId: string | null;
  [column: string]: unknown;
}

/** Writes down what came of conversations with the bot, by {@link outcomeOf}: the one place that does. */
@Injectable()
export class Reckoning {
  constructor(private readonly database: Database) {}

  /** Something has happened to these conversations: what follows of it at once. Doing it again changes nothing. */
  async reckon(tx: Transaction, conversationIds: readonly string[]): Promise<void> {
    const locked = await tx.query<{ id: string }>(LOCK_DIALOGUES, [conversationIds]);
    await this.write(tx, locked);
  }

  /** These customers have turned to a person, or it has come out on which category: who was helped before has come back. */
  async reckonContacts(tx: Transaction, customerIds: readonly string[]): Promise<void> {
    const concerned = await tx.query<{ id: string }>(DIALOGUES_OF_PERSONS, [customerIds]);
    await this.reckon(
      tx,
      concerned.map(({ id }) => id),
    );
  }

  /** All whose 72 hours are over, in slices; of several processes each takes what the others have not. @returns how many */
  async settleDue(): Promise<number> {
    let settled = 0;
    for (;;) {
      const taken = await this.database.transactionBehind(async (tx) => {
        const claimed = await tx.query<{ id: string }>(CLAIM_DUE, [SLICE]);
        await this.write(tx, claimed);
        return claimed.length;
      });
      settled += taken;
      if (taken < SLICE) return settled;
    }
  }

  private async write(tx: Transaction, dialogues: readonly { id: string }[]): Promise<void> {
    if (dialogues.length === 0) return;
    const rows = await tx.query<FactsRow>(DIALOGUE_FACTS, [dialogues.map(({ id }) => id)]);
    const reckoned = rows.map(reckonedOf);
    await tx.query(WRITE_OUTCOMES, [
      reckoned.map(({ id }) => id),
      reckoned.map(({ outcome }) => outcome),
      reckoned.map(({ cameBackAt }) => cameBackAt),
      reckoned.map(({ askedAgainAt }) => askedAgainAt),
      reckoned.map(({ articleId }) => articleId),
      reckoned.map(({ settled }) => settled),
    ]);
  }
}

/** What was decided stands until something else is. */
function reckonedOf({ id, contactedAt, askedAgainAt, articleId, ...facts }: FactsRow) {
  const outcome = outcomeOf({ ...facts, contacted: contactedAt !== null }) ?? facts.outcome;
  const withPeople = outcome === 'handed_over';
  return {
    id,
    outcome,
    // Who was handed over is with people already: that they are there is no coming back.
    cameBackAt: withPeople || outcome === null ? null : contactedAt,
    askedAgainAt: withPeople ? null : askedAgainAt,
    articleId: outcome === null ? null : articleId,
    settled: withPeople || facts.now.getTime() - facts.lastAt.getTime() >= SETTLING_MILLISECONDS,
  };
}
