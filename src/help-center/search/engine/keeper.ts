import type { Logger } from '../../../platform/logger/index.js';
import { AT_ONCE, batchesOf, documentsOf, type Source, type StampedDocument, standing } from '../published.js';
import { articlesOf, compare, differences, type IndexDifferences } from './compare.js';
import type { EngineIndexes } from './engine-indexes.js';

/** Beyond this share of rows that differ a new index is made: it answers as before until it is whole. */
const MENDED_SHARE = 0.2;
const MENDED_ROWS = 500;
/** Into a new index. */
const SENT_AT_ONCE = 1_000;

/** Keeps the indexes of the engine like the database. Many processes may have one: they take turns. */
export class Keeper {
  constructor(
    private readonly source: Source,
    private readonly indexes: EngineIndexes,
    private readonly logger: Pick<Logger, 'info'>,
  ) {}

  /** How the indexes differ from the database, now. */
  async look(): Promise<IndexDifferences[]> {
    return await compare(this.indexes, await standing(this.source));
  }

  /** Takes over what readers see of these articles now. Only exclusively. */
  async put(articleIds: readonly string[]): Promise<void> {
    for (const batch of batchesOf(articleIds, AT_ONCE)) {
      await this.indexes.put(batch, await documentsOf(this.source, batch));
    }
  }

  /** Makes the indexes equal to the database, with as little as it takes. Only exclusively. @returns rows that differed */
  async mend(): Promise<number> {
    const looked = await this.look();
    const wrong = looked.flatMap(differences);
    const all = looked.reduce((sum, { expected }) => sum + expected, 0);
    const anew = looked.some(({ exists }) => !exists) || wrong.length > Math.max(MENDED_ROWS, all * MENDED_SHARE);
    if (anew) await this.fillAnew();
    else await this.mendRows(looked);
    if (anew || wrong.length > 0) this.logger.info({ rows: wrong.length, anew }, 'the search engine was mended');
    return wrong.length;
  }

  /** Fills new indexes, which answer from the moment that they are whole. Only exclusively. @returns rows */
  async fillAnew(): Promise<number> {
    const successors = await this.indexes.beginAnew();
    let rows = 0;
    try {
      const published = [...(await standing(this.source)).keys()];
      let texts: StampedDocument[] = [];
      for (const batch of batchesOf(published, AT_ONCE)) {
        texts.push(...(await documentsOf(this.source, batch)));
        if (texts.length < SENT_AT_ONCE) continue;
        rows += texts.length;
        await successors.add(texts);
        texts = [];
      }
      rows += texts.length;
      await successors.add(texts);
      await successors.takeOver();
    } catch (error) {
      await successors.abandon().catch(() => undefined);
      throw error;
    }
    // What changed meanwhile.
    await this.mendRows(await this.look());
    return rows;
  }

  /** What is published after the look is put in by whoever waits for this turn to end. */
  private async mendRows(looked: readonly IndexDifferences[]): Promise<void> {
    for (const { visibility, foreign } of looked) await this.indexes.discard(visibility, foreign);
    await this.put(articlesOf(looked.flatMap(({ missing, stale }) => [...missing, ...stale])));
  }
}
