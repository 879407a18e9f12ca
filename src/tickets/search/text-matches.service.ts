import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';
import { CommonWords } from './common-words.service.js';
import { type SoughtWords, soughtBy } from './sought.js';

/**
 * What a text was found to mean: a whole number; these few tickets; or so many that it is quicker to go through tickets in
 * order and look at the words of each (`LIKE` patterns).
 */
export type TextMatch = { number: string } | { ids: string[] } | { words: string[] };

/** Up to here each ticket is fetched; beyond, one in some hundreds fits, and a page is soon full. */
const FEW_TICKETS = 5_000;
const FEW_ENTRIES = 10_000;

/** Some of the words in all fields of a ticket together, or in one thing that was said. */
const BY_FIELDS = `
  SELECT ticket_id AS id FROM ticket_words w
  WHERE desk_bigrams(w.words) @> $1::text[] AND w.words LIKE ALL($2::text[]) LIMIT $3`;
const BY_WHAT_WAS_SAID = `
  WITH said AS MATERIALIZED (
    SELECT conversation_id FROM said_words w
    WHERE desk_bigrams(w.words) @> $1::text[] AND w.words LIKE ALL($2::text[]) LIMIT $3)
  SELECT (SELECT count(*) FROM said)::int AS entries, ARRAY(
    SELECT DISTINCT tc.ticket_id FROM said JOIN ticket_conversations tc ON tc.conversation_id = said.conversation_id) AS ids`;

const BY_OLD_NUMBER = `
  SELECT s.ticket_id AS id FROM ticket_sources s WHERE s.external_id = $1
  UNION SELECT t.id FROM tickets t WHERE t.number = $2 AND EXISTS (SELECT FROM ticket_sources s WHERE s.external_id = $1)`;

/**
 * Decides by counting instead of leaving it to the planner: neighbouring bigrams always come together, so that it thinks every
 * longer word a hundred times rarer than it is.
 */
@Injectable()
export class TextMatches {
  constructor(
    private readonly database: Database,
    private readonly common: CommonWords,
  ) {}

  async of(question: string): Promise<TextMatch> {
    const sought = soughtBy(question);
    if ('number' in sought) return (await this.brought(question, sought.number)) ?? sought;
    const { patterns, bigrams } = sought;
    if (await this.isCommon(sought)) return { words: patterns };
    const [fields, [said]] = await Promise.all([
      this.database.query<{ id: string }>(BY_FIELDS, [bigrams, patterns, FEW_TICKETS + 1]),
      this.database.query<{ entries: number; ids: string[] }>(BY_WHAT_WAS_SAID, [bigrams, patterns, FEW_ENTRIES + 1]),
    ]);
    if (!said || fields.length > FEW_TICKETS || said.entries > FEW_ENTRIES) return { words: patterns };
    return { ids: [...new Set([...fields.map(({ id }) => id), ...said.ids])] };
  }

  /** What reads as a number of ours may be one that a case had at another desk: then it is either. */
  private async brought(question: string, number: string): Promise<TextMatch | undefined> {
    if (/^\s*pl/i.test(question)) return undefined;
    const rows = await this.database.query<{ id: string }>(BY_OLD_NUMBER, [question.trim(), number]);
    return rows.length > 0 ? { ids: rows.map(({ id }) => id) } : undefined;
  }

  /**
   * Of a word of two characters the share is known; of longer ones, and of several, only that of their parts. A sample is a little
   * wrong, which costs little: about here both ways are as quick, but to count in vain is as slow as both.
   */
  private async isCommon({ bigrams: [bigram, ...others] }: SoughtWords): Promise<boolean> {
    if (bigram === undefined || others.length > 0) return false;
    const tickets = await this.common.rowsOf('ticket_words_bigrams', bigram);
    const entries = await this.common.rowsOf('said_words_bigrams', bigram);
    return tickets > FEW_TICKETS || entries > FEW_ENTRIES;
  }
}
