import { Injectable } from '@nestjs/common';
import { TAG_LIMITS, type TagView } from '../../contract/index.js';
import { Database, type Transaction } from '../../platform/db/index.js';
import { fold } from '../../platform/search/index.js';

/** What reads the same is one tag, however it is written. */
export const foldTag = (tag: string): string => fold(tag);

/** In one order, as two cases may get the same tags at once. */
const USE = `
  INSERT INTO tag_names AS known (folded, tag, uses)
  SELECT folded, tag, 1 FROM unnest($1::text[], $2::text[]) AS wanted(folded, tag) ORDER BY folded
  ON CONFLICT (folded) DO UPDATE SET uses = known.uses + 1, last_used_at = desk_now()
  RETURNING folded, tag`;

const SUGGEST = `
  SELECT tag, uses FROM tag_names WHERE $1 = '' OR position($1 in folded) > 0
  ORDER BY position($1 in folded) = 1 DESC, uses DESC, folded LIMIT ${TAG_LIMITS.suggested}`;

/** SQL: the tags that are meant by folded words, as cases have them. @param folded place of a text array */
export const tagsMeant = (folded: string): string =>
  `ARRAY(SELECT n.tag FROM tag_names n WHERE n.folded = ANY(${folded}::text[]))`;

@Injectable()
export class Tags {
  constructor(private readonly database: Database) {}

  /**
   * The tags that a case shall have, each once and as it was first written; those that it did not have count as used. Call it late
   * in the transaction: tags that many use are locked until it ends.
   */
  async spelled(tx: Transaction, wanted: readonly string[], had: readonly string[]): Promise<string[]> {
    const known = new Map(had.map((tag) => [foldTag(tag), tag]));
    const meant = new Map<string, string>();
    for (const tag of wanted) if (!meant.has(foldTag(tag))) meant.set(foldTag(tag), tag);
    const added = [...meant].filter(([folded]) => !known.has(folded));
    if (added.length > 0) {
      const rows = await tx.query<{ folded: string; tag: string }>(USE, [
        added.map(([folded]) => folded),
        added.map(([, tag]) => tag),
      ]);
      for (const { folded, tag } of rows) known.set(folded, tag);
    }
    return [...meant].map(([folded, tag]) => known.get(folded) ?? tag);
  }

  /** Known ones that hold these words, those that begin with them and the most used first. */
  async suggest(words: string): Promise<{ items: TagView[] }> {
    return {
      items: await this.database.query<TagView & { [column: string]: unknown }>(SUGGEST, [foldTag(words.trim())]),
    };
  }
}
