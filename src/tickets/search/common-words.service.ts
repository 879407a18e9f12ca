import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/db/index.js';

const FRESH_MILLISECONDS = 600_000;

/** What PostgreSQL has found in its samples: of each index the bigrams that most rows have, with their share of all rows. */
const SAMPLED = `
  SELECT s.tablename AS index, c.reltuples AS rows, s.most_common_elems::text::text[] AS bigrams,
         s.most_common_elem_freqs AS shares
  FROM pg_stats s
  JOIN pg_class i ON i.relname = s.tablename AND i.relnamespace = s.schemaname::regnamespace
  JOIN pg_index x ON x.indexrelid = i.oid JOIN pg_class c ON c.oid = x.indrelid
  WHERE s.schemaname = current_schema() AND s.tablename = ANY($1::text[]) AND s.most_common_elems IS NOT NULL`;

const INDEXES = ['ticket_words_bigrams', 'said_words_bigrams'] as const;
type Index = (typeof INDEXES)[number];

interface Sample {
  index: Index;
  rows: number;
  bigrams: string[];
  shares: number[];
  [column: string]: unknown;
}

/** Which words stand in so many places that counting them is a waste. Nothing is known before the first ANALYZE. */
@Injectable()
export class CommonWords {
  private known: { rows: Promise<ReadonlyMap<string, number>>; until: number } | undefined;

  constructor(private readonly database: Database) {}

  /** About how many rows of this index have a bigram; 0 when they are too few to be known. */
  async rowsOf(index: Index, bigram: string): Promise<number> {
    if (!this.known || this.known.until < performance.now()) {
      const rows = this.read();
      this.known = { rows, until: performance.now() + FRESH_MILLISECONDS };
      rows.catch(() => {
        this.known = undefined;
      });
    }
    return (await this.known.rows).get(`${index} ${bigram}`) ?? 0;
  }

  private async read(): Promise<ReadonlyMap<string, number>> {
    const samples = await this.database.query<Sample>(SAMPLED, [INDEXES]);
    return new Map(
      samples.flatMap(({ index, rows, bigrams, shares }) =>
        bigrams.map((bigram, place): [string, number] => [`${index} ${bigram}`, rows * (shares[place] ?? 0)]),
      ),
    );
  }
}
