import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { parseNumber } from '../ticket-number.js';

/**
 * What a text was found to mean: a whole number; these few tickets; or so many that it is quicker to go through tickets in
 * order and look at the words of each (`LIKE` patterns).
 */
export type TextMatch = { number: string } | { ids: string[] } | { words: string[] };

const MOST_WORDS = 6;
/** Up to here each ticket is fetched; beyond, one in some hundreds fits, and a page is soon full. */
const FEW = 5_000;

/**
 * Decides by counting instead of leaving it to the planner: neighbouring bigrams always come together, so that it thinks every
 * longer word a hundred times rarer than it is.
 */
@Injectable()
export class TextMatches {
  constructor(private readonly database: Database) {}

  async of(question: string): Promise<TextMatch> {
    // One word in thirty of seven letters would pass for a number.
    const number = /^\s*pl|\d/i.test(question) ? parseNumber(question) : undefined;
    if (number) return { number };
    const words = question.normalize('NFKC').trim().toLowerCase().split(/\s+/).slice(0, MOST_WORDS);
    // A single character has no bigram of its own: it is looked for where a word begins.
    const sought = words.map((word) => ([...word].length > 1 ? word : ` ${word}`));
    const patterns = sought.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
    const rows = await this.database.query<{ id: string }>(
      `SELECT ticket_id AS id FROM ticket_words w
        WHERE desk_bigrams(w.words) @> ARRAY(SELECT unnest(desk_bigrams(word)) FROM unnest($1::text[]) word)
          AND w.words LIKE ALL($2::text[]) LIMIT $3`,
      [sought, patterns, FEW + 1],
    );
    return rows.length > FEW ? { words: patterns } : { ids: rows.map(({ id }) => id) };
  }
}
