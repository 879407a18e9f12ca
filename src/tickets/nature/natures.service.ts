import { Injectable } from '@nestjs/common';
import type { Nature } from '../../contract/index.js';
import { Entries } from '../../conversations/index.js';
import type { Transaction } from '../../platform/db/index.js';
import type { TicketRecord } from '../ticket.record.js';
import { featuresOf, guessNature, type Lesson } from './guess-nature.js';

/** How long a process may guess by what it knows. */
const FRESH_MILLISECONDS = 30_000;

/** What was said in the last year, the most frequent first. */
const LESSONS = `
  SELECT features, guessed, corrected, count(*)::int AS count FROM nature_corrections
  WHERE corrected_at > desk_now() - interval '365 days'
  GROUP BY features, guessed, corrected ORDER BY count DESC, features LIMIT 500`;

/** Of what nature a case is, where nobody has said so; and what people said of the guesses. */
@Injectable()
export class Natures {
  private known: { lessons: Lesson[]; until: number } | undefined;

  constructor(private readonly entries: Entries) {}

  /** Undefined: the words speak for none. */
  async guess(tx: Transaction, words: string): Promise<Nature | undefined> {
    return guessNature(words, await this.lessons(tx))?.nature;
  }

  /** Somebody of the staff knows better than the rules did; of the words only their features are kept. */
  async learn(tx: Transaction, ticket: TicketRecord, corrected: Nature, staffId: string): Promise<void> {
    const [again] = await tx.query<{ guessed: Nature }>(
      `UPDATE nature_corrections SET corrected = $2, corrected_by = $3, corrected_at = desk_now() WHERE ticket_id = $1
       RETURNING guessed`,
      [ticket.id, corrected, staffId],
    );
    if (again?.guessed === corrected)
      await tx.query('DELETE FROM nature_corrections WHERE ticket_id = $1', [ticket.id]);
    else if (!again && ticket.natureBy === 'rules' && ticket.nature)
      await this.remember(tx, ticket, corrected, staffId);
    tx.afterCommit(() => {
      this.known = undefined;
    });
  }

  private async remember(tx: Transaction, ticket: TicketRecord, corrected: Nature, staffId: string): Promise<void> {
    const [first] = ticket.conversationIds;
    const features = first ? featuresOf(await this.entries.firstCustomerMessage(tx, first)) : [];
    if (features.length === 0 || corrected === ticket.nature) return;
    await tx.query(
      `INSERT INTO nature_corrections (ticket_id, features, guessed, corrected, corrected_by) VALUES ($1, $2, $3, $4, $5)`,
      [ticket.id, features, ticket.nature, corrected, staffId],
    );
  }

  private async lessons(tx: Transaction): Promise<Lesson[]> {
    if (!this.known || this.known.until < performance.now())
      this.known = {
        lessons: await tx.query<Lesson & { [column: string]: unknown }>(LESSONS),
        until: performance.now() + FRESH_MILLISECONDS,
      };
    return this.known.lessons;
  }
}
